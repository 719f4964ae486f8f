"""PDF files made by hand: words at given places, in fonts that map their codes to Vietnamese letters.

No font file is needed: the page names a standard font, and its table of codes (ToUnicode) says which letters are meant.
"""

from collections.abc import Sequence

import msgspec

Place = tuple[float, float, float, str]  # x, y, size, words


class PdfSheet(msgspec.Struct):
    """One page: words with their places, and lines (x0, y0, x1, y1) drawn on it."""

    words: Sequence[Place]
    rules: Sequence[tuple[float, float, float, float]] = ()


def pdf(*sheets: PdfSheet, width: int = 595, height: int = 842) -> bytes:
    """A PDF with these pages. Every character is .6 of its size wide."""
    letters = sorted({c for sheet in sheets for _, _, _, words in sheet.words for c in words})
    code = dict(zip(letters, [*range(33, 127), *range(161, 256)], strict=False))  # codes that have a shape
    mapping = "".join(f"<{index:02x}> <{letter.encode('utf-16-be').hex()}>\n" for letter, index in code.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(code)} beginbfchar\n{mapping}endbfchar endcmap end end"
    )
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    widths = " ".join(["600"] * 255)
    objects.append(
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 1 /LastChar 255 /Widths [{widths}] "
        "/ToUnicode 4 0 R >>"
    )
    objects.append(_stream(cmap))
    kids = []
    for sheet in sheets:
        drawn = "".join(f"{x0} {y0} m {x1} {y1} l S\n" for x0, y0, x1, y1 in sheet.rules)
        shown = "".join(
            f"BT /F1 {size} Tf {x} {y} Td <{''.join(f'{code[c]:02x}' for c in words)}> Tj ET\n"
            for x, y, size, words in sheet.words
        )
        objects.append(_stream(drawn + shown))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects)


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    data = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + tail.encode("latin-1")


def lines(paragraphs: Sequence[Sequence[str]], top: float = 780, left: float = 85, size: float = 12) -> list[Place]:
    """Paragraphs as printed lines, each paragraph with an indented first line."""
    found: list[Place] = []
    y = top
    for paragraph in paragraphs:
        for index, words in enumerate(paragraph):
            found.append((left + (30 if index == 0 else 0), y, size, words))
            y -= 16
        y -= 5
    return found
