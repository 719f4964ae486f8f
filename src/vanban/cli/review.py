"""`vanban review …`: what documents need a person's attention. Each command lives in a file of its own."""

import typer

from vanban.cli import check, review_coverage, review_draft, review_impact, review_import, review_inspect, review_lists
from vanban.cli.spoken import spoken_group
from vanban.cli.words import Words

_COMMANDS = (check, review_coverage, review_draft, review_impact, review_import, review_inspect, review_lists)


def register(app: typer.Typer, say: Words) -> None:
    """Add the group and its commands to the application."""
    group = typer.Typer(no_args_is_help=True)
    for command in _COMMANDS:
        command.register(group, say)
    app.add_typer(group, name="review", help=say("review.help"), cls=spoken_group(say))
