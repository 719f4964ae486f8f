"""`vanban tasks` over the sample archive."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

Vanban = Callable[..., "tuple[int, str, str]"]
DISPATCH = "1204/UBND-SN"


def asked(vanban: Vanban, archive: Path, *options: str) -> dict[str, list[dict[str, object]]]:
    code, out, err = vanban("tasks", "--json", "--archive", archive, *options)
    assert code == 0, err
    answer: dict[str, list[dict[str, object]]] = json.loads(out)
    return answer


def test_the_tasks_of_a_document_with_their_quotes(vanban: Vanban, sample_archive: Path) -> None:
    answer = asked(vanban, sample_archive, "--document", DISPATCH, "--on", "2026-10-15")
    first = next(task for task in answer["tasks"] if task["eid"].endswith("cl_1"))  # type: ignore[attr-defined]
    assert first["lead"] == ["Sở Sông ngòi"]
    assert first["join"] == ["Ủy ban nhân dân các xã, phường"]
    assert first["deadline"]["to"] == "2026-09-30"  # type: ignore[index]
    assert (first["due"], first["state"]) == ("2026-09-29", "open-overdue")
    assert "30 tháng 9 năm 2026" in first["quote"]  # type: ignore[operator]


def test_a_body_by_part_of_its_name_or_abbreviation(vanban: Vanban, sample_archive: Path) -> None:
    for words in ("UBND các xã", "ủy ban nhân dân các xã"):
        found = asked(vanban, sample_archive, "--body", words, "--on", "2026-06-01")["tasks"]
        assert found and all("Ủy ban nhân dân các xã" in str([*task["lead"], *task["join"]]) for task in found)  # type: ignore[misc]
    assert asked(vanban, sample_archive, "--body", "Sở Giao thông")["tasks"] == []


def test_due_by_a_quarter_and_a_window(vanban: Vanban, sample_archive: Path) -> None:
    last_days = [task["due"] for task in asked(vanban, sample_archive, "--due", "quý I/2027", "--from", "2027-01-01",
                                               "--on", "2026-06-01")["tasks"]]  # fmt: skip
    assert last_days == ["2027-03-30", "2027-03-31", "2027-03-31"]


def test_states_count_and_filter(vanban: Vanban, sample_archive: Path) -> None:
    answer = asked(vanban, sample_archive, "--on", "2028-06-01", "--state", "overdue")
    assert answer["tasks"] and {task["state"] for task in answer["tasks"]} == {"open-overdue"}
    assert answer["counts"]["open-overdue"] == len(answer["tasks"])  # type: ignore[call-overload]
    code, _, err = vanban("tasks", "--archive", sample_archive, "--state", "gì đó")
    assert code == 2 and "gì đó" in err


def test_a_spreadsheet_of_days_and_words(vanban: Vanban, sample_archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "nhiệm vụ.xlsx"
    code, _, _ = vanban("tasks", "--archive", sample_archive, "--document", DISPATCH, "--xlsx", path)
    assert code == 0
    rows = list(load_workbook(path).active.values)  # type: ignore[union-attr]
    assert rows[0][0] == "STT" and len(rows) == 1 + len(asked(vanban, sample_archive, "--document", DISPATCH)["tasks"])
    assert date(2026, 9, 29) in [row[6].date() for row in rows[1:] if row[6]]


def test_a_calendar_that_repeats_what_comes_back(vanban: Vanban, sample_archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "hạn.ics"
    assert vanban("tasks", "--archive", sample_archive, "--on", "2026-06-01", "--ics", path)[0] == 0
    lines = path.read_bytes().decode().split("\r\n")
    assert "DTSTART;VALUE=DATE:20260929" in lines and "RRULE:FREQ=YEARLY" in lines
    assert all(len(line.encode()) <= 75 for line in lines)
