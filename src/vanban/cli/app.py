"""The command line as a Typer application in one language; each command lives in a file of its own."""

from typing import Annotated

import typer

from vanban.cli import (
    add,
    annotate,
    changes,
    check,
    diff,
    lineage,
    overview,
    parse,
    relations,
    review,
    search,
    serve,
    settle,
    show,
    status,
    tasks,
    text,
    upkeep,
    verify,
)
from vanban.cli.spoken import spoken_command, spoken_group, translate_panels
from vanban.cli.words import Words
from vanban.model.version import VERSION

_COMMANDS = (
    add,
    overview,
    parse,
    annotate,
    search,
    show,
    text,
    diff,
    verify,
    settle,
    status,
    changes,
    relations,
    check,
    tasks,
    lineage,
    review,
    serve,
    upkeep,
)


def build(say: Words) -> typer.Typer:
    """The application with every command, help and labels in the language of `say`."""
    translate_panels(say)
    app = typer.Typer(
        help=say("app.help"),
        cls=spoken_group(say),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["--help", "-h"]},
        pretty_exceptions_enable=False,
    )

    def version(wanted: bool) -> None:
        if wanted:
            typer.echo(VERSION)
            raise typer.Exit

    @app.callback()
    def main(
        lang: Annotated[str, typer.Option("--lang", help=say("option.lang"))] = say.language,
        version: Annotated[bool, typer.Option("--version", help=say("app.version"), callback=version)] = False,
    ) -> None:
        """Options of every command; `--lang` has been taken off the line before."""

    for command in _COMMANDS:
        command.register(app, say)
    for group in (app, *(each.typer_instance for each in app.registered_groups if each.typer_instance)):
        for registered in group.registered_commands:
            registered.cls = spoken_command(say)
    return app
