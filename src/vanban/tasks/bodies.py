"""The names of bodies and posts at the beginning of a duty. A person is none: a name after a post is left out."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from vanban.tasks import phrases
from vanban.tasks.wording import Wording, trimmed

_FARTHEST = 420
_LONGEST = 230
_JOINT = re.compile(r"(?:\s*[,;]\s*(?:va\s+)?|\s+va\s+|\s+cung\s+(?:voi\s+)?)(?=\S)")
_COLON = re.compile(r":\s*(?P<sign>\([0-9ivx]{1,3}\)\s*)?")
# What follows a name and is none of it.
_TAIL = re.compile(
    r"\s(?:để|đối với|trong (?:công tác|việc|quá trình)|được|nhằm|về việc|có ý kiến|kịp thời|và phấn đấu)\b"
)
_ADDRESS = re.compile(r"(?:cac )?(?:dong chi|ong|ba|ong, ba)(?: \(ba\))?:? ")
# Each alternative begins with a letter of its own, for the regular expression engine to jump to.
_PERSON = re.compile(
    r"((?:Phó (?:Thủ tướng|Chủ tịch nước|Tổng Bí thư)|Thủ tướng|Chủ tịch nước|Tổng Bí thư)"
    r"(?: Chính phủ| Thường trực)*)(?: [A-ZĐ]\w+){2,4}$"
)
# Words that name no body by themselves; in small letters they begin one only where one is awaited.
_SEVERAL = ("cac ", "nhung ")
_KINDS = ("co quan ", "don vi ")
_BARE = frozenset({"co quan", "don vi", "nguoi", "truong", "ban", "bo", "so", "cac", "phong", "hoi"})
_PRIVATE = (
    "cong ty", "doanh nghiep", "ho kinh doanh", "nguoi nop", "ong ", "ba ", "to chuc, ca nhan", "cac to chuc, ca nhan",
    "cac ca nhan", "ca nhan",
)  # fmt: skip


class Named(msgspec.Struct, frozen=True):
    """The bodies as printed, and where their names begin and end."""

    names: tuple[str, ...]
    start: int
    end: int


def begins(words: Wording, at: int, end: int) -> bool:
    """Whether the name of a body begins here."""
    return phrases.first(phrases.bodies(words.rules), words.folded, words.content, at, end) is not None


def may_begin(words: Wording, at: int, end: int) -> bool:
    """The same where one is awaited: "cơ quan", "đơn vị" in small letters begin a name there."""
    return begins(words, at, end) or words.folded.startswith(_KINDS, at)


def beginning(words: Wording, places: Sequence[int]) -> list[int]:
    """Those of many places where `may_begin` holds in the whole text."""
    folded, end = words.folded, len(words.folded)
    may_begin_name = phrases.bodies(words.rules).either.match
    return [
        at for at in places
        if folded.startswith(_KINDS, at) or (may_begin_name(folded, at) is not None and begins(words, at, end))
    ]  # fmt: skip


def before_duty(words: Wording, start: int, end: int) -> Named | None:
    """The bodies from `start` up to the first word of duty; None where no body stands, or it is told of the past."""
    start = _past_address(words, start, end)
    if not may_begin(words, start, end):
        return None
    colon = _COLON.search(words.folded, start, min(end, start + _LONGEST))
    for duty in phrases.duty_words(words.rules).finditer(words.folded, start, min(end, start + _FARTHEST)):
        if words.folded.count("(", start, duty.start()) > words.folded.count(")", start, duty.start()):
            continue  # "Sở Nội vụ (trước đây là …)": no duty stands in brackets
        if colon and colon.end() <= duty.end() and (colon.group("sign") or colon.end() == duty.start()):
            return _named(words, start, colon.start())  # "Bộ Công an: (1) Tiếp tục …", "Bộ Xây dựng: Khẩn trương …"
        if words.content[duty.start()].islower():
            return _named(words, start, duty.start())
    return None


def alone(words: Wording, start: int, end: int) -> Named | None:
    """The bodies where the whole span is nothing but their names: a heading, a cell."""
    start, end = trimmed(words.content, start, end, ":.;,")
    start = _past_address(words, start, end)
    if end - start > _LONGEST or not begins(words, start, end):
        return None
    colon = _COLON.search(words.folded, start, end)
    if colon and phrases.duty_words(words.rules).match(words.folded, colon.end(), end):
        return None  # "Vụ Tổ chức cán bộ: Tham mưu lãnh đạo Bộ:": a body and the first words of what it is to do
    for duty in phrases.duty_words(words.rules).finditer(words.folded, start, end):
        if words.content[duty.start()].islower():
            return None
    return _named(words, start, end)


def joining(words: Wording, start: int, end: int) -> tuple[str, ...]:
    """The bodies after "phối hợp với" in a duty."""
    for phrase in phrases.used(words.rules, "join"):
        for found in phrase.pattern.finditer(words.folded, start, end):
            named = before_duty(words, found.end(), end) or _up_to_stop(words, found.end(), end)
            if named:
                return named.names
    return ()


def listed(words: Wording, start: int, end: int) -> tuple[str, ...]:
    """The names in a cell or after a label, told apart at commas, semicolons, line ends and "và" before a body."""
    names: list[str] = []
    for line_start, line_end in _lines(words, start, end):
        names += _split(words, line_start, line_end)
    return tuple(names)


def _lines(words: Wording, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *(match.end() for match in re.compile(r"[\n;]\s*[-+]?\s*").finditer(words.content, start, end)), end]
    return [trimmed(words.content, one, two, ";-+.") for one, two in pairwise(cuts) if two > one]


def _up_to_stop(words: Wording, start: int, end: int) -> Named | None:
    stop = re.compile(r"[.;:]|,\s*(?:de|bao dam|dam bao)\b").search(words.folded, start, end)
    end = stop.start() if stop else end
    return _named(words, start, end) if begins(words, start, end) and end - start < _LONGEST else None


def _past_address(words: Wording, start: int, end: int) -> int:
    found = _ADDRESS.match(words.folded, start, end)
    return found.end() if found and begins(words, found.end(), end) else start


def _named(words: Wording, start: int, end: int) -> Named | None:
    told = end
    start, end = trimmed(words.content, start, end, ":,;-")
    if tail := _TAIL.search(words.content, start, end):
        end = tail.start()
        if end > start and words.content[end - 1] == ",":
            end -= 1
    folded = words.folded
    if end - start > _FARTHEST or any(
        past.search(folded, words.content, start, told) for past in phrases.used(words.rules, "past")
    ):
        return None
    names = tuple(name for name in _split(words, start, end))
    return Named(names, start, end) if names else None


def _split(words: Wording, start: int, end: int) -> list[str]:
    cuts = [start]
    for joint in _JOINT.finditer(words.folded, start, end):
        several = _SEVERAL if "va" not in joint.group() else (*_SEVERAL, "co quan", "don vi", "dia phuong")
        if begins(words, joint.end(), end) or words.folded.startswith(several, joint.end()):
            cuts.append(joint.end())
    names: list[str] = []
    for one, two in zip(cuts, [*cuts[1:], end], strict=True):
        one, two = trimmed(words.content, _past_address(words, one, two), two, ",;:.")
        if words.folded[one:two].endswith(" va"):
            one, two = trimmed(words.content, one, two - 3, ",;:")
        if words.folded[one:two].endswith((" cung", " cung voi")):
            one, two = trimmed(words.content, one, two - (5 if words.folded[one:two].endswith("cung") else 9), ",;:")
        name = _PERSON.sub(r"\1", " ".join(words.content[one:two].split()))
        said = words.folded[one:two]
        if name and said not in _BARE and not said.startswith(_PRIVATE):
            names.append(name)
    return names
