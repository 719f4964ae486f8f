"""An archive of documents, as a program uses it."""

from pathlib import Path


class Archive:
    """An archive of documents in one file (or at a PostgreSQL address), originals beside it."""

    def __init__(self, address: str | Path) -> None:
        self.address = address
