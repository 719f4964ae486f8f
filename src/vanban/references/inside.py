"""References that stay inside the document: from a path and the unit that holds the words to an eid.

Identifiers are systematic (`structure.outline`), so an answer is one look-up of the eid that the words spell, in the
numbering that the words stand in: the new wording that one unit quotes, an appendix or attached document, the document.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from vanban.model import Level, Provision, Unit
from vanban.references.pinpoint_path import RANK, THIS, Path
from vanban.structure.outline import eid_number

_CODES: dict[Level, str] = {
    "part": "part", "chapter": "chp", "section": "sec", "subsection": "subsec", "article": "art", "clause": "cl",
    "point": "point", "subpoint": "subpoint", "indent": "indent", "appendix": "app", "form": "form",
}  # fmt: skip
_LEVEL_OF_THIS = {relative: level for level, relative in THIS.items()}
# The levels of the units that "này" leaves unsaid, and those that such a path begins with.
_SPOKEN = frozenset(_CODES) - {"indent"}
_TOPS = frozenset({"article", "chapter", "appendix", "part"})
_ARTICLE = RANK["article"]
_LARGE = frozenset(level for level, rank in RANK.items() if rank >= _ARTICLE)
# Outside of every unit: without an eid, beyond every text, and of a level that no words ask for.
_NOWHERE = Provision("", "title", "", "", sys.maxsize, sys.maxsize)


class Inside:
    """The look-ups of one document."""

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self._units = provisions
        # None is no unit's eid, so that the parent of any unit may be asked for
        self._by_eid: dict[str | None, Provision] = {unit.eid: unit for unit in provisions}
        self._by_num: defaultdict[str, list[str]] | None = None
        self._above: dict[str | None, tuple[Provision, ...]] = {None: ()}
        self._named: dict[str, tuple[Unit, ...]] = {}

    def around(self, offsets: Iterable[int]) -> list[Provision]:
        """The innermost unit at each of the offsets, which ascend; one with the eid "" outside of every unit."""
        found: list[Provision] = []
        units = iter(self._units)
        unit, following = _NOWHERE, next(units, _NOWHERE)
        for offset in offsets:
            # the last unit that has begun, or where it has ended already, the nearest above it that goes on
            while following.start <= offset:
                unit, following = following, next(units, _NOWHERE)
            while unit.end <= offset:
                unit = self._by_eid.get(unit.parent, _NOWHERE)
            found.append(unit)
        return found

    def unit(self, eid: str) -> Provision | None:
        """The unit of this eid."""
        return self._by_eid.get(eid)

    def quoted(self, eid: str) -> bool:
        """Whether the unit is another document's new wording."""
        unit = self._by_eid.get(eid)
        return unit is not None and unit.quoted

    def above(self, eid: str | None) -> tuple[Provision, ...]:
        """The unit and all units above it, the nearest first."""
        chain = self._above.get(eid)
        if chain is None:
            unit = self._by_eid.get(eid)
            chain = self._above[eid] = (unit, *self.above(unit.parent)) if unit is not None else ()
        return chain

    def this(self, path: Path, within: Provision) -> tuple[str | None, tuple[Unit, ...]]:
        """The eid of a path that hangs in a unit around the words ("khoản 2 Điều này"), and the units left unsaid.

        Those are the unit meant by "này" and what holds it, up to the article. The search does not leave the quoted
        wording that the words stand in. None and () where no unit answers.
        """
        assert path.relative is not None
        level = _LEVEL_OF_THIS[path.relative]
        base = within
        while base.level != level:
            above = self._by_eid.get(base.parent)
            if above is None or above.quoted != within.quoted:
                return None, ()
            base = above
        units = path.units
        eid: str | None = f"{base.eid}__{eid_steps(units)}" if units else base.eid
        if eid in self._by_eid:
            named = self._named.get(base.eid)
            if named is None:
                named = self._named[base.eid] = self._unsaid(base.eid, 0)
            return eid, named
        steps = _with_eids(units)
        eid = self._below(base.eid, steps)
        return eid, self._unsaid(eid, len([unit for unit in steps if unit.level in _SPOKEN])) if eid is not None else ()

    def eid(self, path: Path, within: Provision) -> str | None:
        """The eid of `path`, which hangs in no unit around it, as said by words in `within`; None where none answers.

        Of a paragraph, a sentence, a heading or a row of a table the unit that holds it is the answer.
        """
        at = within.eid
        large = path.units and path.units[0].level in _LARGE
        if large and _QUOTE not in at and _APPENDIX not in at and _FORM not in at:
            # most: an article or appendix of the document itself, or a unit in it
            for eid in eids_spelled(path.units):
                if eid in self._by_eid:
                    return eid
            return None
        units = _with_eids(path.units)
        if not units:
            return None
        rank = RANK[units[0].level]
        if rank < _ARTICLE:
            # "khoản 2" alone is of the nearest larger unit around the words that has one
            unit: Provision | None = within
            while unit is not None and unit.quoted == within.quoted:
                if RANK.get(unit.level, 0) > rank:
                    return self._below(unit.eid, units)
                unit = self._by_eid.get(unit.parent)
            return None
        article = next((at for at, unit in enumerate(units) if unit.level == "article"), 0)
        for scope in _scopes(at):
            found = self._below(scope, units[article:]) or (self._below(scope, units) if article else None)
            if found is not None:
                return found
        return None

    def numbered(self, path: Path) -> str | None:
        """The one unit of the document with this number, for papers without articles: "Điểm 4 của Hướng dẫn này"."""
        units = path.units
        plain = len(units) == 1 and path.relative is None and RANK[units[0].level] < RANK["article"]
        return self._by_number("", units) if plain and units[0].num.isdigit() else None

    def _unsaid(self, eid: str, said: int) -> tuple[Unit, ...]:
        """The units that hold the unit, the outermost first, up to the article; the `said` innermost left out."""
        around: list[Unit] = []
        for unit in self.above(eid):
            if unit.level not in _SPOKEN:
                continue
            if said:
                said -= 1
                continue
            around.append(Unit(unit.level, unit.num))
            if unit.level in _TOPS:
                break
        return tuple(reversed(around))

    def _below(self, base: str, units: tuple[Unit, ...]) -> str | None:
        steps = eid_steps(units)
        eid = f"{base}__{steps}" if base and steps else base or steps
        if eid in self._by_eid:
            return eid
        return (
            self._by_number(base, units) if base and (not units[-1].num.isalnum() or units[-1].num.isdigit()) else None
        )

    def _by_number(self, base: str, units: tuple[Unit, ...]) -> str | None:
        """Where levels are named loosely ("điểm 1 Mục I Phụ lục này", "điểm a.2 khoản này") one number must answer."""
        if self._by_num is None:
            self._by_num = defaultdict(list)
            for unit in self._units:
                self._by_num[unit.num].append(unit.eid)
        above = "".join(f"{part}__" for part in (base, eid_steps(units[:-1])) if part)
        found = [eid for eid in self._by_num.get(units[-1].num, ()) if eid.startswith(above)]
        if len(found) > 1:
            least = min(eid.count("__") for eid in found)
            found = [eid for eid in found if eid.count("__") == least]
        return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4096)
