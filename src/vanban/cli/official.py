"""The official consolidated text, as `vanban text --consolidated-at` shows or writes it."""

import datetime as dt
from pathlib import Path
from typing import Literal

import typer

from vanban.api import Archive
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.expression import official
from vanban.exports.official_page import official_page
from vanban.exports.official_text import html, markdown, plain
from vanban.exports.reservations import reservations
from vanban.exports.writing import writing

Look = Literal["json", "html", "markdown", "plain"]


def show_official(documents: Archive, words: str, at: dt.date, say: Words, look: Look, docx: Path | None) -> None:
    """Print the official text of that day, or write a DOCX file. Raises UsageError where that cannot be written."""
    made = documents.official(words, at=at)
    if look == "json" and docx is None:
        show_json(official(made, at, say.rules, say.language))
        return
    page = official_page(made, say.rules, reservations(made.expression, say.rules, documents.name_of, say.language))
    if docx is None:
        render = {"html": html, "markdown": markdown, "plain": plain}[look]
        typer.echo(render(page), nl=False)
        return
    from vanban.exports.official_docx import write_docx  # python-docx is slow to load

    with writing(docx):
        write_docx(page, docx, say.rules)
    typer.echo(say("text.written", path=str(docx)))
