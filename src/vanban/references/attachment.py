"""Which document a run of units belongs to: the one named right after it, for every member of the list."""

import re
from bisect import bisect_left
from itertools import repeat
from operator import attrgetter

from vanban.references.mention import Mention
from vanban.references.runs import Run

_GLUE = re.compile(
    r"(?:\sva\scac\s(?:noi dung|quy dinh|dieu khoan|dieu)(?:\skhac)?(?:\sco)?\slien quan(?=\s(?:cua|tai)\s))?"
    r"\s?,?\s?(?:\)\s?)?(?:(?:cua|tai|thuoc|trong|o|theo|quy dinh tai|quy dinh trong|neu tai|ban hanh kem theo|"
    r"ban hanh kem|kem theo|kem|duoc ban hanh kem theo|dinh kem|ban hanh theo|ban hanh tai|cac)\s)*",
    re.ASCII,
)
# "Phần III … ban hành kèm theo Thông tư số 11/2010/TT-BTNMT": the title of what is attached stands between.
_ENCLOSED = re.compile(
    r"\s(?:[^.;:()\n\"]|\([^()\n]{1,40}\)|\.(?=[0-9])){3,240}?\s(?:ban hanh\s)?kem theo\s(?:cac\s)?", re.ASCII
)
# A regulation's title may list its parts with semicolons: "Quy chế tuyển sinh …; xét chuyển … ban hành kèm theo …".
_ENCLOSED_REGULATION = re.compile(
    r"\s(?:cua\s)?(?:quy che|dieu le|quy chuan|quy trinh)\s[^.:()\n\"]{3,300}?\s(?:ban hanh\s)?kem theo\s(?:cac\s)?",
    re.ASCII,
)
# "Phụ lục II về Danh mục … của Luật", "Phụ lục II - Danh mục … của Luật"
_WITH_HEADING = re.compile(r"\s(?:(?:ve|quy dinh ve)\s|[-–]\s?)[^.;:()\n\"]{3,90}?\scua\s(?:cac\s)?", re.ASCII)


_LONGEST_GLUE, _LONGEST_TITLE = 45, 320


def attach(runs: list[Run], mentions: list[Mention], folded: str) -> list[Mention | None]:
    """For each run the mention that follows it with nothing but glue between; None where there is none.

    Both lists in order of the text. No run stands in glue or in a title: a further one before the mention is the one
    that the document may belong to.
    """
    attached: list[Mention | None] = [None] * len(runs)
    beyond = len(folded) + _LONGEST_TITLE + 1
    starts = [*map(attrgetter("start"), mentions), beyond]
    ends = list(map(attrgetter("end"), runs))
    further = [*map(attrgetter("start"), runs[1:]), beyond]
    nearest = map(bisect_left, repeat(starts), ends)
    for number, (end, next_run, at) in enumerate(zip(ends, further, nearest, strict=False)):
        start = starts[at]
        if start <= next_run and start - end <= _LONGEST_TITLE and _belongs(folded, end, start):
            attached[number] = mentions[at]
    return attached


def _belongs(folded: str, end: int, start: int) -> bool:
    """Whether nothing but glue stands from `end` to `start`, or on one line a title."""
    if start - end <= _LONGEST_GLUE and _GLUE.fullmatch(folded, end, start) is not None:
        return True
    if folded.find("\n", end, start) >= 0:
        return False
    return any(
        title.fullmatch(folded, end, start) is not None for title in (_WITH_HEADING, _ENCLOSED, _ENCLOSED_REGULATION)
    )
