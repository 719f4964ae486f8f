"""Options that many commands share, with their help in the language of the user."""

from typing import Any

import typer

from vanban.cli.words import Words

DEFAULT_ARCHIVE = "vanban.db"


def archive_option(say: Words) -> Any:
    """`--archive FILE`: which archive is asked; `./vanban.db` unless said."""
    return typer.Option("--archive", envvar="VANBAN_ARCHIVE", help=say("option.archive"))


def json_option(say: Words) -> Any:
    """`--json`: the answer as JSON."""
    return typer.Option("--json", help=say("option.json"))


def day_option(say: Words) -> Any:
    """`--on DAY`: the day asked about."""
    return typer.Option("--on", help=say("option.on"))
