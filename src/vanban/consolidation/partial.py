"""New wording for a part of a unit: its name, or one of its paragraphs."""

from vanban.consolidation import words
from vanban.consolidation.node import Node
from vanban.consolidation.writing import NUMBER, RefusedError, Writing, ending, fits, one, whole
from vanban.model import Unit


def substitute_part(writing: Writing) -> list[Node]:
    """New wording for the name of a unit, or for one of its paragraphs."""
    path = writing.effect.target.provision
    node = one(writing.draft, whole(path))
    if node is writing.draft.root:
        raise RefusedError("not-textual")
    part = path[-1]
    if part.level == "heading" and len(path) - 1 == len(whole(path)):
        return _rename(writing, node, whole(path)[-1])
    if part.level == "paragraph" and part.num.isdigit():
        return _substitute_paragraph(writing, node, int(part.num), _loose_wording(writing))
    raise RefusedError("place-unknown")


def _rename(writing: Writing, node: Node, named: Unit) -> list[Node]:
    """A new name for an article, a chapter or a section: the words after its number, before its first line."""
    bearers = [eid for eid in writing.acting.wording_of(writing.effect) if fits(writing.acting.unit(eid), named)]
    new = _loose_wording(writing) if len(bearers) != 1 else _printed_name(writing, bearers[0])
    if _begins_numbered(new, node):
        new = new[NUMBER.match(new).end() :]  # type: ignore[union-attr]
    new = _bare(new)
    lead = node.pieces[0] if node.pieces and isinstance(node.pieces[0], str) else ""
    number = NUMBER.match(lead)
    old = words.shape(node.heading).search(lead) if node.heading else None
    if number is None or old is None or not new or lead[number.end() : old.start()].strip():
        raise RefusedError("place-unknown", (node,))
    writing.draft.rewrite(
        node, [lead[: old.start()] + new + lead[old.end() :], *node.pieces[1:]], writing.since, writing.by
    )
    node.heading = new
    return [node]


def _begins_numbered(new: str, node: Node) -> bool:
    match = NUMBER.match(new)
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
    if at == 0 and (match := NUMBER.match(lines[0])) is not None and not _begins_numbered(new, node):
        keep = match.group().rstrip() + " "
    lines[at] = keep + new.strip() + ending(lines[at])
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
