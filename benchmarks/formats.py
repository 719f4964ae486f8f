"""One document in several formats: what is read from DOCX files of `office` and from copies made by LibreOffice.

No truth is needed: the words are the same, so units, references, effects and tasks must be. Needs `soffice`; without it
nothing is measured, and that is said. `python -m benchmarks.formats --errors` names the documents that differ.
"""

import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from pathlib import Path

from benchmarks.corpus import root
from benchmarks.figure import Figure
from vanban import pipeline
from vanban.model import Parsed
from vanban.rules import load

FORMATS = {"pdf": "pdf", "html": "html", "txt": "txt:Text (encoded):UTF8"}
_LEVELS = frozenset({"part", "chapter", "section", "article", "clause", "point", "appendix", "form"})

Facts = dict[str, Counter[Hashable]]


def facts(parsed: Parsed) -> Facts:
    """What must not depend on the format, each with how often it stands there."""
    return {
        "units": Counter(unit.eid for unit in parsed.provisions if unit.level in _LEVELS),
        "references": Counter((each.target.symbol, each.target.provision) for each in parsed.references),
        "effects": Counter((each.verb, each.target.symbol, each.target.provision) for each in parsed.effects),
        "tasks": Counter("task" for _ in parsed.tasks),
    }


def _copies(folder: Path, kind: str) -> dict[str, Path]:
    """The copies of one format, by the name without its ending."""
    command = ["soffice", "--headless", "--convert-to", FORMATS[kind], "--outdir", str(folder)]
    subprocess.run([*command, *map(str, _originals())], check=True, capture_output=True)
    return {path.stem: path for path in folder.glob(f"*.{kind}")}


def _originals() -> list[Path]:
    return sorted((root() / "office").glob("*.docx"))


def _compared() -> Iterator[tuple[str, str, Facts, Facts]]:
    """(format, document, facts of the original, facts of the copy)."""
    rules = load()
    own = {path.stem: facts(pipeline.parse(path.read_bytes(), path.name, rules)) for path in _originals()}
    for kind in FORMATS:
        with tempfile.TemporaryDirectory() as folder:
            for name, path in sorted(_copies(Path(folder), kind).items()):
                yield kind, name, own[name], facts(pipeline.parse(path.read_bytes(), path.name, rules))


def _f1(pairs: Iterable[tuple[Counter[Hashable], Counter[Hashable]]]) -> tuple[float, int]:
    both = size = 0
    for one, other in pairs:
        both += 2 * (one & other).total()
        size += one.total() + other.total()
    return both / max(size, 1), size // 2


def figures() -> Iterator[Figure]:
    """F1 of each kind of fact between the original and its copies, by format."""
    if shutil.which("soffice") is None:
        print("formats: LibreOffice (soffice) is not here, nothing measured", file=sys.stderr)
        return
    compared = list(_compared())
    for kind in FORMATS:
        chosen = [(one, other) for format_, _, one, other in compared if format_ == kind]
        for what in chosen[0][0]:
            share, count = _f1((one[what], other[what]) for one, other in chosen)
            yield Figure(f"DOCX and its copy as {kind.upper()}, the same {what}: F1", share, count)


def _errors() -> None:
    for kind, name, one, other in _compared():
        parted = [f"{what} {_f1([(one[what], other[what])])[0]:.3f}" for what in one if one[what] != other[what]]
        if parted:
            print(f"{kind:5}{name[:60]:62}{', '.join(parted)}")


if __name__ == "__main__":
    _errors() if "--errors" in sys.argv else print("python -m benchmarks formats")
