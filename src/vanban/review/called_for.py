"""The clauses of a document that call upon bodies below to issue documents of their own."""

import re
from bisect import bisect_left, bisect_right
from functools import cache

import msgspec

from vanban.model import Parsed
from vanban.orthography import fold
from vanban.orthography.capitals import CAPITALS
from vanban.rules import Rules
from vanban.structure.tree import Tree

_SENTENCE = re.compile(rf"[.;](?=\s+[\"“]?[{CAPITALS}])|\n")
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
    tree = Tree(parsed.provisions)
    found: dict[int, Call] = {}
    for match in _calling(rules).finditer(fold(content)):
        start = cuts[bisect_right(cuts, match.start()) - 1]
        end = cuts[bisect_left(cuts, match.end())]
        words = content[start:end]
        begin, stop = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        eid = tree.at(match.start())
        if eid is not None and _is_own(eid, tree):
            found.setdefault(begin, Call(eid, begin, stop, content[begin:stop]))
    return tuple(found[start] for start in sorted(found))


@cache
def _calling(rules: Rules) -> re.Pattern[str]:
    patterns = (row.pattern.replace(" ", r"\s+") for row in rules.calling_phrases)
    return re.compile(rf"\b(?:{'|'.join(patterns)})")


def _is_own(eid: str, tree: Tree) -> bool:
    """Whether a unit is the document's own clause: not its head, its signature, or the quoted words of another act."""
    units = (tree[eid], *tree.ancestors(eid))
    return not units[-1].eid.startswith(_OUTSIDE) and not any(unit.quoted for unit in units)
