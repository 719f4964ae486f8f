"""Opening a path safely: nothing outside the folder asked for, nothing that is no file, nothing too large."""

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
        real = path.resolve(strict=True)
        if root is not None and not real.is_relative_to(root.resolve(strict=True)):
            raise SourceError("outside-folder", name=name, target=str(real))
        if not real.is_file():
            raise SourceError("not-a-file", name=name)
        with real.open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except (OSError, RuntimeError) as error:
        raise SourceError("unreadable", name=name, reason=getattr(error, "strerror", None) or str(error)) from error
    if len(data) > LIMIT:
        raise SourceError("too-large", name=name, limit=f"{LIMIT >> 20} MB")
    return data
