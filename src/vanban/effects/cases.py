"""What lines limit the clauses below them to: cases ("1. Đối với xã đã có bến, thực hiện như sau:"), a printed page."""

import re

from vanban.effects.wording import Clause, Wording

_CASES = re.compile(
    r"\s*(?:[\w.]+\s*[.)]\s*)?(?P<cases>(?:doi voi|truong hop|trong truong hop)\s[^~]{3,600}?)"
    r"(?:\s*,?\s*(?:thi\s+)?(?:duoc\s+)?(?:thuc hien|ap dung|xu ly|giai quyet)(?:\s+theo)?(?:\s+quy dinh)?)?"
    r"\s*(?:nhu sau|sau day|sau)?\s*:\s*$"
)
# A place that only the printed page has: "2. Tại trang 14, dòng 12 trong mục “Định mức”⏎Sửa cụm từ …".
_ON_PAGE = re.compile(
    r"\btai (?:trang (?:so )?\d+|dong (?:so |thu )?\d+[^.;:\n]{0,20}\btrang (?:so )?\d+)[^:;\n]{0,120}"
)


def on_page(wording: Wording, clause: Clause, at: int) -> str | None:
    """The words before `at` in its clause that name a page and a line: what changes is there only; None for none."""
    said = _ON_PAGE.search(wording.folded, clause.start, at)
    return " ".join(wording.content[said.start() : said.end()].split()).rstrip(" ,") if said is not None else None


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
