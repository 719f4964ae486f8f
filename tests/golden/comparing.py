"""The golden files on disk against what the stages say now."""

import difflib
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.golden.rendering import render
from vanban import api
from vanban.model.errors import SourceError

GOLDEN = Path(__file__).parent
SAMPLE = GOLDEN.parents[1] / "examples" / "tinh-song-lam"


def documents() -> list[Path]:
    """The documents of the sample archive, by name."""
    return sorted(path for path in SAMPLE.iterdir() if path.is_file())


def folder_of(document: Path) -> Path:
    """Where the golden files of a document lie."""
    return GOLDEN / document.name.partition(".")[0]


def differences(document: Path) -> Iterator[str]:
    """The lines of a unified diff, golden to now; none where they agree."""
    folder = folder_of(document)
    try:
        files = render(api.parse(document))
    except SourceError as error:
        yield f"{document.name}: cannot be read: {error.code}"
        return
    for name, now in files.items():
        path = folder / name
        golden = path.read_text(encoding="utf-8") if path.exists() else ""
        title = f"{folder.name}/{name}"
        yield from difflib.unified_diff(golden.splitlines(), now.splitlines(), title, f"{title} (now)", lineterm="")


def accept(document: Path) -> None:
    """Take what the stages say now as golden."""
    folder = folder_of(document)
    folder.mkdir(exist_ok=True)
    for name, now in render(api.parse(document)).items():
        (folder / name).write_text(now, encoding="utf-8", newline="\n")


def stale_folders() -> list[Path]:
    """Golden folders whose document is gone."""
    kept = {folder_of(document) for document in documents()}
    return sorted(path for path in GOLDEN.iterdir() if (path / "work.json").exists() and path not in kept)


def remove_stale() -> None:
    """Remove the golden files of documents that are gone."""
    for folder in stale_folders():
        shutil.rmtree(folder)
