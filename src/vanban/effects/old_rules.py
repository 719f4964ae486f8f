"""An order that named old rules go on: what names them, the piece of the sentence that says it, and its own words.

The wordings are the rows of `effect_wordings` with the uses `old-rules`, `old-rules-named` and `only-cases`; the words
that add nothing to an order are the lists `order-begins` and `order-ends` of `effect_words`.
"""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from vanban.effects import named, phrases
from vanban.effects.instruction import Page
from vanban.effects.named import Listing
from vanban.effects.sentences import Sentence
from vanban.effects.wording import Clause
from vanban.rules import Rules
from vanban.rules.effect_wording import EffectWording, WordList

# "… đã ký hợp đồng theo Thông tư số 11 thì tiếp tục thực hiện theo hợp đồng": the rules only tell the cases.
_ORDER_FOLLOWS = re.compile(r"(?:(?!\b(?:trường hợp|nếu)\b)[^.;])*?\b(?:thì|tiếp tục)\s", re.IGNORECASE)
_THEN = re.compile(r"\bthì\b", re.IGNORECASE)  # "thi" is folded alike
_LISTED = re.compile(r"\s*:\s*(?=\w)")  # "… theo Nghị định số 79: Cấp giấy phép; kiểm định …"
_BRACKET = re.compile(r"[();]")
_OPENS = r"(?:(?:thì[\s,]+)?(?:(?:vẫn|sẽ|được)\s+)*tiếp\s+tục|thì)"


class Order(msgspec.Struct, frozen=True):
    """What orders that old rules go on: `row` by its words, for what `listing` names.

    `start:end` is the piece of the sentence between semicolons that says it. `cases` are the words before the order,
    and `matter` those of what alone goes on, with a list behind a colon: "" where the words leave nothing open. The
    order begins at `opens`, the wording of `row` at `verb`; `past` is where it, or what names the old rules, ends.
    """

    row: EffectWording
    listing: Listing
    start: int
    end: int
    cases: str
    matter: str
    opens: int
    verb: int
    past: int

    @property
    def named_end(self) -> int:
        """Where the name of the last act ends, before its day, issuer and title."""
        return self.listing.items[-1].end


def orders(page: Page, clause: Clause, sentence: Sentence) -> Iterator[Order]:
    """The orders of a sentence, in the order of the rows; one that the words only seem to give is left out."""
    folded, content = page.wording.folded, page.wording.content
    body = folded.find("\n", clause.start, sentence.end) + 1 if clause.level == "article" else 0
    for row, match, listing in _named(page, sentence):
        past = max(match.end(), listing.end)
        start, end = _segment(page, sentence, match.start(), past)
        if body <= match.start():
            start = max(start, body)  # the heading of an article may run on into its words
        if row.use == "old-rules-named":
            yield Order(row, listing, start, end, content[match.end() : end], "", match.start(), match.start(), past)
        elif _THEN.search(content, match.start(), match.end()) or _only_tells(content, listing.items[-1].end, end):
            continue
        else:
            opens, cases, matter = _cases_and_matter(page, start, match)
            if (listed := _LISTED.match(content, past, sentence.end)) is not None:
                end, matter = sentence.end, f"{matter}; {content[listed.end() : sentence.end]}"
            yield Order(row, listing, start, end, cases, matter, opens, match.start(), past)


def _named(page: Page, sentence: Sentence) -> Iterator[tuple[EffectWording, re.Match[str], Listing]]:
    """The wordings of a sentence by which named old rules go on, in order, each with what it names."""
    folded = page.wording.folded
    for row, shape in phrases.wordings(page.rules, "old-rules"):
        for match in shape.finditer(folded, sentence.start, sentence.end):
            listing = named.read(page.wording, page.acts, match.end(), sentence.end)
            if listing.items and not listing.items[0].start > match.end() + 40:
                yield row, match, listing
    for row, shape in phrases.wordings(page.rules, "old-rules-named"):
        for match in shape.finditer(folded, sentence.start, sentence.end):
            subject = max(sentence.start, folded.rfind(";", sentence.start, match.start()) + 1)
            listing = named.read(page.wording, page.acts, subject, match.start())
            if listing.items:
                yield row, match, listing


def _segment(page: Page, sentence: Sentence, at: int, past: int) -> tuple[int, int]:
    """The part of a sentence between semicolons that holds `[at, past)`; those in brackets divide nothing, nor do
    those between cases: "Đối với các khoản chi một lần; bảo hiểm đã chi trả … thì tiếp tục …".
    """
    folded = page.wording.folded
    begin = piece = sentence.start
    depth = 0
    for mark in _BRACKET.finditer(folded, sentence.start, sentence.end):
        depth = max(0, depth + {"(": 1, ")": -1}.get(mark.group(), 0))
        if mark.group() != ";" or depth:
            continue
        if mark.end() <= at:
            begin = begin if _only_cases(page, piece, mark.start()) else mark.end()
            piece = mark.end()
        elif mark.start() >= past:
            return _past_blanks(folded, begin), mark.start()
    return _past_blanks(folded, begin), sentence.end


def _only_cases(page: Page, start: int, end: int) -> bool:
    """Whether a piece of a sentence names cases and orders nothing for them."""
    said = phrases.wording_at(page.rules, "only-cases", page.wording.folded, start, end)
    return said is not None and _THEN.search(page.wording.content, start, end) is None


def _past_blanks(folded: str, at: int) -> int:
    while at < len(folded) and folded[at] in " \t\n":
        at += 1
    return at


def _cases_and_matter(page: Page, start: int, match: re.Match[str]) -> tuple[int, str, str]:
    """Where an order begins, the words before it, and what alone goes on: "tiếp tục thực hiện chế độ báo cáo theo …".

    What is done to the old rules ("thì tiếp tục được thực hiện theo quy định của …") is neither. A verb that says more
    belongs to the words before it: "thì Ủy ban tổ chức thẩm định theo …".
    """
    content = page.wording.content
    thus, begins, ends = _saying_nothing(page.rules)
    before = thus.search(content, start, match.start())
    opens = before.start() if before is not None else match.start()
    first = begins.match(content, opens, match.end())
    begin = first.end() if first is not None else opens
    last = ends.search(content, begin, match.end())
    end = last.start() if last is not None else match.end()
    if begin == opens < end:
        return opens, content[start:end], ""
    return opens, content[start:opens], content[begin:end]


@cache
def _saying_nothing(rules: Rules) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns over the text as printed of the words that only say that old rules go on: at the end of the words before
    an order, at the beginning of the order, and at its end. (As printed, for "thi" and "thì" fold alike.)
    """
    begins, ends = (_either(row) for row in rules.effect_words if row.id in ("order-begins", "order-ends"))
    return (
        re.compile(rf"[\s,]*\b(?:{_OPENS}(?:[\s,]+{begins}\b)*|(?:(?:vẫn|sẽ|được)\s+)+)[\s,]*$", re.IGNORECASE),
        re.compile(rf"(?:[\s,]*\b(?:{_OPENS}|{begins})\b)+[\s,]*", re.IGNORECASE),
        re.compile(rf"(?:[\s,]*\b{ends}\b)+[\s,]*$", re.IGNORECASE),
    )


def _either(row: WordList) -> str:
    return "(?:" + "|".join(word.replace(" ", r"\s+") for word in row.words) + ")"


def _only_tells(content: str, at: int, end: int) -> bool:
    """Whether what is ordered still follows, so that the rules named before `at` only tell of which cases."""
    return _ORDER_FOLLOWS.match(content, at, end) is not None
