"""Documents without any archive: one, or many in parallel."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from vanban import pipeline
from vanban.exports.document import document
from vanban.exports.messages import Language, fault
from vanban.model import Parsed
from vanban.model.errors import SourceError
from vanban.reading import open_file
from vanban.reading.walk import walk
from vanban.rules import load

_IN_FLIGHT = 64


class Line(NamedTuple):
    """One line of `parse_lines`: the JSON of a document, or `{"source", "error"}` where it could not be read."""

    json: bytes
    failed: bool


def parse(path: str | Path) -> Parsed:
    """Parse one file: its text, work, provisions, references, effects and findings.

    Raises UsageError where there is no such file, SourceError where it cannot be read.
    """
    ((file, root),) = walk([Path(path)])
    return parse_bytes(open_file(file, root), file.name)


def parse_bytes(data: bytes, name: str) -> Parsed:
    """The same from bytes; `name` is what the source is called (its suffix is only a hint)."""
    return pipeline.parse(data, name, load())


def parse_lines(
    paths: Iterable[str | Path], *, language: Language = "vi", workers: int | None = None
) -> Iterator[Line]:
    """One JSON line a document, in the order of the paths; folders recursively; parsed in parallel processes.

    A file that cannot be read gives a line of its own and the rest goes on.
    """
    files = walk([Path(path) for path in paths])
    with ProcessPoolExecutor(workers) as pool:
        waiting = [pool.submit(_line, path, root, language) for path, root in islice(files, _IN_FLIGHT)]
        while waiting:
            done = waiting.pop(0)
            waiting.extend(pool.submit(_line, path, root, language) for path, root in islice(files, 1))
            yield done.result()


def _line(path: Path, root: Path | None, language: Language) -> Line:
    rules = load()
    try:
        parsed = pipeline.parse(open_file(path, root), path.name, rules)
    except SourceError as error:
        sentence = fault(error, rules, language)
        return Line(msgspec.json.encode({"source": str(path), "error": error.code, "message": sentence}), True)
    return Line(msgspec.json.encode(document(parsed, rules, language=language, source=str(path))), False)
