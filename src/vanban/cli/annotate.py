"""`vanban annotate`: a document as HTML in which every pointer is a link."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from vanban import api
from vanban.cli.words import Words
from vanban.exports.annotated import annotated
from vanban.exports.writing import writing


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("annotate", help=say("annotate.help"))
    def annotate(
        file: Annotated[Path, typer.Argument(help=say("annotate.file"))],
        out: Annotated[Path | None, typer.Option("--out", "-o", help=say("annotate.out"))] = None,
    ) -> None:
        page = annotated(api.parse(file)).encode()
        if out is None:
            sys.stdout.buffer.write(page)
        else:
            with writing(out):
                out.write_bytes(page)
