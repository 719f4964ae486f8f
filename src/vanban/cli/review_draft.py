"""`vanban review draft`: a draft checked before signature; the faults as comments in a copy of it."""

from pathlib import Path
from typing import Annotated

import typer

from vanban.api import Archive
from vanban.api.drafting import comment_draft, review_draft
from vanban.cli.day import parse_day
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, day_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.review_draft import draft_lines


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the group `review`."""

    @app.command("draft", help=say("review.draft.help"))
    def draft(
        file: Annotated[Path, typer.Argument(help=say("review.draft.file"))],
        on: Annotated[str | None, day_option(say)] = None,
        out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help=say("review.draft.out"))] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> int:
        day = parse_day(on)
        # Form can be checked without an archive; one that was named must be there.
        if archive == DEFAULT_ARCHIVE and not Path(archive).exists():
            found = review_draft(file, None, on=day)
        else:
            with Archive(archive, create=False) as opened:
                found = review_draft(file, opened, on=day)
        if out is not None:
            comment_draft(file, found, out, say.language)
        if as_json:
            show_json(found)
        else:
            typer.echo(
                "\n".join(
                    [*draft_lines(found, say.rules, say.language), say("review.draft.count", faults=len(found.faults))]
                )
            )
            if out is not None:
                typer.echo(say("text.written", path=str(out)))
        return 1 if any(fault.severity != "info" for fault in found.faults) else 0
