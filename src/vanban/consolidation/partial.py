"""New wording for a part of a unit: its name, one of its paragraphs, sentences or dashes."""

from vanban.consolidation.node import Node
from vanban.consolidation.stretch import said, stretch, written
from vanban.consolidation.writing import NUMBER, RefusedError, Writing, ending, fits, one
from vanban.model import Unit
from vanban.timeline.addressing import whole_units


def substitute_part(writing: Writing) -> list[Node]:
    """New wording for the name of a unit, for one of its paragraphs, sentences or dashes."""
    path = writing.effect.target.provision
    node = one(writing.draft, whole_units(path))
    if node is writing.draft.root:
        raise RefusedError("not-textual")
    part = path[-1]
    if len(path) - len(whole_units(path)) > 1:
        raise RefusedError("place-unknown")
    if part.level == "heading":
        return _rename(writing, node, whole_units(path)[-1])
    if part.level == "indent":
        return _substitute_dash(writing, node, part)
    return _substitute_stretch(writing, node, part, _loose_wording(writing))


def _rename(writing: Writing, node: Node, named: Unit) -> list[Node]:
    """A new name for an article, a chapter or a section: the words after its number, before its first line."""
    bearers = [eid for eid in writing.acting.wording_of(writing.effect) if fits(writing.acting.unit(eid), named)]
    new = _loose_wording(writing) if len(bearers) != 1 else _printed_name(writing, bearers[0])
    if _begins_numbered(new, node):
        new = new[NUMBER.match(new).end() :]  # type: ignore[union-attr]
    new = _bare(new)
    if not new:
        raise RefusedError("wording-absent", (node,))
    pieces = written(node, stretch(node, Unit("heading", "")), new)
    writing.draft.rewrite(node, pieces, writing.since, writing.by)
    node.heading = new
    return [node]


def _substitute_dash(writing: Writing, node: Node, part: Unit) -> list[Node]:
    """The first, second … dash below a unit, by a quoted dash."""
    dashes = [child for child in node.children if child.level == "indent"]
    eids = [eid for eid in writing.effect.new_eids if eid in writing.acting]
    if not part.num.isdigit() or not 0 < int(part.num) <= len(dashes):
        raise RefusedError("target-absent", (node,))
    if len(eids) != 1 or writing.acting.unit(eids[0]).level != "indent":
        raise RefusedError("wording-differs" if eids else "wording-absent")
    old = dashes[int(part.num) - 1]
    new = writing.acting.node(eids[0], writing.since, writing.by)
    if new.children or old.children:
        raise RefusedError("wording-differs", (old,))
    writing.draft.rewrite(old, [new.text.strip() + ending(old.text)], writing.since, writing.by)
    return [old]


def _begins_numbered(new: str, node: Node) -> bool:
    match = NUMBER.match(new)
    return match is not None and node.num.lower() in match.group().lower()


def _substitute_stretch(writing: Writing, node: Node, part: Unit, new: str) -> list[Node]:
    """Other words for a paragraph or a sentence; the number that opens the unit stays where the new words have none."""
    at = stretch(node, part)
    keep = ""
    if part.level == "paragraph" and at.piece == at.start == 0 and not _begins_numbered(new, node):
        number = NUMBER.match(said(node, at))
        keep = number.group().rstrip() + " " if number is not None else ""
    writing.draft.rewrite(node, written(node, at, keep + new.strip()), writing.since, writing.by)
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


def _printed_name(writing: Writing, eid: str) -> str:
    """The number and the name of a quoted unit: its first line, or the first two where the number stands alone."""
    lead = writing.acting.node(eid, writing.since, writing.by).pieces[0]
    number = NUMBER.match(lead) if isinstance(lead, str) else None
    if number is None or not isinstance(lead, str):
        raise RefusedError("wording-differs")
    return number.group() + " " + lead[number.end() :].strip().split("\n")[0]


def _bare(heading: str) -> str:
    """A name without the marks that quote it."""
    return heading.strip().strip('“”"„«»').strip()
