"""Lines of a text with the marks of notes between their words, as plain words, Markdown and HTML."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Literal

import msgspec

from vanban.exports.reservations import Reservation

Look = Literal["chapter", "article", "body", "plain"]


class Paragraph(msgspec.Struct, frozen=True):
    """One line of the text: stretches of words, and the numbers of the notes that stand between them."""

    runs: tuple[str | int, ...]
    look: Look

    @property
    def words(self) -> str:
        """The words without the marks."""
        return "".join(run for run in self.runs if isinstance(run, str))


class Grid(msgspec.Struct, frozen=True):
    """A table of the text, row by row."""

    rows: tuple[tuple[str, ...], ...]


Part = Paragraph | Grid


def plain_lines(parts: Iterable[Part]) -> Iterator[str]:
    """One line for each paragraph and each row, marks in square brackets."""
    for part in parts:
        if isinstance(part, Grid):
            yield from (" | ".join(" ".join(cell.split()) for cell in row) for row in part.rows)
        else:
            yield "".join(run if isinstance(run, str) else f"[{run}]" for run in part.runs)


def markdown_lines(parts: Iterable[Part]) -> Iterator[str]:
    """One block for each paragraph and each table, marks as footnotes of Markdown."""
    for part in parts:
        if isinstance(part, Grid):
            rows = ["| " + " | ".join(" ".join(cell.split()) for cell in row) + " |" for row in part.rows]
            yield "\n".join([rows[0], "|" + " --- |" * len(part.rows[0]), *rows[1:]]) if rows else ""
            continue
        head = {"chapter": "## ", "article": "### "}.get(part.look, "")
        words = "".join(run if isinstance(run, str) else f"[^{run}]" for run in part.runs)
        yield head + (words if head else unnumbered(words))


def unnumbered(line: str) -> str:
    """The line so that a number at its beginning does not become a list of Markdown's own numbering."""
    return line.replace(". ", "\\. ", 1) if line[:1].isdigit() else line


def markdown_notes(notes: Sequence[Sequence[str]]) -> Iterator[str]:
    """One footnote of Markdown for each note."""
    for number, note in enumerate(notes, start=1):
        yield f"[^{number}]: " + "\n\n    ".join(unnumbered(line) for line in note)


def markdown_reserved(reserved: Iterable[Reservation]) -> Iterator[str]:
    """One block for each reservation."""
    for each in reserved:
        yield "\n".join([each.title, "", *(f"- {line}" for line in each.lines)]) if each.lines else each.title


def html_lines(parts: Iterable[Part]) -> Iterator[str]:
    """One element for each paragraph and each table, each mark a link to its note."""
    for part in parts:
        if isinstance(part, Grid):
            rows = ("".join(f"<td>{escape(cell, quote=False)}</td>" for cell in row) for row in part.rows)
            yield "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
            continue
        words = "".join(
            escape(run, quote=False)
            if isinstance(run, str)
            else f'<sup><a id="r{run}" href="#n{run}">[{run}]</a></sup>'
            for run in part.runs
        )
        yield f'<p class="{part.look}">{words}</p>'


def html_notes(notes: Sequence[Sequence[str]]) -> Iterator[str]:
    """The notes as a section, each with a link back to its mark; nothing where there is none."""
    if not notes:
        return
    yield "<section>"
    for number, (first, *rest) in enumerate(notes, start=1):
        more = "".join(f"<p>{escape(line, quote=False)}</p>" for line in rest)
        words = escape(first, quote=False)
        yield f'<div id="n{number}"><p><a href="#r{number}">[{number}]</a> {words}</p>{more}</div>'
    yield "</section>"


def html_reserved(reserved: Iterable[Reservation]) -> Iterator[str]:
    """One section for each reservation."""
    for each in reserved:
        rows = "".join(f"<li>{escape(line, quote=False)}</li>" for line in each.lines)
        more = f"<ul>{rows}</ul>" if rows else ""
        yield f"<section><p>{escape(each.title, quote=False)}</p>{more}</section>"
