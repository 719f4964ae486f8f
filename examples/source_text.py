"""The small notation in which the sample's DOCX, PDF and HTML documents are written (`sources/*.txt`).

A line that starts with `@` opens a section: `@header` and `@sign` (two columns, `---` between them), `@title`,
`@body`, `@appendix` (a new page) and `@notes`. Inside a body `# ` is a centred bold line, `* ` a bold line, `_ ` a
centred italic line, `> ` a line of those addressed, `| a | b |` a row of a table, `[^1]` the mark of footnote 1; any
other line is a paragraph.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Kind = Literal[
    "columns", "signature", "title", "heading", "strong", "caption", "addressee", "paragraph", "table", "page-break"
]  # fmt: skip
NOTE_MARK = re.compile(r"\[\^(\d+)\]")
_STYLES: dict[str, Kind] = {"# ": "heading", "* ": "strong", "_ ": "caption", "> ": "addressee"}


@dataclass(frozen=True)
class Block:
    """One block of a document: `lines` for text, `right` for the second column, `rows` for a table."""

    kind: Kind
    lines: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True)
class Document:
    """The blocks of a document in order, and its footnotes by number."""

    blocks: list[Block]
    notes: dict[str, str]


def read_source(path: Path) -> Document:
    """The document that a source file describes. Raises ValueError for an unknown section."""
    blocks: list[Block] = []
    notes: dict[str, str] = {}
    for section in ("\n" + path.read_text(encoding="utf-8").rstrip("\n")).split("\n@")[1:]:
        name, *lines = section.split("\n")
        if name in ("header", "sign"):
            middle = lines.index("---")
            kind: Kind = "columns" if name == "header" else "signature"
            blocks.append(Block(kind, lines[:middle], lines[middle + 1 :]))
        elif name == "title":
            blocks.extend(Block("title", [line]) for line in lines)
        elif name in ("body", "appendix"):
            blocks.extend([Block("page-break")] if name == "appendix" else [])
            for line in lines:
                _add_line(blocks, line)
        elif name == "notes":
            notes.update(line.split(". ", 1) for line in lines)
        else:
            raise ValueError(f"{path}: unknown section @{name}")
    return Document(blocks, notes)


def _add_line(blocks: list[Block], line: str) -> None:
    if line.startswith("| "):
        if blocks[-1].kind != "table":
            blocks.append(Block("table"))
        blocks[-1].rows.append([cell.strip() for cell in line.strip("| ").split("|")])
    else:
        kind = _STYLES.get(line[:2], "paragraph")
        blocks.append(Block(kind, [line if kind == "paragraph" else line[2:]]))
