"""Earlier documents that a new one bears upon without changing them (Điều 39 khoản 4): always for a person to judge.

A ground for review is a document of higher force, or of the body that issued the document under review (Điều 37 khoản 1
điểm a); so a decree never calls for the review of a law.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import msgspec

from vanban import archive
from vanban.archive import Store, WorkRow
from vanban.model import Grade
from vanban.orthography import fold
from vanban.review.newcomer import Newcomer
from vanban.rules import Rules
from vanban.timeline.facts import Act
from vanban.timeline.regimes import rank_of

# Verbs by which a document bears upon another without changing it.
_BEARING = ("disapply", "prevail", "continue", "extend", "detail", "correct")
_WORD = re.compile(r"[a-z0-9]+")
# Words of titles that say nothing of the matter.
_SAID_OFTEN = (
    "quy dinh chi tiet mot so dieu cua va ve viec ban hanh thi huong dan thuc hien bien phap sua doi bo sung thay the "
    "bai bo tren dia tinh thanh pho huyen xa theo nghi luat thong tu quyet van trong do cho doi voi cac nhung ngay "
    "thang nam giai doan den tu"
)
_EMPTY = frozenset(_SAID_OFTEN.split())
# Shared words of the matter: half of the shorter title's pairs, and three of them at least. Chosen by reading titles.
_ENOUGH, _LEAST = 0.5, 3


class Related(msgspec.Struct, frozen=True):
    """An earlier document and how the new one bears upon it: a verb, "cites", or "same-matter"."""

    work: str
    tie: str
    grade: Grade
    quote: str
    cited: str = ""


def related(new: Newcomer, store: Store, rules: Rules) -> Iterator[Related]:
    """Each earlier document once, by its strongest tie: a clause of the new one, a citation, the same matter."""
    told: set[str] = set()
    rows: dict[str, WorkRow] = {row.id: row for row in archive.works(store)}
    for done in new.done:
        if done.effect.verb in _BEARING and _may_ground(new, rows.get(done.work), rules) and done.work not in told:
            told.add(done.work)
            yield Related(done.work, done.effect.verb, "derived", " ".join(done.quote.split()))
    for cited in new.cited:
        cites = cited.reference.role == "cites" and cited.work not in told
        if cites and _may_ground(new, rows.get(cited.work), rules):
            told.add(cited.work)
            yield Related(cited.work, "cites", "candidate", "")
    matter = _pairs(new.title)
    if len(matter) < _LEAST:
        return
    for work, row in rows.items():
        if work in told or work == new.work or not row.normative or row.language != "vi":
            continue
        theirs = _pairs(row.title)
        shared = matter & theirs
        alike = len(shared) >= max(_LEAST, _ENOUGH * min(len(matter), len(theirs)))
        if alike and _may_ground(new, row, rules):
            yield Related(work, "same-matter", "candidate", "")


@lru_cache(maxsize=1 << 15)
def _pairs(title: str) -> frozenset[tuple[str, str]]:
    """The pairs of neighbouring words of a title that say what it is about."""
    words = [word for word in _WORD.findall(fold(title)) if word not in _EMPTY and not word.isdigit()]
    return frozenset(pairwise(words))


def _may_ground(new: Newcomer, other: WorkRow | None, rules: Rules) -> bool:
    """Whether the new document can be the ground for reviewing the other (Điều 37 khoản 1 điểm a)."""
    if other is None or other.family != new.family:
        return False
    if new.issuer and new.issuer == other.issuer:
        return True
    mine = rank_of(Act(new.work, "state", new.type, issuer=new.issuer), rules)
    theirs = rank_of(Act(other.id, "state", other.type, issuer=other.issuer), rules)
    return mine is not None and theirs is not None and mine < theirs
