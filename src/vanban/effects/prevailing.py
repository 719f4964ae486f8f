"""Clauses that put a document's own rules above those of others: "nếu … khác với … thì thực hiện theo Nghị quyết này".

Nothing in the others changes; they are not applied where they differ (as Nghị quyết 66.19/2026/NQ-CP, Điều 6 khoản 4).
The wordings are the rows of `effect_wordings` with the use `prevails`.
"""

import re
from collections.abc import Iterator

from vanban.effects import phrases, times
from vanban.effects.instruction import Page
from vanban.model import Effect, Target
from vanban.rules.effect_wording import EffectWording

# What stands in every such clause right before the document's own name (`own-rules-apply` of `effect_words`), and the
# furthest that its beginning and its end can stand from there.
_ANCHORS = ("thi thuc hien", "thi ap dung", "thi duoc thuc hien", "thi duoc ap dung")
_LEAD, _BEFORE, _AFTER = 90, 950, 300
# "… thì áp dụng quy định của Luật này. Trừ trường hợp luật khác có lợi hơn thì …": a sentence of its own.
_EXCEPT_NEXT = re.compile(r"\.\s+(?P<words>(?:tru|ngoai tru)\s(?:cac\s)?truong hop\s[^.;\n~]{5,400})")


def _matches(page: Page) -> Iterator[tuple[EffectWording, re.Match[str]]]:
    folded = page.wording.folded
    done = 0
    for act in page.acts.all:
        lead = folded.rfind("thi ", max(0, act.start - _LEAD), act.start) if act.own else -1
        if lead < 0 or not folded.startswith(_ANCHORS, lead):
            continue
        begin, end = max(done, lead - _BEFORE), lead + _AFTER
        while (found := phrases.first_wording(page.rules, "prevails", folded, begin, end)) is not None:
            begin = done = found[1].end()
            yield found


def find(page: Page) -> tuple[Effect, ...]:
    """One effect for each act that a clause says its own document prevails over.

    Where the clause names no act ("văn bản quy phạm pháp luật có liên quan") the target is the document itself, and the
    condition quotes over what it prevails.
    """
    folded, content = page.wording.folded, page.wording.content
    found = []
    for row, match in _matches(page):
        place = page.wording.at(match.start())
        if place is None:
            continue
        clause = page.wording.clauses[place]
        others = [act for act in page.acts.between(match.start(), match.start("own")) if not act.own]
        if phrases.first_wording(page.rules, "over-other-laws", folded, match.start(), match.start("own")):
            others = [act for act in others if act.target.symbol]
        during = times.WHILE.search(folded, clause.start, match.start())
        condition = " ".join(content[(during or match).start() : match.end("own")].split())
        for target in [act.target for act in others] or [Target(relative="this-work")]:
            found.append(
                Effect(
                    "prevail",
                    clause.eid,
                    match.start(),
                    match.end(),
                    target,
                    exception=_exception(page, match),
                    condition=condition,
                    rules=(row.id,),
                )
            )
    return tuple(found)


def _exception(page: Page, match: re.Match[str]) -> str | None:
    """What the clause leaves out: at its end, or in the sentence right after it."""
    content = page.wording.content
    if match.group("rest"):
        return content[match.start("rest") : match.end("rest")].strip(" ,")
    following = _EXCEPT_NEXT.match(page.wording.folded, match.end())
    return " ".join(content[following.start("words") : following.end("words")].split()) if following else None
