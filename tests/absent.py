"""What a test needs and the machine lacks: skipped on a person's machine, a failure in CI, which installs it."""

import os
from typing import NoReturn

import pytest


def absent(what: str) -> NoReturn:
    """Skip the test, saying what is missing; in CI fail instead, so that nothing is passed over silently."""
    if os.environ.get("CI"):
        pytest.fail(f"CI must install it: {what}")
    pytest.skip(what)
