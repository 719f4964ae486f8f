"""The stage itself: every pointer of one document, in one pass over mentions and runs."""

from bisect import bisect_left
from operator import attrgetter, lt

import msgspec

from vanban.model import Finding, Provision, Reference, Text, Work
from vanban.orthography import fold
from vanban.references.amended import Amended
from vanban.references.attachment import attach
from vanban.references.broken_lines import joined
from vanban.references.declared import declared_mentions
from vanban.references.faults import faults
from vanban.references.inside import Inside
from vanban.references.items import bracketed, except_parts, items_of, place_insertions, runs_beside, share_documents
from vanban.references.leads import leads_of
from vanban.references.mention import Mention
from vanban.references.names import named_mentions
from vanban.references.party_names import party_mentions
from vanban.references.places import Places, places_in
from vanban.references.roles import give_roles
from vanban.references.runs import runs_in
from vanban.references.self_words import self_mentions
from vanban.references.symbols import symbol_mentions
from vanban.references.targets import references_of
from vanban.references.untitled import untitled_after
from vanban.rules import Rules

# "Quy chế này" in a decision is the regulation attached to it, and the decision's own.
_ATTACHED = frozenset({"quy-che", "quy-dinh", "dieu-le", "huong-dan", "ke-hoach", "de-an", "chuong-trinh", "phuong-an"})


def find(
    text: Text, work: Work, provisions: tuple[Provision, ...], rules: Rules
) -> tuple[tuple[Reference, ...], tuple[Finding, ...]]:
    """Every pointer in a document, one item per target, in the order of the text."""
    content = text.content
    folded = fold(content)
    places = places_in(folded, rules)
    mentions = mentions_in(content, folded, places, work, rules)
    runs = runs_in(content, joined(content, folded, places), sorted((*places.units, *places.units_cut)))
    attached = attach(runs, mentions, folded)
    for at, mention in enumerate(attached):
        if mention is None:
            attached[at] = untitled_after(content, folded, runs[at].end, rules)
    items = items_of(runs, mentions, attached)
    body = next((unit.start for unit in provisions if unit.level in ("article", "chapter", "part")), len(content))
    give_roles(items, content, folded, places, work, body, rules)
    share_documents(items, folded)
    beside = runs_beside(items)
    place_insertions(beside, folded)
    bracketed(beside, content)
    except_parts(beside, folded)
    inside = Inside(provisions)
    own = frozenset({work.symbol}) if work.symbol else frozenset()
    found = references_of(
        items, inside, Amended(items, work, inside, body), own, leads_of(content, folded, provisions, mentions, rules)
    )
    found.sort(key=attrgetter("start"))
    return tuple(found), tuple(faults(text, folded, found, inside))


def mentions_in(content: str, folded: str, places: Places, work: Work, rules: Rules) -> list[Mention]:
    """Every document named in the text, in order, the document's own header left out."""
    numbered = symbol_mentions(content, folded, rules)
    named = named_mentions(content, folded, places, numbered, rules)
    header = work.evidence.symbol
    begins, ends = (header.start, header.end) if header is not None else (0, 0)
    mentions = [
        item
        for item in (*numbered, *named, *party_mentions(content, folded, places))
        if item.tail >= 0 and (item.start >= ends or item.end <= begins)
    ]
    mentions = _apart(_in_order(mentions))
    if places.declarations:
        later = declared_mentions(content, folded, places, mentions, rules)
        mentions = _apart(_in_order(later + [item for item in mentions if item.tail >= 0]))
    own = self_mentions(content, folded, places.selves, work.type, rules)
    if work.type:
        usual = {work.type, *_ATTACHED}
        own = [item if item.type in usual else _said_above(item, mentions) for item in own]
    return _apart(_in_order(mentions + own))


_START, _END = attrgetter("start"), attrgetter("end")


def _in_order(mentions: list[Mention]) -> list[Mention]:
    """In order of the text, the longest first of those that begin at one place."""
    mentions.sort(key=_END, reverse=True)
    mentions.sort(key=_START)
    return mentions


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Without what lies inside another mention, the parts of an amending act's name excepted."""
    if not any(map(lt, map(_START, mentions[1:]), map(_END, mentions))):
        return mentions
    kept: list[Mention] = []
    for mention in mentions:
        last = kept[-1] if kept else None
        if last is not None and mention.start < last.end and not last.plural:
            same = mention.start == last.start and mention.end == last.end
            if not (same and mention.title != last.title and last.type == "nghi-quyet"):
                continue
        kept.append(mention)
    return kept


def _said_above(stranger: Mention, mentions: list[Mention]) -> Mention:
    """As in "Nghị quyết này" in a decree is no decree: the resolution named last."""
    at = bisect_left(mentions, stranger.start, key=_START)
    for other in reversed(mentions[max(0, at - 40) : at]):
        if other.type == stranger.type and other.relative is None and stranger.start - other.end < 600:
            return msgspec.structs.replace(other, start=stranger.start, end=stranger.end, relative="above", tail=0)
    return stranger


__all__ = ["find", "mentions_in"]
