"""Tables for a person: rich where there is a terminal, tab-separated lines where there is a pipe."""

import sys
from collections.abc import Iterable

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text


def show_table(title: str, heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows under their heads; nothing but the title's count where there are none."""
    listed = list(rows)
    if not sys.stdout.isatty():
        typer.echo(f"{title} ({len(listed)})")
        for row in listed:
            typer.echo("\t".join(row))
        return
    table = Table(*heads, title=f"{title} ({len(listed)})", title_justify="left", show_lines=False, expand=True)
    for row in listed:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)
