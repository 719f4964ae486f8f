"""The version of an archive's tables: made on first use, brought up to date, refused when newer than this program."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError

from vanban.archive import database
from vanban.model.errors import UsageError

FOLDER = Path(__file__).parent / "migrations"
# The last migration, written here so that opening an archive need not load Alembic (a test compares).
HEAD = "0003"
KNOWN = ("0001", "0002", "0003")


def bring_up_to_date(engine: Engine, address: str) -> None:
    """Create the tables of an empty database, or migrate older ones. Raises UsageError for what is no archive."""
    try:
        with database.reading(engine) as connection:
            version = _version(connection, address)
    except DatabaseError as error:
        if engine.dialect.name == "sqlite":
            raise UsageError("not-an-archive", path=address) from error
        raise UsageError("database-unreachable", path=address, reason=str(error.orig).strip()) from error
    if version == HEAD:
        return
    if version is not None and version not in KNOWN:
        raise UsageError("archive-newer", path=address, version=version, known=HEAD)
    with database.writing(engine) as connection:
        # Somebody else may have done it while we waited for the lock.
        if _version(connection, address) != HEAD:
            _upgrade(connection)


def _version(connection: Connection, address: str) -> str | None:
    """The version that the database says it has; None for an empty one."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return None if found is None else str(found)
    if tables:
        raise UsageError("not-an-archive", path=address)
    return None


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
