"""`vanban changes`: what starts, ends or changes in a window of days."""

import datetime as dt
import sys
from typing import Annotated

import typer

from vanban.api import Archive
from vanban.cli.day import parse_day
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.changes import ChangesJson, calendar, change_lines


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("changes", help=say("changes.help"))
    def changes(
        first: Annotated[str, typer.Option("--from", help=say("changes.from"))],
        last: Annotated[str | None, typer.Option("--to", help=say("changes.to"))] = None,
        document_words: Annotated[str | None, typer.Option("--document", help=say("changes.document"))] = None,
        issuer: Annotated[str | None, typer.Option("--issuer", help=say("changes.issuer"))] = None,
        as_ics: Annotated[bool, typer.Option("--ics", help=say("changes.ics"))] = False,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            found = opened.changes(parse_day(first), parse_day(last), document=document_words, issuer=issuer)
            name = opened.name_of
            if as_json:
                show_json(ChangesJson(parse_day(first), parse_day(last), found))
            elif as_ics:
                made = dt.datetime.now(dt.UTC)
                sys.stdout.buffer.write(calendar(found, name, say.rules, say.language, made))
            else:
                for line in change_lines(found, name, say.rules, say.language):
                    typer.echo(line)
                typer.echo(say("changes.count", count=len(found)))
