"""`vanban review lists`: the lists that the law wants each year and every five years."""

from pathlib import Path
from typing import Annotated

import typer

from vanban.api import Archive
from vanban.api.reviewing import review_lists, write_lists
from vanban.cli.day import parse_day
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.review_lines import list_lines
from vanban.review.responsible import Scope
from vanban.rules.review_rows import ListKind


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the group `review`."""

    @app.command("lists", help=say("review.lists.help"))
    def lists(
        year: Annotated[int | None, typer.Option("--year", help=say("review.year"))] = None,
        period: Annotated[str | None, typer.Option("--period", help=say("review.period"))] = None,
        issuer: Annotated[str | None, typer.Option("--issuer", help=say("review.issuer"))] = None,
        responsible: Annotated[str | None, typer.Option("--responsible", help=say("review.responsible"))] = None,
        kind: Annotated[ListKind, typer.Option("--kind", help=say("review.kind"))] = "normative",
        published: Annotated[list[Path] | None, typer.Option("--published", help=say("review.published"))] = None,
        out: Annotated[Path | None, typer.Option("--out", metavar="FOLDER", help=say("review.out"))] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            found = review_lists(
                opened,
                today=parse_day(None),
                year=year,
                period=period,
                scope=Scope(kind, issuer, responsible),
                published=published or (),
            )
            made = write_lists(opened, found, out) if out is not None else ()
        if as_json:
            show_json(found)
            return
        for line in [say("review.written", path=path) for path in made] or list_lines(found, say):
            typer.echo(line)
