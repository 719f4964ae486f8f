"""Party resolutions cited by their meeting: "Nghị quyết Đại hội XIII", "… Hội nghị Trung ương 4 (khóa XI, XII)".

Each term is an act of its own, so that "(khóa XI, XII)" makes two mentions over the same words.
"""

import re

from vanban.orthography.numerals import ordinal_to_int
from vanban.references.dates_after import date_after
from vanban.references.mention import Mention
from vanban.references.places import Places

_NEXT = r"(?= (?:so |cua )?(?:hoi nghi|dai hoi|trung uong|ban chap hanh))"
_NAMED = re.compile("(?:nghi quyet|ket luan)" + _NEXT)
_NUMBER = r"[0-9]{1,2}|thu (?:nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi(?: mot| hai| ba| bon| lam)?)|[ivx]{1,5}"
_TERMS = r"[ivx]+(?:(?:\s*,\s*|\s*,?\s+va\s+)(?:khoa\s+)?[ivx]+)*"
_PLENUM = re.compile(
    rf"(?:\s*(?:cua\s+)?hoi nghi)?(?:\s+lan)?(?:\s+(?P<before>{_NUMBER}))?(?:,?\s+ban chap hanh)?\s+trung uong"
    rf"(?:\s+dang)?(?:\s+lan)?(?:\s+(?P<after>{_NUMBER}))?(?:\s+cua dang)?,?\s*\(?\s*khoa\s+(?P<terms>{_TERMS})\)?"
    r"(?![a-z0-9])"
)
_CONGRESS = re.compile(
    r"\s*(?:cua\s+)?dai hoi(?:\s+dai bieu)?(?:\s+dang)?(?:\s+toan quoc)?(?:\s+lan thu)?\s+(?P<term>[ivx]{1,5})"
    r"(?![a-z0-9])(?:\s+cua dang)?"
)
_CHARTER = re.compile(r"dieu le dang(?:\s+cong san viet nam)?(?![a-z])")


def party_mentions(content: str, folded: str, places: Places) -> list[Mention]:
    """Every plenum's and congress's resolution and the Party's charter, in order."""
    found: list[Mention] = []
    for start in (*places.resolutions, *places.conclusions):
        if content[start] not in "NK" or (start and folded[start - 1].isalnum()):
            continue
        match = _NAMED.match(folded, start)
        if match is None:
            continue
        kind = "nghi-quyet" if folded[start] == "n" else "ket-luan"
        plenum = _PLENUM.match(folded, match.end())
        congress = _CONGRESS.match(folded, match.end()) if plenum is None else None
        if plenum is not None:
            found.extend(_plenum(content, folded, start, kind, plenum))
        elif congress is not None:
            term = content[congress.start("term") : congress.end("term")]
            if term.isupper():
                found.append(Mention(start, congress.end(), kind, title=f"Đại hội {term}"))
    for start in places.charters:
        match = _CHARTER.match(folded, start) if content[start] == "Đ" else None
        # "Điều lệ đăng ký hộ tịch" folds to the same letters
        if match is not None and content[start : match.end()].lower().startswith("điều lệ đảng"):
            found.append(Mention(start, match.end(), "dieu-le", title="Điều lệ Đảng"))
    found.sort(key=lambda mention: mention.start)
    return found


def _plenum(content: str, folded: str, start: int, kind: str, match: re.Match[str]) -> list[Mention]:
    ordinal = match["before"] or match["after"]
    if ordinal is None:
        return []
    place = match.start("before") if match["before"] else match.start("after")
    printed = content[place : place + len(ordinal)]
    number = printed if printed.isdigit() else str(ordinal_to_int(printed.lower()) or printed)
    terms = content[match.start("terms") : match.end("terms")]
    end = match.end()
    dated = date_after(folded, end)
    mentions = []
    for term in re.findall(r"[IVX]+", terms):
        mention = Mention(start, end, kind, title=f"Hội nghị Trung ương {number} khóa {term}")
        if dated is not None:
            mention.date, mention.end = dated
        mentions.append(mention)
    return mentions
