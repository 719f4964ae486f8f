"""Reading one sentence of a clause as instructions: verb, what it names, words quoted, time.

A verb only acts where an instruction can begin: at the beginning of the sentence, after another instruction, or after
the document's own name ("Thông tư này … và thay thế …"). In a title, a history or running prose it acts on nothing.
"""

import re
from functools import cache

import msgspec

from vanban.effects import insertion, named, openings, phrases, place_groups, times, words
from vanban.effects.instruction import Instruction, Page, finished, past, upto
from vanban.effects.named import Listing, Named
from vanban.effects.times import When
from vanban.effects.wording import Clause, Sentence
from vanban.rules import Rules
from vanban.rules.effect_phrases import AmendingPhrase, EndingPhrase

_LEAD = re.compile(
    r"\s*(?:(?:mau|phu luc|danh muc|bieu mau)(?: so \w+)? nay\s+(?=thay the)|(?:dong thoi|rieng|ngoai ra|"
    r"theo do)\s*[:,]?\s*|(?:quyet dinh|quyet nghi)\s*[:,]\s*)*"
)
_SINCE = re.compile(r"\s*(?=(?:ke\s+)?tu\s+(?:ngay|thoi diem|khi|ngay)\b)")
# "Nghị quyết này đã được Hội đồng nhân dân … thông qua ngày … và có hiệu lực từ ngày …" (closing words of a council).
_BEFORE_PREDICATE = re.compile(
    r"[\s,]*(?:(?:da\s+)?duoc\s[^.;~]{5,200}?\sthong qua\b[^.;~]{0,80}?\sva\s+)?(?:deu\s+|thi\s+)?"
)
# "Nghị định số 22/2023/NĐ-CP, trừ Điều 5, hết hiệu lực": what is left out stands before the verb.
_LEFT_OUT = re.compile(
    r"\s*[,(]?\s*(?P<said>(?:ngoai )?tru\s)(?P<left>[^.;:~\n]{2,240}?)\)?,?\s+(?=(?:se |deu |cung |bi |chinh thuc )*"
    r"(?:(?:het|cham dut|khong con)\s(?:toan bo\s)?(?:hieu luc|gia tri)|(?:duoc|bi) (?:bai bo|huy bo)))"
)
_NEXT = re.compile(r"[\s,;.]*(?:va\s+|thi\s+)?(?:dong thoi\s+)?")
_INSIDE = re.compile(r"(?:trong|tai)\s+")
_WORDS_AHEAD = re.compile(r",?\s(?:cac\s|nhung\s)?(?:cum tu|tu ngu|tu|chu|cum)\s\"")
_COMMA = re.compile(r"\s*,?\s*")
_REPLACED = re.compile(r"[^;\"\n]{0,80}\"~*\"[^;\"]{0,300}?\bduoc\s+thay\s")
_ACTING = re.compile(
    r"(?:[,;]|\bva|\bnay|\bdong thoi)\s+(?:dong thoi\s+)?(?=(?:thay the|bai bo|huy bo|sua doi|bo sung|dinh chinh)\s)"
)


@cache
def _rows(rules: Rules) -> tuple[tuple[AmendingPhrase, re.Pattern[str]], ...]:
    return tuple(
        (row, shape) for row, shape in phrases.compiled(rules, "amending_phrases") if isinstance(row, AmendingPhrase)
    )


@cache
def _endings(rules: Rules) -> tuple[tuple[EndingPhrase, re.Pattern[str]], ...]:
    return tuple(
        (row, shape) for row, shape in phrases.compiled(rules, "ending_phrases") if isinstance(row, EndingPhrase)
    )


def read(page: Page, clause: Clause, sentence: Sentence) -> tuple[Instruction, ...]:
    """The instructions of a sentence, in order."""
    folded = page.wording.folded
    start, end = sentence.start, sentence.end
    found: list[Instruction] = []
    position = past(_LEAD, folded, start, end)
    since = When(end=position)
    if _SINCE.match(folded, position, end):
        since = times.read(page.wording, page.acts, page.work, position, end, end)
        position = past(_NEXT, folded, since.end, end)
    while position < end:
        instruction = _active(page, clause, position, end) or _words_first(page, clause, position, end)
        instruction = instruction or _predicate(page, clause, position, end)
        if instruction is None and len(found) <= 1 and all(one.verb == "commence" for one in found):
            # "Nghị định này có hiệu lực sau 15 ngày, kể từ ngày đăng Công báo và thay thế Nghị định số …"
            own_name = found[0].start if found else position
            instruction = _after_own_name(page, clause, own_name, position, end)
            # Here only an act with its number counts: "thay thế Điều lệ đăng ký hộ tịch …" is not a name known.
            if found and instruction is not None and not all(i.act and i.act.target.symbol for i in instruction.items):
                instruction = None
        if instruction is None:
            break
        if since.start_on or since.condition:
            instruction = _dated(instruction, since)
        found.append(instruction)
        position = past(_NEXT, folded, instruction.end, end)
        if instruction.payload is not None:
            break
    return _shared(found)


