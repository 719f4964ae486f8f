"""An empty archive, in SQLite and, where one can be started, in PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from vanban.archive import Store, open_archive


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_archive(tmp_path / "vanban.db") as opened:
        yield opened
