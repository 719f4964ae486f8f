"""Decisions of people: one by one, in a spreadsheet, and what they make of the state of a task."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Vanban = Callable[..., "tuple[int, str, str]"]
DISPATCH = "1204/UBND-SN"
BY = ("--by", "Văn phòng Ủy ban nhân dân tỉnh")


@pytest.fixture
def archive(sample_archive: Path, tmp_path: Path) -> Path:
    """The sample archive, to be written into."""
    return Path(shutil.copy(sample_archive, tmp_path / "kho.db"))


def first_task(vanban: Vanban, archive: Path, on: str = "2026-12-01") -> dict[str, object]:
    _, out, _ = vanban("tasks", "--json", "--archive", archive, "--document", DISPATCH, "--on", on)
    task: dict[str, object] = next(each for each in json.loads(out)["tasks"] if each["eid"].endswith("cl_1"))
    return task


def test_a_completion_is_a_day_and_a_document(vanban: Vanban, archive: Path) -> None:
    key = first_task(vanban, archive)["id"]
    code, _, err = vanban("judgements", "decide", "done", key, *BY, "--archive", archive)
    assert code == 2 and "day, proof" in err
    done = ("judgements", "decide", "done", key, *BY, "--day", "29/9/2026", "--proof", "356/SSN-QLBN")
    assert vanban(*done, "--archive", archive)[0] == 0
    task = first_task(vanban, archive)
    assert task["state"] == "done-on-time"
    assert str(task["record"]["proof"]).endswith("356-ssn-qlbn")  # type: ignore[index]
    # known only from its own day on
    assert first_task(vanban, archive, "2026-09-28")["state"] == "open-on-time"


def test_a_later_decision_moves_the_limit_and_takes_a_completion_back(vanban: Vanban, archive: Path) -> None:
    key = first_task(vanban, archive)["id"]
    for words in (
        ("done", "--day", "2026-10-15", "--proof", "99/BC-SSN"),
        ("extend", "--day", "2026-12-31", "--proof", "100/UBND-SN"),
    ):
        assert vanban("judgements", "decide", words[0], key, *BY, *words[1:], "--archive", archive)[0] == 0
    assert first_task(vanban, archive)["state"] == "done-on-time"
    assert vanban("judgements", "decide", "open", key, *BY, "--archive", archive)[0] == 0
    task = first_task(vanban, archive)
    assert (task["state"], task["due"]) == ("open-on-time", "2026-12-31")


def test_a_rejected_task_is_no_longer_listed(vanban: Vanban, archive: Path) -> None:
    key = str(first_task(vanban, archive)["id"])
    assert (
        vanban("judgements", "decide", "reject", key, *BY, "--note", "không phải nhiệm vụ", "--archive", archive)[0]
        == 0
    )
    _, out, _ = vanban("tasks", "--json", "--archive", archive, "--document", DISPATCH)
    assert key not in out
    _, out, _ = vanban("tasks", "--json", "--archive", archive, "--document", DISPATCH, "--state", "rejected")
    assert key in out


def test_decisions_survive_a_re_reading(vanban: Vanban, sample_archive: Path, tmp_path: Path) -> None:
    archive = Path(shutil.copy(sample_archive, tmp_path / "kho.db"))
    shutil.copytree(f"{sample_archive}.files", f"{archive}.files")
    key = first_task(vanban, archive)["id"]
    assert (
        vanban("judgements", "decide", "assign", key, *BY, "--office", "Phòng Bến nước", "--archive", archive)[0] == 0
    )
    assert vanban("reread", "--archive", archive)[0] == 0
    assert first_task(vanban, archive)["record"]["office"] == "Phòng Bến nước"  # type: ignore[index]


def rows_of(path: Path) -> list[dict[str, str]]:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")  # so that a spreadsheet reads Vietnamese as Vietnamese
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def saved(path: Path, rows: list[dict[str, str]], delimiter: str = ",", encoding: str = "utf-8-sig") -> Path:
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(written.getvalue().encode(encoding))
    return path


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8-sig"), (";", "utf-8"), ("\t", "utf-16")])
def test_a_sheet_goes_out_and_comes_back(
    vanban: Vanban, archive: Path, tmp_path: Path, delimiter: str, encoding: str
) -> None:
    path = tmp_path / "bảng.csv"
    assert vanban("judgements", "sheet", path, "--archive", archive)[0] == 0
    rows = rows_of(path)
    chosen = next(row for row in rows if "30 tháng 9 năm 2026" in row["Nguyên văn"])
    chosen |= {"Quyết định": "Hoàn thành", "Ngày": "5/10/2026", "Văn bản chứng minh": "12/BC-SSN", "Ghi chú": "=1+1"}
    saved(path, rows, delimiter, encoding)
    code, out, err = vanban("judgements", "take", path, *BY, "--archive", archive)
    assert (code, err) == (0, "") and "Thêm 1" in out
    assert first_task(vanban, archive)["state"] == "done-late"
    # a formula comes out as words, and the same sheet taken again adds nothing
    assert vanban("judgements", "sheet", path, "--archive", archive)[0] == 0
    again = next(row for row in rows_of(path) if row["Mã"] == chosen["Mã"])
    assert again["Ghi chú"] == "'=1+1"
    assert "Thêm 0 quyết định; 1 dòng như cũ" in vanban("judgements", "take", path, *BY, "--archive", archive)[1]


def test_no_cell_begins_a_formula(vanban: Vanban, archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "bảng.csv"
    vanban("judgements", "sheet", path, "--archive", archive)
    cells = [cell for row in rows_of(path) for cell in row.values()]
    assert cells and not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_rows_that_cannot_be_taken_are_told_and_the_others_taken(vanban: Vanban, archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "bảng.csv"
    vanban("judgements", "sheet", path, "--archive", archive)
    rows = rows_of(path)
    rows[0] |= {"Quyết định": "chấp nhận"}
    rows[1] |= {"Quyết định": "bác bỏ", "Nguyên văn": "lời khác"}
    rows[2] |= {"Quyết định": "giao"}
    rows[3] |= {"Quyết định": "bác bỏ", "Mã": "task:khong-co:000000000000"}
    rows[4] |= {"Quyết định": "hoàn thành", "Ngày": "hôm qua", "Văn bản chứng minh": "1/BC"}
    rows[5] |= {"Quyết định": "tùy"}
    code, out, _ = vanban("judgements", "take", saved(path, [*rows, rows[0]]), *BY, "--archive", archive, "--json")
    taken = json.loads(out)
    codes = [fault["code"] for fault in taken["faults"]]
    assert code == 1 and taken["added"] == 1
    assert codes == [
        "row-changed", "verdict-incomplete", "row-unknown", "bad-day", "no-such-verdict", "row-twice",
    ]  # fmt: skip
    assert taken["faults"][2]["cells"]["id"] == "task:khong-co:000000000000"


def test_a_file_that_is_no_sheet(vanban: Vanban, archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "khác.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    code, _, err = vanban("judgements", "take", path, *BY, "--archive", archive)
    assert code == 2 and "không phải bảng" in err