def _dated(instruction: Instruction, since: When) -> Instruction:
    """The time that opens the sentence ("Kể từ ngày 1-7-2026, bãi bỏ …") where the instruction has none of its own."""
    own = instruction.when
    when = msgspec.structs.replace(
        own, start_on=own.start_on or since.start_on, condition=own.condition or since.condition
    )
    return msgspec.structs.replace(instruction, when=when)


def _active(page: Page, clause: Clause, at: int, end: int) -> Instruction | None:
    """An instruction whose verb stands at `at`."""
    folded = page.wording.folded
    for row, shape in _rows(page.rules):
        match = None if row.passive else shape.match(folded, at, end)
        if match is None:
            continue
        if not _true_verb(page.wording.content[at : match.end()]):
            return None
        return _object(page, clause, row, at, match.end(), end)
    return None


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
            if not any(swap.at for swap in swaps) and openings.PLACES_FOLLOW.match(folded, finish, end):
                return Instruction(row, start, end, swaps=swaps, opens=True)
            when = times.read(wording, page.acts, page.work, finish, end, upto(page, clause, end))
            return Instruction(row, start, when.end, when=when, swaps=swaps)
    umbrella = openings.UMBRELLA.match(folded, at, end)
    if umbrella is not None:
        listing = named.read(wording, page.acts, umbrella.end(), end)
        if not listing.items:
            listing = named.titled(wording, page.acts, umbrella.end(), end, page.rules)
        if listing.items:
            return Instruction(row, start, listing.end, listing.items, umbrella=True)
    if (matter_of_list := openings.MATTER_OF_LIST.match(folded, at, end)) is not None:
        said = " ".join(wording.content[matter_of_list.start("matter") : matter_of_list.end("matter")].split())
        return Instruction(row, start, end, opens=True, matter=said)
    if openings.LIST_FOLLOWS.match(folded, at, end):
        return Instruction(row, start, end, opens=True)
    if row.unit == "insert":
        return insertion.read(page, clause, row, start, at, end)
    listing = named.read(wording, page.acts, at, end)
    if not listing.items and row.unit == "repeal" and (matter := _matter(page, at, end)) is not None:
        return msgspec.structs.replace(finished(page, clause, row, start, matter[1], end), matter=matter[0])
    if not listing.items:
        loose = openings.WHAT_CHANGES.match(folded, at, end)
        if (
            loose is not None
            and row.unit in ("substitute", "correct", "repeal")
            and "nhu sau" in folded[loose.end() : end]
        ):
            listing = named.read(wording, page.acts, loose.end(), end)
    if not listing.items:
        if umbrella is not None:
            return Instruction(row, start, umbrella.end(), umbrella=True)
        return None
    return finished(page, clause, row, start, listing, end)


def _words_first(page: Page, clause: Clause, at: int, end: int) -> Instruction | None:
    """Words named before what is done to them: "Trong Luật …, cụm từ “A” được thay bằng cụm từ “B”"."""
    wording, folded = page.wording, page.wording.folded
    inside = _INSIDE.match(folded, at, end)
    listing = Listing((), at)
    if inside is not None:
        object_ = _WORDS_AHEAD.search(folded, inside.end(), end)
        if object_ is None:
            return None
        listing = named.read(wording, page.acts, inside.end(), object_.start())
        if not listing.items:
            return None
    position = past(_COMMA, folded, listing.end, end)
    if not words.begin(folded, position, end) or _REPLACED.match(folded, position, end) is None:
        return None
    row = next((row for row, _ in _rows(page.rules) if row.words == "replace-words"), None)
    read_words = words.read(wording, page.acts, position, end, "replace-words")
    if row is None or read_words is None:
        return None
    swaps = tuple(msgspec.structs.replace(swap, at=swap.at or listing.items) for swap in read_words[0])
    when = times.read(page.wording, page.acts, page.work, read_words[1], end, upto(page, clause, end))
    return Instruction(row, at, when.end, when=when, swaps=swaps)


