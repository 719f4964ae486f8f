"""The originals: each source's bytes in a file named for their hash, written once, never changed."""

import os
from pathlib import Path

from vanban.model.errors import UsageError

_DRAFTS = ".drafts"


def place(folder: Path, sha256: str) -> Path:
    """Where the original of that hash lies: `ab/abcdef…` under the archive's folder of files."""
    return folder / sha256[:2] / sha256


def keep(folder: Path, sha256: str, data: bytes) -> None:
    """Write an original so that it survives a power cut once this returns; nothing to do where it is there already.

    Written under another name, flushed to the disk and renamed: a file under its final name is whole.
    """
    path = place(folder, sha256)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = folder / _DRAFTS / f"{sha256}.{os.getpid()}"
    draft.parent.mkdir(exist_ok=True)
    with draft.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)
    _flush_folder(path.parent)


def sweep(folder: Path) -> None:
    """Take away what a process that was killed in the middle of `keep` has left; those of living processes stay."""
    if os.name != "posix":
        return  # elsewhere nobody can be asked whether a process lives without ending it
    drafts = folder / _DRAFTS
    for draft in drafts.iterdir() if drafts.is_dir() else ():
        process = draft.name.rpartition(".")[2]
        if process.isdigit() and not _lives(int(process)):
            draft.unlink(missing_ok=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def load(folder: Path, sha256: str) -> bytes:
    """The bytes of an original. Raises UsageError where the file is gone."""
    try:
        return place(folder, sha256).read_bytes()
    except OSError as error:
        raise UsageError("original-missing", path=str(place(folder, sha256))) from error


def drop(folder: Path, sha256: str) -> None:
    """Remove an original that nothing names any more."""
    place(folder, sha256).unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
