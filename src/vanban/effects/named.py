"""What a clause names as acted upon: places, the acts that they belong to, and where the list ends."""

import re

import msgspec

from vanban.effects import dates, places
from vanban.effects.acts import Act, Acts
from vanban.effects.phrases import type_words
from vanban.effects.wording import Wording
from vanban.model import Target, Unit
from vanban.orthography import fold
from vanban.rules import Rules


class Named(msgspec.Struct, frozen=True):
    """One thing named: a place (`path`, outermost first) of an act, or a whole act (`path` empty).

    `act` is None where the words leave it to the context. `start:end` are the words of the place and its act.
    """

    path: tuple[Unit, ...]
    act: Act | None
    start: int
    end: int


class Listing(msgspec.Struct, frozen=True):
    """A list of things named, and `end`, the place where reading may go on."""

    items: tuple[Named, ...]
    end: int


# Between a place and the act that it belongs to.
_OF = re.compile(
    r"[\s,]*(?:(?:cua|tai|trong|thuoc|o|cac|duoc|quy dinh|noi dung)\s+|(?:duoc\s+)?(?:ban hanh\s+|dinh\s+)?(?:kem"
    r"(?:\s+theo)?|theo)\s+|va\s+(?=ban hanh kem))*"
)
_ATTACHED = re.compile(
    r"(?:(?!\b(?:tai|theo|bang|thanh) (?:cac )?(?:phu luc|mau|danh muc|bieu))[^;:~\n]){0,260}?(?:ban "
    r"hanh\s+|dinh\s+)?kem(?:\s+theo)?\s+(?:cac\s+)?"
)
# "Điều 1 và Điều 2 quy định về quy hoạch chi tiết tại Nghị định số 35/2023/NĐ-CP".
_ABOUT_IN = re.compile(
    r"\s+quy dinh ve\s[^;:.~\n\d]{3,160}?\s(?:tai|cua|trong)\s+(?=(?:luat|bo luat|phap lenh|nghi|thong|quyet))"
)
# What may stand before the first thing named: "Quy định tại", "Nội dung", "Toàn bộ", "một số nội dung của".
_LEAD = re.compile(
    r"(?:(?:cac|nhung|mot so|toan bo|noi dung|quy dinh|van ban|doi voi|hieu luc|thi hanh|ap dung|viec|thuc hien)\s+|"
    r"(?:quy pham phap luat|sau day|sau|la|cho|duoc quy dinh)\s*:?\s+|(?:tai|cua|trong|o|ve)\s+)"
)
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
# "Quyết định số 5 công bố thủ tục hành chính bị bãi bỏ trong lĩnh vực …".
_REPEALED = (
    r"(?<!hanh chinh)(?<!van ban)(?<!phap luat)(?<!quy dinh)(?<!danh muc)\s+(?:se |deu |cung )*(?:duoc|bi)\s+"
    r"(?:bai bo|huy bo)(?=\s*(?:$|[.;,:/\n]|(?:ke\s+)?tu\s+(?:ngay|khi|thoi diem)|khi\s|cung\s|toan bo|tru\s))"
)
_PASSIVE = re.compile(r"\s+(?:da\s+)?(?:duoc|bi)\s+(?:sua doi|bo sung|thay the|bai bo)")
_PAREN = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)")
_PROSE_END = re.compile(
    r";|\n|:(?!\d)|\s+nhu sau\b|\.(?=\s|$|/)|,?\s+(?:tru|ngoai tru)\b|"
    rf"\s+(?:se |deu |cung |bi |chinh thuc |duong nhien )*{_GONE}\b|{_REPEALED}|"
    r",?\s+(?:van\s+)?tiep tuc (?:co|duy tri)\b|\s+(?:chinh thuc |bat dau |se )*co hieu luc\b|\s+"
    r"(?:tam\s+)?ngung hieu luc\b|\s+duoc (?:sua doi|bo sung|thay the|bai bo)[\w, ]*? (?:nhu sau|bang)\b|"
    r"\s+tuong ung\b|\s+bang\s+(?:cac\s+)?(?:phu luc|mau|bieu|cum|tu|danh muc|\")|\s+thanh\s+(?:cac\s+)?(?:cum|tu|\")|"
    r"\s+(?:ke\s+)?tu ngay (?=.{0,60}(?:co hieu luc|$))|\s+den het ngay\b"
)
_JOIN = re.compile(r"\s*(?:,|;|\bva\b|,\s*va\b|;\s*va\b)\s+(?:(?:cac|noi dung|quy dinh(?:\s+tai)?|tai|cua)\s+)*")
# What no title of an act begins with: its number, "này", or a joining word.
_NO_TITLE = r"so\s+\d|(?:nay|lien quan|va|kem|tren|neu|do|hoac|cua|trong|sau|duoc|bi)\b"
_TITLE_END = (
    r"(?=$|\n|[;:.(]|\s+nhu sau\b|,?\s+(?:da\s+)?duoc\s+(?:sua doi|bo sung)|\s+so\s+\d|\s+ngay\s+\d|"
    r",?\s+ban hanh kem theo)"
)
_ENDED = re.compile(rf"\b{_GONE}\b|{_REPEALED}")
_SEMICOLON = re.compile(r"\s*;\s*(?:va\s+)?(?:(?:cac|noi dung|quy dinh(?:\s+tai)?|tai|cua)\s+)*")
_TITLE_WORDS = re.compile(r"\b(?:ve|quy dinh|huong dan|ban hanh|sua doi|bo sung|quy che|cong bo|phe duyet)\b")
# "… hướng dẫn thi hành Luật A, và Nghị định số 5": right before the joining word stands what a title is about.
_OBJECT_OF = re.compile(r"\b(?:cua|thi hanh|chi tiet|huong dan|bo sung|thay the|bai bo)\s*(?:,|\bva)\s+(?:cac\s+)?$")


