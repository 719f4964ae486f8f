"""`vanban text`: the words in force on a day, or as an official consolidated text of that day shows them."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from vanban.api import Archive
from vanban.cli.day import parse_day
from vanban.cli.official import Look, show_official
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, day_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.expression import expression
from vanban.exports.expression_pages import html, markdown
from vanban.exports.reservations import as_lines, reservations


@contextmanager
def opened(archive: str, files: list[Path]) -> Iterator[Archive]:
    """The archive named, or one made of loose files for as long as the command runs."""
    if not files:
        with Archive(archive, create=False) as kept:
            yield kept
        return
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "loose.db") as made:
        made.add(*files)
        yield made


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("text", help=say("text.help"))
    def text(
        document_words: Annotated[str, typer.Argument(metavar="SYMBOL", help=say("option.document"))],
        provision: Annotated[str | None, typer.Argument(metavar="[PROVISION]", help=say("option.provision"))] = None,
        on: Annotated[str | None, day_option(say)] = None,
        at: Annotated[str | None, typer.Option("--consolidated-at", help=say("text.consolidated-at"))] = None,
        files: Annotated[list[Path] | None, typer.Option("--files", help=say("text.files"))] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
        as_markdown: Annotated[bool, typer.Option("--markdown", help=say("text.markdown"))] = False,
        as_html: Annotated[bool, typer.Option("--html", help=say("text.html"))] = False,
        docx: Annotated[Path | None, typer.Option("--docx", help=say("text.docx"))] = None,
    ) -> None:
        if on is not None and at is not None:
            raise typer.BadParameter(say("text.one-day"))
        if docx is not None and (at is None or provision is not None):
            raise typer.BadParameter(say("text.docx-official"))
        with opened(archive, files or []) as documents:
            if at is not None and provision is None:
                look: Look = "json" if as_json else "html" if as_html else "markdown" if as_markdown else "plain"
                show_official(documents, document_words, parse_day(at), say, look, docx)
                return
            day, official = parse_day(on or at), at is not None
            made = documents.text(document_words, provision, on=day, official=official)
            if as_json:
                show_json(expression(made.expression, day, say.rules, say.language, official=official, eid=made.eid))
            elif as_markdown or as_html:
                shown = html if as_html else markdown
                typer.echo(shown(made.expression, say.rules, documents.name_of, say.language, made.unit), nl=False)
            else:
                typer.echo(made.text.strip())
                for line in as_lines(reservations(made.expression, say.rules, documents.name_of, say.language)):
                    typer.echo(line, err=True)
