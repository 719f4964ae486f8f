"""The progress bar of a long addition."""

import sys
import threading

import pytest

from vanban.archive import Progress
from vanban.cli.add import bar


def test_the_bar_needs_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a program of one thread forks its reading processes (decision 0009), also where somebody looks on."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    before = threading.active_count()
    with bar("Đang đọc", quiet=False) as moved:
        moved(Progress(total=2, added=1, already_here=0, not_read=0))
        assert threading.active_count() == before
