"""Instructions that change words: "Thay thế cụm từ “X” bằng cụm từ “Y” tại …", in each of their word orders.

Pairs are matched one to one or many to one; any other number of old and new words is not understood.
"""

import re

import msgspec

from vanban.effects import named
from vanban.effects.acts import Acts
from vanban.effects.named import Named
from vanban.effects.wording import Wording
from vanban.model import Verb


class Swap(msgspec.Struct, frozen=True):
    """Old words and new ones (None: added, removed), and where: no place is the whole of what the context names.

    `place` tells for added words on which side of `old` they go. Words removed inside longer ones are told as the
    longer words and what is left of them.
    """

    old: str | None
    new: str | None
    at: tuple[Named, ...] = ()
    place: str | None = None


_NOUN = (
    r"(?:(?:mot so|cac|nhung|noi dung|quy dinh|doan|cau|cum tu|tu ngu|tu|chu|cum so|so|cum|dau|ky hieu|"
    r"ten|nghia|thuat ngu|thoi han|thoi gian)\s*)"
)
_BEGIN = re.compile(rf"\s*(?:{_NOUN})*\s*(?:(?:nhu\s+)?sau)?\s*:?\s*\"")
_QUOTE = re.compile(r"\"~*\"")
_NEXT_QUOTE = re.compile(rf"\s*(?:,|;|\bva\b|\bhoac\b)*\s*(?:{_NOUN})*:?\s*(?=\")")
_CHANGE = re.compile(
    rf"\s*[,;]?\s*(?:lan luot\s+|tuong ung\s+|duoc thay\s+(?:the\s+)?)*(?:bang|thanh|boi|la)\s+(?:{_NOUN})*:?\s*(?=\")"
)
_PLACE_NAME = re.compile(rf"\s[^;:.\"~\n]{{1,160}}?(?=\s+(?:bang|thanh)\s+(?:{_NOUN})*:?\s*\")")
# "…; “C” tại Điều 2 thành “D”"; after a comma only where the new words follow at once: ", “C” thành “D”", ", thay thế
# cụm từ “C” bằng cụm từ “D”".
_NEXT_PAIR = re.compile(
    rf"\s*;\s*(?:va\s+)?(?:{_NOUN})*:?\s*(?=\"~*\"[^;]*?\s(?:bang|thanh)\s)|"
    rf"\s*(?:,\s*(?:va\s+)?|va\s+(?!thay))(?:thay\s+(?:the\s+)?)?(?:{_NOUN})*:?\s*(?=\"~*\"\s+(?:bang|thanh)\s)"
)
_EDGE = r"(?:cuoi|dau)\s+(?=khoan|diem|dieu|doan)"
_AT = re.compile(rf"\s*,?\s*(?:quy dinh\s+)?(?:(?:tai|trong|o|cua)\s*(?::\s*|\s)(?:(?:phan\s+)?{_EDGE})?|{_EDGE})")
_INSIDE_WORDS = re.compile(rf"\s*,?\s*(?:trong|tai|o|cua)\s+(?:{_NOUN})+:?\s*(?=\")")
_LIST_BELOW = re.compile(
    r"(?:cac\s+|mot so\s+)?(?:dieu|khoan|diem|muc|quy dinh|luat|van ban|noi dung)[^.;:\"~\n\d]{0,60}:\s*$"
)
_SIDE = re.compile(rf"\s*,?\s*(?:vao\s+)?(?:ngay\s+|lien\s+|phia\s+)*(?P<side>sau|truoc)\s+(?:{_NOUN})*:?\s*(?=\")")
# "…; cụm từ “B” vào sau cụm từ “C” tại …"
_NEXT_ADDED = re.compile(
    rf"\s*;\s*(?:va\s+)?(?:{_NOUN})+:?\s*(?=\"~*\"\s*,?\s*(?:vao\s+)?(?:ngay\s+|lien\s+|phia\s+)*(?:sau|truoc)\s)"
)


def begin(folded: str, at: int, end: int) -> bool:
    """Whether words in quotation marks are the object of a verb that ends at `at`."""
    return folded.find('"', at, end) >= 0 and _BEGIN.match(folded, at, end) is not None


class _NotUnderstoodError(Exception):
    """The words say where, but not in a way that is read: "tại phần “Tên quỹ” tại Phụ lục …"."""


def read(wording: Wording, acts: Acts, at: int, end: int, verb: Verb) -> tuple[tuple[Swap, ...], int] | None:
    """The swaps of an instruction whose words begin at `at`, and its end; None where it is not understood."""
    try:
        return _read(wording, acts, at, end, verb)
    except _NotUnderstoodError:
        return None


def _read(wording: Wording, acts: Acts, at: int, end: int, verb: Verb) -> tuple[tuple[Swap, ...], int] | None:
    opening = _BEGIN.match(wording.folded, at, end)
    if opening is None:
        return None
    position = opening.end() - 1
    old, position = _quoted(wording, acts, position, end)
    if not old:
        return None
    if verb == "remove-words":
        inside = _INSIDE_WORDS.match(wording.folded, position, end)
        if inside is not None:
            return _removed_inside(wording, acts, old, inside.end(), end)
        if not old[-1][1]:
            places, position = _places(wording, acts, position, end)
            old = [(words, own or places) for words, own in old]
        return tuple(Swap(words, None, own) for words, own in old), position
    if verb == "add-words":
        return _added(wording, acts, old, position, end)
    found: list[Swap] = []
    sharing: list[Swap] = []  # those joined with commas, whose places stand after the last of them
    while True:
        pairs = _pairs(wording, acts, old, position, end)
        if pairs is None:
            return None
        position = pairs[1]
        if (where := pairs[0][-1].at) and sharing:
            sharing = [msgspec.structs.replace(swap, at=swap.at or where) for swap in sharing]
        sharing.extend(pairs[0])
        # "“A” tại Điều 1 thành cụm từ “B”; “C” tại Điều 2 thành cụm từ “D”"
        following = _NEXT_PAIR.match(wording.folded, position, end)
        if following is None or ";" in following.group():
            found.extend(sharing)
            sharing = []
        if following is None:
            return tuple(found), position
        old, position = _quoted(wording, acts, following.end(), end)


