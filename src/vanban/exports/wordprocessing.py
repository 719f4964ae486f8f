"""A DOCX written as a stream: landscape A4, tables with repeating heads, headings, bookmarks, page numbers.

WordprocessingML (ECMA-376, part 1) as text: a collection of thousands of documents is written in seconds, where a
library that builds a tree of objects takes minutes (docs/measured-and-rejected.md).
"""

import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, Self
from xml.sax.saxutils import escape

Style = Literal["Normal", "Title", "Heading1", "Number", "Text", "Note", "Cover"]

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TWIPS = 1440 / 2.54  # a centimetre in twentieths of a point
_WIDTH, _HEIGHT, _MARGIN = 16838, 11906, 1134  # A4, margins of 2 cm
# What XML 1.0 does not allow at all.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CELL_MARGINS = '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
_TYPES = (
    _HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'
    '<Override PartName="/word/footer1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>'
)
_ROOT = (
    _HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_FOOTER = (
    _HEAD + f'<w:ftr {_NS}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    "</w:p></w:ftr>"
)


def _style(
    name: str, size: int, *, bold: bool = False, italic: bool = False, align: str = "left", after: int = 0
) -> str:
    base = "" if name == "Normal" else '<w:basedOn w:val="Normal"/>'
    default = ' w:default="1"' if name == "Normal" else ""
    title = {"Heading1": "heading 1"}.get(name, name)
    level = '<w:outlineLvl w:val="0"/>' if name == "Heading1" else ""
    keep = "<w:keepNext/>" if name in ("Number", "Title", "Heading1") else ""  # what a page never ends with
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val="{title}"/>{base}'
        f'<w:pPr>{keep}<w:spacing w:before="0" w:after="{after}"/><w:jc w:val="{align}"/>{level}</w:pPr>'
        f"<w:rPr>{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


_STYLES = (
    _HEAD + f"<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" '
    'w:cs="Times New Roman"/>'
    '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + _style("Normal", 24)
    + _style("Number", 24, bold=True, align="right", after=60)
    + _style("Title", 28, bold=True, align="center", after=60)
    + _style("Heading1", 26, bold=True, after=80)
    + _style("Text", 26, align="both", after=80)
    + _style("Note", 22, italic=True, after=60)
    + _style("Cover", 32, bold=True, align="center", after=400)
    + "</w:styles>"
)


class WordFile:
    """A DOCX that is being written; use as a context manager. Parts of the body come in the order of the calls."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
        self._targets: dict[str, str] = {}
        for name, part in (
            ("[Content_Types].xml", _TYPES), ("_rels/.rels", _ROOT), ("word/styles.xml", _STYLES),
            ("word/footer1.xml", _FOOTER),
        ):  # fmt: skip
            self._zip.writestr(name, part)
        self._body = self._zip.open("word/document.xml", "w", force_zip64=True)
        self._write(f"{_HEAD}<w:document {_NS}><w:body>")
        self._bookmarks = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._write(
            '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>'
            f'<w:pgSz w:w="{_WIDTH}" w:h="{_HEIGHT}" w:orient="landscape"/>'
            f'<w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}" '
            'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
        )
        self._body.close()
        links = "".join(
            f'<Relationship Id="{name}" Type="{_REL}/hyperlink" Target="{_attribute(target)}" TargetMode="External"/>'
            for target, name in self._targets.items()
        )
        self._zip.writestr(
            "word/_rels/document.xml.rels",
            f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{_REL}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId2" Type="{_REL}/footer" Target="footer1.xml"/>{links}</Relationships>',
        )
        self._zip.close()

    def _write(self, xml: str) -> None:
        self._body.write(xml.encode())

    def paragraph(self, words: str, style: Style = "Normal", *, new_page: bool = False, bookmark: str = "") -> None:
        """One paragraph; "\\n" breaks the line. `bookmark` names the place for links."""
        broken = "<w:pageBreakBefore/>" if new_page else ""
        run = _run(words)
        if bookmark:
            self._bookmarks += 1
            run = (
                f'<w:bookmarkStart w:id="{self._bookmarks}" w:name="{_attribute(bookmark)}"/>{run}'
                f'<w:bookmarkEnd w:id="{self._bookmarks}"/>'
            )
        self._write(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{broken}</w:pPr>{run}</w:p>')

    def text(self, content: str) -> None:
        """The words of a document, a paragraph a line."""
        lines = (line for line in content.split("\n") if line.strip())
        self._write("".join(f'<w:p><w:pPr><w:pStyle w:val="Text"/></w:pPr>{_run(line)}</w:p>' for line in lines))

    def open_table(self, widths: Sequence[float], heads: Sequence[str]) -> None:
        """Begin a table with columns of that many centimetres; its head is repeated on each page."""
        grid = "".join(f'<w:gridCol w:w="{round(width * _TWIPS)}"/>' for width in widths)
        border = '<w:{0} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        borders = "".join(border.format(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
        total = round(sum(widths) * _TWIPS)
        self._widths = [round(width * _TWIPS) for width in widths]
        self._write(
            f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/>{_CELL_MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        cells = "".join(_cell(head, width, "<w:b/>", "center") for head, width in zip(heads, self._widths, strict=True))
        self._write(f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>")

    def row(
        self,
        cells: Sequence[str],
        *,
        merged: int = 0,
        above: bool = False,
        links: dict[int, tuple[str, str]] | None = None,
    ) -> None:
        """One row. The first `merged` cells begin a cell that goes on below or (`above`) go on from the row above.

        `links` by column: (file, bookmark); a file of "" is this one.
        """
        written = []
        for at, (words, width) in enumerate(zip(cells, self._widths, strict=True)):
            merge = "" if at >= merged else "<w:vMerge/>" if above else '<w:vMerge w:val="restart"/>'
            link = (links or {}).get(at)
            inner = self._link(words, *link) if link else None
            align = "center" if at == 0 else "left"
            written.append(_cell("" if above and at < merged else words, width, "", align, merge, inner))
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if max(map(len, cells), default=0) < _WHOLE else ""
        self._write(f"<w:tr>{whole}{''.join(written)}</w:tr>")

    def band(self, words: str, *, bold: bool = True) -> None:
        """A row of one cell across all columns; it stays on the page of what follows it."""
        look = "<w:b/>" if bold else ""
        cell = _cell(words, sum(self._widths), look, "left", _span(len(self._widths)), keep="<w:keepNext/>")
        self._write(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>")

    def close_table(self) -> None:
        """End the table; a paragraph follows, as the format wants."""
        self._write("</w:tbl><w:p/>")

    def _link(self, words: str, file: str, bookmark: str) -> str:
        if not file:
            return f'<w:hyperlink w:anchor="{_attribute(bookmark)}">{_run(words, _BLUE)}</w:hyperlink>'
        name = self._targets.setdefault(file, f"rId{len(self._targets) + 3}")
        return f'<w:hyperlink r:id="{name}" w:anchor="{_attribute(bookmark)}">{_run(words, _BLUE)}</w:hyperlink>'


_WHOLE = 900  # characters of the longest cell up to which a row is kept on one page
_BLUE = '<w:color w:val="1F4E9C"/><w:u w:val="single"/>'


def _span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def _cell(
    words: str, width: int, look: str, align: str, more: str = "", inner: str | None = None, keep: str = ""
) -> str:
    lines: Iterable[str] = words.split("\n") if inner is None else [""]
    shown = "".join(
        f'<w:p><w:pPr>{keep}<w:jc w:val="{align}"/></w:pPr>{_run(line, look) if inner is None else inner}</w:p>'
        for line in lines
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{shown}</w:tc>'


def _run(words: str, look: str = "") -> str:
    if not words:
        return ""
    looks = f"<w:rPr>{look}</w:rPr>" if look else ""
    pieces = (f'<w:t xml:space="preserve">{_text(piece)}</w:t>' for piece in words.split("\n"))
    return f"<w:r>{looks}{'<w:br/>'.join(pieces)}</w:r>"


def _text(words: str) -> str:
    return escape(_FORBIDDEN.sub("", words))


def _attribute(words: str) -> str:
    return escape(_FORBIDDEN.sub("", words), {'"': "&quot;"})
