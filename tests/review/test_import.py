"""An officer's own table: rows tied to documents, what could not be tied, and decisions that make Mẫu 04."""

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from tests.sample_truth import SAMPLE
from vanban import archive as room
from vanban.api import Archive
from vanban.api.reviewing import review_import, review_lists
from vanban.model.errors import UsageError
from vanban.review.tying import TiedRow

NOW = dt.datetime(2026, 11, 21, 8, 0, tzinfo=dt.UTC)
TABLE = '''BẢNG RÀ SOÁT,,,,,,
STT,TÊN GỌI VĂN BẢN,Cơ quan soạn thảo,Hình thức xử lý,,,Ngày dự kiến trình ban hành
,,,Thay thế,Bãi bỏ,Ban hành mới,
1,"Quyết định số 15/2019/QĐ-UBND ngày 22 tháng 5 năm 2019 của Ủy ban nhân dân tỉnh Sông Lam ban hành Quy định quản lý bến nước",Sở Sông ngòi,1,,,Quý I/2027
2,"Quyết định 23/2021/QĐ-UBND ngày 18/8/2021 quy định định mức vật tư",Sở Sông ngòi,,1,,Tháng 3/2027
3,"Quyết định số 41/2025/QĐ-UBND ngày 11/7/2025 của UBND tỉnh Sông Lam",Sở Sông ngòi,1,,,
4,"Nghị quyết số 05/2020/NQ-HĐND ngày 10/7/2020 của Hội đồng nhân dân tỉnh An Giang",Sở Tài chính,,,,
5,"Quyết định số 99/2018/QĐ-UBND ngày 01/02/2018 của Ủy ban nhân dân tỉnh Sông Lam",Sở Y tế,,1,,
6,"Quyết định quy định phí bến du lịch trên địa bàn tỉnh Sông Lam",Sở Tài chính,,,1,Tháng 5/2027
7,"Quyết định ban hành Quy định mới (thay thế Quyết định số 15/2019/QĐ-UBND ngày 22/5/2019 của Ủy ban nhân dân tỉnh Sông Lam)",Sở Sông ngòi,1,,,
8,"Quyết định số 41/2025/QĐ-UBND sửa đổi quy định ban hành kèm theo Quyết định số 15/2019/QĐ-UBND",Sở Sông ngòi,,,,
'''  # fmt: skip


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "own.db") as made:
        made.add(SAMPLE, workers=1)
        yield made


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "bang.csv"
    path.write_text(TABLE, encoding="utf-8-sig")
    return path


def _rows(archive: Archive, path: Path) -> dict[int, TiedRow]:
    tied = review_import(archive, path, at=NOW)
    return {each.row.line - 3: each for each in tied.rows}


def test_rows_are_tied_by_number_day_and_body(sample: Archive, table: Path) -> None:
    rows = _rows(sample, table)
    assert {line: row.state for line, row in rows.items()} == {
        1: "tied", 2: "tied", 3: "differs", 4: "differs", 5: "absent", 6: "unnamed", 7: "tied", 8: "tied",
    }  # fmt: skip
    # Another day, another body: the document of that number is shown, never taken.
    assert rows[3].named[0].candidates and rows[3].named[0].work is None
    # A planned document is tied to the one that it replaces; what is amended or attached is not meant.
    assert rows[6].planned and rows[7].planned and not rows[8].planned
    assert [len(rows[line].named) for line in (1, 6, 7, 8)] == [1, 0, 1, 1]


def test_marks_of_handling_are_read_from_the_second_line_of_heads(sample: Archive, table: Path) -> None:
    rows = _rows(sample, table)
    assert rows[1].row.handling == ("replace",) and rows[2].row.handling == ("repeal",)
    assert rows[1].row.drafting == "Sở Sông ngòi" and rows[1].row.deadline == "Quý I/2027"


def test_a_spreadsheet_reads_as_the_same_table(sample: Archive, table: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in TABLE.splitlines():
        book.active.append(next(csv.reader([line])))
    book.save(tmp_path / "bang.xlsx")
    assert _rows(sample, tmp_path / "bang.xlsx") == _rows(sample, table)


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16"])
def test_semicolons_of_excel_in_vietnam_read_as_the_same_table(
    coding: str, sample: Archive, table: Path, tmp_path: Path
) -> None:
    path = tmp_path / "chấm phẩy.csv"
    with path.open("w", encoding=coding, newline="") as file:
        csv.writer(file, delimiter=";").writerows(csv.reader(TABLE.splitlines()))
    assert _rows(sample, path) == _rows(sample, table)


def test_a_day_cell_of_a_workbook_is_a_day(sample: Archive, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["TÊN GỌI VĂN BẢN", "Ngày dự kiến trình ban hành"])
    book.active.append(["Quyết định số 15/2019/QĐ-UBND", dt.datetime(2026, 12, 31)])
    book.save(tmp_path / "bang.xlsx")
    (tied,) = review_import(sample, tmp_path / "bang.xlsx", at=NOW).rows
    assert tied.row.deadline == "2026-12-31"


def test_decisions_make_form_04_and_survive_a_reading(own: Archive, table: Path) -> None:
    tied = review_import(own, table, by="Sở Tư pháp", at=NOW)
    assert tied.kept > 0 and review_import(own, table, by="Sở Tư pháp", at=NOW).kept == 0
    own.reread()
    assert not list(room.orphaned(own.store))
    lists = review_lists(own, today=NOW.date(), period="2022-2026")
    decided = {row.document.symbol: row for row in lists.handling if row.decided and row.document}
    assert decided["15/2019/QĐ-UBND"].handling == "Thay thế"
    assert decided["15/2019/QĐ-UBND"].drafting == "Sở Sông ngòi"
    assert decided["15/2019/QĐ-UBND"].deadline == "Quý I/2027"


def test_what_is_no_table_is_told(sample: Archive, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        review_import(sample, path, at=NOW)
    assert caught.value.code == "no-name-column"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError) as caught:
        review_import(sample, path, at=NOW)
    assert caught.value.code == "not-a-table"
