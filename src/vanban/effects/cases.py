"""The cases that the lines above a clause limit it to: "1. Đối với xã đã có bến, như sau: a) Không áp dụng …"."""

import re

from vanban.effects.wording import Clause, Wording

_CASES = re.compile(
    r"\s*(?:[\w.]+\s*[.)]\s*)?(?P<cases>(?:doi voi|truong hop|trong truong hop)\s[^~]{3,600}?)"
    r"(?:\s*,?\s*(?:thi\s+)?(?:duoc\s+)?(?:thuc hien|ap dung|xu ly|giai quyet)(?:\s+theo)?(?:\s+quy dinh)?)?"
    r"\s*(?:nhu sau|sau day|sau)?\s*:\s*$"
)


def above(wording: Wording, clause: Clause) -> str | None:
    """The words of the nearest line above that name cases, as printed, on one line; None where none does."""
    place = clause.above
    while place >= 0:
        holder = wording.clauses[place]
        said = _CASES.match(wording.folded, holder.start, holder.end)
        if said is not None:
            return " ".join(wording.content[said.start("cases") : said.end("cases")].split())
        place = holder.above
    return None
