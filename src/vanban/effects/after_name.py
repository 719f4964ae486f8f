"""What stands after the name of an act, and where it ends: its day, issuer, title and history; whether a list goes on.

"… Nghị định số 1 ngày … của Chính phủ về …, Nghị định số 2 … hết hiệu lực": what a title speaks of is no item.
"""

import re
from itertools import pairwise

from vanban.effects import dates, narrowing, places
from vanban.effects.acts import Act, Acts
from vanban.effects.wording import Wording

_DAY = re.compile(rf"\s*,?\s*{dates.DAY}")
_ISSUER = re.compile(
    r"\s*,?\s*(?:do|cua)\s+(?:lien\s+)?(?:cac\s+)?(?:bo\b|quoc hoi|chinh phu|thu tuong|uy ban|hoi dong|"
    r"thong doc|chanh an|vien truong|tong|"
    r"chu tich|ngan hang|ban\b|toa an|vien\b|giam doc|so\b|cuc\b|thanh tra|van phong|trung uong|bo chinh tri)"
    r"(?:(?!\s(?:quy dinh|huong dan|ve|sua doi|bo sung|ban hanh|bai bo|cong bo|phe duyet|dieu chinh|thi "
    r"diem|quy che|het\s|cham dut|khong con|bi\s|se\s|deu\s|"
    r"chinh thuc|duong nhien|nhu sau|"
    r"va\s+(?:thong tu|nghi dinh|quyet dinh|luat|nghi quyet)|(?:da\s+)?duoc|keo dai|tiep tuc|bang|kem "
    r"theo|thanh|tru)\b)[^;:()~\n,.])*"
)
_RIDER = re.compile(
    r"\s*,?\s*\(?(?:da\s+)?(?:duoc|bi)\s+(?:sua doi|bo sung|thay the|dinh chinh|hop nhat|keo dai|"
    r"bai bo(?=\s*,?\s*(?:(?:mot so|mot phan|sua doi|bo sung|thay the)\b[^.;:\n]{0,60}?)?\s(?:boi|theo|tai)\b))"
    r"(?!\s+(?:nhu sau|thanh|bang))"
)
# What ends the words after an act's name because it says that the act is gone.
_GONE = r"(?:het|cham dut|khong con)\s+(?:toan bo\s+|mot phan\s+)?(?:hieu luc|gia tri (?:thi hanh|phap ly|ap dung))"
# "Nghị định số 22/2023/NĐ-CP … bị bãi bỏ kể từ ngày …". Titles speak of repeals too, and go on or name what goes:
# "Quyết định số 5 công bố thủ tục hành chính bị bãi bỏ trong lĩnh vực …". (Looked back at from the blank: what begins
# with a look behind is tried at every character.)
_REPEALED = (
    r"\s(?<!hanh chinh\s)(?<!van ban\s)(?<!phap luat\s)(?<!quy dinh\s)(?<!danh muc\s)\s*(?:se |deu |cung )*"
    r"(?:duoc|bi)\s+(?:bai bo|huy bo)"
    r"(?=\s*(?:$|[.;,:/\n]|(?:ke\s+)?tu\s+(?:ngay|khi|thoi diem)|khi\s|cung\s|toan bo|tru\s))"
)
_PASSIVE = re.compile(r"\s+(?:da\s+)?(?:duoc|bi)\s+(?:sua doi|bo sung|thay the|bai bo)")
_PAREN = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)")
_GOES_ON = r"(?:(?:ngoai )?tru|(?:van\s+)?tiep tuc (?:co|duy tri))\b"
_PROSE_END = re.compile(
    rf";|\n|:(?!\d)|\.(?=\s|$|/)|,\s+{_GOES_ON}|{_REPEALED}|\s+(?:{_GOES_ON}|nhu sau\b|"
    rf"(?:se |deu |cung |bi |chinh thuc |duong nhien )*{_GONE}\b|(?:chinh thuc |bat dau |se )*co hieu luc\b|"
    r"(?:tam\s+)?ngung hieu luc\b|duoc (?:sua doi|bo sung|thay the|bai bo)[\w, ]*? (?:nhu sau|bang)\b|"
    r"tuong ung\b|bang\s+(?:cac\s+)?(?:phu luc|mau|bieu|cum|tu|danh muc|\")|thanh\s+(?:cac\s+)?(?:cum|tu|\")|"
    r"(?:ke\s+)?tu ngay (?=.{0,60}(?:co hieu luc|$))|den het ngay\b|"
    r"va\s+(?:bai bo|huy bo|thay the)\s+(?=(?:cac\s+)?(?:dieu|khoan|diem|chuong|muc|phu luc)\s+(?:so\s+)?[\divx]))"
)
_AMENDS = re.compile(r"\b(?:sua doi|bo sung|bai bo|thay the)\b")
_JOIN = re.compile(
    r"\s*(?:,|;|\bva\b|,\s*va\b|;\s*va\b)\s+(?:(?:cac|noi dung|quy dinh(?:\s+tai)?|tai|cua)\s+(?!ve\s|lien quan\s))*"
)
_ENDED = re.compile(rf"\b{_GONE}\b|{_REPEALED}")
_SEMICOLON = re.compile(r"\s*;\s*(?:va\s+)?(?:(?:cac|noi dung|quy dinh(?:\s+tai)?|tai|cua)\s+)*")
_TITLE_WORDS = re.compile(r"\b(?:ve|quy dinh|huong dan|ban hanh|sua doi|bo sung|quy che|cong bo|phe duyet)\b")
_AMENDING_TITLE = re.compile(
    r"\b(?:sua doi|bo sung|thay the|bai bo)\b[^.;]{0,60}\b(?:cua|mot so (?:dieu|khoan|noi dung|quy dinh))\s+"
    r"(?:cac\s+)?$"
)
# "… và Điều 1 Quyết định số 5", and what may stand between the place and its act.
_PLACE_JOINED = re.compile(r"(?:[,;]|\bva)\s+(?:cac\s+)?(?=(?:dieu|khoan|diem|chuong|muc|phu luc)\s)")
_ANY_PLACE = re.compile(r"\b(?:dieu|khoan|diem|chuong|muc|phu luc)\s+(?:so\s+)?[\divx]")
_LINKED = re.compile(r"\b(?:cua|tai|trong)\b")
# What stands between two acts of a history: "… theo Luật số 1, Luật số 2 và Luật số 3".
_BARE_JOIN = re.compile(r"\s*(?:,\s*(?:va\s+)?|\bva\s+)(?:cac\s+)?")
# "… hướng dẫn thi hành Luật A, và Nghị định số 5": right before the joining word stands what a title is about.
_OBJECT_OF = re.compile(r"\b(?:cua|thi hanh|chi tiet|huong dan|bo sung|thay the|bai bo)\s*(?:,|\bva)\s+(?:cac\s+)?$")


