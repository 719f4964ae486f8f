"""A reading room over an archive of the sample documents."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.sample_truth import SAMPLE
from vanban.api import Archive
from vanban.web import app as application
from vanban.web.app import create_app
from vanban.web.settings import Settings

DECREE = "/akn/vn/act/nghi-dinh/chinh-phu/2018-05-10/902-2018-nd-cp"
LAW = "/akn/vn/act/luat/quoc-hoi/2017-11-20/901-2017-qh14"


@pytest.fixture(scope="session", autouse=True)
def patience() -> None:
    """On a busy machine the tests wait for a page rather than be told that it takes a while."""
    application.PATIENCE_SECONDS = 600.0


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the sample documents, to read only."""
    path = tmp_path_factory.mktemp("web") / "vanban.db"
    with Archive(path) as made:
        made.add(SAMPLE, workers=1)
    return path


@pytest.fixture(scope="session")
def room(sample_file: Path) -> Iterator[TestClient]:
    """A browser in a room that nobody writes to."""
    with TestClient(create_app(Settings(str(sample_file), host="testserver"))) as client:
        yield client
