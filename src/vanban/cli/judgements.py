"""`vanban judgements decide|sheet|take`: a person's decisions about facts, one by one or in a spreadsheet."""

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from vanban.api import Archive, deciding
from vanban.api.judging import Verdict
from vanban.cli.day import parse_day
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.messages import sentence
from vanban.exports.sheet_csv import read_sheet, write_sheet
from vanban.exports.writing import writing
from vanban.model.errors import UsageError

_TYPED = {
    "accept": "confirmed", "reject": "rejected", "assign": "assigned", "extend": "extended", "cancel": "cancelled",
}  # fmt: skip


def add_decisions(group: typer.Typer, say: Words) -> None:
    """Add the commands to the group `judgements`."""

    @group.command("decide", help=say("judgements.decide"))
    def decide(
        verdict: Annotated[str, typer.Argument(help=say("judgements.verdict"))],
        fact: Annotated[str, typer.Argument(metavar="ID", help=say("judgements.fact"))],
        by: Annotated[str, typer.Option("--by", envvar="VANBAN_BY", help=say("judgements.by"))],
        office: Annotated[str, typer.Option("--office", help=say("judgements.office"))] = "",
        day: Annotated[str | None, typer.Option("--day", help=say("judgements.day"))] = None,
        proof: Annotated[str, typer.Option("--proof", help=say("judgements.proof"))] = "",
        note: Annotated[str, typer.Option("--note", help=say("judgements.note"))] = "",
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        on = parse_day(day) if day else None
        told = Verdict("", fact, _TYPED.get(verdict, verdict), by, note, on, proof, office)
        with Archive(archive, create=False) as opened:
            made = deciding.decide(opened, told, dt.datetime.now(dt.UTC))
        show_json(made) if as_json else typer.echo(say("judgements.kept", verdict=verdict, fact=fact))

    @group.command("sheet", help=say("judgements.sheet"))
    def sheet(
        file: Annotated[Path, typer.Argument(help=say("judgements.file"))] = Path("-"),
        kind: Annotated[str, typer.Option("--kind", help=say("judgements.kind"))] = "task",
        document_words: Annotated[str | None, typer.Option("--document", help=say("tasks.of-document"))] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
    ) -> None:
        with Archive(archive, create=False) as opened:
            lines = list(write_sheet(deciding.sheet(opened, kind, document_words), say.rules, say.language))
        if str(file) == "-":
            sys.stdout.buffer.writelines(lines)
            return
        with writing(file):
            file.write_bytes(b"".join(lines))
        typer.echo(say("judgements.sheet-written", count=len(lines) - 1))

    @group.command("take", help=say("judgements.take"))
    def take(
        file: Annotated[Path, typer.Argument(help=say("judgements.file"))],
        by: Annotated[str, typer.Option("--by", envvar="VANBAN_BY", help=say("judgements.by"))],
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> int:
        if str(file) != "-" and not file.is_file():
            raise UsageError("no-such-file", path=str(file))
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        with Archive(archive, create=False) as opened:
            taken = deciding.take_sheet(opened, read_sheet(data, say.rules), by, dt.datetime.now(dt.UTC))
        if as_json:
            show_json(taken)
        else:
            for row in taken.faults:
                fault = sentence(row.code, row.details, say.rules, say.language)
                typer.echo(say("judgements.row", line=row.line, fault=fault), err=True)
            typer.echo(
                say("judgements.taken", added=taken.added, unchanged=taken.unchanged, empty=taken.empty,
                    faults=len(taken.faults))
            )  # fmt: skip
        return 1 if taken.faults else 0
