"""The title (trích yếu): the lines under the name of the type, in sentence case where the enacting line gives it.

Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 5a and 5b ("V/v …" of a công văn).
"""

import re

import msgspec

from vanban.identification.bodies import by_name, name_key, names_kind
from vanban.identification.lines import Line
from vanban.model import Span
from vanban.orthography import fold
from vanban.orthography.capitals import SMALL
from vanban.rules import Rules

# Folded first words of a line that no longer belongs to a title.
_AFTER_TITLE = re.compile(
    r"-?\s*(?:can cu\b|kinh (?:gui|trinh)\b|dieu \d+\b|chuong (?:[ivx]+|\d+)\b|phan (?:thu|[ivx]+)\b|muc [ivx\d]+\b|"
    r"[ivx]+\s*[.\-]\s*[a-z]|\d+\s*[.)/]\s*[a-z]|[a-z]\)|noi nhan\b|phan [ivx]|loi noi dau|"
    r"(?:ban hanh |)kem theo\b|\((?:ban hanh |)kem theo|quyet dinh\s*:|quyet nghi\s*:|nghi quyet\s*:|so\s*:)"
)
_OPEN_END = re.compile(
    r"(?:^| )(?:cua|cho|ve|va|tai|thuoc|voi|tren|trong|theo|do|cac|so|viec|den|tu|la|bang|giua|mot so|,|;)$|,$"
)
_CLOSED = re.compile(r"[.:]$")
_DISPATCH = re.compile(r"(?:v\s*/\s*v|ve viec)\b\s*[:.]?\s*")
# Names of types that cannot be the verb of a title.
# Types before whose name the first letter stays as it is: "Luật Đường bộ", but "Nghị định quy định …".
_NAMES_FOLLOW = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
_NO_VERBS = ("Thông tư", "Thông tư liên tịch", "Nghị định", "Nghị quyết", "Nghị quyết liên tịch", "Chỉ thị")
# Titles of older acts hold their number: "NGHỊ ĐỊNH / CỦA CHÍNH PHỦ SỐ 5/1998/NĐ-CP NGÀY 1 THÁNG 2 NĂM 1998 / VỀ …".
NUMBERED_TITLE = re.compile(
    r"so\s*:?\s*(?P<symbol>\d[\d.]*[a-z]?\s*[/\-]\s*[a-z0-9/\-.&]+)\s*,?\s*"
    r"(?P<date>ngay\s+\d{1,2}\s*(?:thang\s+\d{1,2}\s+nam\s+|[/\-.]\s*\d{1,2}\s*[/\-.]\s*)\d{4})?"
)
_LONGEST_NAME = 90
_LONGEST_LINE = 1_200
_MOST_LINES = 14
_SHORTEST = 8
_POST = re.compile(
    r"(?:bo truong|thu tuong|chinh phu|quoc hoi|chu tich|uy ban|hoi dong|thong doc|tong|chanh|vien truong|giam doc|"
    r"cuc truong|truong ban|ban|chu nhiem|hieu truong)\b"
)


# A head who decides, in a line of his own above the căn cứ; "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" names no place.
_HEAD = re.compile(
    r"(?:quyen )?(?:bo truong|thu tuong|chu tich|(?:tong )?cuc truong|(?:tong )?giam doc|thong doc|chanh an|"
    r"vien truong|tong thanh tra|tong kiem toan|chu nhiem|hieu truong|truong ban|chanh van phong|thu truong)\b"
)


class Title(msgspec.Struct, frozen=True):
    """The title as `words`, where it is printed (`span` covers all its lines), and the first line after it."""

    words: str
    span: Span | None
    after: int


def read_title(content: str, lines: tuple[Line, ...], at: int, name_length: int, rules: Rules) -> Title:
    """The title from the type's line `lines[at]` on; `name_length` characters of that line are the type's name."""
    first = lines[at]
    rest = first.text[name_length:].lstrip(" :.*-")
    taken: list[Line] = []
    if rest and without_issuer(rest, rules):
        begin = first.end - len(rest)
        taken.append(Line(begin, first.end, rest, first.folded[len(first.text) - len(rest) :]))
    index = at + 1
    while index < len(lines) and len(taken) < _MOST_LINES:
        line = lines[index]
        if not _continues(content, taken, line, rules):
            break
        taken.append(line)
        index += 1
    if not taken:
        return Title("", None, index)
    words = " ".join(" ".join(line.text.split()) for line in taken)
    return Title(tidy(words), Span(taken[0].start, taken[-1].end), index)


