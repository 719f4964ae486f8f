"""The end of a document: who signed in which capacity, for whom it was meant, and the mark that closes the text.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7 (TM., Q., KT., TL., TUQ.); Hướng dẫn 36-HD/VPTW (T/M, K/T, T/L).
"""

import re
from functools import cache

import msgspec

from vanban.model import Signal, Signer, Span
from vanban.orthography import fold
from vanban.rules import Rules

_SIGNED = re.compile(r"\W*(?:da ky|da ky va dong dau|ky ten.*|signed.*)\W*")
_RANK = re.compile(
    r"(?:(?:dai|thuong|trung|thieu)\s+(?:tuong|ta)|chuan do doc|pho do doc|do doc|gs|pgs|ts|ths|gs\.?\s*ts|pgs\.?\s*ts|"
    r"giao su|pho giao su|tien si|thac si|bs|luat su)\b[.,\s]*"
)
_NAME = re.compile(r"[^\W\d_]+(?:[ \-][^\W\d_]+){1,5}")
_RECIPIENTS = re.compile(r"noi nhan\s*:?")
_ITEM = re.compile(r"^\s*[-–+•*]\s*")
_END_MARK = re.compile(r"\.\s*/\s*\.?\s*$")
# A capacity that a line break has cut: "KT." / "CHỦ TỊCH", "BỘ TRƯỞNG," / "CHỦ NHIỆM", "PHÓ" / "CHỦ TỊCH".
_UNFINISHED = re.compile(r"(?:,|\bPHÓ|^(?:TM|KT|TL|TUQ|Q)\s*\.|^[TK]/[TML])$")
_MOST_RECIPIENTS = 80
_FRAME = " \t|*_"
_NEEDLE = "ơi nhận"
_LONGEST_LABEL = 20
_LONGEST_LIST = 8_000
_NAME_WITHIN = 7
_BLOCK_ROWS = 60


class Ending(msgspec.Struct, frozen=True):
    """What the end of a document prints. `start` is where the block of signatures begins (None: not printed)."""

    signers: tuple[Signer, ...]
    recipients: tuple[str, ...]
    signals: tuple[Signal, ...]
    start: int | None
    end: int | None
    for_body: str
    closed: bool


def read_ending(content: str, after: int, rules: Rules) -> Ending:
    """Signers, recipients and closing mark of the text behind offset `after` (the end of the head)."""
    rows = content[after:].split("\n")
    signers: list[Signer] = []
    signals: list[Signal] = []
    for_body = ""
    first = last = None
    openings = _openings(rules)
    index = 0
    while index < len(rows):
        if rows[index].lstrip(_FRAME)[:2] not in openings[0] or not _capacity(rows[index].strip(_FRAME), openings):
            index += 1
            continue
        block, name, following = _block(rows, index)
        if not name:
            index += 1
            continue
        begin = after + sum(map(len, rows[:index])) + index
        first = begin if first is None else first
        signers.append(Signer(name, "; ".join(block)))
        for said in block:
            if signal := _signal(said, begin, rules):
                signals.append(signal)
            for_body = for_body or _for_body(said)
        index = following
        last = after + sum(map(len, rows[:index])) + index - 1
        if not _another(rows, index, openings):
            break
    listed, recipients = _recipients(content, after, first)
    end = min((at for at in (first, listed) if at is not None), default=len(content))
    mark = _mark(content, end)
    if mark is not None:
        signals.append(Signal("final-mark", "state", mark.start, mark.end))
    return Ending(tuple(signers), recipients, tuple(signals), first, last, for_body, mark is not None)


_Openings = tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]


@cache
def _openings(rules: Rules) -> _Openings:
    """The first two letters of capacity lines (a quick no), the prefixes, and the posts."""
    prefixes = [row.pattern for row in rules.signing_capacities if row.prefix]
    posts = [row.pattern for row in rules.signing_capacities if not row.prefix]
    letters = {word[:2] for row in rules.signing_capacities for word in row.examples} | {"PH", "QU"}
    return (
        frozenset(letters),
        re.compile("(?:" + "|".join(prefixes) + ")"),
        re.compile("(?:" + "|".join(posts) + r")\b[a-z ,\-]*"),
    )


