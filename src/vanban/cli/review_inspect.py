"""`vanban review inspect`: the record of inspection of a document, or of all documents of a body."""

from typing import Annotated

import typer

from vanban.api import Archive
from vanban.api.inspecting import Inspected, review_inspect
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.messages import label
from vanban.exports.relations import WorkBrief


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the group `review`."""

    @app.command("inspect", help=say("review.inspect.help"))
    def inspect(
        words: Annotated[str, typer.Argument(metavar="SYMBOL|ISSUER", help=say("review.inspect.words"))],
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> int:
        with Archive(archive, create=False) as opened:
            found = review_inspect(opened, words, language=say.language)
        if as_json:
            show_json(found)
        else:
            for record in found.records:
                _show(record, say)
            for row in found.summary:
                typer.echo(
                    say(
                        "review.inspect.year",
                        issuer=row.issuer,
                        year=row.year,
                        kept=row.kept,
                        broken=row.broken,
                        unknown=row.unknown,
                    )
                )
            if found.passed_over:
                typer.echo(say("review.inspect.passed-over", count=found.passed_over))
        return 1 if any(record.verdict == "broken" for record in found.records) else 0


def _show(record: Inspected, say: Words) -> None:
    typer.echo(f"{_name(record.work)}: {label('inspect', record.verdict, say.rules, say.language)}")
    for item in record.items:
        question = label("inspect-question", item.question, say.rules, say.language)
        answer = label("inspect", item.verdict, say.rules, say.language)
        other = f" {_name(item.work)}" if item.work else ""
        basis = f" [{item.basis}]" if item.basis else ""
        why = f": {item.message}" if item.message else ""
        quote = f" — “{item.quote[:100]}”" if item.quote else ""
        typer.echo(f"  {question}{other}: {answer}{basis}{why}{quote}")


def _name(work: WorkBrief) -> str:
    return work.symbol or work.title
