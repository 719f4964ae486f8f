"""`vanban show`: a document as enacted, or one provision of it."""

from typing import Annotated

import typer

from vanban.api import Archive
from vanban.api.shown import ShownJson
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.document import document


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("show", help=say("show.help"))
    def show(
        document_words: Annotated[str, typer.Argument(metavar="SYMBOL", help=say("option.document"))],
        provision: Annotated[str | None, typer.Argument(metavar="[PROVISION]", help=say("option.provision"))] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            shown = opened.show(document_words, provision)
        if not as_json:
            typer.echo(shown.text.strip())
        elif shown.eid is None:
            show_json(document(shown.parsed, say.rules, language=say.language))
        else:
            show_json(ShownJson(shown.work.id, shown.eid, shown.start, shown.end, shown.text))
