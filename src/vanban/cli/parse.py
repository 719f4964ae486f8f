"""`vanban parse`: one document without any archive; several as JSON lines."""

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from vanban import api
from vanban.cli.words import Words
from vanban.exports.document import document
from vanban.exports.outline import outline
from vanban.model.errors import UsageError


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("parse", help=say("parse.help"))
    def parse(
        paths: Annotated[list[Path], typer.Argument(help=say("parse.paths"))],
        as_json: Annotated[bool, typer.Option("--json", help=say("option.json"))] = False,
        as_lines: Annotated[bool, typer.Option("--jsonl", help=say("parse.jsonl"))] = False,
    ) -> int:
        if as_lines:
            out = sys.stdout.buffer
            failed = 0
            for line in api.parse_lines(paths, language=say.language):
                out.write(line.json + b"\n")
                failed += line.failed
            return 1 if failed else 0
        if len(paths) > 1 or paths[0].is_dir():
            raise UsageError("several-files")
        parsed = api.parse(paths[0]) if str(paths[0]) != "-" else api.parse_bytes(sys.stdin.buffer.read(), "-")
        if as_json:
            shape = document(parsed, say.rules, language=say.language)
            sys.stdout.buffer.write(msgspec.json.encode(shape) + b"\n")
        else:
            typer.echo(outline(parsed, say.rules, say.language))
        return 0
