"""An instruction that names first and then says what becomes of it: "Điều 8 được sửa đổi như sau", "… hết hiệu lực"."""

import re
from functools import cache

import msgspec

from vanban.effects import active, insertion, named, phrases, times, words
from vanban.effects.instruction import Instruction, Page, finished, past, upto
from vanban.effects.named import Listing, Named
from vanban.effects.wording import Clause
from vanban.orthography.either import either
from vanban.rules import Rules
from vanban.rules.effect_phrases import EndingPhrase

# "Nghị định số 22/2023/NĐ-CP, trừ Điều 5, hết hiệu lực": what is left out stands before the verb.
_LEFT_OUT = re.compile(
    r"\s*[,(]?\s*(?P<said>(?:ngoai )?tru\s)(?P<left>[^.;:~\n]{2,240}?)\)?,?\s+(?=(?:se |deu |cung |bi |chinh thuc )*"
    r"(?:(?:het|cham dut|khong con)\s(?:toan bo\s)?(?:hieu luc|gia tri)|(?:duoc|bi) (?:bai bo|huy bo)))"
)
# "Nghị quyết này đã được Hội đồng nhân dân … thông qua ngày … và có hiệu lực từ ngày …" (closing words of a council).
_BEFORE_PREDICATE = re.compile(
    r"[\s,]*(?:(?:da\s+)?duoc\s[^.;~]{5,200}?\sthong qua\b[^.;~]{0,80}?\sva\s+)?(?:deu\s+|thi\s+)?"
)
_INSIDE = re.compile(r"(?:trong|tai)\s+")
_WORDS_AHEAD = re.compile(r",?\s(?:cac\s|nhung\s)?(?:cum tu|tu ngu|tu|chu|cum)\s\"")
_VERB_AHEAD = re.compile(r"[,:]\s+(?=(?:thay|sua doi|bo sung|bai bo|bo)\s[^.;~\"\n]{0,30}\")")
_BLANK = re.compile(r"\s*")
_COMMA = re.compile(r"\s*,?\s*")
_REPLACED = re.compile(r"[^;\"\n]{0,80}\"~*\"[^;\"]{0,300}?\bduoc\s+thay\s")


# One of these stands in every predicate: most sentences have none, and what they name need not be read.
SAYS = re.compile(r"hieu luc|gia tri|nhu sau|ngung|tam\s+dung|duoc\s+(?:sua|bo\s+sung|thay|bai|huy)|bi\s+(?:bai|huy)")


@cache
def _endings(rules: Rules) -> tuple[tuple[EndingPhrase, re.Pattern[str]], ...]:
    return tuple(
        (row, shape) for row, shape in phrases.compiled(rules, "ending_phrases") if isinstance(row, EndingPhrase)
    )


def words_first(page: Page, clause: Clause, at: int, end: int) -> Instruction | None:
    """Words named before what is done to them: "Trong Luật …, cụm từ “A” được thay bằng cụm từ “B”".

    Or places named before a verb that changes words: "Tại khoản 3 Điều 52: thay thế cụm từ “A” thành “B”".
    """
    wording, folded = page.wording, page.wording.folded
    if folded.find('"', at, end) < 0:
        return None
    inside = _INSIDE.match(folded, at, end)
    listing = Listing((), at)
    if inside is not None:
        verb = _VERB_AHEAD.search(folded, inside.end(), end)
        object_ = _WORDS_AHEAD.search(folded, inside.end(), verb.start() if verb else end)
        stop = object_ or verb
        if stop is None:
            return None
        listing = named.read(wording, page.acts, inside.end(), stop.start())
        if not listing.items:
            return None
        if object_ is None and verb is not None:
            given = (
                active.read(page, clause, verb.end(), end)
                if past(_BLANK, folded, listing.end, end) == verb.start()
                else None
            )
            return _placed(given, at, listing.items) if given is not None and given.swaps else None
    position = past(_COMMA, folded, listing.end, end)
    if not words.begin(folded, position, end) or _REPLACED.match(folded, position, end) is None:
        return None
    row = next((row for row, _ in active.rows(page.rules) if row.words == "replace-words"), None)
    read_words = words.read(wording, page.acts, position, end, "replace-words")
    if row is None or read_words is None:
        return None
    when = times.read(page.wording, page.acts, page.work, read_words[1], end, upto(page, clause, end))
    return _placed(Instruction(row, at, when.end, when=when, swaps=read_words[0]), at, listing.items)


