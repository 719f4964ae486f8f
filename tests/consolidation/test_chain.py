"""Amending acts that later ones tell of: those that are not here are named."""

from tests.consolidation.drafting import act
from vanban.consolidation.chain import told_before

_RIDER = (
    "Điều 1. Sửa đổi, bổ sung một số điều của Luật Bến nước số 901/2017/QH14 đã được sửa đổi, bổ sung một số điều theo "
    "Luật số 903/2018/QH14 và Luật số 904/2018/QH14\n"
)


def test_the_riders_of_the_act_amended_are_told_once() -> None:
    body = "1. Bãi bỏ khoản 1 Điều 2.\n2. Bãi bỏ khoản 3 Điều 2.\n"
    plain = act(body)
    assert told_before(plain, "901/2017/QH14") == ()
    parsed = act(body, heading=_RIDER)
    assert told_before(parsed, "901/2017/QH14") == ("903/2018/QH14", "904/2018/QH14")
    assert told_before(parsed, "950/2017/QH14") == ()
