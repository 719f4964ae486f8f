"""Typer's own words in the language of the user: panels, the usage line, the help option."""

from typing import Any

from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

from vanban.cli.words import Words


def translate_panels(say: Words) -> None:
    """Typer keeps the titles of its panels in module constants; there is no other way to say them in Vietnamese."""
    rich_utils.OPTIONS_PANEL_TITLE = say("app.options")
    rich_utils.ARGUMENTS_PANEL_TITLE = say("app.arguments")
    rich_utils.COMMANDS_PANEL_TITLE = say("app.commands")
    rich_utils.DEFAULT_STRING = say("app.default")
    rich_utils.REQUIRED_LONG_STRING = say("app.required")
    rich_utils.ENVVAR_STRING = say("app.environment")


def spoken_group(say: Words) -> Any:
    """The class of a group of commands."""
    return _own_words(TyperGroup, say)


def spoken_command(say: Words) -> Any:
    """The class of a command."""
    return _own_words(TyperCommand, say)


def _own_words(base: Any, say: Words) -> Any:
    class Spoken(base):  # type: ignore[misc]
        def get_usage(self, ctx: Any) -> str:
            words = str(super().get_usage(ctx)).replace("Usage:", say("app.usage"), 1)
            words = words.replace("[OPTIONS]", say("app.usage-options"), 1)
            return words.replace("COMMAND [ARGS]...", say("app.usage-command"), 1)

        def get_help_option(self, ctx: Any) -> Any:
            option = super().get_help_option(ctx)
            if option is not None:
                option.help = say("app.show-help")
            return option

    return Spoken
