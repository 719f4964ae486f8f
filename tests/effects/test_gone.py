"""Ways of saying that an act is gone, and what is only history, a title or a condition; the acts are invented."""

import datetime as dt

import pytest

from tests.effects.reading import OWN, place, read, said
from vanban.model import Effect
from vanban.rules import Rules

OLD = "Nghị định số 902/2018/NĐ-CP"


def _effects(clause: str, rules: Rules) -> tuple[Effect, ...]:
    return read(f"Điều 9. Điều khoản thi hành\n2. {clause}\n3. Bộ trưởng chịu trách nhiệm.\n", rules, OWN).effects


def _told(clause: str, rules: Rules) -> list[str]:
    parsed = read(f"Điều 9. Điều khoản thi hành\n2. {clause}\n3. Bộ trưởng chịu trách nhiệm.\n", rules, OWN)
    return [
        parsed.text.content[finding.start : finding.end]
        for finding in parsed.findings
        if finding.code == "effect-not-understood"
    ]


@pytest.mark.parametrize(
    ("clause", "effects"),
    [
        ("Quyết định số 5/2018/QĐ-TTg ngày 01 tháng 3 năm 2018 về phao hết hiệu lực.", ["end 5/2018/QĐ-TTg *"]),
        ("Quyết định số 75-QĐ/TW, ngày 10/3/2022 của Ban Bí thư hết hiệu lực thi hành.", ["end 75-QĐ/TW *"]),
        (
            f"Nghị định này có hiệu lực sau 15 ngày, kể từ ngày đăng Công báo và thay thế {OLD} về bến nước.",
            ["replace-work 902/2018/NĐ-CP *"],
        ),
        (f"{OLD} bị bãi bỏ.", ["repeal-work 902/2018/NĐ-CP *"]),
        (f"Điều 5 {OLD} được bãi bỏ.", ["repeal 902/2018/NĐ-CP Đ5"]),
        (f"{OLD} sẽ bị bãi bỏ kể từ ngày 01 tháng 7 năm 2025.", ["repeal-work 902/2018/NĐ-CP *"]),
        (f"{OLD} của Chính phủ không còn hiệu lực.", ["end 902/2018/NĐ-CP *"]),
        (f"{OLD} của Chính phủ về bến nước không còn hiệu lực thi hành.", ["end 902/2018/NĐ-CP *"]),
        (f"{OLD} hết giá trị thi hành.", ["end 902/2018/NĐ-CP *"]),
        (f"{OLD} đương nhiên hết hiệu lực.", ["end 902/2018/NĐ-CP *"]),
        (f"Chấm dứt hiệu lực {OLD}.", ["end 902/2018/NĐ-CP *"]),
        (f"Chấm dứt hiệu lực thi hành của Điều 5 {OLD}.", ["end 902/2018/NĐ-CP Đ5"]),
        (f"{OLD} ban hành quy chuẩn về phao (QCVN 41:2011/BBN) hết hiệu lực.", ["end 902/2018/NĐ-CP *"]),
        (
            f"Các văn bản sau đây bị bãi bỏ:\na) {OLD};\nb) Thông tư số 911/2010/TT-BSN.",
            ["repeal-work 902/2018/NĐ-CP *", "repeal-work 911/2010/TT-BSN *"],
        ),
        (  # a second act behind a title that names a law; what the title of an amending act names is no second one
            f"{OLD} ngày 05 tháng 5 năm 2018 hướng dẫn một số điều của Luật Bến nước ở vùng lũ và Nghị định số 905/2020/NĐ-CP "
            "ngày 12 tháng 6 năm 2020 hướng dẫn một số điều của Luật Bến nước ở vùng cao hết hiệu lực.",
            ["end 902/2018/NĐ-CP *", "end 905/2020/NĐ-CP *"],
        ),
        (
            f"{OLD} ngày 05 tháng 5 năm 2018 bãi bỏ Luật Bến nước ở vùng lũ và Nghị định số 905/2020/NĐ-CP ngày 12 tháng 6 năm "
            "2020 hết hiệu lực.",
            ["end 902/2018/NĐ-CP *"],
        ),
        (f"Điều 5 {OLD} đã được bãi bỏ theo Nghị định số 905/2020/NĐ-CP.", []),
        ("Quyết định số 5/2018/QĐ-TTg công bố thủ tục hành chính bị bãi bỏ.", []),
    ],
)
def test_gone(clause: str, effects: list[str], rules: Rules) -> None:
    assert said(read(f"Điều 9. Thi hành\n2. {clause}\n", rules, OWN)) == effects