def _predicate(page: Page, clause: Clause, at: int, end: int) -> Instruction | None:
    """An instruction that names first and says then: "Điều 8 được sửa đổi như sau", "Luật … hết hiệu lực"."""
    folded = page.wording.folded
    listing = named.read(page.wording, page.acts, at, end)
    if not listing.items and (matter := _matter(page, at, end)) is not None:
        after = past(_BEFORE_PREDICATE, folded, matter[1].end, end)
        said = _said(page, clause, matter[1].items, at, after, end)
        return msgspec.structs.replace(said, matter=matter[0]) if said is not None else None
    if not listing.items:
        narrowed = openings.MATTER_OF_SUBJECT.match(folded, at, end)
        if narrowed is not None:
            made = _said(page, clause, (), at, past(_BEFORE_PREDICATE, folded, narrowed.end(), end), end)
            said_of = " ".join(page.wording.content[narrowed.start("matter") : narrowed.end("matter")].split())
            return msgspec.structs.replace(made, opens=True, matter=said_of) if made is not None else None
        generic = openings.GENERIC_SUBJECT.match(folded, at, end)
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


def _matter(page: Page, at: int, end: int) -> tuple[str, Listing] | None:
    """The matter that narrows what is named after it, and that."""
    match = openings.MATTER.match(page.wording.folded, at, end)
    if match is None:
        return None
    listing = named.read(page.wording, page.acts, match.end(), end, lead=False)
    words_ = " ".join(page.wording.content[match.start() : match.end()].split())
    return (re.sub(r"\s+(?:tại|trong|của)$", "", words_), listing) if listing.items else None


def _said(page: Page, clause: Clause, items: tuple[Named, ...], start: int, at: int, end: int) -> Instruction | None:
    folded = page.wording.folded
    for row, shape in _rows(page.rules):
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
            when = times.read(page.wording, page.acts, page.work, match.end(), end, limit)
            return Instruction(ending, start, when.end, items, when)
    return None


def _after_own_name(page: Page, clause: Clause, at: int, after: int, end: int) -> Instruction | None:
    """As in "Thông tư này có hiệu lực từ ngày … và thay thế Thông tư số …": the verb after the document's own name,
    which stands at `at`; what stands before `after` is read already.
    """
    act = page.acts.at(at)
    if act is None or not act.own:
        return None
    for match in _ACTING.finditer(page.wording.folded, after, end):
        instruction = _active(page, clause, match.end(), end)
        if instruction is not None and (instruction.items or instruction.opens) and not instruction.umbrella:
            return instruction
    return None


def _shared(found: list[Instruction]) -> tuple[Instruction, ...]:
    """An instruction takes over what the next one of its sentence states last: "sửa đổi khoản 2 và bổ sung khoản 4
    Điều 31", "bãi bỏ cụm từ … tại khoản 15 Điều 191; bãi bỏ Điều 192 của Luật …".
    """
    done: list[Instruction] = []
    for instruction in reversed(found):
        if done and done[-1].items and instruction.items and isinstance(instruction.row, AmendingPhrase):
            donor = done[-1].items[0]
            items = tuple(_lent(item, donor) for item in instruction.items)
            instruction = msgspec.structs.replace(instruction, items=items)
        elif done and done[-1].items and instruction.swaps:
            donor = done[-1].items[0]
            swaps = tuple(
                msgspec.structs.replace(swap, at=tuple(_lent(item, donor, act_only=True) for item in swap.at))
                for swap in instruction.swaps
            )
            instruction = msgspec.structs.replace(instruction, swaps=swaps)
        done.append(instruction)
    return tuple(reversed(done))


def _lent(item: Named, donor: Named, *, act_only: bool = False) -> Named:
    if item.act is not None:
        return item
    top = min((place_groups.rank(unit.level) for unit in item.path), default=99)
    outer = tuple(unit for unit in donor.path[:-1] if place_groups.rank(unit.level) < top)
    path = item.path if act_only or top <= place_groups.rank("article") else (*outer, *item.path)
    return msgspec.structs.replace(item, path=path, act=donor.act)
