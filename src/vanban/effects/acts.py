"""The acts that a text names, each once, where its own name begins: what places and verbs of a clause are tied to."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from vanban.effects import dates
from vanban.effects.phrases import type_names, type_pattern, type_words
from vanban.effects.wording import Wording
from vanban.model import Reference, Target
from vanban.orthography import fold
from vanban.rules import Rules


class Act(msgspec.Struct, frozen=True):
    """An act named at `content[start:end]`, from its type ("Nghị định số …") on; `target` has no provision.

    `own` where the document speaks of itself ("Nghị định này"); `history` where the words only tell the past.
    """

    start: int
    end: int
    target: Target
    own: bool = False
    history: bool = False


class Acts(msgspec.Struct, frozen=True):
    """All acts of a text in order, none inside another, none in quoted words.

    `carried` gives for the beginning of a place ("khoản 2 Điều 5") the act that the references room tied it to.
    """

    all: tuple[Act, ...]
    starts: tuple[int, ...]
    carried: dict[int, Act]

    def at(self, offset: int) -> Act | None:
        """The act whose name begins at `offset`."""
        place = bisect_left(self.starts, offset)
        return self.all[place] if place < len(self.all) and self.starts[place] == offset else None

    def between(self, start: int, end: int) -> tuple[Act, ...]:
        """The acts whose names begin in `[start, end)`."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


@cache
def _by_last_word(rules: Rules) -> dict[str, tuple[str, ...]]:
    """The names of types by their last words, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for name in type_names(rules):
        last = name.rpartition(" ")[2]
        found[last] = (*found.get(last, ()), name)
    return found


def _self_words(wording: Wording, rules: Rules) -> Iterator[tuple[int, int]]:
    """Where the document speaks of itself by its type: "Nghị định này"."""
    folded = wording.folded
    names = _by_last_word(rules)
    last_words = tuple(names)
    for place in wording.signs.own:
        end = place + len(" nay")
        if not folded.endswith(last_words, 0, place) or _goes_on(folded, end):
            continue
        word = place
        while word and folded[word - 1].isalpha():
            word -= 1
        for name in names.get(folded[word:place], ()):
            start = place - len(name)
            if folded.startswith(name, start) and not _goes_on(folded, start - 1):
                yield start, end
                break


def _goes_on(folded: str, at: int) -> bool:
    """Whether a word goes on at an offset."""
    return 0 <= at < len(folded) and (folded[at].isalnum() or folded[at] == "_")


def find(wording: Wording, references: tuple[Reference, ...], rules: Rules) -> Acts:
    """The acts named in the document's own words, from the references found in it."""
    folded = wording.folded
    found: dict[int, Act] = {}
    carried: dict[int, Act] = {}
    for start, end in _self_words(wording, rules):
        found[start] = Act(start, end, Target(relative="this-work"), own=True)
    for reference in references:
        target = reference.target
        if not (target.symbol or target.title) or folded[reference.start] in "~ ":
            continue
        kind = _type_in(folded, reference, rules)
        plain = target
        if target.provision or target.eid or target.relative:
            plain = msgspec.structs.replace(target, provision=(), eid=None, relative=None)
        history = reference.role == "history"
        # "Chương III của Quy định … ban hành kèm theo Quyết định số 15": the title between is no name of the act
        enclosed = kind is not None and folded.find(" kem theo ", kind.start(), reference.end) > 0
        if target.provision and (kind is None or enclosed):
            carried.setdefault(reference.start, Act(reference.start, reference.end, plain, history=history))
            continue
        start = kind.start() if kind else _named_before(folded, reference.start, target.type, rules)
        known = found.get(start)
        if known is None or (known.end < reference.end and not known.own):
            found[start] = Act(start, reference.end, plain, history=history)
    for act in _abbreviated(wording, tuple(found.values()), rules):
        found.setdefault(act.start, act)
    ordered = _completed([_whole_name(wording, _to_its_day(wording, found[start])) for start in sorted(found)])
    outer = tuple(act for at, act in enumerate(ordered) if at == 0 or act.start >= ordered[at - 1].end)
    return Acts(outer, tuple(act.start for act in outer), carried)


