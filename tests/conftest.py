"""What every test may ask for: the tables, and the corpus where there is one."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from vanban.rules import Rules, load

settings.register_profile("ci", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci")


@pytest.fixture(scope="session")
def rules() -> Rules:
    return load()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The development corpus; a test that asks for it is skipped, saying so, where it is absent."""
    folder = Path(os.environ.get("VANBAN_CORPUS", "../shared/corpus"))
    if not folder.is_dir():
        pytest.skip(f"no corpus at {folder} (set VANBAN_CORPUS)")
    return folder
