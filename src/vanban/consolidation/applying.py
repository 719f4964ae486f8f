"""One effect written into the draft, or the reason why not. Nothing is guessed: one place or none."""

import re

from vanban.consolidation.draft import Draft
from vanban.consolidation.node import Node
from vanban.consolidation.partial import substitute_part
from vanban.consolidation.placing import place_among
from vanban.consolidation.rewording import change_words
from vanban.consolidation.stretch import Stretch, stretch, written
from vanban.consolidation.writing import ALIKE, NUMBER, RefusedError, Writing, ending, fits, one
from vanban.model import Effect, Unit
from vanban.orthography import fold
from vanban.orthography.ordering import successors
from vanban.timeline.addressing import PARTS

REPEALED = "(được bãi bỏ)"


def apply(writing: Writing) -> list[Node]:
    """Write the effect into the draft and return the units it wrote. Raises RefusedError, perhaps half-way."""
    effect = writing.effect
    if effect.grade == "candidate" or effect.exception or effect.condition:
        raise RefusedError("needs-person")
    if effect.verb in ("replace-words", "add-words", "remove-words"):
        return change_words(writing)
    if effect.verb in ("substitute", "correct"):
        return _substitute(writing)
    if effect.verb == "insert":
        return _insert(writing)
    if effect.verb == "repeal":
        return _repeal(writing)
    raise RefusedError("not-textual")


def _substitute(writing: Writing) -> list[Node]:
    path = writing.effect.target.provision
    if not path:
        raise RefusedError("not-textual")
    if path[-1].level in PARTS:
        return substitute_part(writing)
    if not writing.draft.find(path) and _adds(writing):
        return _add_next(writing)
    old = one(writing.draft, path)
    new = _new_unit(writing, path)
    _exchange(writing.draft, old, new)
    return [new]


def _adds(writing: Writing) -> bool:
    """Whether the words of the instruction say that it also adds: "sửa đổi, bổ sung"."""
    effect, content = writing.effect, writing.acting.parsed.text.content
    return "bo sung" in fold(content[effect.start : effect.end])


def _add_next(writing: Writing) -> list[Node]:
    """Add a unit: “Sửa đổi, bổ sung các khoản 3, 4, 5 và 6 Điều 106” of four clauses adds the fifth and the sixth.

    Only a unit whose number is the very next one after the last of its level.
    """
    path = writing.effect.target.provision
    if len(path) == 1:
        raise RefusedError("target-absent")
    above = _holder(writing.draft, path)
    alike = [node for node in above.children if node.level == path[-1].level]
    if not alike or path[-1].num not in successors(alike[-1].num):
        raise RefusedError("target-absent")
    return _put(writing, above, _new_unit(writing, path), None)


def _new_unit(writing: Writing, path: tuple[Unit, ...]) -> Node:
    """The quoted unit that bears the number named, or that stands in a quoted unit of the path's own numbers.

    Raises RefusedError where none or several do.
    """
    eids = writing.acting.wording_of(writing.effect)
    if not eids:
        raise RefusedError("wording-absent")
    fitting = [eid for eid in eids if fits(writing.acting.unit(eid), path[-1])]
    above = path[:-1]
    while not fitting and above:
        inside = [eid for eid in eids if fits(writing.acting.unit(eid), above[-1])]
        for step in path[len(above) :]:
            inside = [
                below for eid in inside for below in writing.acting.below(eid) if fits(writing.acting.unit(below), step)
            ]
        fitting, above = inside, above[:-1]
    if len(fitting) != 1:
        raise RefusedError("wording-differs")
    new = writing.acting.node(fitting[0], writing.since, writing.by)
    new.level, new.num = path[-1].level, path[-1].num
    return new


def _exchange(draft: Draft, old: Node, new: Node) -> None:
    above = draft.parent(old)
    end = ending(old.text)
    _end_with(new, end)
    if old.eid and new.num == old.num:
        new.eid = old.eid
    draft.rewrite(above, [new if piece is old else piece for piece in above.pieces])


def _end_with(node: Node, end: str) -> None:
    """Give a new unit the white space at its end that its place asks for."""
    while True:
        last = node.pieces[-1]
        if isinstance(last, str):
            node.pieces[-1] = last.rstrip() + end
            return
        node = last


