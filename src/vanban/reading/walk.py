"""The files that a person names: files as given, folders in full, in one fixed order."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from vanban.model.errors import UsageError

# What a folder of documents carries besides documents.
_PASSED_OVER = frozenset({".git", ".venv", "__pycache__", "node_modules", ".DS_Store", "Thumbs.db", "desktop.ini"})


def walk(paths: Iterable[Path]) -> Iterator[tuple[Path, Path | None]]:
    """Each file with the folder it was found under (None where the file itself was named), sorted by path.

    Hidden files are passed over. A link is given as it stands, one to nothing or to a folder too (linked folders are
    never entered: they may lead in a ring): `open_file` says what is wrong with it. Raises UsageError for a path that
    is not there.
    """
    for path in present(paths):
        if path.is_dir():
            for found in _files(path):
                yield found, path
        else:
            yield path, None


def present(paths: Iterable[Path]) -> Iterator[Path]:
    """The paths, each of them there. Raises UsageError at the first that is not."""
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise UsageError("no-such-file", path=str(path))
        yield path


def _files(folder: Path) -> Iterator[Path]:
    """The files below a folder, sorted by path; only the names of the folders on the way are held, not all paths."""
    names: list[str] = []
    folders: set[str] = set()
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name in _PASSED_OVER or entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.add(entry.name)
                elif not (entry.is_symlink() or entry.is_file()):  # asking what a ring of links is would fail
                    continue
                names.append(entry.name)
    except PermissionError:
        return  # a folder that this person may not look into holds nothing for them
    for name in sorted(names):
        if name in folders:
            yield from _files(folder / name)
        else:
            yield folder / name
