"""The enacting line: "Bộ trưởng Bộ Y tế ban hành Thông tư quy định …", which names issuer, type and title.

Nghị định 78/2025/NĐ-CP, Điều 62; Party: "Ban Bí thư quy định về … như sau:".
"""

import re
from functools import cache

import msgspec

from vanban.identification.lines import Line
from vanban.model import Span
from vanban.orthography import fold
from vanban.rules import Rules

_PARTY_VERBS = r"(?:thong nhat\s+)?(?P<verb>quy dinh|huong dan|quyet dinh|ban hanh quy dinh|ket luan|chi thi)"
_PARTY = re.compile(rf"(?P<who>[^,;:.]{{5,60}}?),?\s+{_PARTY_VERBS}\s+(?P<title>.+)")
_BODY = re.compile(r"dieu \d+\b|chuong [ivx\d]+\b|phan (?:thu|[ivx]+)\b|\d+\s*[.)]|[a-z]\)|[ivx]+\s*[.\-/]\s")
_BASIS = re.compile(r"-?\s*can cu\b")
_STARTS_BASIS = re.compile(r"-?\s*(?:can cu|theo|xet|thuc hien|de )\b")


class Enacting(msgspec.Struct, frozen=True):
    """Who enacts, the type that is enacted, and the title in the case of running text."""

    who: str
    type_ids: tuple[str, ...]
    title: str
    span: Span


def find_enacting(lines: tuple[Line, ...], start: int, rules: Rules) -> Enacting | None:
    """The enacting line among the lines from `start` on; None where the head has none."""
    pattern, types = _pattern(rules)
    for index, line in enumerate(lines[start:], start):
        if _BODY.match(line.folded):
            # Consolidated texts number the acts that they include before the căn cứ.
            if not line.folded[:1].isdigit() or not any(_BASIS.match(after.folded) for after in lines[index + 1 :]):
                break
            continue
        if _STARTS_BASIS.match(line.folded):
            # A căn cứ line run together with the enacting line: look behind its last semicolon.
            offset = line.folded.rfind("; ") + 2
            if offset < 2:
                continue
        else:
            offset = 0
        match = pattern.match(line.folded, offset)
        if match is None:
            continue
        return Enacting(
            who=line.text[match.start("who") : match.end("who")].strip(" ,-"),
            type_ids=types[" ".join(match["type"].split())],
            title=" ".join(line.text[match.start("title") : _title_end(line.folded)].split()),
            span=Span(line.start + match.start("who"), line.end),
        )
    return None


def party_title(line: Line) -> tuple[str, str] | None:
    """(who, title) of a Party enacting line ("Ban Bí thư quy định về … như sau:"); None where it is none."""
    match = _PARTY.match(line.folded)
    if match is None or not line.folded.rstrip(" .:").endswith("nhu sau"):
        return None
    return line.text[: match.end("who")], " ".join(line.text[match.start("title") : _title_end(line.folded)].split())


def _title_end(folded: str) -> int:
    """Where a title ends in its line: before "như sau:" or "sau đây", and the signs that close the line."""
    said = folded.rstrip().rstrip(".:;").rstrip()
    if said.endswith("nhu sau"):
        return len(said.removesuffix("nhu sau").rstrip().removesuffix(","))
    return len(said.removesuffix("sau day"))


@cache
def _pattern(rules: Rules) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    types: dict[str, tuple[str, ...]] = {}
    for row in rules.document_types:
        for name in (row.name, *row.printed):
            types[fold(name)] = (*types.get(fold(name), ()), row.id)
    names = "|".join(name.replace(" ", r"\s+") for name in sorted(types, key=len, reverse=True))
    return re.compile(
        rf"(?P<who>[^;:]{{3,160}}?),?\s+(?:ban hanh|thong qua)\s+(?P<type>{names})\b\s*(?P<title>.*)"
    ), types
