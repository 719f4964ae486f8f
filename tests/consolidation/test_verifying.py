"""An official consolidated text against ours: what its notes tell, and at which door a difference is laid."""

import datetime as dt

import pytest

from tests.consolidation.drafting import act, base, changes
from vanban import pipeline
from vanban.consolidation.official import official_text
from vanban.consolidation.recognising import told
from vanban.consolidation.verifying import Verified, verify
from vanban.exports.official_page import official_page
from vanban.exports.official_text import plain
from vanban.model import Parsed, Unit
from vanban.rules import Rules

CLAUSE = "1. Sửa đổi, bổ sung khoản 3 Điều 2 như sau:\n“3. Bộ Sông nước và xã quản lý bến.”"
POINT = "2. Bổ sung điểm đ vào sau điểm d khoản 2 Điều 2 như sau:\n“đ) Sửa bến;”"
WORDS = "3. Thay thế cụm từ “nước chung” bằng cụm từ “nước công cộng” tại khoản 1 Điều 2."


def _official(rules: Rules) -> str:
    """The text that an office would have made: our own page, printed."""
    amending = act("\n".join((CLAUSE, POINT, WORDS)))
    starts = {base().work.id: dt.date(2018, 7, 1), amending.work.id: dt.date(2020, 1, 1)}
    page = plain(official_page(official_text(base(), changes(amending), starts, rules), rules))
    return page.replace("BẢN DO MÁY LẬP, CHƯA KÝ XÁC THỰC", "Số: 12/VBHN-VPQH\nHà Nội, ngày 05 tháng 01 năm 2020")


def _read(words: str, rules: Rules) -> Parsed:
    return pipeline.parse(words.encode(), "hop-nhat.txt", rules)


def _verified(words: str, rules: Rules, *bodies: str) -> Verified:
    amending = act("\n".join(bodies or (CLAUSE, POINT, WORDS)))
    return verify(_read(words, rules), official_text(base(), changes(amending), {}, rules), rules)


def test_notes_tell_unit_verb_clause_act_and_day(rules: Rules) -> None:
    found = {each.eid: each for each in told(_read(_official(rules), rules), rules)}
    assert set(found) == {"art_2__cl_3", "art_2__cl_2__point_dd", "art_2__cl_1"}
    assert [found[eid].verb for eid in sorted(found)] == ["replace-words", "insert", "substitute"]
    clause = found["art_2__cl_3"]
    assert clause.symbol == "905/2019/QH14" and clause.since == dt.date(2020, 1, 1)
    assert clause.clause == (Unit("article", "1"), Unit("clause", "1"))


def test_our_own_text_agrees_with_itself(rules: Rules) -> None:
    found = _verified(_official(rules), rules)
    assert found.disagreements == ()
    assert found.agreeing > 8
    assert [note.act_found for note in found.notes] == [True, True, True]
    assert [note.day_agrees for note in found.notes] == [True, True, True]


def test_a_sign_may_print_its_number_twice(rules: Rules) -> None:
    twice = _official(rules).replace("công cộng[2].", "công cộng2[2].")
    assert "2[2]" in twice
    assert _verified(twice, rules).disagreements == ()


def test_a_day_that_a_note_gives_wrongly_is_seen(rules: Rules) -> None:
    slipped = _official(rules).replace("kể từ ngày 01 tháng 01 năm 2020", "kể từ ngày 01 tháng 02 năm 2020", 2)
    assert sorted(str(note.day_agrees) for note in _verified(slipped, rules).notes) != ["True", "True", "True"]


@pytest.mark.parametrize(
    ("printed", "slip", "side", "cause", "eid"),
    [
        ("và xã quản lý bến", "và phường quản lý bến", "theirs", "departs", "art_2__cl_3"),
        ("quy định về bến nước.", "quy định các bến nước.", "text", "base-differs", "art_1"),
        ("nơi lấy nước công cộng", "chỗ lấy nước công cộng", "text", "base-differs", "art_2__cl_1"),
        ("lấy nước công cộng", "lấy nước chung", "theirs", "departs", "art_2__cl_1"),
    ],
)
def test_a_slip_is_laid_at_its_door(printed: str, slip: str, side: str, cause: str, eid: str, rules: Rules) -> None:
    words = _official(rules)
    assert printed in words
    (found,) = _verified(words.replace(printed, slip, 1), rules).disagreements
    assert (found.side, found.cause, found.eid) == (side, cause, eid)


def test_a_change_that_is_neither_shown_nor_noted_is_theirs(rules: Rules) -> None:
    amending = act(CLAUSE)
    bare = plain(official_page(official_text(base(), changes(amending), {}, rules), rules))
    (found,) = _verified(bare, rules, CLAUSE, POINT).disagreements
    assert (found.side, found.cause, found.eid) == ("theirs", "not-shown", "art_2__cl_2__point_dd")


def test_a_note_of_an_act_that_is_not_here_is_ours(rules: Rules) -> None:
    found = verify(_read(_official(rules), rules), official_text(base(), (), {}, rules), rules)
    assert {each.side for each in found.disagreements} == {"ours"}
    assert {each.cause for each in found.disagreements} == {"act-absent"}
    assert all("905/2019/QH14" in each.note for each in found.disagreements)


def test_a_refused_instruction_is_ours_with_its_reason(rules: Rules) -> None:
    absent = "3. Thay thế cụm từ “nước chung cả” bằng cụm từ “nước công cộng” tại khoản 1 Điều 2."
    found = _verified(_official(rules), rules, CLAUSE, POINT, absent)
    (one,) = [each for each in found.disagreements if each.eid == "art_2__cl_1"]
    assert (one.side, one.cause, one.refused) == ("ours", "refused", "words-absent")
