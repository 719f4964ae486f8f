"""The command line as a Typer application in one language; each command lives in a file of its own."""

from typing import Annotated, Any

import typer
from typer import rich_utils
from typer.core import TyperGroup

from vanban import __version__
from vanban.cli import add, parse, relations, show, upkeep
from vanban.cli.words import Words

_COMMANDS = (add, parse, show, relations, upkeep)


def build(say: Words) -> typer.Typer:
    """The application with every command, help and labels in the language of `say`."""
    _translate_panels(say)
    app = typer.Typer(
        help=say("app.help"),
        cls=_group(say),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["--help", "-h"]},
        pretty_exceptions_enable=False,
    )

    def version(wanted: bool) -> None:
        if wanted:
            typer.echo(__version__)
            raise typer.Exit

    @app.callback()
    def main(
        lang: Annotated[str, typer.Option("--lang", help=say("option.lang"))] = say.language,
        version: Annotated[bool, typer.Option("--version", help=say("app.version"), callback=version)] = False,
    ) -> None:
        """Options of every command; `--lang` has been taken off the line before."""

    for command in _COMMANDS:
        command.register(app, say)
    for registered in app.registered_commands:
        registered.cls = _command(say)
    return app


def _translate_panels(say: Words) -> None:
    """Typer keeps the titles of its panels in module constants; there is no other way to say them in Vietnamese."""
    rich_utils.OPTIONS_PANEL_TITLE = say("app.options")
    rich_utils.ARGUMENTS_PANEL_TITLE = say("app.arguments")
    rich_utils.COMMANDS_PANEL_TITLE = say("app.commands")
    rich_utils.DEFAULT_STRING = say("app.default")
    rich_utils.REQUIRED_LONG_STRING = say("app.required")


def _own_words(base: Any, say: Words) -> Any:
    """A command class whose usage line and help option are in the language of the user."""

    class Spoken(base):  # type: ignore[misc]
        def get_usage(self, ctx: Any) -> str:
            return str(super().get_usage(ctx)).replace("Usage:", say("app.usage"), 1)

        def get_help_option(self, ctx: Any) -> Any:
            option = super().get_help_option(ctx)
            if option is not None:
                option.help = say("app.show-help")
            return option

    return Spoken


def _group(say: Words) -> Any:
    return _own_words(TyperGroup, say)


def _command(say: Words) -> Any:
    return _own_words(typer.core.TyperCommand, say)
