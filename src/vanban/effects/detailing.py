"""Which acts a document details (quy định chi tiết, hướng dẫn thi hành), as its title and its own words say.

An effect `detail` changes nothing in its target; the timeline needs it to ask what becomes of the detailing document
when the other one ends (table `detailing_rules`).
"""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from vanban.effects import place_groups
from vanban.effects.phrases import expand
from vanban.effects.places import chains_at
from vanban.effects.wording import Wording
from vanban.model import Effect, Reference, Target, Unit, Work
from vanban.rules import Rules
from vanban.rules.detailing_phrase import DetailingPhrase

_STOP = re.compile(r"[\n;]|\.(?=\s)")
_JOINED = re.compile(r" ?[,;]? ?(?:va )?")
_UNIT = re.compile(rf"\b(?:cac )?(?:{place_groups.WORDS}) ")
_LEAVES_OUT = re.compile(r",? (?P<out>tru )")
_INTRODUCING = frozenset({"preface", "preamble"})
_FARTHEST = 400
_BEFORE = 80  # the longest name of a type, and the words between it and the word of detailing


@cache
def _phrases(rules: Rules) -> tuple[tuple[DetailingPhrase, re.Pattern[str]], ...]:
    return tuple((row, re.compile(expand(row.pattern, rules))) for row in rules.detailing_phrases)


def find(words: Wording, work: Work, references: tuple[Reference, ...], rules: Rules) -> tuple[Effect, ...]:
    """One effect for each unit that the document says it details, for each act of which it names no unit.

    In the order of the text. The title counts only where nothing else says so: its lines run together and cut the names
    that they hold. Effects of one list quote all of it.
    """
    matches = _matches(words, work, rules)
    if not matches:
        return ()
    named = [
        ref for ref in references if (ref.target.symbol or ref.target.title) and ref.role in ("cites", "legal-basis")
    ]
    named.sort(key=lambda ref: (ref.start, ref.end))
    symbols = _symbols(references)
    told: list[tuple[bool, Effect]] = []
    for row, start, end in matches:
        place = words.at(start)
        within = words.clauses[place].eid if place is not None else ""
        said = _without_exception(words, _objects(words, named, end), end)
        for target in said.targets:
            same = symbols.get((target.type, target.title.casefold()), frozenset())
            by_name = not target.symbol
            if by_name and len(same) == 1:
                target = msgspec.structs.replace(target, symbol=min(same))
            effect = Effect("detail", within, start, said.end, target, exception=said.exception, rules=(row.id,))
            told.append((by_name, effect))
    found: dict[tuple[str, str, str], dict[tuple[Unit, ...], Effect]] = {}
    for _, effect in sorted(told, key=lambda each: each[0]):  # the words with the number say it best
        target = effect.target
        act = (target.symbol, "", "") if target.symbol else ("", target.type, target.title.casefold())
        found.setdefault(act, {}).setdefault(target.provision, effect)
    every = [effect for units in found.values() for effect in _nearest(units)]
    return tuple(sorted(every, key=lambda effect: (effect.start, effect.end)))


class _Said(msgspec.Struct, frozen=True):
    """What is detailed, where the words of it end, and what they leave out ("trừ …")."""

    targets: tuple[Target, ...] = ()
    end: int = 0
    exception: str | None = None


def _without_exception(words: Wording, objects: list[Reference], at: int) -> _Said:
    """The things named after the phrase that ends at `at`, without those that "trừ" leaves out.

    The act may be named only behind what is left out: "các điều 9, 12 và 28, trừ điểm b khoản 1 Điều 28 của Luật …".
    """
    if not objects:
        return _Said()
    first, end = objects[0], objects[-1].end
    targets = [msgspec.structs.replace(each.target, eid=None, relative=None) for each in objects]
    before = _LEAVES_OUT.search(words.folded, at, first.start)
    if before is not None:
        targets = [msgspec.structs.replace(targets[0], provision=unit) for unit in _units(words, at, before.start())]
        return _Said(tuple(targets), end, words.content[before.start("out") : end])
    behind = _LEAVES_OUT.match(words.folded, end)
    if behind is None:
        return _Said(tuple(targets), end)
    stop = _STOP.search(words.content, end)
    finish = stop.start() if stop is not None else len(words.content)
    return _Said(tuple(targets), finish, words.content[behind.start("out") : finish])


def _units(words: Wording, at: int, end: int) -> list[tuple[Unit, ...]]:
    """The places of the list that ends at `end`, with no act named; [()] where none is named there."""
    for unit in _UNIT.finditer(words.folded, at, end):
        chains = chains_at(words.content, words.folded, unit.start(), end)
        if chains and chains[-1].end == end:
            return [path for chain in chains for path in chain.paths()]
    return [()]


def _nearest(units: dict[tuple[Unit, ...], Effect]) -> list[Effect]:
    """The units of one act where some are said; "một số điều của Luật" beside them adds nothing."""
    return [effect for provision, effect in units.items() if provision] or list(units.values())


def _symbols(references: tuple[Reference, ...]) -> dict[tuple[str, str], frozenset[str]]:
    """The symbols that stand beside each name in the document: the enacting formula tells the name alone."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for reference in references:
        target = reference.target
        if target.title and target.symbol:
            name = target.type, target.title.casefold()
            found[name] = found.get(name, frozenset()) | {target.symbol}
    return found


def _matches(words: Wording, work: Work, rules: Rules) -> list[tuple[DetailingPhrase, int, int]]:
    found: list[tuple[DetailingPhrase, int, int]] = []
    places = words.signs.detailing
    introducing = [at for at in places if _introduces(words, at)]
    title = work.evidence.title
    for row, pattern in _phrases(rules):
        if row.place == "title":
            match = pattern.match(words.folded, title.start, title.end) if title is not None else None
            found += [(row, match.start(), match.end())] if match else []
        else:
            near = places if row.place == "words" else introducing
            found += [(row, *span) for span in _around(words.folded, row, pattern, near)]
    own = [each for each in found if each[0].place != "title"]
    return sorted(own or found, key=lambda each: each[1:])


def _introduces(words: Wording, at: int) -> bool:
    """Whether the words at `at` stand before the first article."""
    place = words.at(at)
    return place is not None and words.clauses[place].eid in _INTRODUCING


def _around(
    folded: str, row: DetailingPhrase, pattern: re.Pattern[str], places: Sequence[int]
) -> list[tuple[int, int]]:
    """The matches of a row that ends in one of the words of detailing at `places`; only these are read around."""
    windows = ((max(0, place - _BEFORE), place + 12) for place in places)
    held = (window for window in windows if folded.find(row.holds, *window) >= 0)
    return sorted({match.span() for window in held for match in pattern.finditer(folded, *window)})


def _objects(words: Wording, named: list[Reference], at: int) -> list[Reference]:
    """The first act named after the phrase in its sentence, and those joined to it by a comma or "và"."""
    stop = _STOP.search(words.content, at, at + _FARTHEST)
    end = stop.start() if stop else min(at + _FARTHEST, len(words.content))
    found: list[Reference] = []
    for reference in named:
        if reference.start < at or (found and reference.start < found[-1].end):
            if found and reference.start == found[-1].start:
                found.append(reference)
            continue
        if not found and reference.start >= end:
            break
        if found and not _JOINED.fullmatch(words.folded, found[-1].end, reference.start):
            break
        found.append(reference)
    return found
