"""Which documents a new document calls upon people to review (Nghị định 79/2025/NĐ-CP, Điều 39).

k.1: those that it acts upon. k.2: those with such a changed document among their căn cứ. k.3: those whose text cites a
changed document. k.4: earlier documents that it otherwise bears upon. Of k.2 and k.3 the reach says how near the change
comes: to a provision that is cited, to the document as a whole, or to another part of it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from vanban import archive
from vanban.archive import Store, StoredReference, WorkRow
from vanban.identification.name_in_text import name_in_text
from vanban.model import Grade
from vanban.review.newcomer import Done, Newcomer
from vanban.review.related import related
from vanban.rules import Rules
from vanban.timeline.addressing import find, whole_units
from vanban.timeline.archived import SPOKEN_OF, ArchivedFacts
from vanban.timeline.ledger import Ledger
from vanban.timeline.making import consequences
from vanban.timeline.moment import standing_ends
from vanban.timeline.naming import eid_of, path_name, provision_name

Paragraph = Literal[1, 2, 3, 4]
Reach = Literal["provision", "whole", "other"]

# What Điều 39 khoản 1 names: amended, supplemented, replaced, repealed, ended, announced to have ended, suspended.
_CHANGES = ("end", "wording", "insert", "suspend", "move")
_REACHES: tuple[Reach, ...] = ("provision", "whole", "other")
_CONSOLIDATED = "van-ban-hop-nhat"
_AROUND = 110


class Clause(msgspec.Struct, frozen=True):
    """One clause that ties two documents: the unit that it stands in, its words, what it points at and how near."""

    eid: str
    unit: str
    quote: str
    cited: str
    reach: Reach


class Affected(msgspec.Struct, frozen=True):
    """A document to review, by which khoản of Điều 39, and the ties that make it so, the nearest first.

    `through` is the changed document (k.2, k.3); `tie` the kind of tie, `grade` how sure it is.
    """

    work: str
    name: str
    title: str
    issuer_name: str
    date: dt.date | None
    normative: bool | None
    paragraph: Paragraph
    tie: str
    through: str | None
    reach: Reach
    grade: Grade
    clauses: tuple[Clause, ...]
    present: bool = True


class ImpactAnswer(msgspec.Struct, frozen=True):
    """What a new document calls for. A changed act that is not here is listed as it is spoken of (`present` False).

    `left_out` counts what is tied and needs no review: "ended" before the new document, "later" than it.
    """

    work: str
    name: str
    title: str
    date: dt.date | None
    affected: tuple[Affected, ...]
    left_out: dict[str, int]


class _Rows:
    """The catalogue, each work asked for once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows: dict[str, WorkRow | None] = {}

    def __call__(self, work: str) -> WorkRow | None:
        if work not in self._rows:
            self._rows[work] = archive.work(self._store, work)
        return self._rows[work]


def impact(new: Newcomer, store: Store, rules: Rules) -> ImpactAnswer:
    """The documents to review, by khoản, the nearest ties first, then from the earliest."""
    ledger = Ledger(ArchivedFacts(store, rules), rules)
    row = _Rows(store)
    changed = _changed(new.done, rules)
    left_out: defaultdict[str, int] = defaultdict(int)
    found = [_acted_upon(work, done, row, ledger) for work, done in changed.items()]
    over = {work for work, done in changed.items() if any(_ends_all(each, rules) for each in done)}
    for work, done in changed.items():
        units = {_unit(each, ledger) for each in done}
        for citing, pointers in _citing(store, work, new.work).items():
            other = row(citing)
            if other is None or other.language != "vi" or other.type == _CONSOLIDATED or citing in over:
                continue
            reason = _needs_none(other, new, ledger)
            if reason:
                left_out[reason] += 1
                continue
            found += _tied(other, work, pointers, units, ledger)
    known = {each.work for each in found}
    for paragraph_4 in related(new, store, rules):
        other = row(paragraph_4.work)
        if other is None or paragraph_4.work in known or _needs_none(other, new, ledger):
            continue
        clause = Clause("", "", paragraph_4.quote, paragraph_4.cited, "whole")
        found.append(_affected(other, 4, paragraph_4.tie, None, paragraph_4.grade, [clause], rules))
    found.sort(key=lambda each: (each.paragraph, _REACHES.index(each.reach), str(each.date or "~"), each.work))
    name = f"{new.type_name} {new.symbol}".strip()
    return ImpactAnswer(new.work, name, new.title, new.date, tuple(found), dict(left_out))


def _changed(done: Iterable[Done], rules: Rules) -> dict[str, list[Done]]:
    """The documents that are changed (k.1), each with the effects upon it."""
    table = consequences(rules)
    found: defaultdict[str, list[Done]] = defaultdict(list)
    for each in done:
        if table[each.effect.verb].kind in _CHANGES:
            found[each.work].append(each)
    return found


def _ends_all(done: Done, rules: Rules) -> bool:
    """Whether an effect ends the whole document: then its căn cứ and citations need no review of their own."""
    return consequences(rules)[done.effect.verb].kind == "end" and not done.effect.target.provision


