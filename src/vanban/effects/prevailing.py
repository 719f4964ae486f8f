"""Clauses that put a document's own rules above those of others: "nếu … khác với … thì thực hiện theo Nghị quyết này".

Nothing in the others changes; they are not applied where they differ (as Nghị quyết 66.19/2026/NQ-CP, Điều 6 khoản 4).
"""

import re
from collections.abc import Iterator
from functools import cache

from vanban.effects import times
from vanban.effects.acts import Acts
from vanban.effects.instruction import Page
from vanban.effects.phrases import type_words
from vanban.model import Effect, Target
from vanban.rules import Rules


@cache
def _shape(rules: Rules) -> re.Pattern[str]:
    own = rf"{type_words(rules)} nay"
    return re.compile(
        rf"(?:(?:neu|truong hop)\b(?P<differs>[^.;\n~]{{5,500}}?"
        # "luật khác" is another law, not one that differs
        rf"\b(?:(?<!luat )(?<!van ban )khac(?: nhau)?|trai|mau thuan|khong thong nhat)\b[^.;\n~]{{0,400}}?)|"
        # "Trong thời gian luật, nghị quyết … chưa được sửa đổi, bổ sung thì thực hiện theo quy định của Luật này".
        rf"trong thoi gian\b[^.;\n~]{{3,200}}?\bchua duoc (?:sua doi|bo sung|thay the|bai bo)[^.;\n~]{{0,80}}?)"
        rf",?\s*thi\s+(?:duoc\s+)?(?:thuc hien|ap dung)(?: theo)?(?: cac)?(?: quy dinh)?(?: cua| tai| "
        rf"trong)?\s+(?P<own>{own})"
        r"(?P<rest>,?\s*tru\b[^.\n]*)?"
    )


# "quy định của Bộ luật hàng hải … với quy định của luật khác": the act named is the document, by its own name.
_OVER_OTHERS = re.compile(r"\b(?:luat|phap luat|van ban(?: quy pham phap luat)?) khac\b(?! voi| nhau)")

# What stands in every such clause right before the document's own name, and the furthest that its beginning and its
# end can stand from there.
_ANCHORS = ("thi thuc hien", "thi ap dung", "thi duoc thuc hien", "thi duoc ap dung")
_LEAD, _BEFORE, _AFTER = 90, 950, 300


def _matches(folded: str, acts: Acts, rules: Rules) -> Iterator[re.Match[str]]:
    done = 0
    for act in acts.all:
        lead = folded.rfind("thi ", max(0, act.start - _LEAD), act.start) if act.own else -1
        if lead < 0 or not folded.startswith(_ANCHORS, lead):
            continue
        for match in _shape(rules).finditer(folded, max(done, lead - _BEFORE), lead + _AFTER):
            done = match.end()
            yield match


def find(page: Page) -> tuple[Effect, ...]:
    """One effect for each act that a clause says its own document prevails over.

    Where the clause names no act ("văn bản quy phạm pháp luật có liên quan") the target is the document itself, and the
    condition quotes over what it prevails.
    """
    folded, content = page.wording.folded, page.wording.content
    found = []
    for match in _matches(folded, page.acts, page.rules):
        place = page.wording.at(match.start())
        if place is None:
            continue
        others = [act for act in page.acts.between(match.start(), match.start("own")) if not act.own]
        if _OVER_OTHERS.search(folded, match.start(), match.start("own")):
            others = [act for act in others if act.target.symbol]
        rest = match.group("rest")
        condition = " ".join(content[match.start() : match.end("own")].split())
        opening = folded[page.wording.clauses[place].start : match.start()]
        during = times.WHILE.search(opening) is not None
        for target in [act.target for act in others] or [Target(relative="this-work")]:
            found.append(
                Effect(
                    "prevail",
                    page.wording.clauses[place].eid,
                    match.start(),
                    match.end(),
                    target,
                    exception=content[match.start("rest") : match.end("rest")].strip(" ,") if rest else None,
                    condition=f"trong thời gian có hiệu lực; {condition}" if during else condition,
                    rules=("prevail",),
                )
            )
    return tuple(found)
