"""One effect written into the draft, or the reason why not. Nothing is guessed: one place or none."""

import datetime as dt
import re

import msgspec

from vanban.consolidation import words
from vanban.consolidation.draft import Draft, Node
from vanban.consolidation.placing import place_among
from vanban.consolidation.wording import Acting
from vanban.model import Effect, Refused, Unit, Writer
from vanban.model.provision import Level

# Parts of a unit's words, which have no number of their own.
_PARTS: frozenset[Level] = frozenset({"paragraph", "sentence", "heading", "title", "table", "indent"})
_ALIKE: frozenset[Level] = frozenset({"clause", "point", "subpoint"})
_NUMBER = re.compile(r"\s*(?:(?:Điều|Chương|Mục|Tiểu mục|Phần|PHẦN|CHƯƠNG|MỤC)\s+)?[\wĐđ.]+?(?:\s*[.):]|(?=\s|$))")
REPEALED = "(được bãi bỏ)"


class RefusedError(Exception):
    """An effect that cannot be applied: the reason, and the units that it may mean."""

    def __init__(self, reason: Refused, candidates: tuple[Node, ...] = ()) -> None:
        super().__init__(reason)
        self.reason: Refused = reason
        self.candidates = candidates


class Writing(msgspec.Struct, frozen=True):
    """What one effect is written with."""

    draft: Draft
    effect: Effect
    acting: Acting
    since: dt.date | None

    @property
    def by(self) -> Writer:
        """The clause that writes."""
        return Writer(self.acting.work, self.effect.within)


def apply(writing: Writing) -> list[Node]:
    """Write the effect into the draft and return the units it wrote. Raises RefusedError, perhaps half-way."""
    effect = writing.effect
    if effect.grade == "candidate" or effect.exception or effect.condition:
        raise RefusedError("needs-person")
    if effect.verb in ("replace-words", "add-words", "remove-words"):
        return _change_words(writing)
    if effect.verb in ("substitute", "correct"):
        return _substitute(writing)
    if effect.verb == "insert":
        return _insert(writing)
    if effect.verb == "repeal":
        return _repeal(writing)
    raise RefusedError("not-textual")


def _one(draft: Draft, path: tuple[Unit, ...]) -> Node:
    found = draft.find(path)
    if len(found) == 1:
        return found[0]
    if found:
        raise RefusedError("target-ambiguous", tuple(found))
    raise RefusedError("target-absent")


def _whole(path: tuple[Unit, ...]) -> tuple[Unit, ...]:
    while path and path[-1].level in _PARTS:
        path = path[:-1]
    return path


def _substitute(writing: Writing) -> list[Node]:
    path = writing.effect.target.provision
    if not path:
        raise RefusedError("not-textual")
    if path[-1].level in _PARTS:
        return _substitute_part(writing)
    old = _one(writing.draft, path)
    new = _new_unit(writing, path[-1])
    _exchange(writing.draft, old, new)
    return [new]


def _new_unit(writing: Writing, named: Unit) -> Node:
    """The quoted unit that bears the number named. Raises RefusedError where none or several do."""
    eids = writing.acting.wording_of(writing.effect)
    if not eids:
        raise RefusedError("wording-absent")
    fitting = [eid for eid in eids if _fits(writing.acting.unit(eid).level, writing.acting.unit(eid).num, named)]
    if len(fitting) != 1:
        raise RefusedError("wording-differs")
    new = writing.acting.node(fitting[0], writing.since, writing.by)
    new.level, new.num = named.level, named.num
    return new


def _fits(level: Level, num: str, named: Unit) -> bool:
    same = level == named.level or {level, named.level} <= _ALIKE
    return same and num.lower() == named.num.lower()


def _exchange(draft: Draft, old: Node, new: Node) -> None:
    above = draft.parent(old)
    end = _ending(old.text)
    _end_with(new, end)
    if old.eid and new.num == old.num:
        new.eid = old.eid
    draft.rewrite(above, [new if piece is old else piece for piece in above.pieces])


def _ending(text: str) -> str:
    return text[len(text.rstrip()) :]


def _end_with(node: Node, end: str) -> None:
    """Give a new unit the white space at its end that its place asks for."""
    while True:
        last = node.pieces[-1]
        if isinstance(last, str):
            node.pieces[-1] = last.rstrip() + end
            return
        node = last


def _substitute_part(writing: Writing) -> list[Node]:
    """New wording for the name of a unit, or for one of its paragraphs."""
    path = writing.effect.target.provision
    node = _one(writing.draft, _whole(path))
    if node is writing.draft.root:
        raise RefusedError("not-textual")
    new = _loose_wording(writing)
    part = path[-1]
    lead = node.pieces[0] if node.pieces and isinstance(node.pieces[0], str) else ""
    if part.level == "heading" and len(path) - 1 == len(_whole(path)):
        number = _NUMBER.match(lead)
        if number is None or node.level not in ("article", "chapter", "section", "subsection", "part"):
            raise RefusedError("place-unknown")
        head = new[_NUMBER.match(new).end() :] if _begins_numbered(new, node) else " " + new  # type: ignore[union-attr]
        body = lead[number.end() :].lstrip()
        if not node.heading or not body.startswith(node.heading):
            raise RefusedError("place-unknown")
        rest = body[len(node.heading) :]
        pieces: list[str | Node] = [lead[: number.end()].rstrip() + " " + head.strip() + rest, *node.pieces[1:]]
        writing.draft.rewrite(node, pieces, writing.since, writing.by)
        node.heading = head.strip()
        return [node]
    if part.level == "paragraph" and part.num.isdigit():
        return _substitute_paragraph(writing, node, int(part.num), new)
    raise RefusedError("place-unknown")


