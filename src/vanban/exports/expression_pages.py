"""The words of a document on a day for people: Markdown and HTML with a footnote at each unit that an act wrote.

Pháp lệnh 01/2012/UBTVQH13, Điều 14–16: a mark at the unit, and a note with the amending document and its day of force.
"""

from vanban.exports.html_page import html_page
from vanban.exports.messages import Language, label
from vanban.exports.noted_lines import (
    Look,
    Paragraph,
    html_lines,
    html_notes,
    html_reserved,
    markdown_lines,
    markdown_notes,
    markdown_reserved,
)
from vanban.exports.reservations import Name, reservations
from vanban.model import Applied, ExpressedProvision, Expression
from vanban.rules import Rules
from vanban.timeline.naming import provision_name

_STYLE = (
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif}"
    ".article,.chapter{font-weight:600}sup a{text-decoration:none}section{border-top:1px solid #999;font-size:.9rem}"
)


def notes(made: Expression, rules: Rules, name: Name, language: Language = "vi") -> dict[str, list[str]]:
    """For each unit (eid) that an act wrote, one sentence for each change, in the order in which they were made."""
    found: dict[str, list[str]] = {}
    for applied in made.applied:
        for eid in applied.units:
            sentence = _note(applied, eid, rules, name, language)
            if sentence not in found.setdefault(eid, []):
                found[eid].append(sentence)
    return found


def _note(applied: Applied, eid: str, rules: Rules, name: Name, language: Language) -> str:
    since = ""
    if applied.since:
        day = applied.since.strftime("%d/%m/%Y") if language == "vi" else applied.since.isoformat()
        since = label("text", "since", rules, language).format(day=day)
    unit = provision_name(eid, rules, language)
    return label("text", "note", rules, language).format(
        unit=unit[:1].upper() + unit[1:],
        verb=label("text-done", applied.effect.verb, rules, language),
        clause=provision_name(applied.effect.within, rules, language),
        act=name(applied.work),
        since=since,
    ) + _decided(applied, rules, language)


def _decided(applied: Applied, rules: Rules, language: Language) -> str:
    """Whose decision it was, where a person settled how the instruction is applied."""
    if applied.settled is None:
        return ""
    return label("text", "settled", rules, language).format(by=applied.settled.by, note=applied.settled.note)


def _parts(
    made: Expression, unit: ExpressedProvision | None, noted: dict[str, list[str]]
) -> tuple[tuple[Paragraph, ...], tuple[tuple[str, ...], ...]]:
    """The lines of a stretch of the text, each with the marks of the units that begin there; and the notes."""
    start, end = (unit.start, unit.end) if unit else (0, len(made.text))
    beginning: dict[int, list[ExpressedProvision]] = {}
    for each in made.provisions:
        if each.start >= start:
            beginning.setdefault(made.text.rfind("\n", 0, each.start) + 1, []).append(each)
    parts: list[Paragraph] = []
    found: list[tuple[str, ...]] = []
    at = start
    for line in made.text[start:end].split("\n"):
        here = beginning.get(at if at > start else made.text.rfind("\n", 0, start) + 1, [])
        at += len(line) + 1
        if not line.strip():
            continue
        first = len(found)
        found += ((note,) for each in here for note in noted.get(each.eid, ()))
        parts.append(Paragraph((line, *range(first + 1, len(found) + 1)), _look(here)))
    return tuple(parts), tuple(found)


def _look(here: list[ExpressedProvision]) -> Look:
    level = here[-1].level if here else ""
    if level in ("part", "chapter", "section"):
        return "chapter"
    return "article" if level == "article" else "body"


def markdown(
    made: Expression, rules: Rules, name: Name, language: Language = "vi", unit: ExpressedProvision | None = None
) -> str:
    """The text as Markdown with footnotes; the reservations follow."""
    parts, foot = _parts(made, unit, notes(made, rules, name, language))
    reserved = reservations(made, rules, name, language)
    blocks = [*markdown_lines(parts), *markdown_notes(foot), *markdown_reserved(reserved)]
    return "\n\n".join(blocks) + "\n"


def html(
    made: Expression, rules: Rules, name: Name, language: Language = "vi", unit: ExpressedProvision | None = None
) -> str:
    """The text as one HTML page with footnotes; the reservations follow, each in a section of its own."""
    parts, foot = _parts(made, unit, notes(made, rules, name, language))
    reserved = reservations(made, rules, name, language)
    body = (*html_lines(parts), *html_notes(foot), *html_reserved(reserved))
    return html_page(name(made.work), body, _STYLE, "vi")
