"""Reading one sentence of a clause as instructions: verb, what it names, words quoted, time.

A verb only acts where an instruction can begin: at the beginning of the sentence, after another instruction, or after
the document's own name ("Thông tư này … và thay thế …"). In a title, a history or running prose it acts on nothing.
"""

import re
from functools import cache

import msgspec

from vanban.effects import named, phrases, places, times, words
from vanban.effects.acts import Acts
from vanban.effects.named import Listing, Named
from vanban.effects.times import When
from vanban.effects.wording import Clause, Sentence, Wording
from vanban.model import Unit, Verb, Work
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.rules.effect_phrases import AmendingPhrase, EndingPhrase


class Instruction(msgspec.Struct, frozen=True):
    """One instruction as the words give it; what it leaves to its context is still missing.

    `items` are acted upon; `umbrella` where they only say what the clauses below act on ("một số điều của Luật …");
    `opens` where a list of targets follows below. `swaps` are the words changed. `anchor` and `place` tell where an
    insertion goes; `by` what replaces ("bằng Phụ lục II ban hành kèm theo Thông tư này"); `payload` is where quoted
    new wording in the same sentence may begin; `matter` the words that narrow it to a part of what is named ("các quy
    định về tố cáo trong Luật …").
    """

    row: AmendingPhrase | EndingPhrase
    start: int
    end: int
    items: tuple[Named, ...] = ()
    when: When = When()
    swaps: tuple[words.Swap, ...] = ()
    anchor: tuple[Unit, ...] = ()
    place: str | None = None
    by: tuple[Named, ...] = ()
    umbrella: bool = False
    opens: bool = False
    payload: int | None = None
    renumbered: tuple[Named, ...] = ()
    matter: str | None = None

    @property
    def verb(self) -> Verb | None:
        """The verb upon a provision; an instruction upon a whole act may have another."""
        return self.row.verb if isinstance(self.row, EndingPhrase) else self.row.unit


class Page(msgspec.Struct, frozen=True):
    """What reading a sentence needs to know of the document."""

    wording: Wording
    acts: Acts
    work: Work
    rules: Rules


