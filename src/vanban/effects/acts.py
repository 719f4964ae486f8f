"""The acts that a text names, each once, where its own name begins: what places and verbs of a clause are tied to."""

import re
from bisect import bisect_left
from functools import cache

import msgspec

from vanban.effects.phrases import type_words
from vanban.effects.wording import Wording
from vanban.model import Reference, Target
from vanban.rules import Rules


class Act(msgspec.Struct, frozen=True):
    """An act named at `content[start:end]`, from its type ("Nghị định số …") on; `target` has no provision.

    `own` where the document speaks of itself ("Nghị định này"); `history` where the words only tell the past.
    """

    start: int
    end: int
    target: Target
    own: bool = False
    history: bool = False


class Acts(msgspec.Struct, frozen=True):
    """All acts of a text in order, none inside another, none in quoted words.

    `carried` gives for the beginning of a place ("khoản 2 Điều 5") the act that the references room tied it to.
    """

    all: tuple[Act, ...]
    starts: tuple[int, ...]
    carried: dict[int, Act]

    def at(self, offset: int) -> Act | None:
        """The act whose name begins at `offset`."""
        place = bisect_left(self.starts, offset)
        return self.all[place] if place < len(self.all) and self.starts[place] == offset else None

    def between(self, start: int, end: int) -> tuple[Act, ...]:
        """The acts whose names begin in `[start, end)`."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


@cache
def _self(rules: Rules) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){type_words(rules)} nay\b")


@cache
def _type(rules: Rules) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){type_words(rules)}\b")


def find(wording: Wording, references: tuple[Reference, ...], rules: Rules) -> Acts:
    """The acts named in the document's own words, from the references found in it."""
    folded = wording.folded
    found: dict[int, Act] = {}
    carried: dict[int, Act] = {}
    for match in _self(rules).finditer(folded):
        found[match.start()] = Act(match.start(), match.end(), Target(relative="this-work"), own=True)
    for reference in references:
        target = reference.target
        if not (target.symbol or target.title) or folded.startswith("~", reference.start):
            continue
        kind = _type(rules).search(folded, reference.start, reference.end)
        plain = msgspec.structs.replace(target, provision=(), eid=None, relative=None)
        history = reference.role == "history"
        if kind is None and target.provision:
            carried.setdefault(reference.start, Act(reference.start, reference.end, plain, history=history))
            continue
        start = kind.start() if kind else reference.start
        known = found.get(start)
        if known is None or (known.end < reference.end and not known.own):
            found[start] = Act(start, reference.end, plain, history=history)
    ordered = tuple(found[start] for start in sorted(found))
    outer = tuple(act for at, act in enumerate(ordered) if at == 0 or act.start >= ordered[at - 1].end)
    return Acts(outer, tuple(act.start for act in outer), carried)
