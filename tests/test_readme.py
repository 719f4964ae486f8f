"""What the README shows in Python runs as it stands there, and prints what it says."""

import contextlib
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)
_PRINTED = re.compile(r"^print\(.*\)  # (.*)$", re.M)


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    blocks = _PYTHON.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert blocks
    for block in blocks:
        said, told = io.StringIO(), _PRINTED.findall(block)
        with contextlib.redirect_stdout(said):
            exec(block, {})
        assert told and said.getvalue().splitlines() == told
