"""Footnotes in a DOCX made with python-docx, which writes none itself: the part, its styles, and marks in runs.

Office Open XML (ECMA-376 part 1), 17.11: notes 0 and 1 are the separators, one's own begin at 2.
"""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_FIRST = 2


def add_footnotes(document: Document, notes: Sequence[Sequence[str]]) -> None:
    """Give the document its notes, each a sequence of paragraphs; note n (from 1) is marked by `mark(paragraph, n)`."""
    _styles(document)
    root = etree.fromstring(f"<w:footnotes {nsdecls('w', 'r')}/>")
    for number, kind in enumerate(("separator", "continuationSeparator")):
        note = etree.SubElement(root, qn("w:footnote"), {qn("w:type"): kind, qn("w:id"): str(number)})
        run = etree.SubElement(etree.SubElement(note, qn("w:p")), qn("w:r"))
        etree.SubElement(run, qn(f"w:{kind}"))
    for number, lines in enumerate(notes, start=_FIRST):
        note = etree.SubElement(root, qn("w:footnote"), {qn("w:id"): str(number)})
        for place, line in enumerate(lines or ("",)):
            _line(note, line, marked=place == 0)
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), _TYPE, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def mark(paragraph: Paragraph, number: int) -> None:
    """The mark of note `number` (from 1) at the end of what the paragraph has so far."""
    run = paragraph.add_run()
    run.style = "Footnote Reference"
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), str(number + _FIRST - 1))
    run._r.append(reference)


def _line(note: etree._Element, words: str, *, marked: bool) -> None:
    paragraph = etree.SubElement(note, qn("w:p"))
    _style(etree.SubElement(paragraph, qn("w:pPr")), "w:pStyle", "FootnoteText")
    if marked:
        run = etree.SubElement(paragraph, qn("w:r"))
        _style(etree.SubElement(run, qn("w:rPr")), "w:rStyle", "FootnoteReference")
        etree.SubElement(run, qn("w:footnoteRef"))
        words = " " + words
    text = etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn("w:t"))
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = words


def _style(properties: etree._Element, kind: str, name: str) -> None:
    etree.SubElement(properties, qn(kind), {qn("w:val"): name})


def _styles(document: Document) -> None:
    text = document.styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(10)
    text.paragraph_format.first_line_indent = Pt(0)
    text.paragraph_format.space_after = Pt(0)
    document.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER).font.superscript = True