def read(wording: Wording, acts: Acts, at: int, end: int, *, lead: bool = True) -> Listing:
    """The list of things named from `at` on, before `end`. Empty where nothing is named right there."""
    position = _past_lead(wording, acts, at, end) if lead else at
    items: list[Named] = []
    finish = at
    while True:
        found, position = _one(wording, acts, position, end)
        if not found:
            break
        if items and items[-1].path and items[-1].act is not None and not found[0].path:
            # "Phụ lục của Nghị định số 1 và Nghị định số 2": the appendix of each. Otherwise it stays open what of
            # the second act is meant, and nothing is said.
            if [unit.level for unit in items[-1].path] != ["appendix"]:
                break
            found = [msgspec.structs.replace(found[0], path=items[-1].path)]
        items.extend(found)
        finish, proceed = _past(wording, acts, found, position, end)
        if proceed is None:
            break
        position = proceed
    return Listing(_with_acts(items), finish)


def _past_lead(wording: Wording, acts: Acts, at: int, end: int) -> int:
    """Past the words that may stand before what is named; "Quy định số 17-QĐ/TU" is an act, not such a word."""
    folded = wording.folded
    while at < end and folded[at] in " \t\n":
        at += 1
    while acts.at(at) is None and (match := _LEAD.match(folded, at, end)) is not None:
        at = match.end()
    return at


def titled(wording: Wording, acts: Acts, at: int, end: int, rules: Rules) -> Listing:
    """The act that a heading names by words that no reference was found in: "một số điều của Luật Sở hữu trí tuệ".

    Only for the heading over amending clauses, where what follows the type can be nothing but its name; the number is
    taken from a mention of the same name with its number.
    """
    start = _past_lead(wording, acts, at, end)
    kind = re.compile(rf"(?P<type>{type_words(rules)})\s+(?P<title>(?!{_NO_TITLE})[^~;:.()\n]+?)\s*{_TITLE_END}").match(
        wording.folded, start, end
    )
    if kind is None:
        link = _ATTACHED.match(wording.folded, start, end)
        act = acts.at(link.end()) if link else None
        return Listing((Named((), act, start, act.end),), act.end) if act is not None else Listing((), at)
    attached = acts.at(link.end()) if (link := _ATTACHED.match(wording.folded, kind.end(), end)) else None
    if attached is not None:
        return Listing((Named((), attached, start, attached.end),), attached.end)
    title = " ".join(wording.content[kind.start("title") : kind.end("title")].split())
    plain = fold(title)
    for act in acts.all:
        if act.target.symbol and act.target.title and fold(act.target.title) == plain:
            return Listing(
                (Named((), Act(start, kind.end("title"), act.target), start, kind.end("title")),), kind.end("title")
            )
    words = kind.group("type")
    ids = {fold(row.name): row.id for row in rules.document_types}
    symbol = _numbered(wording, words, plain, acts)
    target = Target(type=ids.get(words, ""), title=title, symbol=symbol)
    act = Act(start, kind.end("title"), target)
    return Listing((Named((), act, start, act.end),), act.end)


