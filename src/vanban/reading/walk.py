"""The files that a person names: files as given, folders in full, in one fixed order."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from vanban.model.errors import UsageError

# What a folder of documents carries besides documents.
_PASSED_OVER = frozenset({".git", ".venv", "__pycache__", "node_modules", ".DS_Store", "Thumbs.db", "desktop.ini"})


def walk(paths: Iterable[Path]) -> Iterator[tuple[Path, Path | None]]:
    """Each file with the folder it was found under (None where the file itself was named), sorted by path.

    Hidden files and the databases of archives are passed over. A link is given as it stands: `open_file` decides
    whether it leads out of its folder. Raises UsageError for a path that is not there.
    """
    for path in paths:
        if path.is_dir():
            for found in sorted(path.rglob("*")):
                if found.is_file() and not _hidden(found.relative_to(path)):
                    yield found, path
        elif path.exists() or path.is_symlink():
            yield path, None
        else:
            raise UsageError("no-such-file", path=str(path))


def _hidden(relative: Path) -> bool:
    return any(part in _PASSED_OVER or part.startswith(".") for part in relative.parts)
