"""One measured figure with its counts, and the floor and goal that an issue set for it."""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`value` measured over `count` items; `floor`/`goal` as in the issues (None: told for information).

    `unit` is "%" for a share between 0 and 1, else a word such as "M chars/s". `lower_is_better` turns the check.
    """

    name: str
    value: float
    count: int
    floor: float | None = None
    goal: float | None = None
    unit: str = "%"
    lower_is_better: bool = False
    note: str = ""

    @property
    def verdict(self) -> str:
        """What was reached: "goal", "floor", "SHORT", or "" where nothing was set."""

        def reached(mark: float | None) -> bool:
            return mark is not None and (self.value <= mark if self.lower_is_better else self.value >= mark)

        if self.floor is None and self.goal is None:
            return ""
        return "goal" if reached(self.goal) else "floor" if reached(self.floor) else "SHORT"


def interval(share: float, count: int) -> str:
    """The 95 % Wilson interval of a share, in words."""
    if not count:
        return ""
    z = 1.96
    centre = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return f"95 %: {100 * (centre - half):.1f}–{100 * (centre + half):.1f}"
