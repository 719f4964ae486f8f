"""Opening a path safely: nothing outside the folder asked for, nothing that is no file, nothing too large."""

import os
import stat
from pathlib import Path

from vanban.model.errors import SourceError

LIMIT = 200 * 1024 * 1024


def open_file(path: Path, root: Path | None = None) -> bytes:
    """The bytes of the file at `path`. Raises SourceError with a code of the table `findings`.

    With `root`, a path whose real place is not under the real place of `root` is refused (`outside-folder`): a symlink
    in a folder of documents must not pull in files from elsewhere. Devices and pipes are never opened.
    """
    name = str(path)
    try:
        real = os.path.realpath(path, strict=True)
        if root is not None and not _is_within(real, os.path.realpath(root, strict=True)):
            raise SourceError("outside-folder", name=name, target=real)
        file = Path(real)
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):
            raise SourceError("not-a-file", name=name)
        if found.st_size > LIMIT:
            raise SourceError("too-large", name=name, limit=f"{LIMIT >> 20} MB")
        return file.read_bytes()
    except OSError as error:
        raise SourceError("unreadable", name=name, reason=error.strerror or str(error)) from error


def _is_within(real: str, folder: str) -> bool:
    """Whether a real path is that of the folder, or one below it."""
    return real == folder or real.startswith(folder.rstrip(os.sep) + os.sep)
