"""The public functions, a dozen lines each at most: what the command line, the pages and a program call."""

from pathlib import Path

from vanban import pipeline
from vanban.model import Parsed
from vanban.rules import load


def parse(path: str | Path) -> Parsed:
    """One file without any archive: its text, work, provisions, references, effects and findings."""
    path = Path(path)
    return pipeline.parse(path.read_bytes(), path.name, load())


class Archive:
    """An archive of documents in one file (or at a PostgreSQL address), originals beside it."""

    def __init__(self, path: str | Path) -> None:
        self.path = path