def _insert(writing: Writing) -> list[Node]:
    effect, draft = writing.effect, writing.draft
    path = effect.target.provision
    if not path or path[-1].level in PARTS or not path[-1].num:
        raise RefusedError("place-unknown")
    # What is brought comes before where it goes: "Bổ sung số thứ tự 1a … của Phụ lục II" brings no Phụ lục II.
    new = _new_unit(writing, path)
    there = draft.find(path)
    if there:
        raise RefusedError("already-there", tuple(there))
    named = _anchor_path(effect)
    anchors = draft.find(named) if named else []
    if len(anchors) > 1:
        raise RefusedError("place-unknown", tuple(anchors))
    if not anchors and len(path) == 1 and not effect.anchor:
        return _put_after_plain(writing, path[-1], new)
    if not anchors:
        # A neighbour that is not there yet (it comes with a later act) is stood for by the order of the numbers.
        return _put(writing, _holder(draft, path), new, None)
    anchor = anchors[0]
    if anchor.level != path[-1].level and not {anchor.level, path[-1].level} <= ALIKE:
        raise RefusedError("place-unknown", (anchor,))
    return _put(writing, draft.parent(anchor), new, anchor)


def _put_after_plain(writing: Writing, unit: Unit, new: Node) -> list[Node]:
    """A unit numbered through the document, without a neighbour named: Điều 57a stands after Điều 57."""
    plain = re.fullmatch(r"(\d+|[IVXLC]+)[a-zđ]\d*", unit.num)
    beside = writing.draft.find((Unit(unit.level, plain[1]),)) if plain is not None else []
    if len(beside) != 1:
        raise RefusedError("place-unknown", tuple(beside))
    return _put(writing, writing.draft.parent(beside[0]), new, beside[0])


def _anchor_path(effect: Effect) -> tuple[Unit, ...]:
    """The neighbour named, with the units that the target names above it ("vào sau khoản 5" in Điều 53)."""
    anchor, path = effect.anchor, effect.target.provision
    if not anchor or anchor[0].level not in {unit.level for unit in path}:
        return anchor
    top = next(place for place, unit in enumerate(path) if unit.level == anchor[0].level)
    return (*path[:top], *anchor)


def _put(writing: Writing, above: Node, new: Node, anchor: Node | None) -> list[Node]:
    pieces = place_among(above.pieces, new, anchor, writing.effect.place)
    if pieces is None:
        raise RefusedError("place-unknown", (above,))
    writing.draft.rewrite(above, pieces)
    return [new]


def _holder(draft: Draft, path: tuple[Unit, ...]) -> Node:
    """The unit that takes a new one up where no neighbour is named; for an article the one that holds its like."""
    if len(path) > 1:
        return one(draft, path[:-1])
    raise RefusedError("place-unknown")


def _repeal(writing: Writing) -> list[Node]:
    """The number stays, the words go (Pháp lệnh 01/2012/UBTVQH13, Điều 16)."""
    path = writing.effect.target.provision
    if path and path[-1].level == "paragraph":
        return _repeal_paragraph(writing)
    if not path or path[-1].level in PARTS:
        raise RefusedError("place-unknown" if path else "not-textual")
    node = one(writing.draft, path)
    text = node.text
    number = NUMBER.match(text)
    if number is None:
        raise RefusedError("place-unknown", (node,))
    kept = number.group().rstrip() + " " + REPEALED + (ending(text) or "\n")
    writing.draft.rewrite(node, [kept], writing.since, writing.by)
    node.heading = ""
    return [node]


def _repeal_paragraph(writing: Writing) -> list[Node]:
    """A paragraph without a number of its own goes with its line (Pháp lệnh 01/2012/UBTVQH13, Điều 16)."""
    *unit, part = writing.effect.target.provision
    node = one(writing.draft, tuple(unit))
    at = stretch(node, part)
    piece = node.pieces[at.piece]
    if at.piece == at.start == 0 or not isinstance(piece, str):
        raise RefusedError("place-unknown", (node,))
    line = Stretch(at.piece, piece.rfind("\n", 0, at.start) + 1, (piece.find("\n", at.end) + 1) or len(piece))
    writing.draft.rewrite(node, written(node, line, ""), writing.since, writing.by)
    return [node]
