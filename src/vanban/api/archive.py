"""An archive of documents, as a program uses it."""

from collections.abc import Callable
from pathlib import Path
from typing import Self

from vanban import archive as room
from vanban.archive import AddReport, Progress
from vanban.rules import load


class Archive:
    """An archive of documents in one file (or at a PostgreSQL address), originals beside it.

    Made where there is none, unless `create` is False. Use as a context manager, or call `close`.
    """

    def __init__(self, address: str | Path, *, create: bool = True) -> None:
        self.rules = load()
        self.store = room.open_archive(address, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self.store.close()

    def add(
        self, *paths: str | Path, workers: int | None = None, progress: Callable[[Progress], None] | None = None
    ) -> AddReport:
        """Read files and folders (recursively) into the archive; what cannot be read is told in the report."""
        return room.add(self.store, paths, self.rules, workers=workers, progress=progress)