def tidy(words: str) -> str:
    """A title without emphasis, footnote signs, editors' notes in brackets, and its last mark."""
    words = re.sub(r"\[+[^\]]*\]+|(?<=[^\W\d_])\d(?=\s|$)", " ", words.replace("*", " "))
    return " ".join(words.split()).strip(" .,:;-_")


def _continues(content: str, taken: list[Line], line: Line, rules: Rules) -> bool:
    """Whether a line still belongs to the title of which `taken` has been read."""
    if _AFTER_TITLE.match(line.folded) or len(line.text) > _LONGEST_LINE:
        return False
    if re.match(r"[-–+]\s*\w", line.text) and not line.capital and not re.match(rf"[-–+]\s*[{SMALL}]", line.text):
        return False
    if not taken:
        return True
    before = taken[-1]
    if _ruled(content, before.end, line.start) or _CLOSED.search(before.text):
        return False
    if line.capital and before.capital:
        return _open(taken) or not (_decides(line, rules))
    if line.capital != before.capital:
        # A quotation or a short unit may change the case in a title; a full line under capitals is the text. But Party
        # papers name their issuer in a line of capitals: "KẾT LUẬN", "CỦA BAN THƯỜNG VỤ TỈNH ỦY", "về …".
        of_issuer = len(taken) == 1 and before.folded.startswith("cua ") and line.folded.startswith("ve ")
        return line.text[:1].islower() and (before.capital is False or of_issuer)
    if line.text[:1].islower() or _open(taken):
        return True
    if by_name(line.text, rules) is not None:
        return False
    return len(line.text) <= 90 and len(before.text) >= 25 and not _CLOSED.search(line.text) and _narrow(line, before)


def _decides(line: Line, rules: Rules) -> bool:
    """Whether a line in capitals names who decides, and so ends the title above it."""
    return bool(_HEAD.match(line.folded)) or bool(_POST.match(line.folded) and by_name(line.text, rules))


def _narrow(line: Line, before: Line) -> bool:
    """Two centred lines of like width: a title broken before a capital ("… của \\n Bộ Công Thương")."""
    return before.text.count(" ") >= 4 and len(line.text) <= len(before.text) + 40


def _open(taken: list[Line]) -> bool:
    return bool(_OPEN_END.search(taken[-1].folded))


def _ruled(content: str, start: int, end: int) -> bool:
    """Whether a rule (-----, ____, ***) is drawn between two lines."""
    gap = content[start:end]
    return bool(re.search(r"[-_=–—]{3,}|\*\s*\*\s*\*", gap))


def read_dispatch_title(content: str, lines: tuple[Line, ...], stop: int, place: Span | None) -> Title:
    """The "V/v …" of a công văn among the lines before `stop`, with the lines that continue it, up to the place."""
    for index, line in enumerate(lines[:stop]):
        match = _DISPATCH.match(line.folded)
        if match is None:
            continue
        taken = [line]
        for following in lines[index + 1 : stop]:
            goes_on = following.text[:1].islower() or _close(content, taken[-1], following)
            if not goes_on or following.capital or _place_line(following) or _AFTER_TITLE.match(following.folded):
                break
            taken.append(following)
        start, end = line.start + match.end(), taken[-1].end
        if place is not None and start < place.start < end:
            end = place.start
        return Title(tidy(content[start:end]), Span(start, end), index + len(taken))
    return Title("", None, stop)


def _place_line(line: Line) -> bool:
    return bool(re.search(r"\bngay\b.{0,12}\bthang\b", line.folded))


def _close(content: str, before: Line, line: Line) -> bool:
    """A line break within one paragraph: no blank line between, and the line before is not finished."""
    return content.count("\n", before.end, line.start) <= 1 and not _CLOSED.search(before.text)


