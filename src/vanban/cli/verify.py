"""`vanban verify`: an official consolidated text held against our own, each difference laid at one door."""

from typing import Annotated

import typer

from vanban.api import Archive
from vanban.cli.diff import MARKS
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.consolidation.verifying import Disagreement
from vanban.exports.messages import label
from vanban.timeline.explanation import day_in_words
from vanban.timeline.naming import provision_name


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("verify", help=say("verify.help"))
    def verify(
        document_words: Annotated[str, typer.Argument(metavar="VBHN", help=say("verify.document"))],
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            found = opened.verify(document_words)
            verified = found.verified
            if as_json:
                show_json(found)
            else:
                day = day_in_words(found.at, say.language)
                typer.echo(say("verify.head", symbol=found.symbol, base=opened.name_of(found.base.id), day=day))
                for each in verified.disagreements:
                    _show(each, opened, say)
                borne = sum(1 for note in verified.notes if note.act_found)
                typer.echo(say("verify.notes", borne=borne, notes=len(verified.notes)))
                sides = dict.fromkeys(("ours", "theirs", "text"), 0)
                for each in verified.disagreements:
                    sides[each.side] += 1
                typer.echo(say("verify.count", agreeing=verified.agreeing, **sides))
        if verified.disagreements:
            raise typer.Exit(1)


def _show(each: Disagreement, opened: Archive, say: Words) -> None:
    unit = provision_name(each.eid, say.rules, say.language)
    side = label("verify-side", each.side, say.rules, say.language)
    why = label("verify-cause", each.cause, say.rules, say.language)
    if each.refused is not None:
        why += f" ({label('refused', each.refused, say.rules, say.language)})"
    if each.act:
        why += f" [{provision_name(each.clause, say.rules, say.language)}, {opened.name_of(each.act)}]"
    words = " ".join(MARKS[stretch.kind].format(stretch.words) for stretch in each.stretches)
    typer.echo(f"{unit}: {side}, {why}\n  {words}")
    if each.note:
        typer.echo(f"  {each.note}")
    typer.echo("")