def past(
    wording: Wording, acts: Acts, act: Act | None, at: int, end: int, *, narrowed: bool = False, listed: int = 0
) -> tuple[int, int | None]:
    """Where the words of a thing named end that was read up to `at`, and where its list goes on (or None).

    `act` is the one that it belongs to; its date, issuer, title and history belong to its words. With `narrowed` what
    an act says of one matter may be a further item. `listed` acts stand before it; -1 where the line is one item.
    """
    if at == end:
        return at, None
    folded = wording.folded

    def goes_on(place: int) -> bool:
        if acts.at(place) is not None or places.chains_at(wording.content, folded, place, end):
            return True
        return narrowed and narrowing.begins(folded, place, end)

    if act is None or act.end != at or act.own:
        joined = _JOIN.match(folded, at, end)
        return at, (joined.end() if joined and goes_on(joined.end()) else None)
    position = at
    # Headings run together: "… số điều của Thông tư số 33/2013/TT-NHNN Điều 3 được sửa đổi như sau".
    if (chains := places.chains_at(wording.content, folded, position, end)) and _PASSIVE.match(
        folded, chains[-1].end, end
    ):
        return at, None
    for shape in (_DAY, _ISSUER):
        match = shape.match(folded, position, end)
        position = match.end() if match else position
    while (match := _PAREN.match(folded, position, end)) is not None:
        position = match.end()
    if _RIDER.match(folded, position, end) is None:
        joined = _JOIN.match(folded, position, end)
        if joined and goes_on(joined.end()):
            return position, joined.end()
    finish = _prose_end(wording, position, end)
    stop = finish.start() if finish else end
    coordinate = _coordinate(wording, acts, act, position, stop, listed)
    if coordinate is not None:
        return coordinate
    first = stop
    while (semicolon := _SEMICOLON.match(folded, stop, end)) is not None:
        if goes_on(semicolon.end()):
            return stop, semicolon.end()
        # A title with semicolons in it: read on only where the sentence ends what it names.
        if _ENDED.search(folded, stop, end) is None:
            break
        finish = _prose_end(wording, semicolon.end(), end)
        stop = finish.start() if finish else end
        if finish is not None and not finish.group().startswith(";"):
            return stop, None
    return first, None