def _removed_inside(
    wording: Wording, acts: Acts, old: list[tuple[str, tuple[Named, ...]]], at: int, end: int
) -> tuple[tuple[Swap, ...], int] | None:
    """The longer words and what is left of them: "bỏ từ “phạt” trong cụm từ “tiền phạt chậm nộp” tại …"."""
    longer, position = _quoted(wording, acts, at, end)
    if len(old) != 1 or not longer:
        return None
    found = []
    for words, places in longer:
        pieces = re.split(rf"(?<!\w){re.escape(old[0][0].strip())}(?!\w)", words)
        if len(pieces) != 2:
            return None
        found.append(Swap(words, " ".join("".join(pieces).split()), places))
    return tuple(found), position


def _pairs(
    wording: Wording, acts: Acts, old: list[tuple[str, tuple[Named, ...]]], at: int, end: int
) -> tuple[tuple[Swap, ...], int] | None:
    """Old words with the new ones that follow at `at`, and where they are said to stand."""
    # "tại mục 4 của Phụ lục số 02 Danh mục hàng hóa bằng cụm từ": a name may follow the place.
    prose = _PLACE_NAME.match(wording.folded, at, end)
    change = _CHANGE.match(wording.folded, prose.end() if prose else at, end)
    if change is None:
        return None
    new, position = _quoted(wording, acts, change.end(), end, until=_NEXT_PAIR)
    if not new or (len(new) != 1 and len(new) != len(old)):
        return None
    if new[-1][1]:
        places = new[-1][1]
    else:
        places, position = _places(wording, acts, position, end)
    pairs = zip(old, new * len(old) if len(new) == 1 else new, strict=True)
    return tuple(Swap(words, _unended(words, made), own or places) for (words, own), (made, _) in pairs), position


def _unended(old: str, new: str) -> str:
    """The new words without what the typist set inside their marks: the full stop that ends the instruction (“… gắn
    liền với đất.”), a blank after the opening mark where the old words have none.
    """
    if old == old.strip():
        new = new.strip()
    return new[:-1] if new.endswith(".") and old[-1:].isalnum() else new


def _quoted(
    wording: Wording, acts: Acts, at: int, end: int, *, until: re.Pattern[str] | None = None
) -> tuple[list[tuple[str, tuple[Named, ...]]], int]:
    """The quotations that follow one another from `at` on, each with the places named after it.

    They end where `until` matches: where a further pair of old and new words begins.
    """
    found: list[tuple[str, tuple[Named, ...]]] = []
    position = at
    while (quote := _QUOTE.match(wording.folded, position, end)) is not None:
        where, after = _places(wording, acts, quote.end(), end)
        # Places shared by the quotations before: “A”, “B” tại Điều 5.
        if where:
            found = [(words, own or where) for words, own in found]
        found.append((wording.content[quote.start() + 1 : quote.end() - 1], where))
        following = _NEXT_QUOTE.match(wording.folded, after, end)
        further = until is not None and until.match(wording.folded, after, end)
        if following is None or further or _CHANGE.match(wording.folded, after, end):
            return found, after
        position = following.end()
    return found, position


def _places(wording: Wording, acts: Acts, at: int, end: int) -> tuple[tuple[Named, ...], int]:
    """The places named after "tại". Raises _NotUnderstoodError where something else is named there."""
    where = _AT.match(wording.folded, at, end)
    if where is None or _INSIDE_WORDS.match(wording.folded, at, end):
        return (), at
    listing = named.read(wording, acts, where.end(), end)
    if not listing.items:
        if _LIST_BELOW.match(wording.folded, where.end(), end):
            return (), at
        raise _NotUnderstoodError
    return listing.items, listing.end


def _added(
    wording: Wording, acts: Acts, new: list[tuple[str, tuple[Named, ...]]], at: int, end: int
) -> tuple[tuple[Swap, ...], int] | None:
    found: list[Swap] = []
    while True:
        side = _SIDE.match(wording.folded, at, end)
        if side is None or len(new) != 1:
            return None
        anchors, position = _quoted(wording, acts, side.end(), end, until=_NEXT_ADDED)
        # Of several anchors either each has its places or all share those at the end.
        if not anchors or len({bool(own) for _, own in anchors}) > 1:
            return None
        place = "before" if side.group("side") == "truoc" else "after"
        found.extend(Swap(words, new[0][0], own or new[0][1], place) for words, own in anchors)
        following = _NEXT_ADDED.match(wording.folded, position, end)
        if following is None:
            return tuple(found), position
        quote = _QUOTE.match(wording.folded, following.end(), end)
        if quote is None:
            return None
        new, at = [(wording.content[quote.start() + 1 : quote.end() - 1], ())], quote.end()
