"""`vanban review coverage`: which bodies have issued the document that a higher one calls for."""

from typing import Annotated

import typer

from vanban.api import Archive
from vanban.api.covering import review_coverage
from vanban.cli.day import parse_day
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, day_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.review_coverage import coverage_lines


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the group `review`."""

    @app.command("coverage", help=say("review.coverage.help"))
    def coverage(
        document_words: Annotated[str, typer.Argument(metavar="SYMBOL", help=say("option.document"))],
        bodies: Annotated[str, typer.Option("--bodies", help=say("review.coverage.bodies"))] = "provinces",
        on: Annotated[str | None, day_option(say)] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            found = review_coverage(opened, document_words, on=parse_day(on), bodies=bodies)
        if as_json:
            show_json(found)
            return
        for line in coverage_lines(found, say):
            typer.echo(line)
