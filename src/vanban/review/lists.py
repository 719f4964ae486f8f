"""The statutory lists of a window over an archive (Nghị định 79/2025/NĐ-CP, Điều 43, 49 to 52, 55)."""

import datetime as dt
from collections.abc import Iterable
from functools import cache

import msgspec

from vanban import archive
from vanban.archive import Store
from vanban.model import Field
from vanban.review.decisions import Decided, decided, verdict
from vanban.review.document import as_document
from vanban.review.endings import Ending, endings, lapsed
from vanban.review.entries import entries
from vanban.review.handling import handling
from vanban.review.listed import EndedRow, FieldGroup, Group, Part, ReviewLists, Undecided
from vanban.review.ordering import order_key
from vanban.review.published import Published, published
from vanban.review.registered import Openings, Registered, registered
from vanban.review.responsible import Scope, holds
from vanban.review.standing import Standing, standing, standing_groups
from vanban.review.undecided import doubts
from vanban.review.window import Window
from vanban.rules import Rules
from vanban.rules.review_rows import FormPart, ReviewForm
from vanban.timeline.gathered import GatheredFacts
from vanban.timeline.ledger import Ledger


class _Found(msgspec.Struct, frozen=True):
    """What a window has to say of one document."""

    document: Registered
    ends: tuple[Ending, ...]
    standing: Standing | None
    doubts: tuple[Undecided, ...]


def lists(store: Store, window: Window, scope: Scope, rules: Rules, earlier: Iterable[bytes] = ()) -> ReviewLists:
    """The lists of `window` for the documents of `scope`; `earlier` are lists (JSON) that were published before.

    A year has Mẫu 01 and 02; a period all five, as things stand on its last day. What a person must decide stands in
    `undecided` and in no list.
    """
    openings = Openings(rules)
    facts = GatheredFacts(store, rules, openings.note)
    ledger = Ledger(facts, rules)
    told = published(store, facts, earlier, rules)
    said = decided(archive.judgements(store))
    documents = _documents(facts, openings, window, scope, said, rules)
    found = [_look(document, window, said, ledger) for document in documents]
    ended, in_part = (_parts(name, found, window, told, ledger) for name in ("mau-01", "mau-02"))
    return ReviewLists(
        kind=scope.kind,
        window=window.kind,
        first=window.first,
        last=window.last,
        said=window.said(rules),
        provisional=window.provisional,
        issuer=scope.issuer,
        responsible=scope.responsible,
        ended=ended,
        ended_in_part=in_part,
        standing=_standing(found, rules),
        handling=handling(store, [each.document for each in found if _may_need(each, said)], window, said, ledger)
        if window.kind == "period"
        else (),
        undecided=tuple(doubt for each in found for doubt in each.doubts),
        unreviewed=_unreviewed((*ended, *in_part), window, scope, rules),
    )


def _documents(
    facts: GatheredFacts, openings: Openings, window: Window, scope: Scope, said: Decided, rules: Rules
) -> list[Registered]:
    """The documents of the scope that were made by the end of the window, in the order of lists."""
    chosen = []
    for document in registered(facts, openings, rules):
        each = _as_decided(document, said, rules)
        if each.kind not in (scope.kind, None) or (each.kind is None and scope.kind != "normative"):
            continue
        if (each.date is None or each.date < window.until) and holds(scope, each, window.last, rules):
            chosen.append(each)
    return sorted(chosen, key=lambda each: order_key(each, rules))


def _as_decided(document: Registered, said: Decided, rules: Rules) -> Registered:
    """The document with the field and the kind that people gave it."""
    field, kind = verdict(said, document.work, "field"), verdict(said, document.work, "kind")
    if field:
        name = next((row.name for row in rules.regulation_fields if row.id == field), field)
        chosen = Field(field, name, "explicit", "judgement")
        document = msgspec.structs.replace(document, fields=(chosen, *document.fields))
    return msgspec.structs.replace(document, normative=kind == "normative") if kind else document


