"""The page of an official consolidated text, before any format: head, list of acts, paragraphs with marks, notes.

Pháp lệnh 01/2012/UBTVQH13, Điều 11, 12, 18; Nghị định 30/2020/NĐ-CP, Phụ lục I for the head and the signature.
"""

from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from vanban.consolidation.official import OfficialText, body_end
from vanban.exports.act_naming import full_name, wordings
from vanban.exports.noted_lines import Grid, Look, Paragraph
from vanban.exports.official_notes import note_lines
from vanban.exports.reservations import Reservation
from vanban.identification.name_in_text import name_in_text
from vanban.identification.naming import NAMED_BY_TYPE
from vanban.model import Work
from vanban.rules import Rules

_CENTRED = ("part", "chapter", "section", "subsection", "appendix", "form")


class OfficialPage(msgspec.Struct, frozen=True):
    """Everything that the form shows, top to bottom; `notes[n - 1]` are the paragraphs of note n.

    `reserved` is what a person must look at first: instructions that are not in the text, acts that are not here.
    """

    office: str
    nation: str
    motto: str
    number: str
    place_and_day: str
    caution: str
    kind: str
    title: str
    acts: tuple[str, ...]
    body: tuple[Paragraph | Grid, ...]
    certified: str
    attached: tuple[Paragraph | Grid, ...]
    notes: tuple[tuple[str, ...], ...]
    reserved: tuple[Reservation, ...]


def official_page(made: OfficialText, rules: Rules, reserved: tuple[Reservation, ...] = ()) -> OfficialPage:
    """The page; `reserved` are the reservations of its expression."""
    phrases = wordings(rules)
    works = {act.work.id: act.work for act in (made.base, *made.acts)}
    body, attached = _bounds(made)
    return OfficialPage(
        _office(made.base.work, rules),
        phrases["nation"],
        phrases["motto"],
        phrases["number"],
        phrases["place-and-day"],
        phrases["made-by-machine"],
        made.base.work.type_name.upper(),
        _title(made.base.work),
        _acts(made, rules),
        tuple(_paragraphs(made, *body)),
        phrases["certified"],
        tuple(_paragraphs(made, *attached)),
        tuple(note_lines(note, works, rules) for note in made.notes),
        reserved,
    )


def _office(base: Work, rules: Rules) -> str:
    phrases = wordings(rules)
    if f"office.{base.issuer.id}" in phrases:
        return phrases[f"office.{base.issuer.id}"]
    if not base.issuer.id:
        return phrases["office.drafting"]
    return phrases["office.own"].format(issuer=name_in_text(base.issuer.id, base.issuer.name, rules).upper())


def _title(base: Work) -> str:
    """The name under the word for the kind; of laws in capitals, which it is known by."""
    if base.type in NAMED_BY_TYPE:
        return base.title.removeprefix(base.type_name).strip().upper()
    return base.title or base.symbol


def _acts(made: OfficialText, rules: Rules) -> tuple[str, ...]:
    """The base act, and the acts that changed it, numbered where there are several."""
    phrases = wordings(rules)
    base = full_name(made.base.work, made.base.since, rules)
    if not made.acts:
        return (phrases["base-alone"].format(act=base),)
    names = [full_name(act.work, act.since, rules) for act in made.acts]
    ends = [*[";"] * (len(names) - 1), "."]
    numbers = [f"{place}. " if len(names) > 1 else "" for place in range(1, len(names) + 1)]
    listed = (f"{number}{name}{end}" for number, name, end in zip(numbers, names, ends, strict=True))
    return (phrases["base"].format(act=base), *listed)


def _bounds(made: OfficialText) -> tuple[tuple[int, int], tuple[int, int]]:
    """The body, from below the head to the signatures, and what is attached after them."""
    expression = made.expression
    tops = [unit for unit in expression.provisions if unit.parent is None]
    head = next((unit.end for unit in tops if unit.eid == "preface"), 0)
    end = body_end(expression)
    after = next((unit.end for unit in tops if unit.eid == "conclusions"), end)
    return (head, end), (after, len(expression.text))


def _paragraphs(made: OfficialText, start: int, end: int) -> Iterator[Paragraph | Grid]:
    text = made.expression.text
    looks: dict[int, Look] = {}
    for unit in made.expression.provisions:
        at = text.rfind("\n", 0, unit.start) + 1
        look: Look = "chapter" if unit.level in _CENTRED else "article" if unit.level == "article" else "body"
        if at not in looks or looks[at] == "body":
            looks[at] = look
    grids = [table for table in made.tables if start <= table.start and table.end <= end]
    marks = [note.at for note in made.notes]
    at = start
    while at < end:
        if grids and grids[0].start <= at:
            table = grids.pop(0)
            yield Grid(tuple(tuple(text[a:b] for a, b in row) for row in table.rows))
            at = table.end + (text[table.end : table.end + 1] == "\n")
            continue
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if text[at:stop].strip():
            yield Paragraph(tuple(_runs(text, at, stop, marks)), looks.get(at, "plain"))
        at = stop + 1


def _runs(text: str, start: int, end: int, marks: list[int]) -> Iterator[str | int]:
    """The words of a line and the marks in it; a mark at its very end belongs to it."""
    at = start
    # A mark at the start of a line stands at the end of the line before.
    for number in range(bisect_left(marks, start + 1), len(marks)):
        place = marks[number]
        if place > end:
            break
        if at < place:
            yield text[at:place]
        yield number + 1
        at = place
    if at < end:
        yield text[at:end]
