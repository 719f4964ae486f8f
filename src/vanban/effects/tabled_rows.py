"""Rows of an annex that only the table below names: "một số điểm thuộc Phụ lục IV … như sau:" | 213 | … |."""

import re

import msgspec

from vanban.effects import phrases
from vanban.effects.instruction import Page
from vanban.effects.named import Listing, Named
from vanban.effects.wording import Clause
from vanban.model import Unit

_ANNEXED = frozenset({"appendix", "form"})
_THUS = re.compile(r'[^\n"~]*\bnhu sau\s*:[ \t]*\n\s*')
_NUMBER = re.compile(r"\|[ \t]*(?P<num>\d+(?:\.\d+)*[a-zđ]?)\.?[ \t]*\|")
_DIVISION = re.compile(r"\|[ \t]*[A-ZĐ]+\.?[ \t]*\|")  # | II | over the rows of a group
_WHOLE = re.compile(r"(\d+)([a-zđ]?)")


def named(page: Page, clause: Clause, said: str, listing: Listing) -> tuple[tuple[Named, ...], int] | None:
    """The rows by their numbers, each with the place that `listing` names, and where the first of them begins.

    `said` are the folded words before the place ("một số mục của"). None unless the clause ends with one table in
    Markdown, whose numbers go up, below "như sau:" and a single annex.
    """
    parts = phrases.wording_at(page.rules, "rows-below", said, 0, len(said))
    if len(listing.items) != 1 or parts is None or parts.end() < len(said):
        return None
    (annex,) = listing.items
    thus = _THUS.match(page.wording.folded, listing.end, clause.end)
    if (
        thus is None
        or not annex.path
        or annex.path[-1].level not in _ANNEXED
        or page.wording.finish(clause) > clause.end
    ):
        return None
    rows = _numbered(page.wording.content[thus.end() : clause.end].rstrip())
    if not rows:
        return None
    items = tuple(msgspec.structs.replace(annex, path=(*annex.path, Unit("row", num))) for _, num in rows)
    return items, thus.end() + rows[0][0]


def _numbered(table: str) -> list[tuple[int, str]]:
    """Where each row begins and its number; empty where `table` has other lines too, a new group below
    its first row, or numbers that do not go up.

    Rows without a number, or with one below the last ("213.1" below "213"), go on with the row before.
    """
    found: list[tuple[int, str]] = []
    at = 0
    for line in table.splitlines(keepends=True):
        if not line.startswith("|") or (found and _DIVISION.match(line)):
            return []
        number = _NUMBER.match(line)
        if number is not None and not _counts_columns(line):
            num = number.group("num")
            if not found or not num.startswith(f"{found[-1][1]}."):
                found.append((at, num))
        at += len(line)
    order = [_rank(num) for _, num in found]
    return found if order == sorted(set(order)) else []


def _counts_columns(line: str) -> bool:
    """Whether a row only numbers the columns: | 1 | 2 | 3 |."""
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    return len(cells) > 1 and cells == [str(number) for number in range(1, len(cells) + 1)]


def _rank(num: str) -> tuple[tuple[int, str], ...]:
    """What sorts 9 before 10, 3 before 3a, 3.2 before 3.10."""
    return tuple((int(digits), letter) for digits, letter in _WHOLE.findall(num))
