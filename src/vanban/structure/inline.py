"""Units that begin inside a line: quoted wording on the line that announces it, headings and items glued to the text
before.

Files that lost line feeds print "… như sau: “2. Nội dung", "… của Luật này. Chương V TỔ CHỨC THỰC HIỆN" and "… thương
mại;g) Quyết định …".
"""

import re
from bisect import bisect_left

from vanban.rules import Rules
from vanban.structure.headings import NOTE, line_end
from vanban.structure.lists import families, follows
from vanban.structure.markers import Marker, marker_at

# Most texts hold none of these, and then nothing is searched. "]" ends an editor's note.
_ANNOUNCED = re.compile('sau: ?"')
_NUMBERED = r"[ \t]*(?:dieu \d|\d{1,3}[a-z]?\d?[.)]|[a-z]\d?[.)])"
_QUOTED = re.compile(rf"(?:nhu sau ?:|\])[ \t]*(?=[\"']{_NUMBERED})")
# The next quotation on the line that closes one: "… theo quy định.” “3. Giá khởi điểm …".
_QUOTED_NEXT = re.compile(rf'"(?<=[^\s:]")[.;,]?[ \t]+(?="{_NUMBERED}[ \t])')
# Each begins with a word that the regular expression engine can jump to.
_GLUED = (
    re.compile(r"chuong (?=[ivxlc]+[ .:])"),
    re.compile(r"muc (?=\d{1,2}[ .:])"),
    re.compile(r"dieu(?:(?:(?<=[.;:\"\])] dieu)|(?<=[.;:\"\])]dieu)) (?=\d)|[ \t]*\n[ \t]*(?=\d{1,3}[a-z]?[.:]))"),
)

# "Điều 2. 1. Thu ngân sách nhà nước bao gồm …": an article without a name whose first clause stands on its line.
_FIRST_CLAUSE = re.compile(r"[.:][ \t]*(?=1\.[ \t]*\S)")

# Each begins with a character that the regular expression engine can jump to (measured: 16 against 700 MB/s).
_GLUED_ITEMS = (re.compile(r";(?=[a-z]\d?\) ?[a-z])"), re.compile(r"\.(?=\d{1,2}[a-z]?\. ?[a-z])"))


def quoted_inline(content: str, folded: str, rules: Rules) -> list[Marker]:
    """The openings of quoted wording that stand inside the line that announces it."""
    if '"' not in folded:
        return []
    openings: list[re.Match[str]] = []
    if ("]" in folded and '] "' in folded) or _ANNOUNCED.search(folded):
        openings += _QUOTED.finditer(folded)
    openings += _QUOTED_NEXT.finditer(folded)
    found = (marker_at(content, folded, match.end(), rules) for match in openings)
    return [marker for marker in found if marker is not None and marker.quote >= 0]


def glued_items(content: str, folded: str, markers: list[Marker], rules: Rules) -> list[Marker]:
    """Items printed right behind the stop of the item before them: "…;g) Quyết định", "….4. Chính phủ".

    Only the next number after the last line that begins with one of its kind.
    """
    found: list[Marker] = []
    starts: list[int] = []
    for at in sorted(match.end() for pattern in _GLUED_ITEMS for match in pattern.finditer(folded)):
        if not content[at - 2 : at - 1].isalpha():
            continue
        marker = marker_at(content, folded, at, rules)
        if (
            marker is None
            or marker.quote >= 0
            or not content[marker.after : marker.after + 9].lstrip(" ")[:1].isupper()
        ):
            continue
        starts = starts or [other.start for other in markers]
        place = bisect_left(starts, marker.start) - 1
        while place >= 0 and markers[place].style != marker.style:
            place -= 1
        last = markers[place] if place >= 0 else None
        if found and found[-1].style == marker.style and (last is None or last.start < found[-1].start):
            last = found[-1]
        if last is not None and _continues(marker, last):
            found.append(marker)
    return found


def first_clauses(content: str, folded: str, markers: list[Marker], rules: Rules) -> list[Marker]:
    """The first clauses that stand on the line of their article's number."""
    openings = [_FIRST_CLAUSE.match(folded, marker.after) for marker in markers if marker.style == "article"]
    found = (marker_at(content, folded, match.end(), rules) for match in openings if match is not None)
    return [marker for marker in found if marker is not None and marker.quote < 0]


def _continues(marker: Marker, last: Marker) -> bool:
    return any(
        family == other and follows(family, number, following)
        for family, number in families(last.style, last.number)
        for other, following in families(marker.style, marker.number)
    )


def glued(content: str, folded: str, rules: Rules) -> list[Marker]:
    """Chapters and articles glued to the sentence before them.

    A chapter's title must be in capitals to the end of the line; an article needs the stop after its number, and its
    number must fit (which the walk decides). Only asked for where the numbering shows that a heading is missing.
    """
    found: list[Marker] = []
    for at in sorted(match.start() for pattern in _GLUED for match in pattern.finditer(folded)):
        before = content[max(0, at - 2) : at].rstrip(" \t")[-1:]
        if before in ("", "\n") or not (before in '.;:”"])' or before.isupper() or folded.startswith("dieu\n", at)):
            continue
        marker = marker_at(content, folded, at, rules)
        if marker is None or marker.quote >= 0:
            continue
        rest = NOTE.sub("", content[marker.after : line_end(content, marker.after)]).strip()
        capitals = marker.style in ("chapter", "section") and rest.isupper()
        if capitals or (marker.style == "article" and rest[:1] in (".", ":")):
            found.append(marker)
    return found


def merged(markers: list[Marker], more: list[Marker]) -> list[Marker]:
    """Both in the order of the text, without those that begin inside another one's number."""
    if not more:
        return markers
    found: list[Marker] = []
    end = -1
    for marker in sorted([*markers, *more], key=lambda marker: (marker.start, -marker.after)):
        if marker.start >= end or marker.start == marker.quote:
            found.append(marker)
            end = max(end, marker.after)
    return found
