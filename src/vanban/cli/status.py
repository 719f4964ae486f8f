"""`vanban status`: was it in force on that day, and why."""

from typing import Annotated

import typer

from vanban.api import Archive
from vanban.cli.day import parse_day
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, day_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("status", help=say("status.help"))
    def status(
        document_words: Annotated[str, typer.Argument(metavar="SYMBOL", help=say("option.document"))],
        provision: Annotated[str | None, typer.Argument(metavar="[PROVISION]", help=say("option.provision"))] = None,
        on: Annotated[str | None, day_option(say)] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            answer = opened.status(document_words, provision, on=parse_day(on))
            sentences = opened.explain(answer, say.language)
            faults = [opened.tell(finding, say.language) for finding in answer.findings]
        if as_json:
            show_json(answer)
        else:
            typer.echo("\n".join(sentences))
            if faults:
                typer.echo("\n".join([say("status.findings"), *(f"  {fault}." for fault in faults)]))
