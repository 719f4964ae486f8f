"""`vanban settle`: instructions that could not be applied, as a file for a person; `--apply` takes it back."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from vanban.api import Archive
from vanban.cli.day import parse_day
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.model.errors import UsageError


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("settle", help=say("settle.help"))
    def settle(
        document_words: Annotated[str | None, typer.Argument(metavar="[SYMBOL]", help=say("option.document"))] = None,
        at: Annotated[str | None, typer.Option("--consolidated-at", help=say("text.consolidated-at"))] = None,
        apply: Annotated[Path | None, typer.Option("--apply", help=say("settle.apply"))] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> int:
        if (document_words is None) == (apply is None):
            raise typer.BadParameter(say("settle.one"))
        with Archive(archive, create=False) as opened:
            if apply is None:
                found = opened.unsettled(str(document_words), at=parse_day(at), language=say.language)
                if as_json:
                    show_json(found)
                else:
                    typer.echo(found.yaml, nl=False)
                return 0
            if not apply.is_file():
                raise UsageError("no-such-file", path=str(apply))
            taken = opened.settle(apply.read_text(encoding="utf-8"), at=dt.datetime.now(dt.UTC))
        if as_json:
            show_json(taken)
        else:
            typer.echo(say("settle.taken", kept=taken.kept, undecided=taken.undecided))
            for case in taken.orphaned:
                typer.echo(say("settle.orphaned", case=case), err=True)
        return 1 if taken.orphaned else 0
