"""The sentence of a finding, from the table `findings`, in Vietnamese or English."""

import re
from functools import cache
from typing import Literal

from vanban.model import Finding
from vanban.model.errors import VanbanError
from vanban.rules import Rules
from vanban.rules.finding_messages import FindingMessage
from vanban.rules.screen_words import ScreenWord

Language = Literal["vi", "en"]
_BLANK = re.compile(r"“?\{\w+\}”?")


@cache
def _screen(rules: Rules) -> dict[str, ScreenWord]:
    return {row.id: row for row in rules.screen}


def label(kind: str, name: str, rules: Rules, language: Language) -> str:
    """The word for a role, a verb or a state ("role", "legal-basis" -> "căn cứ"); the name itself without a row."""
    row = _screen(rules).get(f"{kind}.{name}")
    return name if row is None else row.vi if language == "vi" else row.en


class Blanks(dict[str, str]):
    """Blanks that a finding does not fill stay visible instead of failing."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def kind_words(code: str, rules: Rules, language: Language) -> str:
    """A kind of findings in words: its sentence with dots where a finding names what it is about; else the code."""
    row = _by_code(rules).get(code)
    return code if row is None else _BLANK.sub("…", row.vi if language == "vi" else row.en)


@cache
def _by_code(rules: Rules) -> dict[str, FindingMessage]:
    return {row.id: row for row in rules.findings}


def sentence(code: str, details: dict[str, str], rules: Rules, language: Language, *, advice: bool = True) -> str:
    """What is wrong, and with `advice` what to do; the code itself where the table lacks it.

    A detail that is words itself comes in both languages: `resolution`, and `resolution_en` for English.
    """
    row = _by_code(rules).get(code)
    if row is None:
        return f"{code}: {details}" if details else code
    fault, remedy = (row.vi, row.advice_vi) if language == "vi" else (row.en, row.advice_en)
    words = f"{fault}. {remedy}" if advice and remedy else fault
    filled = Blanks(details)
    if language == "en":
        filled |= {name.removesuffix("_en"): said for name, said in details.items() if name.endswith("_en")}
    return words.format_map(filled)


def message(finding: Finding, rules: Rules, language: Language) -> str:
    """The sentence of a finding in a document."""
    return sentence(finding.code, finding.details, rules, language)


def fault(error: VanbanError, rules: Rules, language: Language) -> str:
    """The sentence of a fault that stopped a piece of work."""
    return sentence(error.code, error.details, rules, language)
