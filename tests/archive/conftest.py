"""An empty archive, in SQLite and in PostgreSQL where one is at hand."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from tests.absent import absent
from tests.archive import postgresql
from vanban.archive import Store, open_archive


@pytest.fixture(scope="session")
def postgresql_address() -> Iterator[str]:
    """`VANBAN_TEST_DATABASE` (an empty database that the tests may wipe), or a server started for this session."""
    given = os.environ.get("VANBAN_TEST_DATABASE")
    folder = postgresql.programs()
    if given:
        yield given
    elif folder is None:
        absent("no PostgreSQL programs and no VANBAN_TEST_DATABASE")
    else:
        with postgresql.server(folder) as address:
            yield address


@pytest.fixture
def postgresql_store(postgresql_address: str, tmp_path: Path) -> Iterator[Store]:
    engine = create_engine(postgresql_address.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    engine.dispose()
    mark = "&" if "?" in postgresql_address else "?"
    with open_archive(f"{postgresql_address}{mark}files={tmp_path / 'originals'}") as opened:
        yield opened


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    with open_archive(tmp_path / "vanban.db") as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Store:
    found: Store = request.getfixturevalue(f"{request.param}_store")
    return found
