"""`vanban review impact`: a new document arrives; which others must be reviewed."""

from typing import Annotated

import typer

from vanban.api import Archive
from vanban.api.reviewing import review_impact
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.review_impact import impact_lines


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the group `review`."""

    @app.command("impact", help=say("review.impact.help"))
    def impact(
        words: Annotated[str, typer.Argument(metavar="SYMBOL|FILE", help=say("review.impact.words"))],
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            found = review_impact(opened, words)
        if as_json:
            show_json(found)
            return
        for line in impact_lines(found, say):
            typer.echo(line)
