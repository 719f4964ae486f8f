"""DOCX: what Word shows is what is read."""

from tests.reading.docx_making import docx, p, row
from vanban import reading
from vanban.model import Text
from vanban.rules import Rules


def read(data: bytes, rules: Rules) -> Text:
    text, _ = reading.read(data, "a.docx", rules)
    return text


def test_paragraphs_breaks_and_tabs(rules: Rules) -> None:
    body = p("Điều 1. Phạm vi") + "<w:p><w:r><w:t>Một</w:t><w:br/><w:t>hai</w:t><w:tab/><w:t>ba</w:t></w:r></w:p>"
    assert read(docx(body), rules).content == "Điều 1. Phạm vi\nMột\nhai ba"


def test_automatic_numbers_are_written_out(rules: Rules) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    )

    def at(level: int) -> str:
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'

    steps = [("Phạm vi", 0), ("Một", 1), ("Hai", 1), ("Ý", 2), ("Đối tượng", 0), ("Ba", 1)]
    text = read(docx("".join(p(words, at(level)) for words, level in steps), numbering=numbering), rules)
    assert text.content.split("\n") == [
        "Điều 1. Phạm vi", "1. Một", "2. Hai", "a) Ý", "Điều 2. Đối tượng", "1. Ba",
    ]  # fmt: skip
    told = [text.content[repair.at : repair.at + repair.length] for repair in text.repairs]
    assert told == ["Điều 1. ", "1. ", "2. ", "a) ", "Điều 2. ", "1. "]
    assert {(repair.kind, repair.was) for repair in text.repairs} == {("auto-number", "")}


def test_numbers_that_come_from_a_style(rules: Rules) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="Chương %1"/><w:pStyle w:val="Chuong"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = (
        '<w:style w:styleId="Chuong"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Con"><w:basedOn w:val="Chuong"/></w:style>'
    )
    body = p("MỘT", '<w:pStyle w:val="Chuong"/>') + p("HAI", '<w:pStyle w:val="Con"/>') + p("thường")
    text = read(docx(body, numbering=numbering, styles=styles), rules)
    assert text.content.split("\n") == ["Chương III MỘT", "Chương IV HAI", "thường"]


def test_tables_keep_their_cells_merged_ones_once(rules: Rules) -> None:
    merged = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("Nhóm")
    going_on = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>"
    table = f"<w:tbl>{row('STT', 'Việc')}{row(merged, 'Một')}{row(going_on, 'Hai')}</w:tbl>"
    text = read(docx(p("Trước") + table + p("Sau")), rules)
    (found,) = text.tables
    cells = [[text.content[start:end] for start, end in cells] for cells in found.rows]
    assert cells == [["STT", "Việc"], ["Nhóm", "Một"], ["Hai"]]
    assert text.content == "Trước\nSTT\nViệc\nNhóm\nMột\nHai\nSau"


def test_tracked_changes_are_taken_as_accepted_and_told(rules: Rules) -> None:
    body = (
        "<w:p><w:r><w:t>Trong </w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>15</w:t></w:r></w:ins><w:r><w:t> ngày</w:t></w:r></w:p>"
    )
    text, findings = reading.read(docx(body), "a.docx", rules)
    assert text.content == "Trong 15 ngày"
    assert [finding.code for finding in findings] == ["tracked-changes"]


def test_notes_stand_at_the_end_and_know_their_signs(rules: Rules) -> None:
    body = '<w:p><w:r><w:t>Điều 5</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>' + p("Hết.")
    notes = f'<w:footnote w:id="2">{p("Được sửa đổi.")}</w:footnote>'
    text = read(docx(body, footnotes=notes), rules)
    assert text.content == "Điều 5[1]\nHết.\n[1] Được sửa đổi."
    (note,) = text.notes
    assert text.content[note.mark :].startswith("[1]\nHết")
    assert text.content[note.start : note.end] == "[1] Được sửa đổi."


def test_hidden_words_are_not_read_and_capitals_are(rules: Rules) -> None:
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
        "<w:r><w:rPr><w:caps/></w:rPr><w:t>Quyết định</w:t></w:r></w:p>"
    )
    assert read(docx(body), rules).content == "QUYẾT ĐỊNH"


def test_a_header_set_with_tabs_is_read_by_columns(rules: Rules) -> None:
    lines = [
        ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("TỈNH SÔNG LAM", "Độc lập - Tự do - Hạnh phúc"),
    ]
    body = "".join(
        f"<w:p><w:r><w:t>{left}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>{right}</w:t></w:r></w:p>"
        for left, right in lines
    )
    text = read(docx(body + p("QUYẾT ĐỊNH")), rules)
    assert text.content.split("\n") == [lines[0][0], lines[1][0], lines[0][1], lines[1][1], "QUYẾT ĐỊNH"]


def test_text_boxes_follow_their_paragraph(rules: Rules) -> None:
    body = (
        "<w:p><w:r><w:t>Trước</w:t></w:r><w:r><w:pict><w:txbxContent>" + p("Trong khung") + "</w:txbxContent></w:pict>"
        "</w:r></w:p>" + p("Sau")
    )
    assert read(docx(body), rules).content == "Trước\nTrong khung\nSau"
