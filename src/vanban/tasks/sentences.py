"""One item as sentences, and in each the bodies that are told to do something."""

import re
from itertools import pairwise

import msgspec

from vanban.orthography.capitals import CAPITALS
from vanban.tasks import bodies, phrases
from vanban.tasks.bodies import Named
from vanban.tasks.wording import Wording, trimmed

_STOP = re.compile(rf"\.(?<=[\w)\]%\"”]\.)(?<!\bTP\.)(?<!\bTp\.)(?<!\bTS\.)(?<!\bGS\.)(?=\s+[\"“]?[{CAPITALS}])")
_LEADING = re.compile(
    r"(?:doi voi|tren co so|trong|de|nham|truoc|cham nhat|can cu|thuc hien|sau khi|tu|dong thoi|ngoai ra|truong hop|"
    r"neu|khi|rieng|hang|dinh ky|ve|theo|ngay|tiep theo|qua|trong do)\b"
)
_COMMA = re.compile(r"[,;:]\s+")
_STRONG = re.compile(
    r"(?:chu tri|co trach nhiem|chiu trach nhiem|lam dau moi|la (?:co quan|don vi) (?:chu tri|dau moi))\b"
)
_FARTHEST = 700


class Order(msgspec.Struct, frozen=True):
    """Bodies and the duty laid on them. `strong`: the words alone say that it is one ("giao", "chủ trì")."""

    named: Named
    duty: int
    strong: bool
    request: bool
    condition: str | None = None


def split(words: Wording, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of an item; the abbreviations of offices and numbers end none."""
    cuts = [found.end() for found in _STOP.finditer(words.content, start, end)]
    if not cuts:
        start, end = trimmed(words.content, start, end)
        return [(start, end)] if start < end else []
    spans = [trimmed(words.content, one, two) for one, two in pairwise([start, *cuts, end])]
    return [span for span in spans if span[0] < span[1]]


def order(words: Wording, start: int, end: int) -> Order | None:
    """Who is told to do something in this sentence: the first subject, or the bodies after an ordering word."""
    subject = _subject(words, start, end)
    if subject is None:
        return None
    named, strong, request = subject
    return Order(named, _duty(words, named), strong, request, conditional(words, start, end))


def _subject(words: Wording, start: int, end: int) -> tuple[Named, bool, bool] | None:
    """The bodies, and whether the words alone make an order, or a request, of what they are told."""
    find = words.folded.find
    asks = any(find(word, start, end) >= 0 for word in _ASKING)
    starts = _starts(words, start, end, asks=asks)
    if len(starts) > 1:  # those with an ordering word first
        starts.sort(key=lambda one: (one[1] is None, one[0]))
    for at, assign in starts:
        if assign and (named := bodies.before_duty(words, assign.end(), end)):
            request = (
                not words.folded[at : assign.end()].strip().endswith(("giao", "giao cho", "nhiem vu", "trach nhiem"))
            )
            return named, not request, request
        if named := bodies.before_duty(words, at, end):
            asked = _asked(words, named, end)
            if asked is not None:
                return asked, True, False
            return named, _STRONG.match(words.folded, _duty(words, named)) is not None, False
        if asks and (asked := _asked_of(words, at, end)):
            return asked, True, False
    return None


def conditional(words: Wording, start: int, end: int) -> str | None:
    """The condition that opens a sentence, up to its comma."""
    if phrases.first(phrases.used(words.rules, "condition"), words.folded, words.content, start, end) is None:
        return None
    comma = _COMMA.search(words.content, start, end)
    return " ".join(words.content[start : comma.start()].split()) if comma else None


def _starts(words: Wording, start: int, end: int, *, asks: bool) -> list[tuple[int, re.Match[str] | None]]:
    """Where the subject may stand: at the beginning, or after the commas of what leads up to it; with each place the
    ordering words that stand there. `asks`: one body may order another in this sentence.
    """
    folded, content = words.folded, words.content
    assigning = phrases.used(words.rules, "assign")
    may_assign = assigning.either.match
    starts = [(start, phrases.first(assigning, folded, content, start, end))]
    led = _LEADING.match(folded, start, end) is not None
    for comma in _COMMA.finditer(content, start, min(end, start + _FARTHEST)):
        at = comma.end()
        assigned = phrases.first(assigning, folded, content, at, end) if may_assign(folded, at, end) else None
        if assigned or (led and bodies.begins(words, at, end)) or (asks and _asked_of(words, at, end)):
            starts.append((at, assigned))
    return starts


_NEAR = 200  # characters in which a body asks another
_ASKING = ("giao", "yeu cau", "de nghi")  # one of them is in all that `_ASKS` takes
_ASKS = re.compile(r"\b(?:giao(?: cho)?|yeu cau(?: va de nghi)?|de nghi)\s+")
_TOLD = re.compile(r"(?:\bduoc|\bviec|\btheo|nhiem vu|\bda|\bcac|\btai|\bnhung|co quan|\bva)\s*$")


def _asked_of(words: Wording, start: int, end: int) -> Named | None:
    """Where one body orders another: "Phó Thủ tướng yêu cầu Bộ X …"."""
    comma = _COMMA.search(words.content, start, end)
    stop = comma.start() if comma else end
    if _ASKS.search(words.folded, start, min(stop, start + _NEAR)) is None:
        return None
    person = phrases.first(phrases.used(words.rules, "asker"), words.folded, words.content, start, end)
    if person is None and not bodies.begins(words, start, end):
        return None
    return _after_asking(words, start, stop, end)


def _asked(words: Wording, named: Named, end: int) -> Named | None:
    return _after_asking(words, named.start, named.end, max(end, named.end))


def _after_asking(words: Wording, start: int, stop: int, end: int) -> Named | None:
    """The bodies after the asking word that stands in `start:stop`."""
    found = _ASKS.search(words.folded, start, min(stop, start + _NEAR))
    if found is None or _TOLD.search(words.folded, start, found.start()):
        return None
    return bodies.before_duty(words, found.end(), min(len(words.content), max(end, found.end() + 300)))


def _duty(words: Wording, named: Named) -> int:
    at = named.end
    while at < len(words.content) and not (words.content[at].isalnum() or words.content[at] == "("):
        at += 1
    return at
