"""`vanban references` and `vanban effects`: both directions of one document."""

from typing import Annotated

import typer

from vanban.api import Archive
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.table import show_table
from vanban.cli.words import Words
from vanban.exports.relations import effect_rows, effects_json, reference_rows, references_json


def register(app: typer.Typer, say: Words) -> None:
    """Add the two commands to the application."""

    @app.command("references", help=say("references.help"))
    def references(
        document_words: Annotated[str, typer.Argument(metavar="SYMBOL", help=say("option.document"))],
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            found = opened.references(document_words)
            faults = {seq: opened.tell(finding, say.language) for seq, finding in found.faults.items()}
        if as_json:
            show_json(references_json(found.work, found.outgoing, found.incoming, found.faults))
            return
        heads = [say(f"references.{column}") for column in ("where", "role", "target", "here", "quote", "other")]
        rows = reference_rows(found.outgoing, say.rules, say.language, faults)
        show_table(say("references.from"), [*heads, say("references.finding")], rows)
        show_table(say("references.to"), heads, reference_rows(found.incoming, say.rules, say.language))

    @app.command("effects", help=say("effects.help"))
    def effects(
        document_words: Annotated[str, typer.Argument(metavar="SYMBOL", help=say("option.document"))],
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            found = opened.effects(document_words)
        if as_json:
            show_json(effects_json(found))
            return
        heads = [say(f"effects.{column}") for column in ("where", "verb", "target", "since", "quote", "other")]
        show_table(say("effects.made"), heads, effect_rows(found.made, say.rules, say.language))
        show_table(say("effects.received"), heads, effect_rows(found.received, say.rules, say.language))
