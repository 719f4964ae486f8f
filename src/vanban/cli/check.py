"""`vanban check`: what is wrong in the archive, or with one document of it."""

from itertools import groupby
from typing import Annotated

import typer

from vanban.api import Archive
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.outline import quote


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("check", help=say("check.help"))
    def check(
        document_words: Annotated[str | None, typer.Argument(metavar="[SYMBOL]", help=say("option.document"))] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            found = opened.check(document_words, language=say.language)
        if as_json:
            show_json(found)
            return
        for code, faults in groupby(found.faults, key=lambda fault: fault.finding.code):
            listed = list(faults)
            typer.echo(f"{code} [{listed[0].finding.severity}] ({len(listed)})")
            for fault in listed:
                words = f" — “{quote(fault.quote, 0, len(fault.quote))}”" if fault.quote else ""
                typer.echo(f"  {fault.work.symbol or fault.work.title}: {fault.message}{words}")
        typer.echo(say("check.count", faults=len(found.faults), works=found.works))
