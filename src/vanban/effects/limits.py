"""What stands beside an instruction and limits it: cases in a line above it, a place of the printed page, an exception.

The wordings are the rows of `effect_wordings` with the uses `cases-above`, `on-printed-page` and `left-out`.
"""

from vanban.effects import phrases
from vanban.effects.instruction import Instruction, Page
from vanban.effects.named import Named
from vanban.effects.wording import Clause


def cases_above(page: Page, clause: Clause) -> str | None:
    """The words of the nearest line above that name cases, as printed, on one line; None where none does."""
    place = clause.above
    while place >= 0:
        holder = page.wording.clauses[place]
        if (said := cases_in(page, holder)) is not None:
            return said
        place = holder.above
    return None


def cases_in(page: Page, clause: Clause) -> str | None:
    """The cases that a line names for the clauses below it, as printed, on one line; None where it names none."""
    said = phrases.wording_at(page.rules, "cases-above", page.wording.folded, clause.start, clause.end)
    return " ".join(page.wording.content[said.start("cases") : said.end("cases")].split()) if said else None


def on_printed_page(page: Page, clause: Clause, at: int) -> str | None:
    """The words before `at` in its clause that name a page and a line: what changes is there only; None for none."""
    said = phrases.first_wording(page.rules, "on-printed-page", page.wording.folded, clause.start, at)
    if said is None:
        return None
    return " ".join(page.wording.content[said[1].start() : said[1].end()].split()).rstrip(" ,")


def left_out(page: Page, given: Instruction, item: Named) -> str | None:
    """The exception that stands in brackets between an act that is named and the next one; None where none does."""
    if item.act is None or item.act.own:
        return None
    following = (other.start for other in given.items if other.start > item.act.start)
    end = min(following, default=given.end)
    said = phrases.first_wording(page.rules, "left-out", page.wording.folded, item.act.end, end)
    if said is None:
        return None
    words = " ".join(page.wording.content[said[1].start("words") : said[1].end("words")].split())
    return words if "trừ" in words[:10].lower() else None  # "trữ" and "trú" fold alike
