"""An instruction whose verb comes first: "Bãi bỏ khoản 1 Điều 109", "Sửa đổi, bổ sung một số điều của …"."""

import re
from functools import cache

import msgspec

from vanban.effects import insertion, named, phrases, tabled_rows, times, words
from vanban.effects.instruction import Instruction, Page, finished, upto
from vanban.effects.loose import loosely_named, of_something
from vanban.effects.named import Listing
from vanban.effects.wording import Clause
from vanban.orthography.either import either
from vanban.rules import Rules
from vanban.rules.effect_phrases import AmendingPhrase


@cache
def rows(rules: Rules) -> tuple[tuple[AmendingPhrase, re.Pattern[str]], ...]:
    """The rows of `amending_phrases` with their patterns, in the order of the table."""
    return tuple(
        (row, shape) for row, shape in phrases.compiled(rules, "amending_phrases") if isinstance(row, AmendingPhrase)
    )


@cache
def _verbs(rules: Rules) -> tuple[tuple[AmendingPhrase, re.Pattern[str]], ...]:
    """The rows whose verb comes first."""
    return tuple((row, shape) for row, shape in rows(rules) if not row.passive)


@cache
def _any_verb(rules: Rules) -> re.Pattern[str]:
    """Every verb that comes first, as one pattern: at most places none stands, and one question settles that."""
    return either(shape.pattern for _, shape in _verbs(rules))


def read(page: Page, clause: Clause, at: int, end: int) -> Instruction | None:
    """An instruction whose verb stands at `at`."""
    folded = page.wording.folded
    if _any_verb(page.rules).match(folded, at, end) is None:
        return None
    for row, shape in _verbs(page.rules):
        match = shape.match(folded, at, end)
        if match is not None:
            true = _true_verb(page.wording.content[at : match.end()])
            return _object(page, clause, row, at, match.end(), end) if true else None
    return None


def goes_on(page: Page, clause: Clause, before: list[Instruction], at: int, end: int) -> Instruction | None:
    """What the verb of the instructions before acts on as well: "Bãi bỏ Điều 50; cụm từ “A” tại khoản 5 Điều 52; Điều
    60 của Luật …", "Bổ sung Mục 5a vào sau Mục 5 và Điều 17a vào sau Điều 17".
    """
    last, folded = before[-1], page.wording.folded
    row = last.row
    if not isinstance(row, AmendingPhrase):
        return None
    if row.unit == "insert":
        further = insertion.read(page, clause, row, at, at, end)
        return further if further is not None and further.anchor else None
    if row.words is None or row.passive:
        return None
    # Where units are repealed beside words, a semicolon ends the places of the words: the next thing is repealed again.
    of_units = row.unit == "repeal" and any(each.items for each in before)
    if words.begin(folded, at, end):
        stop = folded.find(";", at, end) if of_units else -1
        return _object(page, clause, row, at, at, stop if stop >= 0 else end)
    if not of_units or not last.swaps or not folded[last.end : at].lstrip().startswith(";"):
        return None
    listing = named.read(page.wording, page.acts, at, end)
    return finished(page, clause, row, at, listing, end) if any(item.path for item in listing.items) else None


def _true_verb(words_: str) -> bool:
    """False friends, settled on the original text: "bỏ" is not "bộ", "bó" or "bổ"."""
    lower = words_.lower()
    return not lower.startswith(("bộ", "bó", "bò", "bo ", "bọ")) and "thầy" not in lower


def _object(page: Page, clause: Clause, row: AmendingPhrase, start: int, at: int, end: int) -> Instruction | None:
    wording, folded = page.wording, page.wording.folded
    if row.words is not None and words.begin(folded, at, end):
        read_words = words.read(wording, page.acts, at, end, row.words)
        if read_words is not None:
            swaps, finish = read_words
            if not any(swap.at for swap in swaps) and phrases.wording_at(
                page.rules, "places-follow", folded, finish, end
            ):
                return Instruction(row, start, end, swaps=swaps, opens=True)
            when = times.read(wording, page.acts, page.work, finish, end, upto(page, clause, end))
            return Instruction(row, start, when.end, when=when, swaps=swaps)
    ended: Listing | None = None
    if row.unit == "repeal" or row.unit == "end":
        # "Bãi bỏ các quy định về … tại khoản 1 Điều 19 của Luật …": not the clause, what it says of one matter.
        ended = named.read(wording, page.acts, at, end, narrowed=True)
        if any(item.matter for item in ended.items):
            return finished(page, clause, row, start, ended, end)
    umbrella = phrases.wording_at(page.rules, "umbrella", folded, at, end)
    if umbrella is not None:
        listing = named.read(wording, page.acts, umbrella.end(), end)
        if not listing.items:
            listing = named.titled(wording, page.acts, umbrella.end(), end, page.rules)
        if listing.items:
            of_words = any(word in umbrella.group() for word in ("cum tu", "tu ngu"))
            made = finished(page, clause, row, start, listing, end)
            if made.by and not of_words:  # "một số nội dung tại Phụ lục I … bằng Phụ lục I Thông tư này"
                said = " ".join(wording.content[at : umbrella.end()].split())
                return msgspec.structs.replace(made, umbrella=True, matter=said)
            if not of_words and (tabled := _tabled(page, clause, row, start, at, umbrella.end(), listing)) is not None:
                return tabled
            return Instruction(row, start, listing.end, listing.items, umbrella=True, of_words=of_words)
    if (matter_of_list := phrases.wording_at(page.rules, "matter-of-list", folded, at, end)) is not None:
        said = " ".join(wording.content[matter_of_list.start("matter") : matter_of_list.end("matter")].split())
        return Instruction(row, start, end, opens=True, matter=said)
    if phrases.wording_at(page.rules, "list-follows", folded, at, end):
        return Instruction(row, start, end, opens=True)
    if row.unit == "insert":
        return insertion.read(page, clause, row, start, at, end)
    listing = ended if ended is not None else named.read(wording, page.acts, at, end)
    if not listing.items and row.unit in ("substitute", "correct", "repeal"):
        loose = phrases.wording_at(page.rules, "what-changes", folded, at, end)
        if loose is not None and (row.unit != "repeal" or "nhu sau" in folded[loose.end() : end]):
            listing = loosely_named(page, loose.end(), end)
            if (tabled := _tabled(page, clause, row, start, at, loose.end(), listing)) is not None:
                return tabled
            listing = of_something(page, listing, at) if row.unit != "repeal" else listing
    if not listing.items:
        return Instruction(row, start, umbrella.end(), umbrella=True) if umbrella is not None else None
    return finished(page, clause, row, start, listing, end)


def _tabled(
    page: Page, clause: Clause, row: AmendingPhrase, start: int, at: int, upon: int, listing: Listing
) -> Instruction | None:
    """The change of the rows that the table below names; the words from `at` to `upon` say of which kind they are."""
    rows_ = tabled_rows.named(page, clause, page.wording.folded[at:upon], listing) if row.unit == "substitute" else None
    return Instruction(row, start, listing.end, rows_[0], payload=rows_[1]) if rows_ is not None else None
