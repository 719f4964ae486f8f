"""What a person can decide of a document as a whole: the words of a sheet as the values that lists ask for."""

from collections.abc import Iterator
from functools import cache

from vanban.archive.subjects import OF_THE_WORK, REVIEW_PARTS
from vanban.model import Subject
from vanban.model.errors import UsageError
from vanban.orthography import fold
from vanban.rules import Rules

_ANSWERS = ("confirmed", "rejected")


def verdict_on(subject: Subject, words: str, rules: Rules) -> str:
    """The verdict that words mean: on a document as a whole a value of its part, elsewhere the words themselves."""
    return value_meant(subject.target, words, rules) if subject.kind == OF_THE_WORK else words


def value_meant(part: str, words: str, rules: Rules) -> str:
    """The value that `words` mean for a part: the id of a row where a table has the choices, else the words.

    Raises UsageError for a part that there is not, and for words that choose nothing.
    """
    if part not in REVIEW_PARTS:
        raise UsageError("no-such-fact", work=part)
    choices = _choices(part, rules)
    if not choices:
        return words
    value = choices.get(_key(words))
    if value is None:
        raise UsageError("no-such-verdict", words=words, names=", ".join(dict.fromkeys(choices.values())))
    return value


def words_of_value(part: str, value: str, rules: Rules) -> str:
    """A value as a sheet shows it: the Vietnamese words of its row."""
    return next((words for row, words in _named(part, rules) if row == value), value)


@cache
def _choices(part: str, rules: Rules) -> dict[str, str]:
    found = {_key(word): row for row, words in _named(part, rules) for word in (words, row)}
    if part == "handling":
        found |= {_key(words): row.id for row in rules.review_handlings for words in row.printed}
    return found


def _named(part: str, rules: Rules) -> Iterator[tuple[str, str]]:
    """The rows to choose from, with their words."""
    match part:
        case "handling":
            yield from ((row.id, row.vi) for row in rules.review_handlings)
        case "field":
            yield from ((row.id, row.name) for row in rules.regulation_fields)
        case "kind":
            yield from ((row.kind, row.says) for row in rules.review_kinds if row.kind != "party")
        case "lapse":
            yield from ((answer, answer) for answer in _ANSWERS)


def _key(words: str) -> str:
    return " ".join(fold(words).split())
