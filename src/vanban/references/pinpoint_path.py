"""The path to one target of a pinpoint: Điều 5 → khoản 2 → điểm a."""

import msgspec

from vanban.model import Level, Relative, Unit

RANK: dict[Level, int] = {
    "title": 0, "sentence": 1, "indent": 2, "paragraph": 3, "subpoint": 4, "point": 5, "clause": 6, "article": 7,
    "subsection": 8, "section": 9, "chapter": 10, "part": 11, "form": 12, "appendix": 13,
}  # fmt: skip
THIS: dict[Level, Relative] = {
    "subpoint": "this-subpoint", "point": "this-point", "clause": "this-clause", "article": "this-article",
    "subsection": "this-subsection", "section": "this-section", "chapter": "this-chapter", "part": "this-part",
    "appendix": "this-appendix",
}  # fmt: skip
_RANK_OF_THIS = {relative: RANK[level] for level, relative in THIS.items()}


class Path(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One target: units from the outermost inwards, and the unit around the words that the outermost hangs in."""

    units: tuple[Unit, ...]
    relative: Relative | None = None

    @property
    def rank(self) -> int:
        """The rank of the outermost unit that the words name."""
        return RANK[self.units[0].level] if self.relative is None else _RANK_OF_THIS[self.relative]
