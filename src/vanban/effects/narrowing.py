"""A matter that narrows what is named: not the provision, only what it says of one subject.

"các quy định về tố cáo trong Luật số 1", "tiêu chí xác định … quy định tại khoản 4 Điều 1 Nghị định số 2". What exactly
goes is for a person to decide, so that such an effect is a candidate.
"""

import re
from collections.abc import Iterator

_ALL = r"(?:(?:cac|nhung|mot so|toan bo)\s+|)"
_ABOUT = re.compile(
    rf"\s*{_ALL}(?:noi dung|quy dinh)(?:\s+quy dinh)?\s+(?:ve|lien quan (?:den|toi)|co lien quan(?: den)?)\s+(?=\w)"
)
_ABOUT_LINK = re.compile(
    r"\s(?:quy dinh )?(?:tai|trong|cua)\s+(?:cac\s+(?:van ban|dieu, khoan cua|luat)\s+(?:sau\s*(?:day)?\s*:?\s*)?)?"
)
# What an act can set out; permits and files are set out as well, but they are no rules.
_SET_OUT = re.compile(
    rf"\s*{_ALL}(?:quy dinh|noi dung|tieu chi|tieu chuan|quy trinh|trinh tu|thu tuc|muc|dinh muc|han muc|che do|"
    r"dieu kien|tham quyen|chinh sach|ty le|thoi han|nguyen tac|phuong phap|chi tieu|trach nhiem)\s+(?=\w)"
)
_SET_OUT_LINK = re.compile(r"(?<!theo)\s(?:duoc )?(?:quy dinh|neu) tai\s+(?:cac\s+)?")
# "… trái với quy định tại Điều 5 của Luật này": a place named after such words is not where the matter stands.
_STOP = re.compile(r"[.;:\"~\n]|\b(?:het hieu luc|bai bo|thay the|trai|khac|khong phu hop|mau thuan)\b")
_LONGEST = 300


def places(folded: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Pairs (end of the narrowing words that begin at `at`, where what they narrow may begin), in order.

    The caller takes the first where a place or an act stands; words such as "của" stand in matters as well.
    """
    for opening, link in ((_ABOUT, _ABOUT_LINK), (_SET_OUT, _SET_OUT_LINK)):
        head = opening.match(folded, at, end)
        if head is None:
            continue
        limit = min(end, head.end() + _LONGEST)
        stop = _STOP.search(folded, head.end(), limit)
        for found in link.finditer(folded, head.end() + 2, stop.start() if stop else limit):
            yield found.start(), found.end()


def begins(folded: str, at: int, end: int) -> bool:
    """Whether words that narrow something may stand at `at`."""
    return _ABOUT.match(folded, at, end) is not None or _SET_OUT.match(folded, at, end) is not None