_VERBS = r"(?:sua doi|bo sung|thay the|bai bo|huy bo|dinh chinh|thay|bo|sua)"
_THING = (
    r"(?:noi dung|quy dinh|dieu khoan|dieu|khoan|diem|tiet|muc|chuong|phan|phu luc|mau bieu|bieu mau|mau so|mau|bieu|cum tu|tu ngu|tu|"
    r"cum|so|van ban|ten goi|ten|tieu de|tieu muc|cau|doan|gach dau dong)(?!\w|\s*:?\s*\"|\s+(?:so\s+)?(?:\d|[ivx]+\b|\())"
)
_TOKEN = rf"(?:(?:,|;|va|cua cac|tai cac|cua)?\s*(?:{_VERBS}|mot so|cac|nhung|{_THING})(?=[\s,])\s*)"
# "một số điều, khoản của", "tên Điều và một số khoản của", "một số cụm từ, bãi bỏ một số khoản của"
_UMBRELLA = re.compile(
    rf"\s*{_TOKEN}*?(?:(?:(?:,|va)\s*)?(?:mot so|cac|nhung|noi dung|ten)\s+{_THING}|(?:cum tu|tu ngu|cac tu)(?=\s*,|\s+(?:va|tai|cua|trong)\b))\s*{_TOKEN}*"
    r"(?:quy dinh\s+)?(?:(?:cua|tai|trong|thuoc|kem theo|ban hanh kem theo)\s+|lien quan[^.;:\n]{0,60}?(?:tai|cua)\s+)?"
)
_PLACES_FOLLOW = re.compile(
    r"\s*(?:tai|trong|cua)\s+(?:cac\s+|mot so\s+)?(?:dieu|khoan|diem|muc|quy dinh|luat|van ban|noi dung)[^.;:\"~\n\d]{0,60}?\s*(?:sau(?:\s+day)?)?\s*:\s*$"
)
_LIST_FOLLOWS = re.compile(
    r"\s*(?:toan bo\s+)?(?:cac|nhung|mot so|\d+)\s+(?:van ban|quy dinh|noi dung|nghi dinh|thong tu|quyet dinh|luat|nghi quyet|dieu|khoan|phu luc|dieu khoan)"
    r"(?:[ ,]+(?!so \d|nhu sau)[a-z-]+){0,12}?\s*(?:sau(?: day)?|duoi day|gom|bao gom)?\s*:?\s*$"
)
_GENERIC = re.compile(
    r"\s*(?:cac|nhung|mot so)\s+(?:van ban|quy dinh|noi dung|nghi dinh|thong tu|quyet dinh|dieu|khoan|luat|dieu khoan)[^.;:\"~]{0,90}?\s(?=(?:se |deu |cung |bi |chinh thuc )*(?:het|cham dut|khong con|co|tiep tuc|tam ngung|ngung)\s)"
)
_THUS = re.compile(r"\s*(?:[,:]?\s*(?:cu the\s+)?nhu sau|lai nhu sau|thanh)?\s*:?")
_LOOSE = re.compile(
    r"[^.;:\"~\n]{1,140}?\b(?:tai|cua|trong)\s+(?=(?:cac\s+)?(?:ten|diem|khoan|dieu|muc|phu luc|doan|mau|tiet|chuong|gach)\b)"
)
_ABOUT = (
    r"(?P<matter>(?:(?:cac|nhung|mot so|toan bo)\s+)?(?:noi dung|quy dinh)(?:\s+quy dinh)?\s+(?:ve|lien quan (?:den|toi)|co lien quan)\b"
    r"(?:(?!het hieu luc|bai bo|thay the)[^.;:\"~\n]){3,240}?)\s+(?:tai|trong|cua)"
)
# The same over a list: "… tại các điều, khoản của các luật sau đây:", "… tại:".
_MATTER_OF_LIST = re.compile(
    rf"\s*{_ABOUT}(?:\s+(?:cac|nhung)\s+(?:dieu|khoan|luat|van ban)[^.;:\"~\n\d]{{0,60}})?\s*:\s*$"
)
_MATTER_OF_SUBJECT = re.compile(
    rf"\s*{_ABOUT}\s+(?:cac|nhung)\s+(?:dieu|khoan|luat|van ban)[^.;:\"~\n\d]{{0,60}}?(?:sau|sau day|duoi day)(?=\s+(?:deu |cung )?(?:het|cham dut|khong con))"
)
# "các quy định về tố cáo và giải quyết tố cáo trong …": only what an act says of one matter.
_MATTER = re.compile(
    r"\s*(?:(?:cac|nhung|mot so|toan bo)\s+)?(?:noi dung|quy dinh)(?:\s+quy dinh)?\s+(?:ve|lien quan (?:den|toi)|co lien quan)\b"
    r"(?:(?!het hieu luc|bai bo|thay the)[^.;:\"~\n]){3,240}?\b(?:tai|trong|cua)\s+(?:cac\s+(?:van ban|dieu, khoan cua|luat)\s+(?:sau\s*(?:day)?\s*:?\s*)?)?"
)
_INTO = re.compile(
    r"\s*,?\s*(?:vao\s+)?(?:lien\s+|ngay\s+)?(?P<place>sau|truoc|duoi|tren|phia sau|phia truoc)\s+(?:cum tu\s+)?"
)
_CONTAINER = re.compile(r"\s*,?\s*(?:vao|tai|cho)\s+(?:cuoi\s+)?")
_BY = re.compile(
    r"\s*,?\s*(?:tuong ung\s+|lan luot\s+)?(?:bang|thanh|boi|theo|tai|quy dinh tai|duoc quy dinh tai|duoc thay the bang)\s+(?:cac\s+|noi dung\s+|quy dinh\s+)*(?:tuong ung\s+)?"
)
_LEAD = re.compile(
    r"\s*(?:(?:mau|phu luc|danh muc|bieu mau)(?: so \w+)? nay\s+(?=thay the)|(?:dong thoi|rieng|ngoai ra|theo do|quyet dinh|quyet nghi)\s*[:,]?\s*)*"
)
_SINCE = re.compile(r"\s*(?=(?:ke\s+)?tu\s+(?:ngay|thoi diem|khi|ngay)\b)")
_BEFORE_PREDICATE = re.compile(r"[\s,]*(?:deu\s+|thi\s+)?")
_NEXT = re.compile(r"[\s,;.]*(?:va\s+|thi\s+)?(?:dong thoi\s+)?")
_AMENDING_TITLE = re.compile(r"(?:\w+ ){0,3}?(?:sua doi|bo sung|thay the|bai bo|dinh chinh)\b")
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
    position = _past(_LEAD, folded, start, end)
    since = When(end=position)
    if _SINCE.match(folded, position, end):
        since = times.read(page.wording, page.acts, page.work, position, end, end)
        position = _past(_NEXT, folded, since.end, end)
    while position < end:
        instruction = _active(page, clause, position, end) or _predicate(page, clause, position, end)
        if instruction is None and not found:
            instruction = _after_own_name(page, clause, position, end)
        if instruction is None:
            break
        if since.start_on or since.condition:
            instruction = _dated(instruction, since)
        found.append(instruction)
        position = _past(_NEXT, folded, instruction.end, end)
        if instruction.payload is not None:
            break
    return _shared(found)


