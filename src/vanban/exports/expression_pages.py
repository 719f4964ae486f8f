"""The words of a document on a day for people: Markdown and HTML with a footnote at each unit that an act wrote.

Pháp lệnh 01/2012/UBTVQH13, Điều 14–16: a mark at the unit, and a note with the amending document and its day of force.
"""

from collections.abc import Callable, Iterable, Iterator
from html import escape

from vanban.exports.messages import Language, label
from vanban.exports.relations import target_name
from vanban.model import Applied, ExpressedProvision, Expression
from vanban.rules import Rules
from vanban.timeline.naming import provision_name

Name = Callable[[str], str]


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


def origins(units: Iterable[ExpressedProvision], rules: Rules, name: Name, language: Language = "vi") -> Iterator[str]:
    """One line for each unit: its name, and the clause that wrote its own words and since when, or that they stand as
    enacted.
    """
    for unit in units:
        if unit.by is None:
            told = label("blame", "enacted", rules, language)
        else:
            since = label("text", "since", rules, language).format(day=unit.since) if unit.since else ""
            told = f"{provision_name(unit.by.eid, rules, language)} {name(unit.by.work)}{since}"
        yield f"{provision_name(unit.eid, rules, language)}: {told}"


def refusals(made: Expression, rules: Rules, name: Name, language: Language = "vi") -> Iterator[str]:
    """One line for each effect that was not applied: what, by whom, why, and what it may mean."""
    for refusal in made.refused:
        effect = refusal.effect
        line = (
            f"{label('verb', effect.verb, rules, language)} → {target_name(effect.target, rules, language)} "
            f"[{provision_name(effect.within, rules, language)}, {name(refusal.work)}]: "
            f"{label('refused', refusal.reason, rules, language)}"
        )
        named = ", ".join(provision_name(eid, rules, language) for eid in refusal.candidates)
        yield f"{line} ({named})" if named else line


def marked(
    made: Expression, unit: ExpressedProvision | None, noted: dict[str, list[str]]
) -> Iterator[tuple[str, list[str], str]]:
    """The lines of a stretch of the text: their words, the notes of the units that begin there, the inmost level."""
    start, end = (unit.start, unit.end) if unit else (0, len(made.text))
    beginning: dict[int, list[ExpressedProvision]] = {}
    for each in made.provisions:
        beginning.setdefault(made.text.rfind("\n", 0, each.start) + 1, []).append(each)
    at = start
    for line in made.text[start:end].split("\n"):
        here = beginning.get(at, []) if at else [each for each in beginning.get(0, []) if each.start >= start]
        here = [each for each in here if each.start >= start]
        yield line, [note for each in here for note in noted.get(each.eid, [])], here[-1].level if here else ""
        at += len(line) + 1


def markdown(
    made: Expression, rules: Rules, name: Name, language: Language = "vi", unit: ExpressedProvision | None = None
) -> str:
    """The text as Markdown with footnotes; refusals follow in a list of their own."""
    body: list[str] = []
    foot: list[str] = []
    for line, here, level in marked(made, unit, notes(made, rules, name, language)):
        marks = ""
        for note in here:
            foot.append(note)
            marks += f"[^{len(foot)}]"
        if line.strip():
            head = "## " if level in ("part", "chapter", "section") else "### " if level == "article" else ""
            # A number at the beginning of a line would become a list of Markdown's own numbering.
            words = line.replace(". ", "\\. ", 1) if line[:1].isdigit() else line
            body.append(f"{head}{words}{marks}")
    blocks = ["\n\n".join(body), "\n".join(f"[^{number}]: {note}" for number, note in enumerate(foot, start=1))]
    left = list(refusals(made, rules, name, language))
    if left:
        title = label("text", "refused", rules, language).format(count=len(left))
        blocks.append("\n".join([title, "", *(f"- {line}" for line in left)]))
    return "\n\n".join(block for block in blocks if block) + "\n"


_STYLE = (
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif}.article,.chapter,.part,"
    ".section{font-weight:600}sup a{text-decoration:none}section{border-top:1px solid #999;font-size:.9rem}"
    "@media(prefers-color-scheme:dark){body{background:#161616;color:#e8e8e8}a{color:#8ab8f0}}"
)


def html(
    made: Expression, rules: Rules, name: Name, language: Language = "vi", unit: ExpressedProvision | None = None
) -> str:
    """The text as one HTML page with footnotes; refusals follow in a section of their own."""
    body: list[str] = []
    foot: list[str] = []
    for line, here, level in marked(made, unit, notes(made, rules, name, language)):
        marks = ""
        for note in here:
            foot.append(note)
            marks += f'<sup><a id="r{len(foot)}" href="#n{len(foot)}">[{len(foot)}]</a></sup>'
        if line.strip():
            body.append(
                f'<p class="{level}">{escape(line, quote=False)}{marks}</p>'
                if level
                else f"<p>{escape(line, quote=False)}{marks}</p>"
            )
    if foot:
        rows = "".join(
            f'<li id="n{n}">{escape(note)} <a href="#r{n}">↩</a></li>' for n, note in enumerate(foot, start=1)
        )
        body.append(f"<section><ol>{rows}</ol></section>")
    left = list(refusals(made, rules, name, language))
    if left:
        title = label("text", "refused", rules, language).format(count=len(left))
        body.append(
            f"<section><p>{escape(title)}</p><ul>{''.join(f'<li>{escape(line)}</li>' for line in left)}</ul></section>"
        )
    page = "\n".join(body)
    return (
        f'<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>{escape(name(made.work))}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{_STYLE}</style></head>\n'
        f"<body>\n{page}\n</body></html>\n"
    )
