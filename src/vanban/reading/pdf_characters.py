"""The characters of a PDF page with their places, through PDFium's raw interface (the only file that knows it)."""

import ctypes
from collections.abc import Iterator
from typing import Any

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium

from vanban.model.errors import SourceError

_LINE_END_HYPHENS = (2, 0xFFFE)  # PDFium's codes for a hyphen at the end of a line
_THIN = 3  # points
_MOST_RULES = 2000  # a page with more is a drawing, not a table
_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY


class Character(msgspec.Struct):
    """One character: where it begins on its baseline, its right edge, and its font's height. Points, y upwards."""

    letter: str
    x: float
    y: float
    right: float
    height: float


class PdfPage(msgspec.Struct):
    """One page: width and height in points, its characters (blanks left out) and the lines drawn on it.

    `rules` are (left, bottom, right, top), each thin in one direction; `pictured` is the share that pictures cover.
    """

    number: int
    width: float
    height: float
    characters: list[Character]
    rules: list[tuple[float, float, float, float]]
    pictured: float = 0.0


def pages_of(data: bytes, name: str) -> Iterator[PdfPage]:
    """The pages of a PDF, one at a time. Raises SourceError `encrypted` or `damaged-pdf`."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None) or pdfium.FPDF_GetLastError()
        if code in (_PASSWORD, _SECURITY) or "password" in str(error).lower():
            raise SourceError("encrypted", name=name) from error
        raise SourceError("damaged-pdf", name=name, reason=str(error)) from error
    try:
        for index in range(len(document)):
            yield _page(document, index, name)
    finally:
        document.close()


def _page(document: Any, index: int, name: str) -> PdfPage:
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise SourceError("damaged-pdf", name=name, reason=f"{error} ({index + 1})") from error
    try:
        width, height = page.get_size()
        text = page.get_textpage()
        try:
            characters = _characters(text.raw)
        finally:
            text.close()
        return PdfPage(index + 1, width, height, characters, *_drawings(page, width * height))
    finally:
        page.close()


def _characters(text: Any) -> list[Character]:
    """Every character but blanks, by its origin on the baseline: fonts of one line differ in height, not in that."""
    found = []
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    x_at, y_at, box_at = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    get_origin, get_box = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetLooseCharBox
    for index, code in enumerate(_codes(text)):
        if code in _LINE_END_HYPHENS:
            code = 0x2D
        if code <= 32 or code == 0xA0 or 0xD800 <= code < 0xE000 or code == 0xFFFF:
            continue
        get_origin(text, index, x_at, y_at)
        get_box(text, index, box_at)
        found.append(Character(chr(code), x.value, y.value, box.right, box.top - box.bottom))
    return found


def _codes(text: Any) -> list[int]:
    """The code of every character; in one call where each takes one unit of UTF-16 (a third of the time)."""
    count = pdfium.FPDFText_CountChars(text)
    if count <= 0:
        return []
    buffer = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        return list(buffer)[:count]
    return [pdfium.FPDFText_GetUnicode(text, index) for index in range(count)]


def _drawings(page: Any, area: float) -> tuple[list[tuple[float, float, float, float]], float]:
    """The straight lines of the page, the edges of drawn frames among them, and the share that pictures cover."""
    rules: list[tuple[float, float, float, float]] = []
    pictured = 0.0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            continue
        x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictured += (x1 - x0) * (y1 - y0) / max(area, 1.0)
        elif min(x1 - x0, y1 - y0) < _THIN < max(x1 - x0, y1 - y0):
            rules.append((x0, y0, x1, y1))
        elif pdfium.FPDFPath_GetDrawMode(item, fill, stroke) and stroke.value and min(x1 - x0, y1 - y0) > _THIN:
            rules += [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
        if len(rules) > _MOST_RULES:
            return [], pictured
    return rules, pictured
