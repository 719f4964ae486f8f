"""Exceptions of ending clauses: which leave something of the ended document in force, and which only say how to go on.

"Luật … hết hiệu lực …, trừ trường hợp quy định tại Điều 80 của Luật này": Điều 80 is transitional. It tells how pending
matters are handled; the old document has ended. Where the provision pointed at says that something of the old document
"tiếp tục có hiệu lực", or cannot be found, a person must decide.
"""

import re
from collections.abc import Iterable
from functools import cache

from vanban.model import Reason
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.timeline.ledger import Ledger

_ARTICLE = re.compile(r"\bdieu (\d+[a-z]?)\b")
_HERE = re.compile(r"\bdieu nay$")
_KEEPS = re.compile(r"\btiep tuc co hieu luc\b|\bcon hieu luc\b")


@cache
def _patterns(rules: Rules) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row.pattern) for row in rules.review_exceptions)


def leaves_nothing(work: str, reasons: Iterable[Reason], ledger: Ledger) -> bool:
    """Whether every doubt about an end of `work` is an exception that leaves nothing of it in force."""
    doubtful = [reason for reason in reasons if reason.grade == "candidate"]
    return bool(doubtful) and all(
        reason.work != work and not reason.condition and reason.exception and _is_transitional(reason, ledger)
        for reason in doubtful
    )


def _is_transitional(reason: Reason, ledger: Ledger) -> bool:
    words = " ".join(fold(reason.exception or "").split())
    if not any(pattern.search(words) for pattern in _patterns(ledger.rules)):
        return False
    pointed = [f"art_{number}" for number in _ARTICLE.findall(words)]
    if _HERE.search(words):
        pointed.append(reason.eid.partition("__")[0])
    said = [_words_of(reason.work, article, reason, ledger) for article in pointed]
    return bool(said) and all(each and not _KEEPS.search(each) for each in said)


def _words_of(work: str, article: str, reason: Reason, ledger: Ledger) -> str:
    """The folded words of an article of the acting document without the ending clause itself; "" where it has none."""
    tree = ledger.tree(work)
    if tree is None or article not in tree:
        return ""
    unit = tree[article]
    words = fold(ledger.facts.quote(work, unit.start, unit.end))
    return " ".join(words.replace(fold(reason.quote), " ").split())
