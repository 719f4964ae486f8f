"""What part a citation plays: legal basis, rider, target of an amending phrase, succession, or a plain citation.

The words right before it decide (table `citation_phrases`), then the clause that it stands in, then its neighbour in a
list.
"""

import re
import sys
from bisect import bisect_left
from itertools import chain
from operator import attrgetter

from vanban.model import Role, Work
from vanban.references.amending_leads import amending_leads
from vanban.references.items import Item
from vanban.references.places import Places
from vanban.references.role_before import LOOK_BACK, citing_words, role_before, verbs_before
from vanban.rules import Rules

_LIST_GLUE = re.compile(
    r"(?:\scua\s(?:chinh phu|quoc hoi|thu tuong chinh phu|bo truong bo [a-z ]{3,40}?)(?=,?\sva\s))?"
    r"[\s,;)]*(?:va|hoac|cung voi|va cac)?\s*(?:cac\s)?(?:so\s)?(?:[0-9]{1,2}\.\s|[a-z]\)\s|-\s)?\s*",
    re.ASCII,
)
_LONGEST_GLUE = 70


def is_list_glue(folded: str, end: int, start: int) -> bool:
    """Whether only list signs stand between two citations, so that the second shares the role of the first.

    A bracket closed at the end of a line closes what was said in it: "d) Điều 1 (sửa đổi tại Điều 2);\\nđ) Điều 3".
    """
    if start - end > _LONGEST_GLUE or _LIST_GLUE.fullmatch(folded, end, start) is None:
        return False
    bracket = folded.find(")", end, start)
    return bracket < 0 or folded.find("\n", bracket, start) < 0 or folded.find("\n", end, bracket) >= 0


_BASIS_LINE = re.compile(r"(?:^|\n)[ \t\-+*]*can cu(?: vao)?:?\s", re.ASCII)


def basis_lines(folded: str, work: Work, body: int) -> list[tuple[int, int]]:
    """The lines of the căn cứ block (before the body, which starts at `body`), as spans."""
    if work.legal_bases:
        return [(basis.start, basis.end) for basis in work.legal_bases]
    spans = []
    for match in _BASIS_LINE.finditer(folded, 0, body):
        end = folded.find("\n", match.end())
        spans.append((match.end(), end if end >= 0 else len(folded)))
    return spans


def give_roles(
    items: list[Item], content: str, folded: str, places: Places, work: Work, body: int, rules: Rules
) -> None:
    """Set the role of each item, in one pass; `body` is where the first article or chapter starts.

    Most items stand in no lead and no legal basis, after no verb of change and in no list of such: they stay citations.
    """
    starts = list(map(attrgetter("start"), items))
    verb_ends = verbs_before(places.verb_ends, starts)
    words = citing_words(rules)
    lines = basis_lines(folded, work, body)
    bases_end = lines[-1][1] if lines else 0
    bases = iter(lines)
    basis_begins, basis_ends = 0, 0
    leads = chain(amending_leads(folded, starts, rules), [(sys.maxsize, sys.maxsize)])
    lead_begins, lead_ends = next(leads)
    before_alias: Role = "cites"
    for item, previous, start, verb_end in zip(items, [None, *items], starts, verb_ends, strict=False):
        if start - verb_end >= LOOK_BACK and start < lead_begins and before_alias == "cites" and start >= bases_end:
            continue
        in_basis = False
        if start < bases_end:
            while basis_ends <= start:
                basis_begins, basis_ends = next(bases)
            in_basis = basis_begins <= start
        while lead_ends <= start:
            lead_begins, lead_ends = next(leads)
        in_lead = lead_begins <= start
        said = role_before(folded, start, verb_end, words)
        role: Role = "cites"
        if in_basis:
            role = _basis_role(item, previous, basis_begins, said, folded)
        elif said == "amends":
            if in_lead or start < body or _acts(item, previous, folded):
                role = "amends"
        elif said is not None:
            role = said
            if said == "succession" and previous is not None and previous.role == "cites":
                _first_of_a_line(previous, item, folded)
        elif before_alias != "cites" and previous is not None and is_list_glue(folded, previous.end, start):
            role = before_alias
        elif in_lead and (item.run is not None or _opens_lead(lead_begins, item, previous, content)):
            role = "amends"
        item.role = role
        if role == "amends":
            item.lead = in_lead or start < body
        elif in_lead and role == "cites":
            item.lead = True
        # "… (sau đây gọi là Nghị định số 5), Nghị định số 6": the list goes on from before the bracket
        if role != before_alias and not _is_alias(folded, start):
            before_alias = role
    _endings(items, starts, folded, places.endings)