def _unit(done: Done, ledger: Ledger) -> str | None:
    """The unit that an effect changes; None is the whole document."""
    path = whole_units(done.effect.target.provision)
    return (find(path, ledger.tree(done.work)) or eid_of(path, ledger.rules)) if path else None


def _acted_upon(work: str, done: list[Done], row: _Rows, ledger: Ledger) -> Affected:
    clauses = [
        Clause(
            each.effect.within,
            provision_name(each.effect.within, ledger.rules),
            _line(each.quote),
            path_name(each.effect.target.provision, ledger.rules),
            "provision" if each.effect.target.provision else "whole",
        )
        for each in done
    ]
    verbs = tuple(dict.fromkeys(each.effect.verb for each in done))
    grade: Grade = "explicit" if any(each.effect.grade == "explicit" for each in done) else "candidate"
    other = row(work)
    if other is not None:
        return _affected(other, 1, ", ".join(verbs), None, grade, clauses, ledger.rules)
    symbol = done[0].effect.target.symbol
    return Affected(
        work, symbol, done[0].effect.target.title, "", done[0].effect.target.date, None, 1, ", ".join(verbs), None,
        clauses[0].reach, grade, tuple(clauses), present=False,
    )  # fmt: skip


def _citing(store: Store, work: str, new: str) -> dict[str, list[StoredReference]]:
    found: defaultdict[str, list[StoredReference]] = defaultdict(list)
    absent = work.startswith(SPOKEN_OF)
    pointers = archive.references_to_symbol(store, work[1:]) if absent else archive.references_to(store, work)
    for reference in pointers:
        if reference.work not in (new, work):
            found[reference.work].append(reference)
    return found


def _needs_none(other: WorkRow, new: Newcomer, ledger: Ledger) -> str:
    """Why a tied document needs no review: "later" than the new one, or "ended" by the day on which that one begins."""
    if new.date is not None and other.date is not None and other.date > new.date:
        return "later"
    day = new.date or new.start
    if day is None:
        return ""
    for end in standing_ends((None,), ledger.events(other.id), day):
        if end.day is not None and end.day <= day and end.acting != new.work and end.reason.grade != "candidate":
            return "ended"
    return ""


def _tied(
    other: WorkRow, work: str, pointers: list[StoredReference], units: set[str | None], ledger: Ledger
) -> Iterator[Affected]:
    """The ties of one document to a changed one: by its căn cứ (k.2) and by its text (k.3)."""
    grounds = [each for each in pointers if _is_ground(each)]
    cites = [each for each in pointers if not _is_ground(each)]
    ties: tuple[tuple[Paragraph, str, list[StoredReference]], ...] = ((2, "legal-basis", grounds), (3, "cites", cites))
    for paragraph, tie, mine in ties:
        if mine:
            clauses = [_clause(each, work, units, ledger) for each in mine]
            yield _affected(other, paragraph, tie, work, "explicit", clauses, ledger.rules)


def _is_ground(reference: StoredReference) -> bool:
    """Whether a pointer is one of the căn cứ, or a rider of one ("… được sửa đổi bởi Luật số …")."""
    rider = reference.role in ("history", "cites") and reference.within == "preamble"
    return reference.role == "legal-basis" or rider


def _clause(reference: StoredReference, work: str, units: set[str | None], ledger: Ledger) -> Clause:
    path = whole_units(reference.target.provision)
    return Clause(
        reference.within,
        provision_name(reference.within, ledger.rules),
        _words(reference, ledger),
        path_name(reference.target.provision, ledger.rules),
        _reach(work, (find(path, ledger.tree(work)) or eid_of(path, ledger.rules)) if path else None, units, ledger),
    )


def _reach(work: str, cited: str | None, units: set[str | None], ledger: Ledger) -> Reach:
    """How near a change comes to what is cited: a unit that is changed, that holds it, or that stands in it."""
    if cited is None:
        return "whole"
    if None in units:
        return "provision"
    above = set(ledger.chain(work, cited))
    return "provision" if any(unit in above or cited in ledger.chain(work, unit) for unit in units) else "other"


def _words(reference: StoredReference, ledger: Ledger) -> str:
    """The line around a pointer, cut where it is long."""
    start = max(reference.start - _AROUND, 0)
    before = ledger.facts.quote(reference.work, start, reference.start).rpartition("\n")[2]
    after = ledger.facts.quote(reference.work, reference.end, reference.end + _AROUND).partition("\n")[0]
    return _line(before + ledger.facts.quote(reference.work, reference.start, reference.end) + after)


def _line(words: str) -> str:
    return " ".join(words.split())


def _affected(
    other: WorkRow,
    paragraph: Paragraph,
    tie: str,
    through: str | None,
    grade: Grade,
    clauses: list[Clause],
    rules: Rules,
) -> Affected:
    clauses = sorted(clauses, key=lambda each: _REACHES.index(each.reach))
    return Affected(
        work=other.id,
        name=f"{other.type_name} {other.symbol}".strip(),
        title=other.title,
        issuer_name=name_in_text(other.issuer, other.issuer_name, rules),
        date=other.date,
        normative=other.normative,
        paragraph=paragraph,
        tie=tie,
        through=through,
        reach=clauses[0].reach,
        grade=grade,
        clauses=tuple(clauses),
    )
