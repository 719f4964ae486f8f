"""A file that somebody wants written: what the disk refuses is one sentence, not a fault of the program."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vanban.model.errors import UsageError


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """Around the writing of a file, or of a folder's files. Raises UsageError("cannot-write") where that fails."""
    try:
        yield path
    except OSError as error:
        where = error.filename if isinstance(error.filename, str) else str(path)
        raise UsageError("cannot-write", path=where, reason=error.strerror or str(error)) from error
