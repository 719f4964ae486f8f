"""The words that a list prints where no document gives them (table `review_words`)."""

from functools import cache

from vanban.rules import Rules


def list_words(row: str, rules: Rules, **blanks: object) -> str:
    """The words of the row with that id, its blanks filled."""
    return _words(rules)[row].format(**blanks)


@cache
def _words(rules: Rules) -> dict[str, str]:
    return {row.id: row.says for row in rules.review_words}
