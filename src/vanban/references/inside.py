"""References that stay inside the document: from a path and the unit that holds the words to an eid.

Identifiers are systematic (`structure.outline`), so an answer is one look-up of the eid that the words spell, in the
numbering that the words stand in: the new wording that one unit quotes, an appendix or attached document, the document.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from vanban.model import Level, Provision, Unit
from vanban.references.pinpoint import RANK, Path
from vanban.structure.outline import eid_number

_CODES: dict[Level, str] = {
    "part": "part", "chapter": "chp", "section": "sec", "subsection": "subsec", "article": "art", "clause": "cl",
    "point": "point", "subpoint": "subpoint", "indent": "indent", "appendix": "app", "form": "form",
}  # fmt: skip
_LEVEL_OF_THIS: dict[str, Level] = {
    "this-point": "point", "this-clause": "clause", "this-article": "article", "this-subsection": "subsection",
    "this-section": "section", "this-chapter": "chapter", "this-part": "part", "this-appendix": "appendix",
}  # fmt: skip


class Inside:
    """The look-ups of one document."""

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self._units = provisions
        self._by_eid = {unit.eid: unit for unit in provisions}
        self._by_num: dict[str, list[str]] | None = None

    def around(self, offsets: Iterable[int]) -> list[str]:
        """The eid of the innermost unit at each of the offsets; "" outside of every unit."""
        starts = [unit.start for unit in self._units]
        found: list[str] = []
        for offset in offsets:
            # the last unit that has begun, or where it has ended already, the nearest above it that goes on
            last = bisect_right(starts, offset) - 1
            unit = self._units[last] if last >= 0 else None
            while unit is not None and unit.end <= offset:
                unit = self._by_eid.get(unit.parent) if unit.parent is not None else None
            found.append(unit.eid if unit is not None else "")
        return found

    def unit(self, eid: str) -> Provision | None:
        """The unit of this eid."""
        return self._by_eid.get(eid)

    def quoted(self, eid: str) -> bool:
        """Whether the unit is another document's new wording."""
        unit = self._by_eid.get(eid)
        return unit is not None and unit.quoted

    def above(self, eid: str) -> list[Provision]:
        """The unit and all units above it, the nearest first."""
        chain = []
        unit = self._by_eid.get(eid)
        while unit is not None:
            chain.append(unit)
            unit = self._by_eid.get(unit.parent) if unit.parent is not None else None
        return chain

    def eid(self, path: Path, within: str) -> str | None:
        """The eid of `path` as said by words that stand in `within`; None where no unit answers.

        Of a paragraph, a sentence, a heading or a row of a table the unit that holds it is the answer.
        """
        units = [unit for unit in path.units if unit.level in _CODES]
        if len(units) > 1 and units[0].level == "article" and units[-1].level == "section":
            units.pop()  # "mục số 7 điểm a khoản 3 Điều 1": a row of what the point holds
        if path.relative is not None:
            base = self._around(within, _LEVEL_OF_THIS[path.relative])
            return self._below(base, units) if base is not None else None
        if not units:
            return None
        if RANK[units[0].level] < RANK["article"]:
            # "khoản 2" alone is of the nearest larger unit around the words that has one
            unit = self._by_eid.get(within)
            quoted = unit is not None and unit.quoted
            while unit is not None and unit.quoted == quoted:
                if RANK.get(unit.level, 0) > RANK[units[0].level]:
                    return self._below(unit.eid, units)
                unit = self._by_eid.get(unit.parent) if unit.parent is not None else None
            return None
        article = 0
        if units[0].level != "article":
            article = next((at for at, unit in enumerate(units) if unit.level == "article"), 0)
        for scope in _scopes(within):
            found = self._below(scope, units[article:]) or (self._below(scope, units) if article else None)
            if found is not None:
                return found
        return None

    def numbered(self, path: Path) -> str | None:
        """The one unit of the document with this number, for papers without articles: "Điểm 4 của Hướng dẫn này"."""
        units = path.units
        plain = len(units) == 1 and path.relative is None and RANK[units[0].level] < RANK["article"]
        return self._by_number("", units) if plain and units[0].num.isdigit() else None

    def _around(self, within: str, level: Level) -> str | None:
        """The unit of this level around the words, without leaving the quoted wording that they stand in."""
        unit = self._by_eid.get(within)
        quoted = unit is not None and unit.quoted
        while unit is not None and unit.quoted == quoted:
            if unit.level == level:
                return unit.eid
            unit = self._by_eid.get(unit.parent) if unit.parent is not None else None
        return None

    def _below(self, base: str, units: Sequence[Unit]) -> str | None:
        parts = [eid_step(unit.level, unit.num) for unit in units]
        eid = "__".join([base, *parts]) if base else "__".join(parts)
        if eid in self._by_eid:
            return eid
        return (
            self._by_number(base, units) if base and (not units[-1].num.isalnum() or units[-1].num.isdigit()) else None
        )

    def _by_number(self, base: str, units: Sequence[Unit]) -> str | None:
        """Where levels are named loosely ("điểm 1 Mục I Phụ lục này", "điểm a.2 khoản này") one number must answer."""
        if self._by_num is None:
            self._by_num = {}
            for unit in self._units:
                if not unit.num.isalnum() or unit.num.isdigit():
                    self._by_num.setdefault(unit.num, []).append(unit.eid)
        above = "" if not base else "__".join([base, *(eid_step(unit.level, unit.num) for unit in units[:-1])]) + "__"
        found = [eid for eid in self._by_num.get(units[-1].num, ()) if eid.startswith(above)]
        if len(found) > 1:
            least = min(eid.count("__") for eid in found)
            found = [eid for eid in found if eid.count("__") == least]
        return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4096)
def eid_step(level: Level, num: str) -> str:
    """The unit's own part of an eid: "art_5"; the same few come again."""
    return f"{_CODES[level]}_{eid_number(num)}" if num else _CODES[level]


def _scopes(within: str) -> list[str]:
    """The prefixes of the numberings around a unit, the innermost first; inside quoted wording only its own."""
    quote = within.rfind("__qstr_")
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


# Codes of units that number their own parts anew.
_APPENDIX, _FORM = _APART = ("app", "form")
