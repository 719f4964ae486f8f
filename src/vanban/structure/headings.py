"""The printed heading of a unit, and whether a line that begins like a heading is one.

A line of running prose can begin with "Điều 5 của Luật này" where a file wrapped a sentence; a heading either has a
stop after its number, or nothing, or its title.
"""

import re

from vanban.model import Level
from vanban.orthography import roman_to_int
from vanban.orthography.numerals import ordinal_to_int

# The sign of a footnote, or a publisher's note in brackets, between a number and its title.
NOTE = re.compile(r"(?:(?:\[[^\]\n]{1,4000}\]|\(\d{1,3}\))[ \t.]*)+")
_NOTE_OPENS = ("[", "(")
# How running prose goes on after "Điều 5": the name of the act, or another unit.
_PROSE = re.compile(
    r"(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Pháp lệnh|Hiến pháp|Quy chế|Quy định|Điều|Chương|Mục|"
    r"Phần|Phụ lục|Khoản|Điểm|Điều lệ|Hiệp định|Công ước|Chỉ thị)\b"
)
_SUFFIXES = frozenset(("", *"abcdđeghik"))
_STOPS = ".:"
_MAX_TITLE = 400
_SENTENCE_ENDS = (".", ";", ":", ",", "./.")


def line_end(content: str, at: int) -> int:
    """Where the line of `at` ends (its line feed, or the end of the text)."""
    end = content.find("\n", at)
    return len(content) if end < 0 else end


def roman_number(printed: str) -> str | None:
    """A Roman number with its suffix, "VIIa", also where the case was lost ("Iva", "IVA"); None for no Roman number."""
    cuts = (len(printed) - 1, len(printed)) if printed[-1].islower() else (len(printed), len(printed) - 1)
    for cut in cuts:
        base = printed[:cut].upper()
        if roman_to_int(base) is not None and printed[cut:].lower() in _SUFFIXES:
            return base + printed[cut:].lower()
    return None


def heading_number(printed: str) -> str | None:
    """The normalised number of a part, chapter or section: Roman in capitals, words as digits; None for no number."""
    if printed[0].isdigit():
        return printed.lower().lstrip("0") or "0"
    roman = roman_number(printed) if printed[0].isupper() else None
    if roman is not None:
        return roman
    ordinal = ordinal_to_int(printed)
    if ordinal is not None:
        return str(ordinal)
    return printed if len(printed) == 1 and printed.isupper() else None


def strength(content: str, after: int) -> int:
    """How much a line looks like a heading after its number: 2 a stop or nothing, 1 a title without stop, 0 prose."""
    rest = content[after : line_end(content, after)].strip(" \t\u00a0")
    if rest.startswith(_NOTE_OPENS) and (note := NOTE.match(rest)):
        rest = rest[note.end() :].lstrip()
    if not rest or rest[0] in _STOPS:
        return 2
    if rest[0] in "-–—" and rest[1:2].isspace():
        return 2
    if rest.isupper():
        return 2
    if rest[0].isupper() and not _PROSE.match(rest):
        return 1
    return 0


def ends_sentence(content: str, at: int, strict: bool = False) -> bool:
    """Whether the words before the line that starts at `at` have come to an end, so that a unit may begin.

    A heading or another short line is taken for an end, unless `strict`.
    """
    before = content[max(0, at - 200) : at].rstrip()
    if not before or before[-1] in ".;:!?”\"»)]…/*-_’'":
        return True
    if strict:
        return False
    last = before[before.rfind("\n") + 1 :].strip()
    return last.isupper() or len(last) < 80


def heading(content: str, level: Level, after: int, stop: int, divided: bool) -> tuple[str, int]:
    """The title of a unit whose number ends at `after` and whose own words end at `stop`; and where the title ends.

    `divided` says that smaller units stand below it.

    Chapters and the like: the rest of the line and the lines in capitals below it. Articles: the rest of the line,
    where more of the article follows it; an article of one sentence has no title.
    """
    end = min(line_end(content, after), stop)
    rest = content[after:end].strip(" \t\u00a0.:-–—")
    if rest.startswith(_NOTE_OPENS) and (note := NOTE.match(rest)):
        rest = rest[note.end() :].strip(" \t\u00a0.:-–—")
    if level == "article":
        while rest and end < stop and content[end + 1 : end + 2].islower():  # the title runs over the line
            following = min(line_end(content, end + 1), stop)
            rest = f"{rest} {content[end + 1 : following].strip()}"
            end = following
        return _article_title(content, rest, end, stop, divided)
    lines = [rest] if rest else []
    while end < stop:
        following = line_end(content, end + 1)
        if following > stop:
            break
        line = content[end + 1 : following].strip()
        if not line:
            end = following
            continue
        capitals = line.isupper() and not line.startswith(("(", "["))
        if not capitals and (lines or line[0] in "(-+[" or len(line) > _MAX_TITLE):
            break
        lines.append(line)
        end = following
        if not capitals:
            break
    return " ".join(" ".join(lines).split()), end


def _article_title(content: str, rest: str, end: int, stop: int, divided: bool) -> tuple[str, int]:
    if rest:
        more = divided or content[end:stop].strip()
        whole = content[max(0, end - 20) : end].rstrip()[-1:]
        if not more or whole in ";:," or (whole == "." and len(rest) > 150) or len(rest) > _MAX_TITLE:
            return "", end
        plain = rest[-1] != " " and "  " not in rest and rest.isprintable()  # no space but single blanks between words
        return rest if plain else " ".join(rest.split()), end
    following = line_end(content, end + 1)
    line = content[end + 1 : min(following, stop)].strip()
    if not line or line.endswith(_SENTENCE_ENDS) or len(line) > 250:
        return "", end
    return " ".join(line.split()), following