def eid_steps(units: tuple[Unit, ...]) -> str:
    """The units' own part of an eid, with a sign that no eid has for units without one; the same few come again."""
    steps = []
    for unit in units:
        code = _CODES.get(unit.level, "?")
        steps.append(f"{code}_{eid_number(unit.num)}" if unit.num else code)
    return "__".join(steps)


@lru_cache(maxsize=4096)
def eids_spelled(units: tuple[Unit, ...]) -> tuple[str, ...]:
    """The eids in a document that a path spells, as they are sought; articles count through its chapters."""
    whole = eid_steps(_with_eids(units))
    article = whole.find("__art_")
    return (whole[article + 2 :], whole) if article >= 0 else (whole,)


def _with_eids(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units of a path that can stand in an eid."""
    for unit in units:
        if unit.level not in _CODES:
            units = tuple(unit for unit in units if unit.level in _CODES)
            break
    if len(units) > 1 and units[0].level == "article" and units[-1].level == "section":
        return units[:-1]  # "mục số 7 điểm a khoản 3 Điều 1": a row of what the point holds
    return units


def _scopes(within: str) -> list[str]:
    """The prefixes of the numberings around a unit, the innermost first; inside quoted wording only its own."""
    quote = within.rfind(_QUOTE)
    if quote >= 0:
        end = within.find("__", quote + 2)
        return [within if end < 0 else within[:end]]
    if _APPENDIX not in within and _FORM not in within:
        return [""]
    scopes = []
    parts = within.split("__")
    for length in range(len(parts), 0, -1):
        if parts[length - 1].startswith(_APART):
            scopes.append("__".join(parts[:length]))
    return [*scopes, ""]


# New wording that a unit quotes, and codes of units: what numbers its own parts anew.
_QUOTE = "__qstr_"
_APPENDIX, _FORM = _APART = ("app", "form")
