"""Which units or words of the amending document are the new wording of a target."""

import re
from collections.abc import Callable
from itertools import pairwise

from vanban.effects import unmarked
from vanban.effects.clauses import Read
from vanban.effects.instruction import Instruction, Page
from vanban.model import Level, Provision, Unit
from vanban.rules.effect_phrases import AmendingPhrase
from vanban.structure import Tree

_INLINE = re.compile(r"\s*\"(~+)(?:\"|\Z)")
_OPENING, _CLOSING = '“"«', '”"»'
_SAYS_NO_MORE = re.compile(r"\s*[.;]?\s*(?:\n|\Z)")
_DIVISIONS: tuple[Level, ...] = ("part", "section")  # of an annex: "phần I" is printed "I."
_INNER_NUMBER = re.compile(r"\((\w+)\)$")
_ANNEXED = frozenset({"appendix", "form"})
_UNNUMBERED = (Unit("appendix", ""), Unit("form", ""))
# A row of a list is quoted as a numbered line where the list is no table.
_PRINTED_AS: dict[Level, tuple[Level, ...]] = {"row": ("row", "clause")}


def find(
    page: Page, tree: Callable[[], Tree], read: Read, given: Instruction, path: tuple[Unit, ...], number: int
) -> tuple[tuple[str, ...], str | None]:
    """The quoted units, own appendices (their eids) or quoted words that are the new wording of one thing named.

    `path` is its place, completed by the lines above; `number` its place among the things that the instruction names.

    Several instructions may stand over one quotation ("Sửa đổi khoản 1 và bổ sung khoản 1a vào sau khoản 1 như sau:"):
    each takes the quoted unit of its own number; only the last may take what has no number.
    """
    if given.by:
        return _own_units(tree(), given, number), None
    if not isinstance(given.row, AmendingPhrase) or given.row.unit not in ("substitute", "insert", "correct"):
        return (), None
    quoted = [tree()[eid] for eid in read.clause.quoted if eid in tree()]
    if quoted:
        last = given is read.instructions[-1]
        exact = _numbered(tree(), quoted, path)
        if exact:
            return exact + _run_on(page, quoted, exact[-1], read), None
        if last:
            return tuple(unit.eid for unit in quoted) if len(given.items) == 1 else (), None
    if given.payload is not None:
        inline = _INLINE.match(page.wording.folded, given.payload, read.clause.end)
        if inline is not None and (inline.end() > inline.end(1) or _ends_in_table(page, read)):
            return (), page.wording.content[inline.start(1) : inline.end(1)].rstrip("\n")
    elif _SAYS_NO_MORE.match(page.wording.folded, given.end, read.clause.end) and path and path[0].level in _ANNEXED:
        own = tree().find(path) if len(path) == 1 and path[0].num else None
        return ((own,) if own is not None else ()), None  # "Bổ sung Phụ lục 05.": what the document has by that number
    return (), unmarked.find(page, read, given, path)


def _ends_in_table(page: Page, read: Read) -> bool:
    """Whether a clause that holds no other ends with a table: there the typist forgets the closing mark."""
    content, clause = page.wording.content, read.clause
    return clause.last < 0 and any(
        clause.start < end <= clause.end and not content[end : clause.end].strip() for _, end in page.wording.tables
    )


def _numbered(tree: Tree, quoted: list[Provision], path: tuple[Unit, ...]) -> tuple[str, ...]:
    """The quoted units that have the number of the last unit of `path`, at the top or in a quoted unit that holds it.

    A clause may be quoted under the number and heading of its article ("Khoản 3 Điều 10 được sửa đổi như sau: “Điều 10.
    … 3. …”"); the name of an article is quoted with the number of the article.
    """
    if not path:
        return ()
    if path[-1].level == "heading" and len(path) > 1:
        path = path[:-1]
    last = path[-1]
    if last.level == "point" and (of_point := _INNER_NUMBER.search(last.num)) is not None:
        last = Unit("subpoint", of_point.group(1))  # điểm b(ii)
    levels = _PRINTED_AS.get(last.level, (last.level,))
    if path[0].level == "appendix" and last.level in _DIVISIONS:
        levels = _DIVISIONS
    exact = tuple(unit.eid for unit in quoted if unit.level in levels and unit.num == last.num)
    if exact:
        return exact
    if last.level == "article":  # numbered through the act, it may stand under its new section: “Mục 5a … Điều 17a …”
        under = {eid for unit in quoted if (eid := tree.find((last,), within=unit.eid)) is not None}
        if len(under) == 1:
            return tuple(under)
    holders = {(unit.level, unit.num) for unit in path[:-1]}
    inside = [tree.find((last,), within=unit.eid) for unit in quoted if (unit.level, unit.num) in holders]
    inner = tuple(eid for eid in inside if eid is not None)
    return inner if len(inner) == 1 else ()


def _run_on(page: Page, quoted: list[Provision], last: str, read: Read) -> tuple[str, ...]:
    """The quoted units behind `last` that belong to it: it quotes new wording itself, and ends without its mark.

    "“Điều 8a. Sửa đổi … như sau: “PHẦN THỨ HAI …”": the typist closes one mark for two. Not units that an instruction
    of the clause names.
    """
    place = next((at for at, unit in enumerate(quoted) if unit.eid == last), len(quoted))
    named = {
        (item.path[-1].level, item.path[-1].num) for given in read.instructions for item in given.items if item.path
    }
    found: list[str] = []
    for unit, after in pairwise(quoted[place:]):
        words = page.wording.content[unit.start : unit.end].rstrip(" \n\t.;,/")
        opens = page.wording.content[after.start] in _OPENING
        if (
            words[-1:] in _CLOSING
            or after.start != unit.end
            or (after.level, after.num) in named
            or not (found or opens)
        ):
            break
        found.append(after.eid)
    return tuple(found)


def _own_units(tree: Tree, given: Instruction, number: int) -> tuple[str, ...]:
    """The document's own units named as the new wording: "bằng Phụ lục II ban hành kèm theo Thông tư này"."""
    units = [_own_unit(tree, other.path) for other in given.by]
    if len(units) == len(given.items):
        return (units[number] or "",) if units[number] is not None else ()
    return tuple(unit for unit in units if unit is not None)


def _own_unit(tree: Tree, path: tuple[Unit, ...]) -> str | None:
    if not path:
        return None
    found = tree.find(path)
    if found is not None or len(path) > 1 or path[0].level not in _ANNEXED:
        return found
    # The document's one appendix, printed without the number that it is to have in the other act.
    if not any(tree.find_all((unit,)) for unit in _UNNUMBERED):
        return None
    annexes = [unit for unit in tree.provisions if unit.level in _ANNEXED and not unit.quoted and unit.parent is None]
    return annexes[0].eid if len(annexes) == 1 and not annexes[0].num else None
