"""Names that a document declares: "… (sau đây gọi tắt là Nghị định)" means that act from there on."""

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

import msgspec

from vanban.orthography import fold
from vanban.references import named_acts
from vanban.references.mention import Mention
from vanban.references.places import Places
from vanban.references.role_before import CitingWords, citing_words, role_before, verbs_before
from vanban.references.type_words import type_names
from vanban.rules import Rules

_DECLARATION = re.compile(r"(?:goi|viet)(?: chung| tat| ngan gon)? la:?\s*[\"']?", re.ASCII)
_END = re.compile(r"[)\"”;\n]|\.(?=\s)")
_FAR = 700
_BARE = 14
# After the bare type word another act begins, or the word is none: "Nghị định quy định …", "Luật số …".
_NOT_BARE = re.compile(
    r"\s(?:so|nay|quy dinh|huong dan|ve|sua doi|bo sung|thay the|ban hanh|cua|lien tich|[0-9])|[a-z0-9/-]", re.ASCII
)


class _Name(msgspec.Struct):
    words: str
    since: int
    target: Mention


def declared_mentions(
    content: str, folded: str, places: Places, mentions: list[Mention], rules: Rules
) -> list[Mention]:
    """The later places of every declared name, each meaning the act that it was declared for.

    Where it is declared, such a name that is no known act's is marked as no mention (its `tail` is -1).
    """
    names: dict[str, list[_Name]] = {}
    for name in _names(content, folded, places, mentions, rules):
        names.setdefault(name.words, []).append(name)
    if not names:
        return []
    anywhere = re.compile("|".join(re.escape(words) for words in sorted(names, key=len, reverse=True)))
    found: list[Mention] = []
    for match in anywhere.finditer(content, min(same[0].since for same in names.values())):
        at, end = match.span()
        same = names[match.group()]
        place = bisect_right(same, at, key=lambda name: name.since) - 1
        if place < 0 or content[at - 1].isalnum() or content[end : end + 1].isalnum():
            continue
        bare = len(match.group()) < _BARE
        if not (bare and _NOT_BARE.match(folded, end)):
            found.append(msgspec.structs.replace(same[place].target, start=at, end=end, relative="declared", tail=0))
    return found


def _names(content: str, folded: str, places: Places, mentions: list[Mention], rules: Rules) -> list[_Name]:
    if not places.declarations:
        return []
    types = type_names(rules)
    starts = list(map(attrgetter("start"), mentions))
    names: list[_Name] = []
    for at in places.declarations:
        match = _DECLARATION.match(folded, at)
        end = _END.search(content, match.end()) if match is not None else None
        if match is None or end is None or not 3 < end.start() - match.end() <= 90:
            continue
        words = content[match.end() : end.start()].strip(" “”\"'.,")
        if not words[:1].isupper() or "/" in words:
            continue
        kind = _type_of(words, types)
        if kind is None:
            continue
        target = _nearest(mentions, starts, at, kind, folded, places, citing_words(rules))
        if target is not None:
            names.append(_Name(words, end.end(), target))
            _take_over(mentions, starts, content.index(words, match.end()), rules)
    return sorted(names, key=lambda name: name.since)


def _take_over(mentions: list[Mention], starts: list[int], at: int, rules: Rules) -> None:
    """Mark the declared name itself, read as the name of an unknown act ("viết tắt là Luật PPP"), as no mention."""
    place = bisect_left(starts, at)
    if place == len(mentions) or starts[place] != at:
        return
    mention = mentions[place]
    said = mention.symbol or mention.date or mention.year
    if not said and not named_acts.of_name(mention.type, mention.title, rules):
        mention.tail = -1


def _type_of(words: str, types: dict[str, str]) -> str | None:
    pieces = fold(words).split()
    for length in range(min(5, len(pieces)), 0, -1):
        if (kind := types.get(" ".join(pieces[:length]))) is not None:
            return kind
    return None


def _nearest(
    mentions: list[Mention], starts: list[int], at: int, kind: str, folded: str, places: Places, words: CitingWords
) -> Mention | None:
    """The act that the declaration names: the last of its type before it that is no rider and no self-reference."""
    for place in range(bisect_right(starts, at) - 1, -1, -1):
        mention = mentions[place]
        if mention.end > at:
            continue
        if at - mention.end > _FAR or "\n" in folded[mention.end : at]:
            return None
        if mention.type != kind or mention.relative is not None:
            continue
        verb_end = next(verbs_before(places.verb_ends, (mention.start,)))
        if role_before(folded, mention.start, verb_end, words) != "history":
            return mention
    return None