def _past(shape: re.Pattern[str], folded: str, at: int, end: int) -> int:
    match = shape.match(folded, at, end)
    return match.end() if match else at


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
            if not any(swap.at for swap in swaps) and _PLACES_FOLLOW.match(folded, finish, end):
                return Instruction(row, start, end, swaps=swaps, opens=True)
            when = times.read(wording, page.acts, page.work, finish, end, _upto(page, clause, end))
            return Instruction(row, start, when.end, when=when, swaps=swaps)
    umbrella = _UMBRELLA.match(folded, at, end)
    if umbrella is not None:
        listing = named.read(wording, page.acts, umbrella.end(), end)
        if not listing.items:
            listing = named.titled(wording, page.acts, umbrella.end(), end, page.rules)
        if listing.items:
            return Instruction(row, start, listing.end, listing.items, umbrella=True)
    if (matter_of_list := _MATTER_OF_LIST.match(folded, at, end)) is not None:
        said = " ".join(wording.content[matter_of_list.start("matter") : matter_of_list.end("matter")].split())
        return Instruction(row, start, end, opens=True, matter=said)
    if _LIST_FOLLOWS.match(folded, at, end):
        return Instruction(row, start, end, opens=True)
    if row.unit == "insert":
        return _insertion(page, clause, row, start, at, end)
    listing = named.read(wording, page.acts, at, end)
    if not listing.items and row.unit == "repeal" and (matter := _matter(page, at, end)) is not None:
        return msgspec.structs.replace(_finished(page, clause, row, start, matter[1], end), matter=matter[0])
    if not listing.items:
        loose = _LOOSE.match(folded, at, end)
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
    return _finished(page, clause, row, start, listing, end)


def _finished(page: Page, clause: Clause, row: AmendingPhrase, start: int, listing: Listing, end: int) -> Instruction:
    """What follows the things named: what replaces them, new wording, time."""
    folded = page.wording.folded
    position = listing.end
    by: tuple[Named, ...] = ()
    renumbered: tuple[Named, ...] = ()
    replaced = _BY.match(folded, position, end)
    if replaced is not None:
        new = named.read(page.wording, page.acts, replaced.end(), end)
        if new.items and row.unit == "renumber":
            renumbered, position = new.items, new.end
        elif new.items and all(item.act is not None and item.act.own for item in new.items):
            by, position = new.items, new.end
    thus = _THUS.match(folded, position, end)
    payload = thus.end() if thus and thus.group().strip(" :") and row.unit not in ("repeal",) else None
    if payload is not None:
        return Instruction(row, start, payload, listing.items, by=by, payload=payload, renumbered=renumbered)
    when = times.read(page.wording, page.acts, page.work, position, end, _upto(page, clause, end))
    return Instruction(row, start, when.end, listing.items, when, by=by, renumbered=renumbered)


def _insertion(page: Page, clause: Clause, row: AmendingPhrase, start: int, at: int, end: int) -> Instruction | None:
    """ "Bổ sung khoản 9 vào sau khoản 8 Điều 2", "Bổ sung vào sau Điều 5 Điều 5a", "Bổ sung khoản 6 vào Điều 8"."""
    wording, folded = page.wording, page.wording.folded
    first = _into(page, at, end)
    listing = named.read(wording, page.acts, first[1] if first else at, end)
    if not listing.items and first is not None and "cuoi" in folded[at : first[1]]:
        # "Bổ sung vào cuối khoản 4 như sau": a paragraph after those that the unit has.
        holder = first[0]
        new = msgspec.structs.replace(holder, path=(*holder.path, Unit("paragraph", "")))
        made = _finished(page, clause, row, start, Listing((new,), first[1]), end)
        return msgspec.structs.replace(made, anchor=holder.path, place="after")
    if not listing.items and first is None and (loose := _LOOSE.match(folded, at, end)) is not None:
        listing = _loose(page, loose.end(), end)
    if not listing.items:
        return None
    later = first or _into(page, listing.end, end)
    if later is None and (
        prose := re.compile(r"[.,]?\s[^;:\"~\n]{3,240}?(?=\svao (?:sau|truoc)\s)").match(folded, listing.end, end)
    ):
        later = _into(page, prose.end(), end)
    anchor: tuple[Unit, ...] = ()
    place = None
    items = listing.items
    finish = listing.end
    if later is not None:
        holder, finish, place = later[0], max(listing.end, later[1]), later[2]
        items = tuple(_held(item, holder) for item in items)
        anchor = holder.path if place else ()
    made = _finished(page, clause, row, start, Listing(items, finish), end)
    return msgspec.structs.replace(made, anchor=anchor, place=place)


