"""`vanban search`: the provisions that answer some words, as they read on a day."""

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from vanban.api import Archive
from vanban.cli.add import bar
from vanban.cli.day import parse_day
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, day_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports import search as lines
from vanban.search import Answer, Filters


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("search", help=say("search.help"))
    def search(
        words: Annotated[list[str], typer.Argument(metavar="QUERY", help=say("search.query"))],
        on: Annotated[str | None, day_option(say)] = None,
        types: Annotated[list[str] | None, typer.Option("--type", help=say("search.type"))] = None,
        issuers: Annotated[list[str] | None, typer.Option("--issuer", help=say("search.issuer"))] = None,
        fields: Annotated[list[str] | None, typer.Option("--field", help=say("search.field"))] = None,
        families: Annotated[list[str] | None, typer.Option("--family", help=say("search.family"))] = None,
        years: Annotated[list[int] | None, typer.Option("--year", help=say("search.year"))] = None,
        in_force: Annotated[bool, typer.Option("--in-force", help=say("search.in-force"))] = False,
        limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help=say("search.limit"))] = 10,
        offset: Annotated[int, typer.Option("--offset", min=0, help=say("search.offset"))] = 0,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        narrowed = Filters(
            tuple(types or ()), tuple(issuers or ()), tuple(fields or ()), tuple(families or ()), tuple(years or ()),
            in_force,
        )  # fmt: skip
        with Archive(archive, create=False) as opened, bar(say("search.indexing"), quiet=as_json) as moved:
            day = parse_day(on)
            found = opened.search(" ".join(words), on=day, filters=narrowed, limit=limit, offset=offset, progress=moved)
        if as_json:
            show_json(found)
        else:
            tell(found, say)


def tell(found: Answer, say: Words) -> None:
    """Print the results, the words found in bold where there is a terminal."""
    console = Console(soft_wrap=True, highlight=False)
    for line, marks in lines.results(found, say):
        text = Text(line)
        for start, end in marks:
            text.stylize("bold", start, end)
        console.print(text)
