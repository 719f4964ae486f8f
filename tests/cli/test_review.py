"""`vanban review lists`, `impact` and `import` at the command line."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Ran


def test_lists_of_a_year_in_words_and_as_json(vanban: Callable[..., Ran], sample_archive: Path) -> None:
    said = vanban("review", "lists", "--year", "2025", "--archive", sample_archive)
    assert said.code == 0 and "A. VĂN BẢN HẾT HIỆU LỰC, TẠM NGƯNG HIỆU LỰC TOÀN BỘ NĂM 2025 (1)" in said.out
    assert "911/2023/NĐ-CP" in said.out and "Được thay thế bằng văn bản mới" in said.out
    answer = json.loads(vanban("review", "lists", "--year", "2025", "--archive", sample_archive, "--json").out)
    assert (
        answer["window"] == "year" and answer["ended"][0]["groups"][0]["rows"][0]["entries"][0]["day"] == "2025-10-01"
    )


def test_a_period_to_come_is_marked(vanban: Callable[..., Ran], sample_archive: Path) -> None:
    said = vanban("review", "lists", "--period", "2094-2098", "--archive", sample_archive)
    assert said.code == 0 and said.out.startswith("Tạm tính")


def test_files_are_written_into_a_folder(vanban: Callable[..., Ran], sample_archive: Path, tmp_path: Path) -> None:
    said = vanban("review", "lists", "--year", "2025", "--out", tmp_path / "ra", "--archive", sample_archive)
    assert said.code == 0 and {path.name for path in (tmp_path / "ra").iterdir()} >= {"mau-01.docx", "mau-02.xlsx"}


def test_one_window_is_needed(vanban: Callable[..., Ran], sample_archive: Path) -> None:
    for options in (
        [],
        ["--year", "2025", "--period", "2024-2028"],
        ["--period", "2028-2024"],
        ["--period", "năm nay"],
    ):
        said = vanban("review", "lists", *options, "--archive", sample_archive)
        assert said.code == 2 and "--period" in said.err


def test_impact_of_a_document(vanban: Callable[..., Ran], sample_archive: Path) -> None:
    said = vanban("review", "impact", "921/2025/NĐ-CP", "--archive", sample_archive)
    assert said.code == 0 and "Khoản 1" in said.out and "903/2018/TT-BSN" in said.out
    assert vanban("review", "impact", "000/1900/X", "--archive", sample_archive).code == 2


def test_a_table_of_an_officer(vanban: Callable[..., Ran], sample_archive: Path, tmp_path: Path) -> None:
    table = tmp_path / "bang.csv"
    table.write_text('STT,Tên gọi văn bản\n1,"Quyết định số 15/2019/QĐ-UBND"\n2,"Quyết định mới"\n', encoding="utf-8")
    said = vanban("review", "import", table, "--archive", sample_archive)
    assert said.code == 0 and "Đã nối: 1 dòng" in said.out and "3: Quyết định mới" in said.out
    assert vanban("review", "import", tmp_path / "không có.csv", "--archive", sample_archive).code == 2
