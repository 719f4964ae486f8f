"""Where the index of an archive lies, and how far it has come: a folder beside the originals, never a second truth.

The folder holds the index in a subfolder of its own and a note of what is in it. An index that is made anew grows
beside the old one and takes its place when it is whole, so that a search always has one to ask.
"""

import shutil
from pathlib import Path

import msgspec

from vanban.archive import Store

_NOTE = "index.json"


class Note(msgspec.Struct, frozen=True):
    """What an index holds: the version of its fields, the archive, the last change of it, and its subfolder."""

    version: int
    archive: str
    seen: int
    folder: str


def folder_of(store: Store) -> Path:
    """The folder of the index: "vanban.db.search" beside "vanban.db.files"."""
    return store.files.with_name(f"{store.files.name.removesuffix('.files')}.search")


def read_note(folder: Path) -> Note | None:
    """The note of the index that is there; None where there is none, or it cannot be read."""
    try:
        note = msgspec.json.decode((folder / _NOTE).read_bytes(), type=Note)
    except (OSError, msgspec.MsgspecError):
        return None
    return note if (folder / note.folder).is_dir() else None


def write_note(folder: Path, note: Note) -> None:
    """Put a note in the place of the one before, whole or not at all."""
    draft = folder / f"{_NOTE}.new"
    draft.write_bytes(msgspec.json.encode(note))
    draft.replace(folder / _NOTE)


def fresh(folder: Path) -> str:
    """Make an empty subfolder for a new index; what an interrupted one left behind goes."""
    folder.mkdir(parents=True, exist_ok=True)
    note = read_note(folder)
    kept = note.folder if note else ""
    for other in folder.iterdir():
        if other.is_dir() and other.name != kept:
            shutil.rmtree(other, ignore_errors=True)
    name = "a" if kept != "a" else "b"
    (folder / name).mkdir()
    return name


def drop_others(folder: Path, kept: str) -> None:
    """Take away every subfolder but one."""
    for other in folder.iterdir():
        if other.is_dir() and other.name != kept:
            shutil.rmtree(other, ignore_errors=True)
