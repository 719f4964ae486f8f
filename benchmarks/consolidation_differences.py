"""How a provision of ours differs from the official one, and whose difference it is.

The unit is the smallest provision that carries a note mark: a sub-unit with a mark of its own is judged by itself and
is no part of the unit above it (`apart`).

A *source* difference stands in words that no instruction touched, and the given base text already differs there from
the official text in the same way. Words that an instruction wrote never claim it, nor does a unit that carries a note
mark of its own and that no instruction of ours touched: there one was missed.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from typing import Any

from vanban.model import ExpressedProvision, Expression, Parsed, Provision

# A tone mark on the first of two vowels is carried to the second: "hóa" as "hoá", "ủy" as "uỷ".
_TONE = re.compile("([\u0300\u0301\u0303\u0309\u0323])([aeiouy])")
_PUNCTUATION = re.compile(r"[\W_]+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_Difference = tuple[tuple[str, ...], tuple[str, ...]]


def kind(us: str, them: str) -> str:
    """Exact (white space apart), near (but for case, punctuation and the place of tone marks) or different."""
    if "".join(us.split()) == "".join(them.split()):
        return "exact"
    return "near" if _bare(us) == _bare(them) else "different"


def _bare(words: str) -> str:
    # Tone marks are carried word by word: in "Toà án" written together they would pass to the next word.
    return _PUNCTUATION.sub("", _carried(words.lower()))


def _carried(words: str) -> str:
    """The words with the tone mark of two vowels on the second."""
    return unicodedata.normalize("NFC", _TONE.sub(r"\2\1", unicodedata.normalize("NFD", words)))


def apart_in(us: str, them: str) -> str:
    """In what two texts of the same words part: "capitals", "tone marks", "punctuation", or several of these."""
    one, other = ("".join(words.split()) for words in (us, them))
    found = []
    bare_one, bare_other = (_PUNCTUATION.sub("", words) for words in (us, them))
    if _carried(bare_one) != _carried(bare_other):
        found.append("capitals")
    if _carried(bare_one) != bare_one or _carried(bare_other) != bare_other:
        found += ["tone marks"] * (bare_one.lower() != bare_other.lower())
    if _carried(one).lower() != _carried(other).lower():
        found.append("punctuation")
    return " and ".join(found)


def words_of(
    text: str,
    unit: ExpressedProvision | Provision,
    units: Iterable[ExpressedProvision | Provision],
    apart: Collection[str],
) -> str:
    """The words of a unit and of all below it, the sub-units `apart` (eids) left out."""
    start, words = unit.start, ""
    for below in units:
        if below.eid in apart and below.eid != unit.eid and start <= below.start and below.end <= unit.end:
            words += text[start : below.start]
            start = below.end
    return words + text[start : unit.end]


def _inside(
    units: Iterable[ExpressedProvision | Provision], unit: ExpressedProvision | Provision, apart: Collection[str]
) -> list[Any]:
    """The unit and those below it, without the sub-units `apart` and what these hold."""
    found: list[Any] = []
    end = -1
    for each in units:
        if each.start < unit.start or each.end > unit.end or (each.start < end and each.end <= end):
            continue
        if each.eid in apart and each.eid != unit.eid:
            end = each.end
            continue
        found.append(each)
    return found


def own_words(text: str, unit: ExpressedProvision | Provision, units: Iterable[ExpressedProvision | Provision]) -> str:
    """The words of a unit without those of its sub-units."""
    start, words = unit.start, ""
    for child in units:
        if child.parent == unit.eid:
            words += text[start : child.start]
            start = child.end
    return words + text[start : unit.end]


def is_source(
    expression: Expression,
    unit: ExpressedProvision,
    truth: Parsed,
    other: Provision,
    base: Parsed,
    marked: Collection[str] | None,
) -> bool:
    """Whether all differences inside a unit are source differences; `marked` are the eids that carry note marks.

    Where there are no marks (None), only case, punctuation and tone marks can differ at the source: other words may be
    those of an instruction that was missed.
    """
    ours = _inside(expression.provisions, unit, marked or ())
    theirs = {each.eid: each for each in _inside(truth.provisions, other, marked or ())}
    enacted = {each.eid: each for each in base.provisions}
    if {each.eid for each in ours} != set(theirs):
        return False
    for each in ours:
        us = own_words(expression.text, each, expression.provisions)
        them = own_words(truth.text.content, theirs[each.eid], truth.provisions)
        if "".join(us.split()) == "".join(them.split()):
            continue
        # Other words where no instruction of ours wrote and a mark stands, or none is printed: one was missed.
        missed = each.by is None and (marked is None or each.eid in marked) and kind(us, them) != "near"
        if each.eid not in enacted or missed:
            return False
        if each.by is not None and not _only_words(expression, each.eid):
            return False
        if not _untouched(us, them, own_words(base.text.content, enacted[each.eid], base.provisions)):
            return False
    return True


def is_of_the_acts(
    expression: Expression,
    unit: ExpressedProvision,
    truth: Parsed,
    other: Provision,
    base: Parsed,
    acts: dict[str, str],
    apart: Collection[str] = (),
) -> bool:
    """Whether we print letter for letter what the acts say, so that it is the official text that departs from them.

    Then the acts prevail (Pháp lệnh 01/2012/UBTVQH13, Điều 9); it is told as a cause and counts as wrong all the same.
    `acts` are the texts of the amending acts by symbol, without white space.
    """
    theirs = {each.eid: each for each in _inside(truth.provisions, other, apart)}
    enacted = {each.eid: each for each in base.provisions}
    for each in _inside(expression.provisions, unit, apart):
        us = own_words(expression.text, each, expression.provisions)
        them = own_words(truth.text.content, theirs[each.eid], truth.provisions) if each.eid in theirs else ""
        before = own_words(base.text.content, enacted[each.eid], base.provisions) if each.eid in enacted else None
        found = kind(us, them)
        if found == "exact" or (found == "near" and before is not None and _untouched(us, them, before)):
            continue
        if each.by is None or not _stands_in(us, acts.get(each.by.work, ""), before):
            return False
    return True


def _stands_in(us: str, act: str, before: str | None) -> bool:
    """Whether the words stand in the act, or those of them that are not the enacted ones do."""
    if "".join(us.split()) in act:
        return True
    if before is None:
        return False
    old, mine = before.split(), us.split()
    codes = SequenceMatcher(None, old, mine, autojunk=False).get_opcodes()
    return all("".join(mine[a:b]) in act for tag, _, _, a, b in codes if tag != "equal")


def _only_words(expression: Expression, eid: str) -> bool:
    verbs = {
        applied.effect.verb
        for applied in expression.applied
        if any(eid == at or eid.startswith(at + "__") for at in applied.units)
    }
    return verbs <= {"replace-words", "add-words", "remove-words"}


def related(one: str, other: str) -> bool:
    """Whether one unit holds the other; "" is the whole document."""
    return one == other or one.startswith(other + "__") or other.startswith(one + "__") or not other


def _untouched(us: str, them: str, before: str) -> bool:
    """Whether us and them differ only in words that stand so in `before`, and differ there from it in the same way."""
    mine, others, old = (_TOKEN.findall(words) for words in (us, them, before))
    kept: set[int] = set()
    for block in SequenceMatcher(None, old, mine, autojunk=False).get_matching_blocks():
        kept.update(range(block.b, block.b + block.size))
    before_theirs = Counter(said for said, _ in _differences(old, others))
    here = _differences(mine, others)
    places = (place for _, (first, last) in here for place in (range(first, last) if last > first else (first - 1,)))
    return all(place in kept or place < 0 for place in places) and Counter(said for said, _ in here) <= before_theirs


def _differences(one: list[str], other: list[str]) -> list[tuple[_Difference, tuple[int, int]]]:
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return [((tuple(one[a:b]), tuple(other[c:d])), (a, b)) for tag, a, b, c, d in codes if tag != "equal"]


def stretches(us: str, them: str) -> list[tuple[str, str]]:
    """Where two texts differ: the words of each."""
    one, other = us.split(), them.split()
    return [(" ".join(mine), " ".join(others)) for (mine, others), _ in _differences(one, other)]
