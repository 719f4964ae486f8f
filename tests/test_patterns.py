"""The engine of regular expressions differs between the Pythons that vanban runs on."""

import re
from pathlib import Path

_ROOT = Path(__file__).parents[1]
# Python before 3.11.5 loses matches where a group is repeated possessively (gh-106052); an atomic group says the same.
_POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+")
_IN_A_COMMENT = re.compile(r"^\s*#")


def test_no_pattern_repeats_a_group_possessively() -> None:
    sources = [*_ROOT.glob("src/**/*.py"), *_ROOT.glob("src/**/*.yaml")]
    assert len(sources) > 300
    said = [
        f"{path.relative_to(_ROOT)}:{number}: {line.strip()}"
        for path in sources
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if _POSSESSIVE_GROUP.search(line) and not _IN_A_COMMENT.match(line)
    ]
    assert not said, said
