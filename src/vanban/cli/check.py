"""`vanban check`, the same as `vanban review check`: what is wrong in the archive, or with one document of it."""

from pathlib import Path
from typing import Annotated

import typer

from vanban.api import Archive
from vanban.api.checking import Fault
from vanban.api.health import grouped
from vanban.cli.day import parse_day
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, day_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.check_page import Case, Kind, common_advice, html
from vanban.exports.messages import label
from vanban.exports.outline import quote
from vanban.exports.writing import writing
from vanban.model import Severity


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application, or to the group `review`."""

    @app.command("check", help=say("check.help"))
    def check(
        document_words: Annotated[str | None, typer.Argument(metavar="[SYMBOL]", help=say("option.document"))] = None,
        on: Annotated[str | None, day_option(say)] = None,
        severity: Annotated[Severity, typer.Option("--severity", help=say("check.severity"))] = "info",
        code: Annotated[str | None, typer.Option("--code", help=say("check.code"))] = None,
        page: Annotated[Path | None, typer.Option("--html", metavar="FILE", help=say("check.html"))] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            found = opened.check(document_words, on=parse_day(on), severity=severity, code=code, language=say.language)
        kinds = [Kind(code, faults[0].finding.severity, tuple(map(_case, faults))) for code, faults in grouped(found)]
        count = say("check.count", faults=len(found.faults), works=found.works)
        if page is not None:
            with writing(page):
                page.write_text(html(kinds, say("check.title"), count, say.rules, say.language), encoding="utf-8")
        if as_json:
            show_json(found)
            return
        for kind in kinds:
            typer.echo(f"{kind.code} [{label('severity', kind.severity, say.rules, say.language)}] ({len(kind.cases)})")
            for case in kind.cases:
                typer.echo(f"  {case.name}: {case.words}" + (f" — “{case.quote}”" if case.quote else ""))
            if advice := common_advice(kind):
                typer.echo(f"  → {advice}")
        typer.echo(count)


def _case(fault: Fault) -> Case:
    """The document by what names it best, what is wrong, the words in short, what to do."""
    quoted = quote(fault.quote, 0, len(fault.quote)) if fault.quote else ""
    title = quote(fault.work.title, 0, len(fault.work.title))
    return Case(fault.work.symbol or title or fault.work.id.rpartition("/")[2], fault.message, quoted, fault.advice)
