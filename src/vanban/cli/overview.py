"""`vanban overview`: an archive at a glance on a day."""

from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from vanban.api import Archive, Overview
from vanban.cli.day import parse_day
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, day_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports import overview as lines
from vanban.timeline.explanation import day_in_words


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("overview", help=say("overview.help"))
    def overview(
        on: Annotated[str | None, day_option(say)] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            found = opened.overview(parse_day(on), language=say.language)
        if as_json:
            show_json(found)
        else:
            tell(found, say)


# A much amended act is explained by hundreds of clauses; `vanban status` tells them all.
_EXPLAINED = 8


def _first(sentences: tuple[str, ...], say: Words) -> list[str]:
    more = len(sentences) - _EXPLAINED
    return [*sentences[:_EXPLAINED], *([say("overview.more", count=more)] if more > 0 else [])]


def tell(found: Overview, say: Words, console: Console | None = None) -> None:
    """Print the overview, each part under its head."""
    console = console or Console(soft_wrap=True, highlight=False)

    def part(head: str, body: Iterable[str]) -> None:
        rows = list(body)
        if rows:
            console.print(Text(head, style="bold"))
            for row in rows:
                console.print(Text(f"  {row}"))
            console.print()

    day = day_in_words(found.on, say.language)
    part(say("overview.here"), lines.holdings(found.counts, say))
    part(say("overview.in-force", day=day), filter(None, [lines.states(found.states, say)]))
    part(say("overview.documents"), lines.standing(((each.work, each.status) for each in found.standing), say))
    if found.lineage is not None:
        part(say("overview.lineage"), lines.family_tree(found.lineage, say))
    part(say("overview.why"), _first(found.explained, say))
    part(say("overview.missing"), lines.missing(found.missing, say))
