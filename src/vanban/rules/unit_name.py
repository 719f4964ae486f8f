"""The table `unit_names`: how the units of a document are named in an eid, in Vietnamese, in English and by typing."""

from vanban.model import Level
from vanban.rules.row import Row


class UnitName(Row, frozen=True, kw_only=True):
    """One level. `eid` is its mark in an identifier ("art"); `typed` the folded words and letters a person may type.

    `examples` are typed units of this level, `not` typed units of another.
    """

    level: Level
    eid: str
    vi: str
    en: str
    typed: tuple[str, ...] = ()
    order: int
