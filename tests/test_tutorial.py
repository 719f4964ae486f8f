"""The tutorial does what it says: every command is run, and prints what stands under it."""

from pathlib import Path

from tests import console_blocks
from tests.console_blocks import ROOT, agrees

TUTORIAL = ROOT / "docs" / "tutorial.md"


def test_any_lines() -> None:
    assert agrees(("a", "…", "d"), ("a", "b", "c", "d"))
    assert not agrees(("a", "…", "d"), ("a", "b", "c"))
    assert not agrees(("a",), ("a", "b"))


def test_tutorial(tmp_path: Path) -> None:
    console_blocks.prepare(tmp_path)
    steps = list(console_blocks.steps(TUTORIAL.read_text(encoding="utf-8")))
    assert steps
    for step in steps:
        printed = console_blocks.run(step.command, tmp_path)
        assert agrees(step.prints, printed), "\n".join(
            [f"$ {step.command}", "the tutorial says:", *step.prints, "printed:", *printed]
        )
