"""What a clause names as acted upon: places, the acts that they belong to, and where the list ends."""

import re

import msgspec

from vanban.effects import after_name, narrowing, place_groups, places
from vanban.effects.acts import Act, Acts
from vanban.effects.phrases import type_words
from vanban.effects.wording import Wording
from vanban.model import Target, Unit
from vanban.orthography import fold
from vanban.rules import Rules


class Named(msgspec.Struct, frozen=True):
    """One thing named: a place (`path`, outermost first) of an act, or a whole act (`path` empty).

    `act` is None where the words leave it to the context. `start:end` are the words of the place and its act. `matter`
    are words that narrow it to what it says of one subject ("quy định về chuẩn y nhân sự").
    """

    path: tuple[Unit, ...]
    act: Act | None
    start: int
    end: int
    matter: str | None = None


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
    r"(?:(?!\b(?:tai|theo|bang|thanh) (?:cac )?(?:phu luc|mau|danh muc|bieu)|\bvao (?:lien |ngay )?(?:sau|truoc)\s|"
    r"\b(?:sua doi|bo sung|bai bo|thay the) (?:cac )?(?:diem|khoan|dieu|muc|phu luc|cum tu)\s)"
    r"(?:[^;:~\n]|:(?=\d))){0,260}?"
    r"(?:ban hanh\s+|dinh\s+)?kem(?:\s+theo)?\s+(?:cac\s+)?"
)
# "Điều 1 và Điều 2 quy định về quy hoạch chi tiết tại Nghị định số 35/2023/NĐ-CP", "Phụ lục II - Danh mục … của Luật".
_ABOUT_IN = re.compile(
    r"\s+(?:(?:quy dinh )?ve\s|[-–]\s?)[^;:.~\n\d]{3,160}?\s(?:tai|cua|trong)\s+"
    r"(?=(?:luat|bo luat|phap lenh|nghi|thong|quyet))"
)
# Between a place and the annex that it stands in: "mục 1, phần I Thuyết minh áp dụng định mức … tại Phụ lục VIII".
# No further instruction is such words: "số thứ tự 29 và bổ sung số thứ tự 29a vào sau số thứ tự 29 của Phụ lục IV".
_IN_ANNEX = re.compile(
    r"[.]?\s(?!(?:vao|sau|truoc|bang|thanh|nhu sau)\s)(?:(?!\b(?:sua doi|bo sung|bai bo|thay the)\s(?:cac\s)?"
    rf"(?:{place_groups.WORDS})\s)[^;:~\n]){{3,200}}?\s(?:tai|thuoc|trong|cua)\s+(?=phu luc\s)"
)
_ANNEX_UNITS = frozenset({"part", "section", "subsection", "table", "row", "column"})
# What may stand before the first thing named: "Quy định tại", "Nội dung", "Toàn bộ", "một số nội dung của".
_LEAD = re.compile(
    r"(?:(?:cac|nhung|mot so|toan bo|noi dung|quy dinh|van ban|doi voi|hieu luc|thi hanh|ap dung|viec|thuc hien)\s+|"
    r"(?:quy pham phap luat|sau day|sau|la|cho|duoc quy dinh)\s*:?\s+|(?:tai|cua|trong|o|ve)\s+)"
)
# What no title of an act begins with: its number, "này", or a joining word.
_NO_TITLE = r"so\s+\d|(?:nay|ban hanh|ve|co|khac|hien hanh|lien quan|va|kem|tren|neu|do|hoac|cua|trong|sau|duoc|bi)\b"
_TITLE_END = (
    r"(?=$|\n|[;:.(]|\s+nhu sau\b|,?\s+(?:da\s+)?duoc\s+(?:sua doi|bo sung)|\s+so\s+\d|\s+ngay\s+\d|"
    r",?\s+ban hanh kem theo)"
)