def _type_in(folded: str, reference: Reference, rules: Rules) -> re.Match[str] | None:
    """The word of its type inside a mention; the first of any type where that of the act itself is not printed.

    "Phụ lục II về Danh mục các quy hoạch … của Luật Quy hoạch số 21/2017/QH14": a "quy hoạch" is a type of Party acts.
    """
    shape = type_pattern(rules)
    first = shape.search(folded, reference.start, reference.end)
    own = _names_by_type(rules).get(reference.target.type)
    if first is None or own is None or first.group() == own or not reference.target.provision:
        return first
    others = shape.finditer(folded, first.end(), reference.end)
    return next((other for other in others if other.group() == own), first)


@cache
def _names_by_type(rules: Rules) -> dict[str, str]:
    """The folded name of each type of document, by its id."""
    return {row.id: fold(row.name) for row in rules.document_types}


_SHORT_NUMBER = re.compile(r"/(?<=\d/)(?P<suffix>[a-z-]{2,12})(?![\w/-])")
_FARTHEST = 80


@cache
def _before_short_number(rules: Rules) -> re.Pattern[str]:
    return re.compile(type_words(rules) + r"\s+(?:so\s+)?(?P<number>\d+)$")


def _abbreviated(wording: Wording, acts: tuple[Act, ...], rules: Rules) -> Iterator[Act]:
    """Mentions by the short number that the document declares: "(sau đây viết tắt là Nghị định 88/CP)".

    A short number is that of the one act named in full whose number and body it repeats.
    """
    folded = wording.folded
    if "viet tat la" not in folded and "goi tat la" not in folded:
        return
    known = {act.target.symbol: act.target for act in acts if act.target.symbol.count("/") > 1}
    if not known:
        return
    for match in _SHORT_NUMBER.finditer(folded):
        begin = _before_short_number(rules).search(folded, max(0, match.start() - _FARTHEST), match.start())
        if begin is None:
            continue
        number, suffix = begin["number"], match["suffix"]
        fit = [
            target
            for symbol, target in known.items()
            if fold(symbol).split("/")[0] == number and fold(symbol).endswith(suffix)
        ]
        if len(fit) == 1:
            yield Act(begin.start(), match.end(), fit[0])


# "Luật phá sản" is a name known, "Luật phá sản doanh nghiệp ngày 30-12-1993" and "Luật đầu tư nước ngoài tại Việt Nam"
# are others: the name goes on to the day or the year, or to the country.
_GOES_ON = re.compile(
    r"(?:\s(?!(?:het|hieu|co|tu|ke|va|duoc|bi|ban|thong|hien|nay|cua|truoc|sau|trong|den|so|ngay|nam|thi|la|do|tai)\b)"
    rf"[a-z]+){{1,6}}(?:(?=\s+(?:(?P<day>{dates.DAY})|nam\s+(?P<year>\d{{4}})\b))|\s+tai viet nam\b)"
)
_LAWS = frozenset({"luat", "bo-luat", "phap-lenh"})


def _to_its_day(wording: Wording, act: Act) -> Act:
    """A law by its whole name, where a shorter name that is known begins it, up to a day, a year or "tại Việt Nam"."""
    if act.own or act.target.symbol or not act.target.title or act.target.type not in _LAWS or act.target.date:
        return act
    rest = _GOES_ON.match(wording.folded, act.end)
    if rest is None:
        return act
    title = " ".join((act.target.title + wording.content[act.end : rest.end()]).split())
    day = dates.read(rest["day"]) if rest["day"] else None
    year = int(rest["year"]) if rest["year"] else act.target.year
    return msgspec.structs.replace(
        act, end=rest.end(), target=msgspec.structs.replace(act.target, title=title, date=day, year=year)
    )


# A line that says what is amended and ends with the name of the act: "Sửa đổi, bổ sung một số điều của Luật …".
_HEADING = re.compile(
    r"\b(?:sua doi|bo sung|thay the|bai bo|dinh chinh)\b[^.;:~\n]*\b(?:cua|tai|trong)\s+$", re.MULTILINE
)
_REST_OF_NAME = re.compile(r",\s[^\W\d_][^.;:()~\n\d\"]{2,120}?(?=\s*(?:$|[.:\n]|\snhu sau\b))", re.MULTILINE)