def sentence_case(printed: str, running: str, type_name: str, named_by_type: bool) -> str:
    """A title in capitals with the small letters of running text that begins with the same words; first letter capital.

    `type_name` is dropped where it is printed twice ("THÔNG TƯ" / "Thông tư sửa đổi …") and is put first where the
    act's name begins so (`named_by_type`: "ĐƯỜNG BỘ" -> "Luật Đường bộ"). Only the case changes, never a letter.
    """
    words = tidy(printed or running)
    if dispatch := re.match(r"(?i)v/v[\s:]+", words):
        words = words[dispatch.end() :]
    if not named_by_type and _twice(words, type_name, running):
        words = words[len(type_name) :].lstrip(" :-")
    if running and words.upper() == words:
        words = _recased(words, tidy(running))
    if named_by_type and words and not words.casefold().startswith(type_name.casefold() + " "):
        capitals = words.upper() == words
        if not capitals and type_name not in _NAMES_FOLLOW:
            words = words[:1].lower() + words[1:]
        words = f"{type_name.upper() if capitals else type_name} {words}"
    return words[:1].upper() + words[1:]


def without_issuer(words: str, rules: Rules) -> str:
    """A title less the bodies named before it: "CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ VỀ …" -> "VỀ …"."""
    rest = words
    while match := re.match(r"(?i)(?:của\s|,\s|và\s)\s*", rest):
        tokens = list(re.finditer(r"\S+", rest[match.end() : match.end() + _LONGEST_NAME]))
        # No body's name holds "về"; a local one, "Tỉnh ủy …", would take every word after it for its place.
        about = next((at for at, token in enumerate(tokens) if token[0].lower() == "về"), len(tokens))
        for token in reversed(tokens[:about]):
            name = rest[match.end() : match.end() + token.end()].rstrip(",")
            if by_name(name, rules, provinces_only=True) or names_kind(name, rules):
                stop = match.end() + token.end()
                rest = rest[stop - rest[:stop].endswith(",") :].lstrip()
                break
        else:
            return words
    return rest


def without_number(words: str) -> str:
    """A title less the number and date that older acts print in it: "SỐ 5/1998/NĐ-CP NGÀY 1-2-1998 VỀ …" -> "VỀ …"."""
    match = NUMBERED_TITLE.match(fold(words))
    return words[match.end() :].lstrip(" ,:") or words if match else words


def _twice(words: str, type_name: str, running: str) -> bool:
    """Whether the title repeats the name of its type; "Quyết định" may be its verb, so there the text must say so."""
    if not type_name or not words.casefold().startswith(type_name.casefold() + " "):
        return False
    if running and letters_of(words) == letters_of(type_name + running):
        return True
    return type_name in _NO_VERBS


def _recased(capitals: str, running: str) -> str:
    """`capitals` with the small letters of `running`, both less their first "Về"; unchanged where they differ."""
    start, offset = len(_lead(capitals)), len(_lead(running))
    wanted = "".join(filter(str.isalnum, capitals[start:]))
    given = "".join(filter(str.isalnum, running[offset:]))[: len(wanted)]
    if not wanted or fold(wanted) != fold(given):
        return capitals
    small = map(str.islower, given)
    body = "".join([
        letter.lower() if letter.isalnum() and next(small) else letter for letter in capitals[start:]
    ])  # fmt: skip
    return capitals[:start].capitalize() + body


def small_letters(words: str, lines: tuple[Line, ...]) -> str:
    """The first place in running text, among `lines`, that says the words of a title in capitals; "" where none."""
    if words.upper() != words or len(words) < _SHORTEST:
        return ""
    wanted = fold(_bare(words))
    for line in lines:
        at = line.folded.find(wanted)
        if at >= 0 and not line.text[at : at + len(wanted)].isupper():
            return line.text[at : at + len(wanted)]
    return ""


def without_authority(words: str, bodies: tuple[Line, ...], rules: Rules) -> str:
    """A title in capitals less the name of the issuing body that a file has run onto its end."""
    for body in bodies:
        name = " ".join(body.text.split())
        if by_name(name, rules) is None:
            continue
        rest = words[: -len(name)].rstrip()
        if words != name and words.endswith(" " + name) and not _OPEN_END.search(fold(rest)):
            return rest
    return words


def _bare(words: str) -> str:
    """A title without its first "Về", "Về việc", "V/v"."""
    return words[len(_lead(words)) :]


def _lead(words: str) -> str:
    match = re.match(r"(?i)(?:về việc|v/v|về)[\s:]+", words)
    return match[0] if match else ""


def letters_of(words: str) -> str:
    """What two printings of a title share: letters and digits, folded."""
    return name_key(words).replace(" ", "")
