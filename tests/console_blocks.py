"""The `console` blocks of a Markdown file: commands that start with `$ `, each followed by what it prints.

A line `…` in what is printed stands for any lines. `python -m tests.console_blocks docs/tutorial.md` runs the commands
and, where they print something else than the file says, writes what they print today (keeping as many lines before and
after a `…`): read it before you commit it.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ANY = "…"


@dataclass(frozen=True)
class Step:
    """One command and the lines that it prints."""

    command: str
    prints: tuple[str, ...]


def steps(markdown: str) -> Iterator[Step]:
    """The commands of a file in order."""
    for block in _BLOCK.finditer(markdown):
        for part in ("\n" + block[1].rstrip("\n")).split("\n$ ")[1:]:
            command, *prints = part.split("\n")
            yield Step(command, tuple(prints))


def run(command: str, folder: Path) -> tuple[str, ...]:
    """What a command prints (both streams) in `folder`, line by line, without space at the ends of lines."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "COLUMNS": "110",
        "NO_COLOR": "1",
        "TERM": "dumb",
        "PYTHONUTF8": "1",
    }
    environment.pop("VANBAN_LANG", None)
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False,
    )  # fmt: skip
    return tuple(line.rstrip() for line in done.stdout.rstrip("\n").split("\n"))


def prepare(folder: Path) -> None:
    """Lay the sample archive's documents into a working folder."""
    shutil.copytree(ROOT / "examples" / "tinh-song-lam", folder / "examples" / "tinh-song-lam")


def agrees(expected: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    """Whether the lines are the same, `…` standing for any lines."""
    pattern = "\n".join(".*" if line.strip() == _ANY else re.escape(line.rstrip()) for line in expected)
    return re.fullmatch(pattern, "\n".join(line or "" for line in printed), re.DOTALL) is not None


def shortened(expected: tuple[str, ...], printed: tuple[str, ...]) -> tuple[str, ...]:
    """The printed lines with the middle left out where the expected ones leave it out."""
    if _ANY not in expected:
        return printed
    before = expected.index(_ANY)
    after = len(expected) - before - 1
    if len(printed) <= before + after:
        return printed
    return (*printed[:before], _ANY, *(printed[-after:] if after else ()))


def rewritten(markdown: str, folder: Path) -> str:
    """The file with what the commands print today."""
    prepare(folder)

    def block(match: re.Match[str]) -> str:
        parts = []
        for step in steps(match[0]):
            printed = run(step.command, folder)
            kept = step.prints if agrees(step.prints, printed) else shortened(step.prints, printed)
            parts += [f"$ {step.command}", *kept]
        return "\n".join(["```console", *(part for part in parts), "```"])

    return _BLOCK.sub(block, markdown)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(name)
            path.write_text(rewritten(path.read_text(encoding="utf-8"), Path(scratch)), encoding="utf-8")
