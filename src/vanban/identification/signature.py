"""The end of a document: who signed in which capacity, for whom it was meant, and the mark that closes the text.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7 (TM., Q., KT., TL., TUQ.); Hướng dẫn 36-HD/VPTW (T/M, K/T, T/L).
"""

import re
from functools import cache

import msgspec

from vanban.model import Family, Signal, Signer, Span
from vanban.orthography import fold
from vanban.rules import Rules

_SIGNED = re.compile(r"\W*(?:da ?ky|da ky va dong dau|ky ten.*|signed.*)\W*")
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
_LONGEST_BLOCK = 8_000


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
    openings = _openings(rules)
    blocks: list[tuple[int, int, list[str], str]] = []
    at = after
    while (start := _next_capacity(content, at, openings)) is not None:
        rows = content[start : start + _LONGEST_BLOCK].split("\n")
        capacities, name, following = _block(rows)
        if not name:
            at = start + len(rows[0])
            continue
        at = start + sum(map(len, rows[:following])) + following - 1
        blocks.append((start, at, capacities, name))
        if not _another(rows[following:], openings):
            break
    first = blocks[0][0] if blocks else None
    said = [(line, start) for start, _, capacities, _ in blocks for line in capacities]
    signals = [signal for line, start in said if (signal := _signal(line, start, rules))]
    listed, recipients = _recipients(content, after, first)
    end = min((place for place in (first, listed) if place is not None), default=len(content))
    mark = _mark(content, end)
    if mark is not None:
        signals.append(Signal("final-mark", "state", mark.start, mark.end))
    return Ending(
        signers=tuple(Signer(name, "; ".join(capacities)) for _, _, capacities, name in blocks),
        recipients=recipients,
        signals=tuple(signals),
        start=first,
        end=blocks[-1][1] if blocks else None,
        for_body=next((body for line, _ in said if (body := _for_body(line))), ""),
        closed=mark is not None,
    )


# Where a capacity line may begin (its first two letters: a quick no), the prefixes, and the posts.
_Openings = tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]


@cache
def _openings(rules: Rules) -> _Openings:
    prefixes = [row.pattern for row in rules.signing_capacities if row.prefix]
    posts = [row.pattern for row in rules.signing_capacities if not row.prefix]
    letters = sorted({word[:2] for row in rules.signing_capacities for word in row.examples} | {"PH", "QU"})
    return (
        re.compile(r"\n[ \t|*_]*(?=" + "|".join(map(re.escape, letters)) + ")"),
        re.compile("(?:" + "|".join(prefixes) + ")"),
        re.compile("(?:" + "|".join(posts) + r")\b[a-z ,\-]*"),
    )


def _next_capacity(content: str, at: int, openings: _Openings) -> int | None:
    """Where the next line that prints a signing capacity begins, from `at` on."""
    while (found := openings[0].search(content, max(0, at - 1))) is not None:
        start = found.end()
        stop = content.find("\n", start)
        text = content[start : stop if stop >= 0 else len(content)].strip(_FRAME)
        if start >= at and _capacity(text, openings):
            return start
        at = max(start, at) + 1
    return None


def _capacity(text: str, openings: _Openings) -> bool:
    """Whether a line prints a signing capacity: a prefix before capitals, or a post in capitals."""
    if len(text) > 160 or not text.isupper():
        return False
    folded = fold(text)
    return bool(openings[1].match(folded) or openings[2].fullmatch(folded.strip(" .,:")))


def _block(rows: list[str]) -> tuple[list[str], str, int]:
    """The capacity lines at the head of the rows, the name under them, and the number of rows that they take."""
    block: list[str] = []
    seen = 0
    for taken, row in enumerate(rows[:_BLOCK_ROWS], start=1):
        text = row.strip(_FRAME)
        if not text or _SIGNED.fullmatch(fold(text)) or _ITEM.match(text) or text.isdigit():
            continue
        seen += 1
        if seen > _NAME_WITHIN:
            break
        if text.isupper() and len(text) <= 160:
            if _RECIPIENTS.match(fold(text)):
                continue
            words = " ".join(text.split())
            if block and _UNFINISHED.search(block[-1]):
                block[-1] = f"{block[-1]} {words}"
            else:
                block.append(words)
            continue
        if name := person(text):
            return block, name, taken
        if not _RECIPIENTS.match(fold(text)):
            break
    return block, "", 0


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


def _another(rows: list[str], openings: _Openings) -> bool:
    """Whether another block of signatures follows at once (joint documents)."""
    near = [text for row in rows[:12] if (text := row.strip(_FRAME))][:3]
    return any(_capacity(text, openings) for text in near)


def _signal(said: str, at: int, rules: Rules) -> Signal | None:
    folded = fold(said)
    for prefix, family in _prefixes(rules):
        if prefix.match(folded):
            return Signal("signing-prefix", family, at, at + len(said))
    return None


@cache
def _prefixes(rules: Rules) -> tuple[tuple[re.Pattern[str], Family], ...]:
    """The prefixes that tell a family, each with it."""
    return tuple((re.compile(row.pattern), row.says) for row in rules.signing_capacities if row.prefix and row.says)


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
