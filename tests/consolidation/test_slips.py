"""Words that an amending act seems to print wrongly are told, and stand as printed."""

import msgspec
import pytest

from tests.consolidation.drafting import act, base, changes
from vanban.consolidation import consolidate
from vanban.consolidation.change import acts_of
from vanban.consolidation.slips import suspected
from vanban.model import Doubt, Settled, Unit

# What the act writes everywhere else: three times between the same neighbours, a hundred times the set phrase.
ELSEWHERE = "Điều 2. Thi hành\n" + "\n".join(
    f"{at}. Bộ trưởng Bộ Sông nước quy định địa điểm nộp phí." for at in range(1, 5)
)
PHRASE = "\n".join("Ủy ban nhân dân cấp huyện giữ bến." for _ in range(101))


def _doubts(words: str, more: str = ELSEWHERE) -> list[tuple[str, str]]:
    return [(doubt.printed, doubt.other) for doubt in _told(words, more)]


def _told(words: str, more: str = ELSEWHERE, settled: Settled | None = None) -> tuple[Doubt, ...]:
    amending = act(f"1. Sửa đổi, bổ sung khoản 3 Điều 2 như sau:\n“3. {words}”.\n{more}")
    found = [msgspec.structs.replace(change, settled=settled) for change in changes(amending)]
    made = consolidate(base(), found)
    assert made.applied and words in made.text
    return suspected(made, base(), acts_of(found))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Bộ trường Bộ Sông nước.", [("Bộ trường Bộ", "Bộ trưởng Bộ")]),
        ("Người đò biết địa đểm nộp phí.", [("địa đểm nộp", "địa điểm nộp")]),
        ("Bến theo theo quy định.", [("Bến theo theo", "Bến theo")]),
        ("Bộ trưởng Bộ Sông nước giữ địa điểm.", []),
        ("Năm tiếp theo theo quy định.", []),
    ],
    ids=["marks", "letter", "twice", "right", "no slip"],
)
def test_a_slip_is_told_with_what_is_written_elsewhere(words: str, told: list[tuple[str, str]]) -> None:
    assert _doubts(words) == told


def test_a_word_left_out_of_a_set_phrase_is_told() -> None:
    assert _doubts("Ủy ban nhân cấp huyện giữ đò.", PHRASE) == [("ban nhân cấp", "ban nhân dân cấp")]
    assert _doubts("Ủy ban nhân cấp huyện giữ đò.", PHRASE.replace("Ủy ban nhân dân", "Ủy ban", 2)) == []


def test_a_doubt_names_unit_and_act_and_no_source() -> None:
    (doubt,) = _told("Bộ trường Bộ Sông nước.")
    assert (doubt.eid, doubt.source, doubt.taken) == ("art_2__cl_3", "", False)
    assert doubt.work.endswith("905-2019-qh14")


def test_what_a_person_settled_is_not_asked_again() -> None:
    path = (Unit("article", "2"), Unit("clause", "3"))
    assert _told("Bộ trường Bộ Sông nước.", settled=Settled(path, "", "p", "as printed")) == ()