def _placed(given: Instruction, start: int, places: tuple[Named, ...]) -> Instruction:
    """The instruction from `start` on with the places named before it, for words that have none of their own."""
    swaps = tuple(msgspec.structs.replace(swap, at=swap.at or places) for swap in given.swaps)
    return msgspec.structs.replace(given, start=start, swaps=swaps)


def read(page: Page, clause: Clause, at: int, end: int) -> Instruction | None:
    """An instruction that names first and says then: "Điều 8 được sửa đổi như sau", "Luật … hết hiệu lực"."""
    folded = page.wording.folded
    if SAYS.search(folded, at, end) is None:
        return None
    listing = named.read(page.wording, page.acts, at, end, narrowed=True)
    if not listing.items:
        narrowed = phrases.wording_at(page.rules, "matter-of-subject", folded, at, end)
        if narrowed is not None:
            made = _said(page, clause, (), at, past(_BEFORE_PREDICATE, folded, narrowed.end(), end), end)
            said_of = " ".join(page.wording.content[narrowed.start("matter") : narrowed.end("matter")].split())
            return msgspec.structs.replace(made, opens=True, matter=said_of) if made is not None else None
        generic = phrases.wording_at(page.rules, "generic-subject", folded, at, end)
        if generic is None:
            return None
        made = _said(page, clause, (), at, generic.end(), end)
        return msgspec.structs.replace(made, opens=True) if made is not None else None
    left_out = _LEFT_OUT.match(folded, listing.end, end)
    if left_out is not None and "trừ" in page.wording.content[left_out.start() : left_out.start("left")].lower():
        made = _said(page, clause, listing.items, at, left_out.end(), end)
        exception = page.wording.content[left_out.start("said") : left_out.end("left")].strip(" ,(")
        if made is not None and made.when.exception is None:
            made = msgspec.structs.replace(made, when=msgspec.structs.replace(made.when, exception=exception))
        return made
    return _said(page, clause, listing.items, at, past(_BEFORE_PREDICATE, folded, listing.end, end), end)


@cache
def _any_predicate(rules: Rules) -> re.Pattern[str]:
    """Everything that may be said of what was named, as one pattern."""
    passive = [shape.pattern for row, shape in active.rows(rules) if row.passive]
    return either([*passive, *(shape.pattern for _, shape in _endings(rules))])


def _said(page: Page, clause: Clause, items: tuple[Named, ...], start: int, at: int, end: int) -> Instruction | None:
    folded = page.wording.folded
    if _any_predicate(page.rules).match(folded, at, end) is None:
        return None
    for row, shape in active.rows(page.rules):
        match = shape.match(folded, at, end) if row.passive else None
        if match is None:
            continue
        if row.unit == "insert":
            inner = named.read(page.wording, page.acts, match.end(), end)
            if inner.items and items:
                held = tuple(insertion.held(item, items[0]) for item in inner.items)
                return finished(page, clause, row, start, Listing(held, inner.end), end)
        return finished(page, clause, row, start, Listing(items, match.end()), end)
    for ending, shape in _endings(page.rules):
        match = shape.match(folded, at, end)
        if match is not None:
            limit = upto(page, clause, end, heads_list=not items)
            when = times.read(page.wording, page.acts, page.work, match.end(), end, limit, said=True)
            return Instruction(ending, start, when.end, items, when)
    return None