def _loose(page: Page, at: int, end: int) -> Listing:
    """What is named after words that say what changes in it ("Sửa đổi định mức … tại Phụ lục VIII Thông tư số …").

    Only where new wording follows, or in an amending document on an act named outright: in other documents such words
    are duties of people ("bổ sung hồ sơ quy định tại khoản 2 Điều 5").
    """
    listing = named.read(page.wording, page.acts, at, end)
    if "nhu sau" in page.wording.folded[at:end]:
        return listing
    outright = all(item.act is not None and not item.act.own for item in listing.items)
    return listing if outright and _AMENDING_TITLE.match(fold(page.work.title)) else Listing((), at)


def _into(page: Page, at: int, end: int) -> tuple[Named, int, str | None] | None:
    """Where an insertion goes: the unit named, the end of its words, "after"/"before" or None for inside it."""
    folded = page.wording.folded
    into = _INTO.match(folded, at, end)
    shape = into or _CONTAINER.match(folded, at, end)
    if shape is None:
        return None
    listing = named.read(page.wording, page.acts, shape.end(), end, lead=into is None)
    if not listing.items:
        return None
    place = (
        None
        if into is None
        else "before"
        if "truoc" in into.group("place") or "tren" in into.group("place")
        else "after"
    )
    return listing.items[-1 if place == "after" else 0], listing.end, place


def _held(item: Named, holder: Named) -> Named:
    """A new unit with the units and the act that hold its neighbour or that it is put into."""
    top = min((places.rank(unit.level) for unit in item.path), default=99)
    outer = tuple(unit for unit in holder.path if places.rank(unit.level) < top)
    return msgspec.structs.replace(item, path=(*outer, *item.path), act=item.act or holder.act)


def _predicate(page: Page, clause: Clause, at: int, end: int) -> Instruction | None:
    """An instruction that names first and says then: "Điều 8 được sửa đổi như sau", "Luật … hết hiệu lực"."""
    folded = page.wording.folded
    listing = named.read(page.wording, page.acts, at, end)
    if not listing.items and (matter := _matter(page, at, end)) is not None:
        after = _past(_BEFORE_PREDICATE, folded, matter[1].end, end)
        said = _said(page, clause, matter[1].items, at, after, end)
        return msgspec.structs.replace(said, matter=matter[0]) if said is not None else None
    if not listing.items:
        narrowed = _MATTER_OF_SUBJECT.match(folded, at, end)
        if narrowed is not None:
            made = _said(page, clause, (), at, _past(_BEFORE_PREDICATE, folded, narrowed.end(), end), end)
            said_of = " ".join(page.wording.content[narrowed.start("matter") : narrowed.end("matter")].split())
            return msgspec.structs.replace(made, opens=True, matter=said_of) if made is not None else None
        generic = _GENERIC.match(folded, at, end)
        if generic is None:
            return None
        made = _said(page, clause, (), at, generic.end(), end)
        return msgspec.structs.replace(made, opens=True) if made is not None else None
    return _said(page, clause, listing.items, at, _past(_BEFORE_PREDICATE, folded, listing.end, end), end)


def _matter(page: Page, at: int, end: int) -> tuple[str, Listing] | None:
    """The matter that narrows what is named after it, and that."""
    match = _MATTER.match(page.wording.folded, at, end)
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
                held = tuple(_held(item, items[0]) for item in inner.items)
                return _finished(page, clause, row, start, Listing(held, inner.end), end)
        return _finished(page, clause, row, start, Listing(items, match.end()), end)
    for ending, shape in _endings(page.rules):
        match = shape.match(folded, at, end)
        if match is not None:
            when = times.read(page.wording, page.acts, page.work, match.end(), end, _upto(page, clause, end))
            return Instruction(ending, start, when.end, items, when)
    return None


def _after_own_name(page: Page, clause: Clause, at: int, end: int) -> Instruction | None:
    """ "Thông tư này có hiệu lực từ ngày … và thay thế Thông tư số …": the verb after the document's own name."""
    act = page.acts.at(at)
    if act is None or not act.own:
        return None
    for match in _ACTING.finditer(page.wording.folded, at, end):
        instruction = _active(page, clause, match.end(), end)
        if instruction is not None and (instruction.items or instruction.opens) and not instruction.umbrella:
            return instruction
    return None


def _upto(page: Page, clause: Clause, end: int) -> int:
    """Where an exception may end: with the clauses below where the sentence ends the clause with a colon."""
    wording = page.wording
    if (
        not wording.content[:end].rstrip().endswith(":")
        or not clause.below
        or wording.content[end : clause.end].strip()
    ):
        return end
    last = wording.clauses[clause.below[-1]]
    while last.below:
        last = wording.clauses[last.below[-1]]
    return last.end


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
    top = min((places.rank(unit.level) for unit in item.path), default=99)
    outer = tuple(unit for unit in donor.path[:-1] if places.rank(unit.level) < top)
    path = item.path if act_only or top <= places.rank("article") else (*outer, *item.path)
    return msgspec.structs.replace(item, path=path, act=donor.act)