def _prose_end(wording: Wording, at: int, end: int) -> re.Match[str] | None:
    """Where the words after an act's name end; "lưu trữ" is no "trừ".

    "… về tài khoản và bãi bỏ Điều 2 …" begins another instruction; the title of an amending act may say the same.
    """
    for match in _PROSE_END.finditer(wording.folded, at, end):
        if match.group().lstrip().startswith("va ") and _AMENDS.search(wording.folded, at, match.start()):
            continue
        if not match.group().endswith("tru") or wording.content[match.start() : match.end()].lower().endswith("trừ"):
            return match
    return None


def _coordinate(wording: Wording, acts: Acts, first: Act, at: int, stop: int, listed: int) -> tuple[int, int] | None:
    """A further act inside the words after the name of the `first`: "Nghị định số 1 … quy định … và Nghị định số 2 …".

    What a title speaks of is no item of the list: an act named in it counts as one only after "," or "và", and only
    where a title of its own stands between it and the act before ("… của Nghị định số 1 về X, Nghị định số 3"), or
    where it is of the kind of the first and has its day ("Thông tư số 1 … quy định Luật X và Thông tư số 2 ngày …").
    """
    folded = wording.folded
    before = at
    amending = False
    within = acts.between(at, stop)
    for place, act in enumerate(within):
        between = folded[before : act.start]
        if _RIDER.search(between):
            return _after_rider(folded, within[place:], stop)
        # "Nghị định số 1 sửa đổi một số điều của Nghị định số 2 về … và Nghị định số 3 …": the third is amended by the
        # first; an item only where a list of acts was read before.
        if amending and (listed < 0 or (listed == 0 and re.search(r"\bva\s+(?:cac\s+)?$", between))):
            return None
        amending = amending or _AMENDING_TITLE.search(between) is not None
        joined = re.search(r"(?:,|\bva)\s+(?:cac\s+)?$", between)
        own_title = _TITLE_WORDS.search(between) is not None or _like_first(folded, first, at, act)
        if joined and own_title and act.target.symbol and not _OBJECT_OF.search(between):
            return before + joined.start(), act.start
        if not amending and act.target.symbol and (placed := _place_of_next(wording, before, act)) is not None:
            return placed
        before = act.end
    return None


def _like_first(folded: str, first: Act, at: int, act: Act) -> bool:
    """Whether an act is of the kind of the first, with its day; one of its kind can be what an amending title names."""
    alike = act.target.type == first.target.type and act.target.date is not None
    return alike and _AMENDS.search(folded, at, act.start) is None


def _after_rider(folded: str, within: tuple[Act, ...], stop: int) -> tuple[int, int] | None:
    """A further act behind the history of the one before: "… theo Luật số 1 và Luật số 2, Nghị quyết số 3 ngày
    … của Quốc hội thí điểm … hết hiệu lực".

    The history names its acts by their numbers alone and closes its list with "và"; what is joined after that, with a
    day or a title of its own, is no part of it.
    """
    closed = False
    for before, act in pairwise(within):
        between = folded[before.end : act.start]
        if not _BARE_JOIN.fullmatch(between):
            return None
        if closed and act.target.symbol and (_DAY.match(folded, act.end, stop) or _ISSUER.match(folded, act.end, stop)):
            return before.end, act.start
        closed = closed or "va" in between
    return None


def _place_of_next(wording: Wording, at: int, act: Act) -> tuple[int, int] | None:
    """A place of a further act behind a title: "… quy định chế độ quản lý con dấu và Điều 1 Quyết định số 19 …".

    Only where the title has words of its own and names no place itself: "hướng dẫn Điều 5 và Điều 7 của Luật …".
    """
    folded = wording.folded
    joined = _PLACE_JOINED.search(folded, at, act.start)
    title = folded[at : joined.start()] if joined else ""
    if (
        joined is None
        or not _TITLE_WORDS.search(title)
        or _ANY_PLACE.search(title)
        or _OBJECT_OF.search(title + " va ")
    ):
        return None
    chains = places.chains_at(wording.content, folded, joined.end(), act.start)
    linked = bool(chains) and not _LINKED.sub("", folded[chains[-1].end : act.start]).strip()
    return (joined.start(), joined.end()) if linked else None
