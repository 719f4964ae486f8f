"""One archive of the sample documents for all tests of the command line, and a way to run a command."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from vanban.api import Archive
from vanban.cli.run import run

SAMPLE = Path(__file__).parents[2] / "examples" / "tinh-song-lam"


class Ran(NamedTuple):
    """What a command line gave: its exit code, its answer, its complaints."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("sample") / "mẫu.db"
    with Archive(path) as archive:
        report = archive.add(SAMPLE)
    assert report.exit_code == 0, report
    yield path


@pytest.fixture
def vanban(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Ran]:
    """Run one command line in this process; `vanban("status", "34/2016/NĐ-CP")`."""

    def call(*arguments: str | Path, lang: str = "vi") -> Ran:
        code = run([str(argument) for argument in arguments], {"VANBAN_LANG": lang})
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return call
