"""The forms as files: what an officer opens, sorts and prints."""

import datetime as dt
import re
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from lxml import etree

from vanban.api import Archive
from vanban.api.reviewing import review_lists, write_lists
from vanban.exports import review_docx
from vanban.exports.review_sheets import Line, Sheet, Table, sheets
from vanban.exports.review_xlsx import write_xlsx
from vanban.exports.wordprocessing import WordFile
from vanban.review.responsible import Scope
from vanban.rules import Rules

TODAY = dt.date(2026, 11, 21)


@pytest.fixture(scope="module")
def folder(sample: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("lists")
    write_lists(sample, review_lists(sample, today=TODAY, period="2022-2026"), made)
    return made


def _paragraphs(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def test_a_period_gives_five_forms_twice(folder: Path) -> None:
    names = {f"mau-0{number}.{suffix}" for number in range(1, 6) for suffix in ("docx", "xlsx")}
    assert {path.name for path in folder.glob("mau-*")} == names


def test_what_a_person_must_decide_stands_in_a_file_of_its_own(sample: Archive, folder: Path) -> None:
    lists = review_lists(sample, today=TODAY, period="2022-2026")
    document = docx.Document(str(folder / "can-quyet-dinh.docx"))
    rows = document.tables[0].rows[1:-1]
    assert len(rows) == len(lists.undecided) > 0
    for row, doubt in zip(rows, lists.undecided, strict=True):
        assert doubt.document.symbol in row.cells[2].text and row.cells[3].text == doubt.message
        assert row.cells[4].text == doubt.clause
    assert not any("Mẫu số" in line.text for line in document.paragraphs)
    assert (folder / "can-quyet-dinh.xlsx").is_file()


def test_a_year_gives_two(sample: Archive, tmp_path: Path) -> None:
    write_lists(sample, review_lists(sample, today=TODAY, year=2025), tmp_path)
    assert {path.name for path in tmp_path.glob("mau-*")} == {
        "mau-01.docx",
        "mau-01.xlsx",
        "mau-02.docx",
        "mau-02.xlsx",
    }


@pytest.mark.parametrize("number", range(1, 6))
def test_heads_are_those_of_the_form(folder: Path, rules: Rules, number: int) -> None:
    form = rules.review_forms[number - 1]
    document = docx.Document(str(folder / f"{form.id}.docx"))
    assert [cell.text for cell in document.tables[0].rows[0].cells] == [column.head for column in form.columns]
    assert document.sections[0].page_width > document.sections[0].page_height
    spoken = [paragraph.text for paragraph in document.paragraphs]
    assert spoken[0] == form.number and any(line.startswith(form.title) for line in spoken)


@pytest.mark.parametrize("number", range(1, 6))
def test_the_form_is_word_for_word_that_of_the_decree(rules: Rules, number: int, corpus: Path) -> None:
    decree = corpus.parent / "law" / "79-2025-ND-CP.txt"
    if not decree.is_file():
        pytest.skip(f"no decree at {decree}")
    forms = re.split(r"\nMẫu số 0\d\n", decree.read_text(encoding="utf-8"))
    printed = forms[number].split("____")[0].replace("\n", " | ").replace(" | ", " \n ")
    # The superscript numbers of notes stand at the end of words.
    said = " ".join(re.sub(r"(?<=\w)[1-6](?=\s|$)", "", printed).replace("I.VĂN", "I. VĂN").split())
    form = rules.review_forms[number - 1]
    wanted = [form.title, *(column.head for column in form.columns)]
    wanted += [words for part in form.parts for words in (part.ended, part.suspended)]
    wanted += [part.heading.split("{")[0].rstrip() for part in form.parts]
    for words in wanted:
        clean = re.sub(r"(?<=ký hiệu)4", "", said)
        assert words in clean, words


def test_every_part_is_well_formed(folder: Path) -> None:
    for path in folder.glob("*.docx"):
        with zipfile.ZipFile(path) as package:
            assert package.testzip() is None
            for name in package.namelist():
                etree.fromstring(package.read(name))


def test_lines_of_one_document_share_its_cells(folder: Path) -> None:
    table = docx.Document(str(folder / "mau-02.docx")).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows if "15/2019/QĐ-UBND" in row.cells[2].text]
    assert len(rows) == 2 and rows[0][:3] == rows[1][:3] and rows[0][3] != rows[1][3]
    assert table.rows[-1].cells[0].text == "Tổng số: 2 văn bản"


def test_the_collection_holds_the_texts_and_its_list_leads_to_them(folder: Path) -> None:
    with zipfile.ZipFile(folder / "mau-05.docx") as package:
        body = package.read("word/document.xml").decode()
    anchors, marks = set(re.findall(r'w:anchor="(\w+)"', body)), set(re.findall(r'w:name="(vb_\w+)"', body))
    assert anchors and anchors == marks
    assert "Điều 13. Hiệu lực thi hành" in "\n".join(_paragraphs(folder / "mau-05.docx"))


def test_many_texts_stand_in_volumes(sample: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review_docx, "VOLUME", 10_000)
    made = write_lists(sample, review_lists(sample, today=TODAY, period="2022-2026"), tmp_path)
    volumes = [path for path in made if "-tap-" in path.name]
    assert len(volumes) > 1 and all(docx.Document(str(path)).paragraphs for path in volumes)
    with zipfile.ZipFile(tmp_path / "mau-05.docx") as package:
        targets = re.findall(r'Target="(mau-05-tap-\d+\.docx)"', package.read("word/_rels/document.xml.rels").decode())
    assert set(targets) == {path.name for path in volumes}


def test_a_spreadsheet_says_the_same(folder: Path) -> None:
    page = openpyxl.load_workbook(folder / "mau-03.xlsx").active
    cells = [[cell.value for cell in row if cell.value] for row in page.iter_rows()]
    table = docx.Document(str(folder / "mau-03.docx")).tables[0]
    for row in table.rows:
        words = [cell.text for cell in row.cells if cell.text]
        assert list(dict.fromkeys(words)) in [list(dict.fromkeys(line)) for line in cells]


def test_words_are_never_a_formula(tmp_path: Path, rules: Rules) -> None:
    columns = rules.review_forms[0].columns
    line = ("1", "=HYPERLINK(1)", "+1", "-1", "@x", "\x07bell & <tag>")
    sheet = Sheet("x", "x", "", ("=1+1",), columns, (Table("", (Line("row", line),)),))
    write_xlsx(sheet, tmp_path / "x.xlsx")
    page = openpyxl.load_workbook(tmp_path / "x.xlsx").active
    assert all(cell.data_type in ("s", "n") for row in page.iter_rows() for cell in row)
    review_docx.write_docx(sheet, tmp_path / "x.docx")
    assert docx.Document(str(tmp_path / "x.docx")).tables[0].rows[1].cells[5].text == "bell & <tag>"


def test_a_file_keeps_its_paragraphs(tmp_path: Path) -> None:
    with WordFile(tmp_path / "t.docx") as out:
        out.paragraph("một\nhai", "Title", bookmark="vb_1")
        out.text("ba\n\nbốn")
    assert _paragraphs(tmp_path / "t.docx") == ["một\nhai", "ba", "bốn"]


def test_an_internal_list_says_so(sample: Archive) -> None:
    lists = review_lists(sample, today=TODAY, year=2026, scope=Scope("party"))
    first = next(iter(sheets(lists, sample.rules)))
    assert first.titles[0].startswith("Văn bản của Đảng hết hiệu lực")
    assert any("nội bộ" in line for line in first.titles)
