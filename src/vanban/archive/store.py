"""An open archive: its database and the folder of its originals."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, make_url, select

from vanban.archive import database, migration
from vanban.archive.schema import settings
from vanban.model.errors import UsageError


@dataclass(frozen=True, eq=False)
class Store:
    """An open archive. `files` is the folder of the originals. Use as a context manager, or call `close`."""

    address: str
    engine: Engine
    files: Path

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state of the archive."""
        with database.reading(self.engine) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction; all of it is kept, or nothing."""
        with database.writing(self.engine) as connection:
            yield connection

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_archive(address: str | Path, *, create: bool = True) -> Store:
    """Open the archive at a file path or a PostgreSQL URL, make it where there is none, bring its tables up to date.

    The originals lie beside the file (`vanban.db` -> `vanban.db.files`); for PostgreSQL the first opening names their
    folder in the address (`postgresql://…/name?files=/srv/originals`), and the archive remembers it. Raises UsageError
    where there is no archive and `create` is False, or what is there is none, or is newer than this program.
    """
    address = str(address)
    if not database.is_postgresql(address):
        path = Path(address)
        if path.is_dir() or (not create and not path.is_file()) or not path.parent.is_dir():
            raise UsageError("no-archive", path=address)
    engine = database.connect(address)
    migration.bring_up_to_date(engine, shown(address))
    return Store(address, engine, _files(engine, address))


def shown(address: str) -> str:
    """The address without its password, to be told to people."""
    return make_url(address).render_as_string() if database.is_postgresql(address) else address


def _files(engine: Engine, address: str) -> Path:
    if not database.is_postgresql(address):
        return Path(f"{Path(address).absolute()}.files")
    given = make_url(address.replace("postgres:", "postgresql:", 1)).query.get("files")
    with database.reading(engine) as connection:
        kept = connection.execute(select(settings.c.value).where(settings.c.name == "files")).scalar()
    if kept is not None:
        return Path(str(kept))
    if not isinstance(given, str):
        raise UsageError("no-files-folder", path=shown(address))
    with database.writing(engine) as connection:
        connection.execute(settings.insert().values(name="files", value=str(Path(given).absolute())))
    return Path(given).absolute()
