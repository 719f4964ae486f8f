"""`vanban lineage`: what a document comes from and what became of it."""

from typing import Annotated

import typer

from vanban.api import Archive
from vanban.cli.options import DEFAULT_ARCHIVE, archive_option, json_option
from vanban.cli.show_json import show_json
from vanban.cli.words import Words
from vanban.exports.lineage import dot, tree_lines


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("lineage", help=say("lineage.help"))
    def lineage(
        document_words: Annotated[str, typer.Argument(metavar="SYMBOL", help=say("option.document"))],
        depth: Annotated[int, typer.Option("--depth", min=1, max=9, help=say("lineage.depth"))] = 3,
        as_dot: Annotated[bool, typer.Option("--dot", help=say("lineage.dot"))] = False,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
        as_json: Annotated[bool, json_option(say)] = False,
    ) -> None:
        with Archive(archive, create=False) as opened:
            tree = opened.lineage(document_words, depth)
        if as_json:
            show_json(tree)
        elif as_dot:
            typer.echo(dot(tree, say.rules, say.language))
        else:
            typer.echo("\n".join(tree_lines(tree, say.rules, say.language)))