def test_a_day_after_a_passive_repeal(rules: Rules) -> None:
    (effect,) = _effects(f"{OLD} sẽ bị bãi bỏ kể từ ngày 01 tháng 7 năm 2025.", rules)
    assert effect.start_on == dt.date(2025, 7, 1)


def test_an_end_in_part_is_for_a_person_to_decide(rules: Rules) -> None:
    (effect,) = _effects(f"{OLD} hết hiệu lực thi hành một phần.", rules)
    assert (effect.verb, place(effect), effect.grade, effect.condition) == ("end", "*", "candidate", "một phần")


def test_an_exception_may_stand_before_the_verb(rules: Rules) -> None:
    (effect,) = _effects(f"{OLD}, trừ Điều 5, hết hiệu lực kể từ ngày 01 tháng 7 năm 2025.", rules)
    assert (effect.verb, effect.exception, effect.start_on) == ("end", "trừ Điều 5", dt.date(2025, 7, 1))


def test_an_exception_does_not_swallow_the_list_of_what_is_ended(rules: Rules) -> None:
    body = f"Các văn bản sau đây hết hiệu lực, trừ trường hợp quy định tại khoản 3 Điều này:\na) {OLD};\nb) Thông tư số 911/2010/TT-BSN."
    effects = _effects(body, rules)
    assert [effect.target.symbol for effect in effects] == ["902/2018/NĐ-CP", "911/2010/TT-BSN"]
    assert {effect.exception for effect in effects} == {"trừ trường hợp quy định tại khoản 3 Điều này"}


def test_an_exception_of_its_own_list_takes_the_list(rules: Rules) -> None:
    (effect,) = _effects(f"{OLD} hết hiệu lực, trừ các quy định sau đây:\na) Điều 5;\nb) Điều 8.", rules)
    assert effect.exception == "trừ các quy định sau đây:\na) Điều 5;\nb) Điều 8"


@pytest.mark.parametrize(
    "clause",
    [
        f"Quy chuẩn về phao do {OLD} đặt ra hết hiệu lực.",
        f"Mọi nội dung khác của chương trình theo {OLD} đều hết hiệu lực.",
        f"Phần còn lại của {OLD} và các văn bản kèm theo nó chấm dứt hiệu lực.",
    ],
)
def test_a_sentence_that_says_gone_is_read_or_told(clause: str, rules: Rules) -> None:
    effects = [effect for effect in _effects(clause, rules) if effect.verb != "detail"]
    assert effects or _told(clause, rules) == [clause]


@pytest.mark.parametrize(
    "clause",
    [
        f"Hồ sơ nộp trước ngày {OLD} hết hiệu lực thì được giải quyết tiếp.",
        f"Trường hợp {OLD} bị bãi bỏ thì áp dụng quy định mới.",
        f"Hợp đồng theo {OLD} đã hết hiệu lực được lưu giữ.",
        f"Điều 5 {OLD} đã được bãi bỏ theo Nghị định số 905/2020/NĐ-CP.",
        "Giấy phép hết hiệu lực được thu hồi.",
        "Những quy định trước đây trái với Luật Bến nước số 927/2023/QH15 đều bị bãi bỏ.",
    ],
)
def test_times_conditions_and_history_are_not_told(clause: str, rules: Rules) -> None:
    assert _effects(clause, rules) == ()
    assert _told(clause, rules) == []