def _capacity(text: str, openings: _Openings) -> bool:
    """Whether a line prints a signing capacity: a prefix before capitals, or a post in capitals."""
    if len(text) > 160 or not text.isupper():
        return False
    folded = fold(text)
    return bool(openings[1].match(folded) or openings[2].fullmatch(folded.strip(" .,:")))


def _block(rows: list[str], index: int) -> tuple[list[str], str, int]:
    """The capacity lines from `index` on, the name under them, and the row behind it."""
    block: list[str] = []
    seen = 0
    at = index
    while at < min(len(rows), index + _BLOCK_ROWS) and seen < _NAME_WITHIN:
        text = rows[at].strip(_FRAME)
        at += 1
        if not text or _SIGNED.fullmatch(fold(text)) or _ITEM.match(text) or text.isdigit():
            continue
        seen += 1
        if text.upper() == text and any(letter.isalpha() for letter in text) and len(text) <= 160:
            if _RECIPIENTS.match(fold(text)):
                continue
            words = " ".join(text.split())
            if block and _UNFINISHED.search(block[-1]):
                block[-1] = f"{block[-1]} {words}"
            else:
                block.append(words)
            continue
        if name := person(text):
            return block, name, at
        if not _RECIPIENTS.match(fold(text)):
            break
    return block, "", at


def person(text: str) -> str:
    """The printed name of a person, rank or degree included; "" where the line is none."""
    words = " ".join(text.strip(" .,*|").split())
    folded = fold(words)
    rank = _RANK.match(folded)
    while rank and (more := _RANK.match(folded, rank.end())):
        rank = more
    bare = words[rank.end() :] if rank else words
    if not _NAME.fullmatch(bare) or len(bare) > 40:
        return ""
    return words if all(part[:1].isupper() for part in re.split(r"[ \-]", bare)) else ""


def _another(rows: list[str], index: int, openings: _Openings) -> bool:
    """Whether another block of signatures follows at once (joint documents)."""
    near = [row.strip(_FRAME) for row in rows[index : index + 12]]
    near = [text for text in near if text][:3]
    return any(text[:2] in openings[0] and _capacity(text, openings) for text in near)


def _signal(said: str, at: int, rules: Rules) -> Signal | None:
    folded = fold(said)
    for row in rules.signing_capacities:
        if row.prefix and row.says and re.match(row.pattern, folded):
            return Signal("signing-prefix", row.says, at, at + len(said))
    return None


def _for_body(said: str) -> str:
    """The body for which it is signed: "TM. CHÍNH PHỦ" -> "CHÍNH PHỦ"."""
    match = re.match(r"(?:TM\.?|T/M\.?)\s*(?P<body>.+)", said)
    return match["body"].strip() if match else ""


def _recipients(content: str, after: int, signature: int | None) -> tuple[int | None, tuple[str, ...]]:
    """Where "Nơi nhận" stands, and its items. Of several (forms have their own) the one next to the signature."""
    places: list[tuple[int, int]] = []
    at = content.find(_NEEDLE, after)
    while at >= 0:
        start = content.rfind("\n", 0, at) + 1
        if match := _RECIPIENTS.match(fold(content[start : at + _LONGEST_LABEL].lstrip(_FRAME))):
            places.append((start, content.index(_NEEDLE, start) + len(_NEEDLE)))
            if match and signature is None:
                break
        at = content.find(_NEEDLE, at + 1)
    if not places:
        return None, ()
    start, end = min(places, key=lambda place: abs(place[0] - (signature or 0)))
    items: list[str] = []
    for row in content[end : end + _LONGEST_LIST].lstrip(" :").split("\n")[:_MOST_RECIPIENTS]:
        text = row.strip(_FRAME)
        if not text:
            continue
        if _ITEM.match(text):
            items.append(_ITEM.sub("", text).rstrip(" ;,."))
        elif items and text[:1].islower():
            items[-1] = f"{items[-1]} {text.rstrip(' ;,.')}"
        else:
            break
    return start, tuple(item for item in items if item)


def _mark(content: str, end: int) -> Span | None:
    """The "./." before the signatures."""
    window = content[max(0, end - 400) : end].rstrip(" \t\r\n|*_")
    match = _END_MARK.search(window)
    if match is None:
        return None
    start = max(0, end - 400) + match.start()
    return Span(start, start + len(match[0].rstrip()))
