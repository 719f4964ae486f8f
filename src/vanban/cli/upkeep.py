"""`vanban remove`, `vanban reread`, `vanban judgements`: keeping an archive."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from vanban.api import Archive
from vanban.cli.add import bar, tell_not_read
from vanban.cli.judgements import add_decisions
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.spoken import spoken_group
from vanban.cli.words import Words
from vanban.exports.relations import RemovedJson, brief, work_name
from vanban.exports.writing import writing
from vanban.model.errors import UsageError


def register(app: typer.Typer, say: Words) -> None:
    """Add the commands to the application."""

    @app.command("remove", help=say("remove.help"))
    def remove(
        document_words: Annotated[str, typer.Argument(metavar="SYMBOL", help=say("option.document"))],
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            gone = opened.remove(document_words)
        show_json(RemovedJson(brief(gone))) if as_json else typer.echo(say("remove.done", name=work_name(gone)))

    @app.command("reread", help=say("reread.help"))
    def reread(
        changed: Annotated[bool, typer.Option("--changed", help=say("reread.changed"))] = False,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> int:
        with Archive(archive, create=False) as opened, bar(say("add.reading"), quiet=as_json) as moved:
            report = opened.reread(changed_only=changed, progress=moved)
        if as_json:
            show_json(report)
        else:
            typer.echo(say("reread.done", read=report.read, changed=report.changed, failed=len(report.not_read)))
            tell_not_read(report.not_read, say)
        return report.exit_code

    app.add_typer(_judgements(say), name="judgements", help=say("judgements.help"), cls=spoken_group(say))


def _judgements(say: Words) -> typer.Typer:
    group = typer.Typer(no_args_is_help=True)

    @group.command("export", help=say("judgements.export"))
    def export(
        file: Annotated[Path, typer.Argument(help=say("judgements.file"))] = Path("-"),
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
    ) -> None:
        with Archive(archive, create=False) as opened:
            lines = list(opened.export_judgements())
        if str(file) == "-":
            sys.stdout.buffer.writelines(lines)
        else:
            with writing(file):
                file.write_bytes(b"".join(lines))

    @group.command("restore", help=say("judgements.restore"))
    def restore(
        file: Annotated[Path, typer.Argument(help=say("judgements.file"))],
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
    ) -> None:
        if str(file) != "-" and not file.is_file():
            raise UsageError("no-such-file", path=str(file))
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        with Archive(archive, create=False) as opened:
            added = opened.restore_judgements(iter(data.splitlines()))
        typer.echo(say("judgements.restored", count=added))

    add_decisions(group, say)
    return group