def _look(document: Registered, window: Window, said: Decided, ledger: Ledger) -> _Found:
    ends = tuple(each for each in endings(document.work, ledger) if each.day <= window.until)
    if verdict(said, document.work, "lapse") == "confirmed":
        ends += tuple(each for each in lapsed(document.work, ledger) if each.day <= window.until)
    sure = tuple(each for each in ends if each.grade != "candidate" and each.day < window.until)
    told = tuple(doubts(document, as_document(document, ledger.rules), ends, window, said, ledger))
    stands = standing(document.work, sure, window, ledger) if window.kind == "period" and not document.absent else None
    unsure = document.kind is None or any(each.why in ("unknown", "candidate") and each.whole for each in told)
    return _Found(document, () if document.kind is None else sure, None if unsure else stands, told)


def _may_need(found: _Found, said: Decided) -> bool:
    """Whether Mẫu 04 asks about a document: it is in force, or a person has decided and nothing has ended it since."""
    ended = any(each.whole and each.kind == "ended" for each in found.ends)
    return found.standing is not None or bool(not ended and verdict(said, found.document.work, "handling"))


@cache
def form(name: str, rules: Rules) -> ReviewForm:
    """The form of that id."""
    return next(row for row in rules.review_forms if row.id == name)


def _parts(name: str, found: list[_Found], window: Window, told: Published, ledger: Ledger) -> tuple[Part, ...]:
    whole = name == "mau-01"
    parts = []
    for part in form(name, ledger.rules).parts:
        groups = []
        for kind in ("ended", "suspended"):
            rows: list[EndedRow] = []
            for each in found:
                mine = [end for end in _of_form(each.ends, whole, window) if end.kind == kind]
                here = [end for end in mine if _in_part(part.id, each.document.work, end.day, window, told)]
                if here:
                    lines = entries(each.document, here, ledger)
                    rows.append(EndedRow(len(rows) + 1, as_document(each.document, ledger.rules), lines))
            groups.append(Group(kind, part.ended if kind == "ended" else part.suspended, tuple(rows)))
        parts.append(Part(part.id, _heading(part, window, ledger.rules), tuple(groups)))
    return tuple(parts)


def _heading(part: FormPart, window: Window, rules: Rules) -> str:
    day = f"{window.first:%d/%m/%Y}"
    return part.heading.format(span=window.said(rules).upper(), day=day)


def _of_form(ends: tuple[Ending, ...], whole: bool, window: Window) -> list[Ending]:
    """The ends of Mẫu 01, or those of Mẫu 02: of a document that has ended as a whole, only that is told.

    A year lists the suspensions that began in it (Điều 43 khoản 3), a period those that go on on its last day.
    """
    over = any(each.whole and each.kind == "ended" for each in ends)
    if over:
        ends = tuple(each for each in ends if each.whole and each.kind == "ended")
    goes_on = window.kind == "period"
    return [
        each
        for each in ends
        if each.whole == whole
        and not (each.kind == "suspended" and goes_on and each.until is not None and each.until <= window.last)
    ]


def _in_part(part: str, work: str, day: dt.date, window: Window, told: Published) -> bool:
    if part == "A":
        return window.first <= day
    return day < window.first and not told.has(work, day)


def _standing(found: list[_Found], rules: Rules) -> tuple[FieldGroup, ...]:
    lines = [(as_document(each.document, rules), each.standing) for each in found if each.standing is not None]
    return standing_groups(lines, form("mau-03", rules).group, rules)


def _unreviewed(parts: tuple[Part, ...], window: Window, scope: Scope, rules: Rules) -> tuple[str, ...]:
    """The rows of tables behind the lists that no jurist has confirmed yet."""
    rows = (row for part in parts for group in part.groups for row in group.rows)
    found = {name for row in rows for entry in row.entries for name in entry.unreviewed}
    forms = [row for row in rules.review_forms if window.kind == "period" or row.parts[0].ended]
    found |= {f"review_forms/{row.id}" for row in forms if row.reviewed is None and row.number}
    found |= {f"review_kinds/{row.id}" for row in rules.review_kinds if row.kind == scope.kind and row.reviewed is None}
    if scope.responsible is not None:
        found |= {f"review_responsible/{row.id}" for row in rules.review_responsible if row.reviewed is None}
    return tuple(sorted(found))