def _begins_numbered(new: str, node: Node) -> bool:
    match = _NUMBER.match(new)
    return match is not None and node.num.lower() in match.group().lower()


def _substitute_paragraph(writing: Writing, node: Node, number: int, new: str) -> list[Node]:
    """Paragraphs are the lines of the unit's own words before its first sub-unit, its number and name left out."""
    if not isinstance(node.pieces[0], str):
        raise RefusedError("place-unknown")
    lines = node.pieces[0].splitlines(keepends=True)
    first = 1 if node.level in ("article", "chapter", "section", "subsection", "part") and node.heading else 0
    at = first + number - 1
    if at >= len(lines) or (number > 1 and not first):
        raise RefusedError("place-unknown")
    keep = ""
    if at == 0 and (match := _NUMBER.match(lines[0])) is not None and not _begins_numbered(new, node):
        keep = match.group().rstrip() + " "
    lines[at] = keep + new.strip() + _ending(lines[at])
    writing.draft.rewrite(node, ["".join(lines), *node.pieces[1:]], writing.since, writing.by)
    return [node]


def _loose_wording(writing: Writing) -> str:
    """New wording that is no numbered unit: the words quoted in the clause, or its one quoted unit."""
    effect = writing.effect
    if effect.new:
        return effect.new.strip()
    eids = [eid for eid in effect.new_eids if eid in writing.acting]
    if len(eids) != 1:
        raise RefusedError("wording-absent" if not eids else "wording-differs")
    node = writing.acting.node(eids[0], writing.since, writing.by)
    if node.children:
        raise RefusedError("wording-differs")
    return node.text.strip()


def _insert(writing: Writing) -> list[Node]:
    effect, draft = writing.effect, writing.draft
    path = effect.target.provision
    if not path or path[-1].level in _PARTS or not path[-1].num:
        raise RefusedError("place-unknown")
    there = draft.find(path)
    if there:
        raise RefusedError("already-there", tuple(there))
    new = _new_unit(writing, path[-1])
    anchor = _one(draft, effect.anchor) if effect.anchor else None
    if anchor is not None and anchor.level != path[-1].level and not {anchor.level, path[-1].level} <= _ALIKE:
        raise RefusedError("place-unknown", (anchor,))
    above = draft.parent(anchor) if anchor is not None else _holder(draft, path)
    pieces = place_among(above.pieces, new, anchor, effect.place)
    if pieces is None:
        raise RefusedError("place-unknown", (above,))
    draft.rewrite(above, pieces)
    return [new]


def _holder(draft: Draft, path: tuple[Unit, ...]) -> Node:
    """The unit that takes a new one up where no neighbour is named; for an article the one that holds its like."""
    if len(path) > 1:
        return _one(draft, path[:-1])
    raise RefusedError("place-unknown")


def _repeal(writing: Writing) -> list[Node]:
    """The number stays, the words go (Pháp lệnh 01/2012/UBTVQH13, Điều 16)."""
    path = writing.effect.target.provision
    if not path or path[-1].level in _PARTS:
        raise RefusedError("place-unknown" if path else "not-textual")
    node = _one(writing.draft, path)
    text = node.text
    number = _NUMBER.match(text)
    if number is None:
        raise RefusedError("place-unknown", (node,))
    kept = number.group().rstrip() + " " + REPEALED + (_ending(text) or "\n")
    writing.draft.rewrite(node, [kept], writing.since, writing.by)
    node.heading = ""
    return [node]


def _change_words(writing: Writing) -> list[Node]:
    """Every occurrence in the named unit and below it; the words must stand there."""
    path = writing.effect.target.provision
    change = words.change(writing.effect)
    if change is None:
        raise RefusedError("words-absent")
    heading_only = bool(path) and path[-1].level in ("heading", "title")
    if path and path[-1].level in _PARTS and not heading_only:
        raise RefusedError("place-unknown")
    whole = _whole(path)
    top = _one(writing.draft, whole) if whole else writing.draft.root
    touched: list[Node] = []
    for node in [top] if heading_only else list(top.walk()):
        pieces: list[str | Node] = []
        times = 0
        for number, piece in enumerate(node.pieces):
            if isinstance(piece, Node) or (heading_only and number):
                pieces.append(piece)
                continue
            part, rest = (piece, "") if not heading_only else _heading_part(piece, node)
            written, count = change(part)
            pieces.append(written + rest)
            times += count
        if times:
            writing.draft.rewrite(node, pieces, writing.since, writing.by)
            node.heading = change(node.heading)[0]
            touched.append(node)
    if not touched:
        raise RefusedError("words-absent", (top,) if top is not writing.draft.root else ())
    return touched


def _heading_part(lead: str, node: Node) -> tuple[str, str]:
    """The lead of a unit cut after its name."""
    if not node.heading or node.heading not in lead:
        raise RefusedError("place-unknown", (node,))
    end = lead.index(node.heading) + len(node.heading)
    return lead[:end], lead[end:]
