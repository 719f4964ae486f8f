"""`vanban diff`: what changed in a document between two days; `vanban blame`: which act wrote each unit, since when."""

from typing import Annotated

import typer

from vanban.api import Archive
from vanban.cli.day import parse_day
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, day_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.difference_page import html
from vanban.exports.origins import origins
from vanban.timeline.naming import provision_name

MARKS = {"same": "{}", "added": "[+{}+]", "removed": "[-{}-]"}


def register(app: typer.Typer, say: Words) -> None:
    """Add both commands to the application."""

    @app.command("diff", help=say("diff.help"))
    def diff(
        document_words: Annotated[str, typer.Argument(metavar="SYMBOL", help=say("option.document"))],
        first: Annotated[str, typer.Option("--from", help=say("diff.from"))],
        last: Annotated[str | None, typer.Option("--to", help=say("diff.to"))] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
        as_html: Annotated[bool, typer.Option("--html", help=say("diff.html"))] = False,
    ) -> None:
        earlier, later = parse_day(first), parse_day(last)
        with Archive(archive, create=False) as opened:
            found = opened.diff(document_words, first=earlier, last=later)
            name = opened.name_of(opened.find(document_words).id)
        if as_json:
            show_json(found)
            return
        if as_html:
            typer.echo(html(found, name, earlier, later, say.rules, say.language), nl=False)
            return
        for each in found:
            words = " ".join(MARKS[stretch.kind].format(stretch.words) for stretch in each.stretches)
            typer.echo(f"{provision_name(each.eid, say.rules, say.language)}\n  {words}\n")
        if not found:
            typer.echo(say("diff.none"))

    @app.command("blame", help=say("blame.help"))
    def blame(
        document_words: Annotated[str, typer.Argument(metavar="SYMBOL", help=say("option.document"))],
        provision: Annotated[str | None, typer.Argument(metavar="[PROVISION]", help=say("option.provision"))] = None,
        on: Annotated[str | None, day_option(say)] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            made = opened.text(document_words, provision, on=parse_day(on))
            if as_json:
                show_json(made.units)
            else:
                typer.echo("\n".join(origins(made.units, say.rules, opened.name_of, say.language)))
