"""Which document a run of units belongs to: the one named right after it, for every member of the list."""

import re

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


def attach(runs: list[Run], mentions: list[Mention], folded: str) -> list[Mention | None]:
    """For each run the mention that follows it with nothing but glue between; None where there is none.

    Both lists in order of the text; one pass.
    """
    attached: list[Mention | None] = []
    at = 0
    for number, run in enumerate(runs):
        while at < len(mentions) and mentions[at].start < run.end:
            at += 1
        found = None
        if at < len(mentions):
            start = mentions[at].start
            if start - run.end <= 45 and _GLUE.fullmatch(folded, run.end, start):
                found = mentions[at]
            elif (
                start - run.end <= 320 and not _interrupted(runs, number, start) and "\n" not in folded[run.end : start]
            ):
                far = _WITH_HEADING.fullmatch(folded, run.end, start) or _enclosed(folded, run.end, start)
                found = mentions[at] if far else None
        attached.append(found)
    return attached


def _enclosed(folded: str, end: int, start: int) -> bool:
    """Whether only the title of what is attached stands between the run and the act that it is attached to."""
    return any(title.fullmatch(folded, end, start) is not None for title in (_ENCLOSED, _ENCLOSED_REGULATION))


def _interrupted(runs: list[Run], number: int, start: int) -> bool:
    """Whether another run stands before `start`: then the document belongs to that one."""
    return number + 1 < len(runs) and runs[number + 1].start < start
