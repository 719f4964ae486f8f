"""The table `provinces`: provinces and cities under the centre, with the units that they merged into."""

import datetime as dt
from typing import Literal

from vanban.rules.row import Row


class ProvinceRow(Row, frozen=True, kw_only=True):
    """One province or city. `name` without its kind; `names` other spellings; `until` the first day without it.

    `examples` are lines that name it with its kind. `successors` are ids of this table.
    """

    name: str
    kind: Literal["tinh", "thanh-pho"]
    names: tuple[str, ...] = ()
    until: dt.date | None = None
    successors: tuple[str, ...] = ()