def _whole_name(wording: Wording, act: Act) -> Act:
    """The act by its whole name where commas stand in it and its line is a heading: "Luật Phòng, chống thiên tai".

    Elsewhere the words after a comma may be anything; in a heading over amending clauses they can be nothing else.
    """
    if act.own or act.target.symbol or not act.target.title:
        return act
    rest = _REST_OF_NAME.match(wording.folded, act.end)
    if rest is None or not wording.content[act.end + 1 : rest.end()].lstrip()[:1].islower():
        return act
    line = wording.folded.rfind("\n", 0, act.start) + 1
    if _HEADING.search(wording.folded, line, act.start) is None or " dieu " in rest.group():
        return act
    title = " ".join((act.target.title + wording.content[act.end : rest.end()]).split())
    return Act(act.start, rest.end(), msgspec.structs.replace(act.target, title=title), history=act.history)


def _named_before(folded: str, number: int, kind: str, rules: Rules) -> int:
    """Where the name begins whose number stands alone at `number`: "Luật Người lao động … số 72/2006/QH11".

    A name that no reference was found in is one all the same where its type stands before it on the line, nothing but
    words between.
    """
    if not kind or not folded.startswith("so ", number):
        return number
    name = _names_by_type(rules).get(kind)
    line = folded[max(0, number - 160) : number]
    # After a joining word or a mark: "của Luật luật sư số 65/2006/QH11" begins with its first "luật".
    shape = rf"(?:^|[\s(](?:cua|tai|theo|trong|va|voi|cac)\s|[,;:(.]\s*|\n[\w.)]*\s*)({name} [^.;:()~\n\d\"]*)$"
    words = re.search(shape, line) if name else None
    return number - len(words.group(1)) if words else number


def _meant(named: Target, full: Iterable[Target]) -> set[str]:
    """The full symbols that one with a part left out can be a slip for: "38/TT-BTC ngày 25/3/2015" for 38/2015/TT-BTC.

    Every part of the short one stands in the full one, and the year or the printed day agrees.
    """
    parts = _parts(named.symbol)
    found = set()
    for other in full:
        whole = _parts(other.symbol)
        if len(whole) != len(parts) + 1 or not set(parts) <= set(whole):
            continue
        year = next((part for part in whole[1:] if len(part) == 4 and part.isdigit()), "")
        if (year and year in parts) or (named.date is not None and named.date == other.date):
            found.add(other.symbol)
    return found


def _parts(symbol: str) -> list[str]:
    return symbol.replace("-", "/").split("/")


def _type_and_number(target: Target) -> tuple[str, str]:
    return target.type, target.symbol.partition("/")[0]


def _completed(acts: list[Act]) -> tuple[Act, ...]:
    """Mentions by name alone take the symbol that the same name has elsewhere in the text, where it has only one.

    "Luật Địa chất và khoáng sản" in a heading is the "Luật Địa chất và khoáng sản số 54/2024/QH15" of the preamble.
    """
    known: dict[tuple[str, str], set[str]] = {}
    numbered: dict[tuple[str, str], dict[tuple[str, dt.date | None], Target]] = {}
    some_by_name_alone = any(act.target.title and not act.target.symbol for act in acts)
    for target in (act.target for act in acts if act.target.symbol):
        numbered.setdefault(_type_and_number(target), {})[target.symbol, target.date] = target
        if some_by_name_alone and target.title:
            known.setdefault((target.type, fold(target.title)), set()).add(target.symbol)
    done = []
    for act in acts:
        symbols: set[str] = set()
        if act.target.symbol:
            same_number = numbered[_type_and_number(act.target)]
            symbols = _meant(act.target, same_number.values()) if len(same_number) > 1 else symbols
        elif known and act.target.title:
            symbols = known.get((act.target.type, fold(act.target.title)), symbols)
        if len(symbols) == 1:
            act = msgspec.structs.replace(act, target=msgspec.structs.replace(act.target, symbol=min(symbols)))
        done.append(act)
    return tuple(done)
