"""The DOCX of an official text: real footnotes, one mark for each, tables as tables; read back as Word would."""

import zipfile
from pathlib import Path

from docx import Document
from lxml import etree

from tests.consolidation.drafting import act, base, changes
from vanban.consolidation.official import official_text
from vanban.exports.official_docx import write_docx
from vanban.exports.official_page import official_page
from vanban.reading import read
from vanban.rules import Rules

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "1. Sửa đổi, bổ sung khoản 3 Điều 2 như sau:\n“3. Bộ Sông nước và xã quản lý bến.”"


def _written(folder: Path, rules: Rules) -> tuple[Path, int]:
    first, amending = base(), act(BODY)
    page = official_page(official_text(first, changes(amending), {}, rules), rules)
    write_docx(page, folder / "hop-nhat.docx", rules)
    return folder / "hop-nhat.docx", len(page.notes)


def test_every_mark_has_its_footnote(tmp_path: Path, rules: Rules) -> None:
    path, count = _written(tmp_path, rules)
    with zipfile.ZipFile(path) as package:
        notes = etree.fromstring(package.read("word/footnotes.xml"))
        body = etree.fromstring(package.read("word/document.xml"))
        assert "footnotes" in package.read("[Content_Types].xml").decode()
        assert "footnotes.xml" in package.read("word/_rels/document.xml.rels").decode()
    marks = [each.get(f"{W}id") for each in body.iter(f"{W}footnoteReference")]
    own = [each.get(f"{W}id") for each in notes.iter(f"{W}footnote") if each.get(f"{W}type") is None]
    assert marks == own
    assert len(own) == count == 3


def test_the_form_has_its_head_and_its_signature(tmp_path: Path, rules: Rules) -> None:
    document = Document(str(_written(tmp_path, rules)[0]))
    head, foot = document.tables
    assert "VĂN PHÒNG QUỐC HỘI" in head.cell(0, 0).text
    assert "Độc lập - Tự do - Hạnh phúc" in head.cell(0, 1).text
    assert "XÁC THỰC VĂN BẢN HỢP NHẤT" in foot.cell(0, 1).text
    assert round(document.sections[0].page_width.mm) == 210


def test_our_own_reader_finds_the_notes_where_they_were_put(tmp_path: Path, rules: Rules) -> None:
    path, _ = _written(tmp_path, rules)
    text, _ = read(path.read_bytes(), path.name, rules)
    marked = [text.content[: note.mark].rpartition("\n")[2] for note in text.notes]
    assert "3." in marked
