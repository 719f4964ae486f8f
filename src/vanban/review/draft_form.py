"""The form of a draft: lines that must be there and look so, grounds, signature, recipients."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from vanban.model import Parsed
from vanban.orthography import fold
from vanban.review.draft_lines import accepted, broken, found
from vanban.review.draft_parts import Line, Parts, parts
from vanban.review.part_openings import opens
from vanban.rules import Rules
from vanban.rules.draft_rule import DraftFamily, DraftRule

_ITEM = re.compile(r"[-–+]")


class Slip(msgspec.Struct, frozen=True):
    """One requirement not kept: the row of `draft_rules` (or of `findings`), the words `content[start:end]`.

    0, 0 where something is missing from the whole.
    """

    rule: str
    start: int = 0
    end: int = 0
    details: dict[str, str] = {}


def family_of(parsed: Parsed) -> DraftFamily:
    """Which requirements speak of a document: Party, normative, or (all others) administrative."""
    if parsed.work.family == "party":
        return "party"
    return "normative" if parsed.work.normative else "administrative"


def applicable(parsed: Parsed, rules: Rules) -> list[DraftRule]:
    """The requirements for a document of its family and type."""
    family = family_of(parsed)
    return [
        row for row in rules.draft_rules if family in row.families and (not row.types or parsed.work.type in row.types)
    ]


def form_slips(parsed: Parsed, rules: Rules) -> Iterator[Slip]:
    """Every requirement of form that the words of a draft do not keep."""
    cut = parts(parsed, rules)
    for row in applicable(parsed, rules):
        if row.finds is not None:
            yield from _phrases(row, parsed) if row.part == "phrase" else _lines(row, cut, parsed, rules)
        elif row.weighed_by == "type-line":
            yield from _type_line(row, parsed)
        elif row.weighed_by == "basis-ends":
            yield from _basis_ends(row, cut.bases)
        elif row.weighed_by == "signers" and not any(each.name and each.capacity for each in parsed.work.signers):
            yield Slip(row.id)
        elif row.weighed_by == "deputy":
            yield from _deputy(row, cut.foot, rules)
        elif row.weighed_by == "first-recipient":
            yield from _first_recipient(row, cut.foot, rules)


def _lines(row: DraftRule, cut: Parts, parsed: Parsed, rules: Rules) -> Iterator[Slip]:
    spoken_of = [line for line in _where(row, cut, parsed, rules) if found(row, line.words)]
    # A heading of its kind stands once, and first: what looks like it further down is text.
    for line in spoken_of[:1] if row.required else spoken_of:
        if broken(row, line.words):
            yield Slip(row.id, line.start, line.end, {"quote": line.words})
    if row.required and not spoken_of:
        yield Slip(row.id)


def _where(row: DraftRule, cut: Parts, parsed: Parsed, rules: Rules) -> Sequence[Line]:
    if row.part == "head":
        return cut.head
    if row.part == "bases":
        return cut.bases
    if row.part == "foot":
        return cut.foot
    if row.part == "recipients":
        return _recipients(cut.foot, rules)
    if row.part in ("article", "chapter"):
        starts = {unit.start for unit in parsed.provisions if unit.level == row.part and not unit.quoted}
        return [line for line in cut.body if line.start in starts]
    return cut.body


def _recipients(foot: Sequence[Line], rules: Rules) -> Sequence[Line]:
    """The items below the heading of the recipients, to the line that keeps a copy."""
    begin = next((place for place, line in enumerate(foot) if opens("recipients", line.words, rules)), len(foot))
    items = [line for line in foot[begin + 1 :] if _ITEM.match(line.words)]
    end = next((place for place, line in enumerate(items) if opens("kept-copy", line.words, rules)), len(items))
    return items[:end]


def _phrases(row: DraftRule, parsed: Parsed) -> Iterator[Slip]:
    content = parsed.text.content
    at = 0
    for line in content.split("\n"):
        rest, begin = line, at
        while (span := broken(row, rest)) is not None:
            start, end = begin + span[0], begin + span[1]
            yield Slip(row.id, start, end, {"quote": content[start:end].strip()})
            rest, begin = rest[span[1] :], begin + span[1]
        at += len(line) + 1


def _type_line(row: DraftRule, parsed: Parsed) -> Iterator[Slip]:
    work, span = parsed.work, parsed.work.evidence.type
    if work.type == "cong-van":
        return
    printed = parsed.text.content[span.start : span.end] if span else ""
    if not printed.isupper() or not work.title or _is_sentence(parsed):
        yield Slip(row.id, span.start if span else 0, span.end if span else 0)


def _is_sentence(parsed: Parsed) -> bool:
    """Whether what stands where the title should is the first sentence of the body."""
    span = parsed.work.evidence.title
    words = parsed.text.content[span.start : span.end].rstrip() if span else ""
    return words.endswith((".", ":", ";")) or fold(words).endswith("nhu sau")


def _basis_ends(row: DraftRule, bases: Sequence[Line]) -> Iterator[Slip]:
    for place, line in enumerate(bases):
        last = place == len(bases) - 1
        if not line.words.endswith((".", "./.") if last else (";",)):
            yield Slip(row.id, line.start, line.end, {"quote": line.words})


def _deputy(row: DraftRule, foot: Sequence[Line], rules: Rules) -> Iterator[Slip]:
    for place, line in enumerate(foot):
        if opens("deputy", line.words, rules):
            below = [
                other for other in foot[place + 1 : place + 4] if other.words[:1].isalpha() and other.words.isupper()
            ]
            if not below or not accepted(row, below[0].words):
                yield Slip(row.id, line.start, line.end, {"quote": line.words})


def _first_recipient(row: DraftRule, foot: Sequence[Line], rules: Rules) -> Iterator[Slip]:
    items = _recipients(foot, rules)
    if items and not accepted(row, items[0].words):
        yield Slip(row.id, items[0].start, items[0].end, {"quote": items[0].words})
