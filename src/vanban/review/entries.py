"""From ends to the cells of a list: what ended, under which case of the law, by which clause, on which day."""

import datetime as dt
import re
from collections.abc import Iterable

from vanban.model import Grade, Reason
from vanban.review.endings import Ending
from vanban.review.legal_case import case_name, case_rows, legal_case
from vanban.review.list_words import list_words
from vanban.review.listed import Entry
from vanban.review.registered import Registered
from vanban.timeline.explanation import act_name
from vanban.timeline.ledger import Ledger
from vanban.timeline.making import consequences
from vanban.timeline.naming import path_name, provision_name
from vanban.timeline.unreviewed import unreviewed

_NUMBER = re.compile(r"^(?:\d+\.|[a-zđ]\d?\))\s*")
# A clause with a verb says itself what it does; an item of a list leaves that to the line above.
_SAYS = re.compile(r"(?i)hiệu lực|^(?:bãi bỏ|hủy bỏ|huỷ bỏ|thay|sửa đổi|bổ sung|bỏ) | này (?:thay thế|bãi bỏ|hủy bỏ) ")
_CLAUSES = 4
_LONGEST = 400
_GRADES: tuple[Grade, ...] = ("explicit", "derived", "candidate")
_WORDS = ("replace-words", "add-words", "remove-words")


def printed_day(day: dt.date | None) -> str:
    """A day as lists print it: "01/10/2025"; "" where it is not known."""
    return "" if day is None else f"{day:%d/%m/%Y}"


def entries(document: Registered, found: Iterable[Ending], ledger: Ledger) -> tuple[Entry, ...]:
    """One entry for what one document did on one day under one case of the law, in the order of days."""
    groups: dict[tuple[dt.date, str, str, str], list[Ending]] = {}
    for ending in found:
        reason = deciding(ending, ledger)
        key = (ending.day, reason.work, case_name(document, reason, ledger), str(ending.until))
        groups.setdefault(key, []).append(ending)
    return tuple(_entry(document, group, ledger) for group in groups.values())


def deciding(ending: Ending, ledger: Ledger) -> Reason:
    """The clause that ended or suspended; not one that keeps a part or sets a start."""
    table = consequences(ledger.rules)
    kinds = {"ended": ("end", "wording"), "suspended": ("suspend",)}[ending.kind]
    acting = [each for each in ending.reasons if each.rule in table and table[each.rule].kind in kinds]
    kept = [each for each in ending.reasons if each.rule in table and table[each.rule].kind in ("keep", "extend")]
    return (acting or kept or list(ending.reasons))[0]


def _entry(document: Registered, group: list[Ending], ledger: Ledger) -> Entry:
    names = tuple(dict.fromkeys(_unit_name(each, deciding(each, ledger), ledger) for each in group))
    kept = tuple(provision_name(unit, ledger.rules) for each in group for unit in each.kept)
    proof = tuple(dict.fromkeys(reason for each in group for reason in each.reasons))
    first = deciding(group[0], ledger)
    case = legal_case(document, first, ledger)
    row = consequences(ledger.rules).get(first.rule)
    says = case.vi if case is not None else (row.vi if row is not None else "")
    basis = (case.basis or "") if case is not None else ""
    acting = [deciding(each, ledger) for each in group]
    keeping = [each for each in group[0].reasons if _keeps(each, ledger)]
    clauses = tuple({(each.work, each.eid, each.quote): each for each in (*acting, *keeping)}.values())
    return Entry(
        what=_what(group, kept, ledger),
        units=names,
        kept=kept,
        day=group[0].day,
        until=group[0].until,
        case=says[:1].upper() + says[1:],
        case_name=case_name(document, first, ledger),
        basis=basis,
        reason=_reason(says, basis, clauses, ledger),
        reasons=proof,
        grade=max((each.grade for each in group), key=_GRADES.index),
        unreviewed=_unreviewed(document, first, proof, ledger),
    )


def _unreviewed(document: Registered, first: Reason, proof: tuple[Reason, ...], ledger: Ledger) -> tuple[str, ...]:
    case = {f"{table}/{row.id}" for table, row in case_rows(document, first, ledger) if row.reviewed is None}
    return tuple(sorted(case.union(unreviewed(proof, ledger.act(document.work), ledger.rules))))


def _keeps(reason: Reason, ledger: Ledger) -> bool:
    row = consequences(ledger.rules).get(reason.rule)
    return row is not None and row.kind in ("keep", "extend")


def _unit_name(ending: Ending, reason: Reason, ledger: Ledger) -> str:
    if ending.unit is None and not reason.part:
        return ""
    part = path_name(reason.part, ledger.rules)
    unit = provision_name(ending.unit, ledger.rules) if ending.unit else ""
    return f"{part} {unit}".strip()


def _what(group: list[Ending], kept: tuple[str, ...], ledger: Ledger) -> str:
    """The cell "Nội dung, quy định hết hiệu lực": units, words in units, or the whole but for what is kept."""
    said: list[str] = []
    for each in group:
        reason = deciding(each, ledger)
        name = _unit_name(each, reason, ledger)
        if reason.rule in _WORDS:
            words_of = "words-in" if name else "words-throughout"
            name = list_words(words_of, ledger.rules, unit=name)
        elif not name:
            name = list_words("whole-but" if kept else "whole", ledger.rules, kept=", ".join(kept))
        said.append(name)
    words = "; ".join(dict.fromkeys(said))
    return words[:1].upper() + words[1:]


def _reason(case: str, basis: str, clauses: tuple[Reason, ...], ledger: Ledger) -> str:
    """The cell "Lý do": the case of the law with its article, and the acting clauses quoted."""
    law = f" ({basis})" if basis else ""
    head = f"{case[:1].upper()}{case[1:]}{law}"
    quoted = [clause_words(reason, ledger) for reason in clauses[:_CLAUSES]]
    more = len(clauses) - _CLAUSES
    tail = [list_words("more-clauses", ledger.rules, count=more)] if more > 0 else []
    return ": ".join(filter(None, (head, "; ".join([*quoted, *tail]))))


def clause_words(reason: Reason, ledger: Ledger) -> str:
    """A clause as a cell prints it: where it stands, in which document of which day, its words in quotation marks."""
    act = ledger.act(reason.work)
    day = f" ngày {printed_day(act.date)}" if act.date else ""
    unit = provision_name(reason.eid or None, ledger.rules)
    words = " ".join(f"{_lead(reason, ledger)}{reason.quote}".split())
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return f"{unit} {act_name(act)}{day}" + (f": “{words}”" if words else "")


def _lead(reason: Reason, ledger: Ledger) -> str:
    """The line above a listed item, which says what is done with it ("Các nghị định sau đây hết hiệu lực …:")."""
    if _SAYS.search(reason.quote):
        return ""
    tree = ledger.tree(reason.work)
    if tree is None or reason.eid not in tree:
        return ""
    parent = next(tree.ancestors(reason.eid), None)
    if parent is None or parent.level not in ("article", "clause", "point"):
        return ""
    first = tree.children(parent.eid)
    words = ledger.facts.quote(reason.work, parent.start, first[0].start if first else parent.end).strip()
    lead = words.splitlines()[-1] if words else ""
    return f"{_NUMBER.sub('', lead)} " if lead.endswith(":") else ""