def read(
    wording: Wording,
    acts: Acts,
    at: int,
    end: int,
    *,
    lead: bool = True,
    narrowed: bool = False,
    line: bool = False,
) -> Listing:
    """The list of things named from `at` on, before `end`. Empty where nothing is named right there.

    With `narrowed` also what an act says of one matter is a thing named; each such thing, and what follows it in the
    list, tells its matter. `line` where it is one line of a list: the acts of its title are then no items.
    """
    position = _past_lead(wording, acts, at, end) if lead else at
    items: list[Named] = []
    finish = at
    while True:
        found, after = _one(wording, acts, position, end)
        if not found and narrowed:
            found, after = _of_matter(wording, acts, position if items else at, end)
        if not found:
            break
        position = after
        if items and items[-1].path and items[-1].act is not None and not found[0].path:
            # "Phụ lục của Nghị định số 1 và Nghị định số 2": the appendix of each. Otherwise it stays open what of
            # the second act is meant, and nothing is said.
            if items[-1].path[0] != Unit("appendix", "") and [u.level for u in items[-1].path] != ["appendix"]:
                break
            found = [msgspec.structs.replace(found[0], path=items[-1].path)]
        if items and items[-1].matter is not None and found[0].matter is None:
            found = [msgspec.structs.replace(item, matter=items[-1].matter) for item in found]
        listed = -1 if line else sum([not item.path for item in items]) if items else 0
        items.extend(found)
        finish, proceed = after_name.past(wording, acts, found[-1].act, position, end, narrowed=narrowed, listed=listed)
        if proceed is None:
            break
        position = proceed
    return Listing(_with_acts(items) if len(items) > 1 else tuple(items), finish)


def _of_matter(wording: Wording, acts: Acts, at: int, end: int) -> tuple[list[Named], int]:
    """What stands at `at` as what an act says of one matter, and where its words end."""
    for stop, place in narrowing.places(wording.folded, at, end):
        found, after = _one(wording, acts, _past_lead(wording, acts, place, end), end)
        if found:
            matter = " ".join(wording.content[at:stop].split())
            return [msgspec.structs.replace(item, matter=matter) for item in found], after
    return [], at


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
    chains = _annexed(wording, acts, chains, end)
    last = chains[-1].end
    act = act_after(wording, acts, last, end)
    finish = act.end if act is not None else last
    items = [Named(path, act, chain.start, chain.end) for chain in chains for path in chain.paths()]
    return items, finish


def _annexed(wording: Wording, acts: Acts, chains: tuple[places.Chain, ...], end: int) -> tuple[places.Chain, ...]:
    """The places with the annex that words of its own stand before: "phần I Thuyết minh … tại Phụ lục VIII".

    An annex of the acting document itself holds the new wording, not the place.
    """
    for chain in chains:
        if chain.groups[-1].level not in _ANNEX_UNITS:
            return chains
    link = _IN_ANNEX.match(wording.folded, chains[-1].end, end)
    annex = places.chains_at(wording.content, wording.folded, link.end(), end) if link else ()
    if len(annex) != 1 or ((act := act_after(wording, acts, annex[0].end, end)) is not None and act.own):
        return chains
    holder = annex[0]
    return tuple(
        places.Chain((*chain.groups, *holder.groups), chain.start, max(chain.end, holder.end))
        for chain in places.climbing(chains)
    )


def act_after(wording: Wording, acts: Acts, at: int, end: int) -> Act | None:
    """The act to which a place that ends at `at` belongs: named right after it, or as what it is attached to."""
    folded = wording.folded
    link = _OF.match(folded, at, end)
    act = acts.at(link.end()) if link else None
    if act is not None or at == end:
        return act
    about = _ABOUT_IN.match(folded, at, end)
    if about is not None and (act := acts.at(about.end())) is not None:
        return act
    attached = _ATTACHED.match(folded, at, end) if folded.find("kem", at, end) >= 0 else None
    return acts.at(attached.end()) if attached else None


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
