"""Every finding and every sentence of the screen has its wording in a table, and no table holds a dead row."""

import re
import string
from pathlib import Path

import pytest

import vanban
from vanban.rules import Rules

SOURCES = list(Path(vanban.__file__).parent.rglob("*.py"))
_CODE = re.compile(r"""(?:Finding|SourceError|UsageError)\(\s*(?:code=)?["']([a-z0-9-]+)["']""")
_SAID = re.compile(r"""\bsay\(\s*["']([a-z0-9-]+\.[a-z0-9.-]+)["']|\bsay\[["']([a-z0-9-]+\.[a-z0-9.-]+)["']\]""")


def _found(pattern: re.Pattern[str]) -> set[str]:
    return {next(filter(None, match)) if isinstance(match, tuple) else match
            for path in SOURCES for match in pattern.findall(path.read_text(encoding="utf-8"))}  # fmt: skip


def test_every_finding_code_has_its_sentence(rules: Rules) -> None:
    assert _found(_CODE) <= {row.id for row in rules.findings}


def test_every_screen_sentence_is_in_the_table(rules: Rules) -> None:
    assert _found(_SAID) <= {row.id for row in rules.screen}


@pytest.mark.parametrize("table", ["findings", "screen"])
def test_both_languages_fill_the_same_blanks(rules: Rules, table: str) -> None:
    def blanks(sentence: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}

    for row in getattr(rules, table):
        assert blanks(row.vi) == blanks(row.en), row.id
        assert row.vi and row.en, row.id