_ALIAS_BEFORE = re.compile(r"(?:goi|viet)(?: chung| tat| ngan gon)? la:? [\"']?$", re.ASCII)
_ALSO = re.compile(
    r"(?:(?<!sua doi),|;| va| dong thoi)\s(?:sua doi|bo sung|bai bo|huy bo|thay the|dinh chinh)[^.;\n]{0,90}$", re.ASCII
)


def _is_alias(folded: str, start: int) -> bool:
    """Whether "gọi là" stands before a citation: another name of the one before it."""
    alias = folded.endswith(("la ", 'la "', "la: "), 0, start)
    return alias and _ALIAS_BEFORE.search(folded, max(0, start - 30), start) is not None


def _opens_lead(start: int, item: Item, previous: Item | None, content: str) -> bool:
    """Whether the document is the first that an amending lead names: "Thay thế một số từ … của Nghị định số 5"."""
    before = content[start : item.start]
    return (previous is None or previous.start < start) and before.endswith("của ") and "“" not in before


def _first_of_a_line(first: Item, following: Item, folded: str) -> None:
    """As in "Quy định số 75 … là văn bản đầu tiên …; tiếp theo là …": the succession begins with the one before."""
    between = folded[first.end : following.start]
    if "dau tien" in between and "\n" not in between:
        first.role = "succession"


def _acts(item: Item, previous: Item | None, folded: str) -> bool:
    """Whether the verb before the item is this document's own, and not part of another act's title.

    "Thông tư số 24/2017/TT-BGTVT … sửa đổi, bổ sung một số điều của Thông tư số 43/2015": a title. "… và bãi bỏ
    Điều 2 Thông tư số 41/2025": an own act.
    """
    if previous is None or previous.start < item.start - 200 or "\n" in folded[previous.end : item.start]:
        return True
    named = previous.document
    if named is None or named.relative is not None:
        return True
    return _ALSO.search(folded, max(previous.end - 1, item.start - 130), item.start) is not None


def _basis_role(item: Item, previous: Item | None, begins: int, said: Role | None, folded: str) -> Role:
    """In the line of a legal basis that begins at `begins`: its first act is the basis, or a list of several."""
    if said == "history":
        return "history"
    if previous is None or previous.start < begins:
        return "legal-basis"
    mention = item.mention
    if is_list_glue(folded, previous.end, item.start):
        other = previous.mention is not None and mention is not None and previous.mention.type != mention.type
        if previous.role == "cites" and other and mention is not None and mention.symbol and mention.typed:
            return "legal-basis"  # "… chi tiết Luật Chăn nuôi, Nghị định số 46/2022/NĐ-CP": the line goes on
        return previous.role
    between = folded[previous.end : item.start].rstrip()
    if between.endswith((";", " va")) and mention is not None and mention.typed:
        return "legal-basis"
    return "cites"


_SENTENCE = re.compile(
    r"(?:^|\n|\.\s|:\s)[ \t]*(?:[0-9]{1,2}[.)]\s*|[a-z]\)\s*|[-+]\s*)?(?:cac\s|toan bo\s|quy dinh tai\s)*", re.ASCII
)


def _endings(items: list[Item], starts: list[int], folded: str, places: list[int]) -> None:
    """As in "Quyết định số 4/2019/QĐ-TTg … hết hiệu lực": the subject of the clause is what it acts upon."""
    for ends in places:
        line = folded.rfind("\n", 0, ends) + 1
        first = bisect_left(starts, line)
        subject = False
        for at in range(first, len(items)):
            item = items[at]
            if item.start >= ends:
                break
            named = item.document
            if named is None or named.relative is not None or item.role not in ("cites", "amends"):
                continue
            opens = any(found.end() == item.start for found in _SENTENCE.finditer(folded, max(0, line - 1), item.start))
            goes_on = subject and folded[items[at - 1].end : item.start].rstrip().endswith((";", " va", ","))
            if opens or goes_on:
                item.role, subject = "amends", True
