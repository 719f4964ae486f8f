"""What every test may ask for: the tables, and the corpus where there is one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.sample_truth import SAMPLE
from vanban.api import Archive
from vanban.rules import Rules, load

settings.register_profile("ci", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci")


@pytest.fixture(scope="session")
def rules() -> Rules:
    return load()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the sample documents."""
    with Archive(tmp_path_factory.mktemp("sample") / "vanban.db") as made:
        made.add(SAMPLE, workers=1)
        yield made


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The development corpus; a test that asks for it is skipped, saying so, where it is absent."""
    folder = Path(os.environ.get("VANBAN_CORPUS", "../shared/corpus"))
    if not folder.is_dir():
        pytest.skip(f"no corpus at {folder} (set VANBAN_CORPUS)")
    return folder
