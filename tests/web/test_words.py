"""Every word of the pages is in the table `page_words`, in both languages, and no row of it is dead."""

import re
import string
from pathlib import Path

import vanban.web
from vanban.rules import Rules

HERE = Path(vanban.web.__file__).parent
_SAID = re.compile(r"""\bt\(\s*["']([a-z0-9-]+\.[a-z0-9.-]+)["']""")
_NAMED = re.compile(r"""["']([a-z-]+\.[a-z0-9.-]+)["']""")
# Keys that are put together from a kind and a value.
_MADE = re.compile(r"""\bt\(\s*(?:f["']([a-z0-9-]+)\.|["']([a-z0-9-]+)\.["'] ~)|_words\.get\(f"([a-z]+)\.""")


def _sources() -> str:
    return "\n".join(p.read_text("utf-8") for p in [*HERE.rglob("*.py"), *HERE.rglob("*.html"), *HERE.rglob("*.xml")])


def test_every_word_is_in_the_table(rules: Rules) -> None:
    assert set(_SAID.findall(_sources())) <= {row.id for row in rules.page_words}


def test_no_row_is_dead(rules: Rules) -> None:
    source = _sources()
    used = set(_NAMED.findall(source))
    made = {kind for kinds in _MADE.findall(source) for kind in kinds if kind}
    assert [row.id for row in rules.page_words if row.id not in used and row.id.split(".")[0] not in made] == []


def test_both_languages_fill_the_same_blanks(rules: Rules) -> None:
    def blanks(words: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}

    for row in rules.page_words:
        assert row.vi and row.en and blanks(row.vi) == blanks(row.en), row.id
