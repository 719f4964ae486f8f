"""`vanban add`: files and folders into the archive, with a progress bar."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from vanban.api import Archive
from vanban.archive import AddReport, NotRead, Progress
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.messages import sentence
from vanban.reading.walk import present


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("add", help=say("add.help"))
    def add(
        paths: Annotated[list[Path], typer.Argument(help=say("add.paths"))],
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        workers: Annotated[int | None, typer.Option("--workers", min=1, help=say("add.workers"))] = None,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> int:
        for _ in present(paths):
            pass  # a slip in a path must not leave an empty archive behind
        with Archive(archive) as opened, bar(say("add.reading"), quiet=as_json) as moved:
            report = opened.add(*paths, workers=workers, progress=moved)
        if as_json:
            show_json(report)
        else:
            tell(report, say)
        return report.exit_code


@contextmanager
def bar(label: str, *, quiet: bool) -> Iterator[Callable[[Progress], None]]:
    """A progress bar on standard error; nothing where the answer is JSON or nobody is looking.

    Drawn when it moves, not by a thread of its own: only a program of one thread forks its reading processes.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    shown = not quiet and sys.stderr.isatty()
    console = Console(stderr=True)
    with Bar(*columns, console=console, disable=not shown, transient=True, auto_refresh=False) as bars:
        task = bars.add_task(label, total=None)

        def moved(progress: Progress) -> None:
            bars.update(task, total=progress.total, completed=progress.done, refresh=True)

        yield moved


def tell(report: AddReport, say: Words) -> None:
    """The counts, then one line for each file that was not read: where, what, what to do."""
    typer.echo(say("add.done", added=report.added, already=report.already_here, failed=len(report.not_read)))
    tell_not_read(report.not_read, say)
    if report.stopped:
        typer.echo(say("error.interrupted"), err=True)


def tell_not_read(not_read: tuple[NotRead, ...], say: Words) -> None:
    """One line for each file that was not read, on standard error."""
    for each in not_read:
        typer.echo(f"  {each.path}: {sentence(each.code, each.details, say.rules, say.language)}", err=True)
