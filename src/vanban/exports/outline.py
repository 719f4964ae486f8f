"""One parsed document on one screen: what it is, how it is divided, what it points at, what it does, what is wrong."""

from collections import Counter
from collections.abc import Iterator

from vanban.exports.messages import Language, label, message
from vanban.exports.one_line import one_line
from vanban.exports.relations import target_name
from vanban.model import Parsed
from vanban.rules import Rules
from vanban.timeline.explanation import day_in_words
from vanban.timeline.naming import provision_name

_SHOWN = 12
_QUOTE = 90


def outline(parsed: Parsed, rules: Rules, language: Language = "vi") -> str:
    """The screen of `vanban parse FILE`, as plain text."""
    say = {row.id: row.vi if language == "vi" else row.en for row in rules.screen}
    blocks = (
        (say["parse.work"], _identity(parsed, say, language)),
        (say["parse.provisions"], _division(parsed)),
        (say["parse.references"], _pointers(parsed, rules, language)),
        (say["parse.effects"], _effects(parsed, rules, language)),
        (say["parse.findings"], (f"[{f.severity}] {message(f, rules, language)}" for f in parsed.findings)),
    )
    lines: list[str] = []
    for head, body in blocks:
        rows = list(body)
        if rows:
            lines += [head, *(f"  {row}" for row in rows), ""]
    return "\n".join(lines).rstrip()


def quote(content: str, start: int, end: int) -> str:
    """The words of a span on one line, cut where they are long."""
    return one_line(content[start:end], _QUOTE)


def _identity(parsed: Parsed, say: dict[str, str], language: Language) -> Iterator[str]:
    work = parsed.work
    yield " ".join(part for part in (work.type_name, work.symbol) if part)
    if work.title:
        yield work.title
    day = day_in_words(work.date, language) if work.date else "?"
    yield f"{say['parse.issued']}: {day}, {work.issuer.name or '?'}"
    force = parsed.force
    since = day_in_words(force.start_on, language) if force.start_on else say["parse.not-said"]
    basis = f" — “{quote(parsed.text.content, force.basis.start, force.basis.end)}”" if force.basis else ""
    yield f"{say['parse.in-force']}: {since}{basis}"
    yield work.id


def _division(parsed: Parsed) -> Iterator[str]:
    counted = Counter(p.level for p in parsed.provisions if not p.quoted)
    yield ", ".join(f"{level} {count}" for level, count in counted.items())
    for provision in parsed.provisions:
        if provision.level in ("part", "chapter", "section", "article", "appendix") and not provision.quoted:
            yield f"{provision.eid}  {provision.heading[:_QUOTE]}".rstrip()


def _pointers(parsed: Parsed, rules: Rules, language: Language) -> Iterator[str]:
    works = Counter(
        (r.target.symbol or r.target.title, r.role) for r in parsed.references if r.target.symbol or r.target.title
    )
    for (name, role), count in works.most_common(_SHOWN):
        yield f"{count:4} × {name} ({label('role', role, rules, language)})"
    if len(works) > _SHOWN:
        yield f"     … {len(works) - _SHOWN}"


def _effects(parsed: Parsed, rules: Rules, language: Language) -> Iterator[str]:
    for effect in parsed.effects:
        since = f" {day_in_words(effect.start_on, language)}" if effect.start_on else ""
        words = quote(parsed.text.content, effect.start, effect.end)
        verb, target = label("verb", effect.verb, rules, language), target_name(effect.target, rules, language)
        yield f"{verb}{since} → {target}  [{provision_name(effect.within, rules, language)}] “{words}”"
