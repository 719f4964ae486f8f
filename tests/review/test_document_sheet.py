"""Decisions on whole documents, out as a sheet and back: what makes Mẫu 04 and settles what lists leave open."""

import datetime as dt
from pathlib import Path

import pytest

from tests.sample_truth import SAMPLE
from vanban import archive as room
from vanban.api import Archive, deciding
from vanban.api.judging import Verdict
from vanban.api.reviewing import review_lists
from vanban.exports.review_sheets import sheets
from vanban.exports.sheet_csv import read_sheet, write_sheet
from vanban.model.errors import UsageError
from vanban.review.judgement_sheet import SheetTaken

AT = dt.datetime(2026, 11, 22, 8, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 22)
DECISION = "15/2019/QĐ-UBND"


@pytest.fixture
def own(tmp_path: Path) -> Archive:
    made = Archive(tmp_path / "own.db")
    made.add(SAMPLE, workers=1)
    return made


def _filled(own: Archive, part: str, verdict: str, **more: str) -> bytes:
    """The sheet of one document as an officer hands it back, the row of `part` filled in."""
    rows = [
        {**row, "verdict": verdict, **more} if row["what"] == part else row
        for row in deciding.sheet(own, "review", DECISION)
    ]
    return b"".join(write_sheet(rows, own.rules, "vi"))


def _take(own: Archive, data: bytes) -> SheetTaken:
    return deciding.take_sheet(own, read_sheet(data, own.rules), "Sở Tư pháp", AT)


def test_a_row_for_each_document_and_each_open_question(own: Archive) -> None:
    rows = list(deciding.sheet(own, "review"))
    asked = {(row["where"].split()[-2], row["what"]) for row in rows if DECISION in row["where"]}
    assert asked == {(DECISION, "handling"), (DECISION, "lapse")}
    assert len({row["id"] for row in rows}) == len(rows)
    assert not any("VBHN" in row["where"] for row in rows)


def test_a_handling_comes_back_as_a_line_of_form_04(own: Archive) -> None:
    data = _filled(own, "handling", "Thay thế", note="không còn phù hợp", office="Sở Sông ngòi", day="30/6/2027")
    assert "Hình thức xử lý" in data.decode() and _take(own, data).added == 1
    lists = review_lists(own, today=DAY, period="2022-2026")
    line = next(line for line in lists.handling if line.decided)
    assert (line.handling, line.reason, line.drafting, line.deadline) == (
        "Thay thế", "không còn phù hợp", "Sở Sông ngòi", "30/06/2027",
    )  # fmt: skip
    again = b"".join(write_sheet(deciding.sheet(own, "review", DECISION), own.rules, "vi"))
    assert (_take(own, again).added, _take(own, again).unchanged, _take(own, again).faults) == (0, 1, ())
    assert not list(room.orphaned(own.store))


def test_of_a_document_to_be_made_the_form_leaves_the_name_empty(own: Archive) -> None:
    _take(own, _filled(own, "handling", "Ban hành mới", note="chưa có quy định"))
    lists = review_lists(own, today=DAY, period="2022-2026")
    form = next(sheet for sheet in sheets(lists, own.rules) if sheet.id == "mau-04")
    cells = next(line.cells for line in form.tables[0].lines if "Ban hành mới" in line.cells)
    assert cells[1:3] == ("", "") and cells[4].startswith("chưa có quy định; ") and DECISION in cells[4]


def test_a_confirmed_lapse_is_listed_and_a_rejected_one_is_not_asked_again(own: Archive) -> None:
    _take(own, _filled(own, "lapse", "chấp nhận"))
    lists = review_lists(own, today=DAY, year=2025)
    rows = [row for part in lists.ended for group in part.groups for row in group.rows]
    (entry,) = next(row.entries for row in rows if row.document.symbol == DECISION)
    assert (entry.day, entry.case_name, entry.grade) == (dt.date(2025, 10, 1), "lapsed", "derived")
    assert entry.basis == "Luật 64/2025/QH15, Điều 57 khoản 2" and "“" in entry.reason
    assert DECISION not in {doubt.document.symbol for doubt in lists.undecided}
    later = AT + dt.timedelta(hours=1)
    deciding.take_sheet(own, read_sheet(_filled(own, "lapse", "bác bỏ"), own.rules), "Sở Tư pháp", later)
    lists = review_lists(own, today=DAY, year=2025)
    assert DECISION not in {row.document.symbol for part in lists.ended for group in part.groups for row in group.rows}
    assert DECISION not in {doubt.document.symbol for doubt in lists.undecided}


def test_words_that_choose_nothing_are_reported(own: Archive) -> None:
    taken = _take(own, _filled(own, "handling", "để xem"))
    assert [fault.code for fault in taken.faults] == ["no-such-verdict"] and taken.added == 0
    fact = next(row["id"] for row in deciding.sheet(own, "review", DECISION))
    with pytest.raises(UsageError):
        deciding.decide(own, Verdict("", fact, "để xem", "Sở Tư pháp"), AT)
    assert deciding.decide(own, Verdict("", fact, "Còn phù hợp", "Sở Tư pháp"), AT).verdict == "keep"
