"""The clauses of a document that call upon bodies below to issue documents of their own."""

import re
from functools import cache

import msgspec

from vanban.model import Parsed
from vanban.orthography import fold
from vanban.rules import Rules

_SENTENCE = re.compile(r"[.;](?=\s+[\"“]?[A-ZĐÀ-ỸƯƠ])|\n")
# What introduces a document and what signs it calls for nothing.
_OUTSIDE = ("preface", "preamble", "conclusions", "toc")


class Call(msgspec.Struct, frozen=True):
    """A sentence that calls for a document: the unit that it stands in, its offsets and words."""

    eid: str
    start: int
    end: int
    quote: str


def calls_of(parsed: Parsed, rules: Rules) -> tuple[Call, ...]:
    """The sentences that call for documents (table `calling_phrases`), each once, in the order of the text."""
    content = parsed.text.content
    cuts = [0, *(found.end() for found in _SENTENCE.finditer(content)), len(content)]
    found: dict[int, Call] = {}
    for match in _calling(rules).finditer(fold(content)):
        start = max(cut for cut in cuts if cut <= match.start())
        end = min(cut for cut in cuts if cut >= match.end())
        words = content[start:end]
        begin, stop = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        eid = _innermost(parsed, match.start())
        if eid is not None:
            found.setdefault(begin, Call(eid, begin, stop, content[begin:stop]))
    return tuple(found[start] for start in sorted(found))


@cache
def _calling(rules: Rules) -> re.Pattern[str]:
    patterns = (row.pattern.replace("(?<!nay )", r"(?<!nay\s)").replace(" ", r"\s+") for row in rules.calling_phrases)
    return re.compile(rf"\b(?:{'|'.join(patterns)})")


def _innermost(parsed: Parsed, at: int) -> str | None:
    """The innermost unit at an offset; None in the head, the signature, or the quoted words of another act."""
    inside = [unit for unit in parsed.provisions if unit.start <= at < unit.end]
    if not inside or inside[0].eid.startswith(_OUTSIDE) or any(unit.quoted for unit in inside):
        return None
    return inside[-1].eid
