"""`vanban review import`: an officer's own table, its rows tied to the documents of the archive."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from vanban.api import Archive
from vanban.api.reviewing import review_import
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.review_tied import tied_lines


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the group `review`."""

    @app.command("import", help=say("review.import.help"))
    def import_table(
        file: Annotated[Path, typer.Argument(help=say("review.import.file"))],
        by: Annotated[str | None, typer.Option("--keep-as", metavar="POST", help=say("review.import.by"))] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            found = review_import(opened, file, by=by, at=dt.datetime.now(dt.UTC))
        if as_json:
            show_json(found)
            return
        for line in tied_lines(found, say):
            typer.echo(line)
