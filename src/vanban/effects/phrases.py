"""The rows of the effect tables as compiled patterns, their blanks filled."""

import re
from functools import cache

from vanban.effects import dates
from vanban.orthography import fold
from vanban.rules import PatternRow, Rules
from vanban.rules.effect_wording import EffectWording, Use, WordList

# "đã được Hội đồng nhân dân tỉnh … thông qua ngày … và": what may stand between a document's name and its verb.
_RIDER = r"(?: (?:da )?duoc [^.;:\n~]{3,280}?(?: va|,))?"


@cache
def type_names(rules: Rules) -> tuple[str, ...]:
    """The folded names of all types of documents, the longest first ("thông tư liên tịch" before "thông tư")."""
    names = {fold(name) for row in rules.document_types for name in (row.name, *row.printed)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@cache
def _type_words_by_letter(rules: Rules) -> dict[str, str]:
    """Patterns for what follows the first letter of the names of types, by that letter.

    So the engine looks at twenty letters where no name stands, not at sixty names.
    """
    beginning: dict[str, list[str]] = {}
    for name in type_names(rules):
        beginning.setdefault(name[0], []).append(re.escape(name[1:]).replace(r"\ ", " "))
    return {letter: f"(?:{'|'.join(rest)})" for letter, rest in beginning.items()}


@cache
def type_words(rules: Rules) -> str:
    """A pattern for the name of any type of document."""
    return "(?:" + "|".join(letter + rest for letter, rest in _type_words_by_letter(rules).items()) + ")"


@cache
def type_pattern(rules: Rules) -> re.Pattern[str]:
    """Where the name of any type of document begins.

    What may not stand before is asked behind the first letter: the engine jumps from one such letter to the next.
    """
    names = (rf"{letter}(?<!\w{letter}){rest}" for letter, rest in _type_words_by_letter(rules).items())
    return re.compile(rf"(?:{'|'.join(names)})\b")


def expand(pattern: str, rules: Rules) -> str:
    """The pattern of a row with its blanks filled and each space taken for one or more."""
    types = type_words(rules)
    filled = pattern
    if "{" in pattern:  # a list may name others that stand before it in its table
        for row in reversed(rules.effect_words):
            filled = filled.replace(f"{{{row.id}}}", words_of(row))
    filled = filled.replace("{rider}", _RIDER).replace("{self}", rf"(?<!\w){types}(?: lien tich)?(?: nay)?")
    filled = filled.replace("{day}", dates.DAY).replace("{type}", types)
    return filled.replace(" ", " +").replace(" +?", " *")


def words_of(row: WordList) -> str:
    """A list of words as one pattern, in the order of the row."""
    either = [*map(fold, row.words), *([row.pattern] if row.pattern else [])]
    return f"(?:{'|'.join(either)}){row.followed}"


@cache
def wordings(rules: Rules, use: Use) -> tuple[tuple[EffectWording, re.Pattern[str]], ...]:
    """The rows of `effect_wordings` of one use with their patterns, in the order of the file."""
    return tuple((row, re.compile(expand(row.pattern, rules))) for row in rules.effect_wordings if row.use == use)


def first_wording(
    rules: Rules, use: Use, folded: str, start: int, end: int
) -> tuple[EffectWording, re.Match[str]] | None:
    """The first place where a row of one use matches; of two rows at one place the one that stands first."""
    found = [(row, m) for row, shape in wordings(rules, use) if (m := shape.search(folded, start, end)) is not None]
    return min(found, key=lambda each: each[1].start(), default=None)


def wording_at(rules: Rules, use: Use, folded: str, at: int, end: int) -> re.Match[str] | None:
    """What the first row of one use matches at `at`."""
    for _, shape in wordings(rules, use):
        if (match := shape.match(folded, at, end)) is not None:
            return match
    return None


@cache
def compiled(rules: Rules, table: str) -> tuple[tuple[PatternRow, re.Pattern[str]], ...]:
    """The rows of one table with their patterns, in the order of the file."""
    rows: tuple[PatternRow, ...] = getattr(rules, table)
    return tuple((row, re.compile(expand(row.pattern, rules))) for row in rows)