def _numbered(wording: Wording, kind: str, title: str, acts: Acts) -> str:
    """The symbol that stands after the same name elsewhere in the text ("Luật Sở hữu trí tuệ số 50/2005/QH11")."""
    mention = re.compile(rf"{re.escape(kind)}\s+{re.escape(title)}\s+(?=so\s)").search(wording.folded)
    act = acts.at(mention.end()) if mention else None
    return act.target.symbol if act is not None else ""


def _one(wording: Wording, acts: Acts, at: int, end: int) -> tuple[list[Named], int]:
    """The places (and their act) or the whole act that stand at `at`, and where their words end."""
    content, folded = wording.content, wording.folded
    chains = places.chains_at(content, folded, at, end)
    if not chains:
        act = acts.at(at) if at < end else None
        return ([Named((), act, at, act.end)], act.end) if act is not None else ([], at)
    last = chains[-1].end
    act = act_after(wording, acts, last, end)
    finish = act.end if act is not None else last
    items = [Named(path, act, chain.start, chain.end) for chain in chains for path in chain.paths()]
    return items, finish


def act_after(wording: Wording, acts: Acts, at: int, end: int) -> Act | None:
    """The act to which a place that ends at `at` belongs: named right after it, or as what it is attached to."""
    link = _OF.match(wording.folded, at, end)
    act = acts.at(link.end()) if link else None
    if act is not None:
        return act
    about = _ABOUT_IN.match(wording.folded, at, end)
    if about is not None and (act := acts.at(about.end())) is not None:
        return act
    attached = _ATTACHED.match(wording.folded, at, end)
    return acts.at(attached.end()) if attached else None


def _past(wording: Wording, acts: Acts, found: list[Named], at: int, end: int) -> tuple[int, int | None]:
    """Where what was read ends, its date, issuer, title and history included, and where the list goes on (or None)."""
    folded = wording.folded
    act = found[-1].act
    if act is None or act.end != at or act.own:
        joined = _JOIN.match(folded, at, end)
        return at, (joined.end() if joined and _begins(wording, acts, joined.end(), end) else None)
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
        if joined and _begins(wording, acts, joined.end(), end):
            return position, joined.end()
    finish = _prose_end(wording, position, end)
    stop = finish.start() if finish else end
    coordinate = _coordinate(wording, acts, position, stop)
    if coordinate is not None:
        return coordinate
    first = stop
    while (semicolon := _SEMICOLON.match(folded, stop, end)) is not None:
        if _begins(wording, acts, semicolon.end(), end):
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
    """Where the words after an act's name end; "lưu trữ" is no "trừ"."""
    for match in _PROSE_END.finditer(wording.folded, at, end):
        if not match.group().endswith("tru") or wording.content[match.start() : match.end()].lower().endswith("trừ"):
            return match
    return None


def _coordinate(wording: Wording, acts: Acts, at: int, stop: int) -> tuple[int, int] | None:
    """A further act inside the words after an act's name: "Nghị định số 1 … quy định … và Nghị định số 2 …".

    What a title speaks of is no item of the list: an act named in it counts as one only after "," or "và", and only
    where a title of its own stands between it and the act before ("… của Nghị định số 1 về X, Nghị định số 3").
    """
    folded = wording.folded
    before = at
    for act in acts.between(at, stop):
        between = folded[before : act.start]
        if _RIDER.search(between):
            return None
        joined = re.search(r"(?:,|\bva)\s+(?:cac\s+)?$", between)
        own_title = _TITLE_WORDS.search(between) is not None
        if joined and own_title and act.target.symbol and not _OBJECT_OF.search(between):
            return before + joined.start(), act.start
        before = act.end
    return None


def _begins(wording: Wording, acts: Acts, at: int, end: int) -> bool:
    return acts.at(at) is not None or bool(places.chains_at(wording.content, wording.folded, at, end))


def _with_acts(items: list[Named]) -> tuple[Named, ...]:
    """Things named without an act belong to the act that closes their list: "Điều 5; khoản 2 Điều 7 của Luật …".

    Where that act stands in the list itself ("Điều 6 và Thông tư số …", a slip for "của") it is not ended whole.
    """
    act: Act | None = None
    done: list[Named] = []
    for item in reversed(items):
        if item.act is not None:
            act = item.act
        elif act is not None:
            if done and done[-1].act is act and not done[-1].path:
                done.pop()
            item = msgspec.structs.replace(item, act=act)
        done.append(item)
    return tuple(reversed(done))
