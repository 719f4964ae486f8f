"""`vanban tasks`: who must do what by when, and how it stands on a day."""

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from vanban.api import Archive
from vanban.cli.day import parse_day
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, day_option, json_option
from vanban.cli.period import parse_last_day
from vanban.cli.show_json import show_json
from vanban.cli.table import show_table
from vanban.cli.words import Words
from vanban.exports.messages import label
from vanban.exports.tasks import COLUMNS, task_calendar, task_rows
from vanban.exports.tasks_xlsx import write_tasks
from vanban.exports.writing import writing


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("tasks", help=say("tasks.help"))
    def tasks(
        body: Annotated[str | None, typer.Option("--body", help=say("tasks.body"))] = None,
        due: Annotated[str | None, typer.Option("--due", help=say("tasks.due-by"))] = None,
        first: Annotated[str | None, typer.Option("--from", help=say("tasks.from"))] = None,
        last: Annotated[str | None, typer.Option("--to", help=say("tasks.to"))] = None,
        states: Annotated[list[str] | None, typer.Option("--state", help=say("tasks.state-option"))] = None,
        document_words: Annotated[str | None, typer.Option("--document", help=say("tasks.of-document"))] = None,
        on: Annotated[str | None, day_option(say)] = None,
        xlsx: Annotated[Path | None, typer.Option("--xlsx", help=say("tasks.xlsx"))] = None,
        ics: Annotated[Path | None, typer.Option("--ics", help=say("tasks.ics"))] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            found = opened.tasks(
                on=parse_day(on),
                body=body,
                first=parse_day(first) if first else None,
                last=parse_last_day(due or last or "") if due or last else None,
                states=tuple(states or ()),
                document=document_words,
            )
        if xlsx:
            with writing(xlsx):
                write_tasks(found, xlsx, say.rules, say.language)
        if ics:
            with writing(ics):
                ics.write_bytes(task_calendar(found.tasks, say.rules, say.language, dt.datetime.now(dt.UTC)))
        if as_json:
            show_json(found)
            return
        if xlsx or ics:
            sys.stderr.write(say("tasks.written", count=len(found.tasks)) + "\n")
            return
        heads = [say(f"tasks.{column}") for column in COLUMNS]
        show_table(say("tasks.title"), heads, task_rows(found.tasks, say.rules, say.language))
        for state, count in found.counts.items():
            typer.echo(f"{label('task-state', state, say.rules, say.language)}: {count}")
