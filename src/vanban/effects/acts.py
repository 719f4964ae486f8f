"""The acts that a text names, each once, where its own name begins: what places and verbs of a clause are tied to."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

import msgspec

from vanban.effects import dates, full_symbols
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
    by_start: dict[int, Act]

    def at(self, offset: int) -> Act | None:
        """The act whose name begins at `offset`."""
        return self.by_start.get(offset)

    def between(self, start: int, end: int) -> tuple[Act, ...]:
        """The acts whose names begin in `[start, end)`."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


_ENDING = 3  # letters; no type has a shorter name


@cache
def _by_ending(rules: Rules) -> dict[str, tuple[str, ...]]:
    """The names of types by their last letters, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for name in type_names(rules):
        found[name[-_ENDING:]] = (*found.get(name[-_ENDING:], ()), name)
    return found


def _self_words(wording: Wording, rules: Rules) -> dict[int, Act]:
    """Where the document speaks of itself by its type: "Nghị định này"."""
    folded = wording.folded
    names = _by_ending(rules)
    itself = Target(relative="this-work")
    found: dict[int, Act] = {}
    for place in wording.signs.own:
        for name in names.get(folded[place - _ENDING : place], ()):
            if folded.endswith(name, 0, place):
                start, end = place - len(name), place + len(" nay")
                before, after = folded[max(0, start - 1) : start], folded[end : end + 1]
                if not (before.isalnum() or before == "_" or after.isalnum() or after == "_"):
                    found[start] = Act(start, end, itself, own=True)
                    break
    return found


def find(wording: Wording, references: tuple[Reference, ...], rules: Rules) -> Acts:
    """The acts named in the document's own words, from the references found in it."""
    folded = wording.folded
    found = _self_words(wording, rules)
    any_type = type_pattern(rules)
    carried: dict[int, Act] = {}
    for reference in references:
        target = reference.target
        if not (target.symbol or target.title) or folded[reference.start] in "~ ":
            continue
        start, end = reference.start, reference.end
        kind = any_type.search(folded, start, end)
        if target.provision and kind is not None:
            kind = _own_type(folded, kind, end, target.type, rules)
        # "Chương III của Quy định … ban hành kèm theo Quyết định số 15": the title between is no name of the act
        if target.provision and (kind is None or folded.find(" kem theo ", kind.start(), end) > 0):
            acts = carried
            if start in carried:
                continue
        else:
            acts = found
            start = kind.start() if kind is not None else _named_before(folded, start, target.type, rules)
            known = found.get(start)
            if known is not None and (known.end >= end or known.own):
                continue
        if target.provision or target.eid or target.relative:
            target = msgspec.structs.replace(target, provision=(), eid=None, relative=None)
        acts[start] = Act(start, end, target, history=reference.role == "history")
    for act in _abbreviated(wording, tuple(found.values()), rules):
        found.setdefault(act.start, act)
    inorder = [found[start] for start in sorted(found)]
    by_name_alone = False
    for place, act in enumerate(inorder):
        if act.target.title and not act.target.symbol:
            by_name_alone = True
            inorder[place] = _whole_name(wording, _to_its_day(wording, act))
    outer: list[Act] = []
    past = 0
    for act in _completed(inorder, by_name_alone=by_name_alone):
        if act.start >= past:
            outer.append(act)
        past = act.end
    by_start = {act.start: act for act in outer}
    return Acts(tuple(outer), tuple(by_start), carried, by_start)


def _own_type(folded: str, first: re.Match[str], end: int, kind: str, rules: Rules) -> re.Match[str]:
    """The word of its type inside a mention of a place; the first of any type where that of the act is not printed.

    "Phụ lục II về Danh mục các quy hoạch … của Luật Quy hoạch số 21/2017/QH14": a "quy hoạch" is a type of Party acts.
    """
    own = _names_by_type(rules).get(kind)
    if own is None or first.group() == own:
        return first
    others = type_pattern(rules).finditer(folded, first.end(), end)
    return next((other for other in others if other.group() == own), first)


@cache
def _names_by_type(rules: Rules) -> dict[str, str]:
    """The folded name of each type of document, by its id."""
    return {row.id: fold(row.name) for row in rules.document_types}


_SHORT_NUMBER = re.compile(r"/(?<=\d/)(?P<suffix>[a-z-]{2,12})(?![\w/-])")
_FARTHEST = 80


@cache
def _before_short_number(rules: Rules) -> re.Pattern[str]:
    return re.compile(type_words(rules) + r"\s+(?:so\s+)?$")


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
    type_before = _before_short_number(rules)
    for match in _SHORT_NUMBER.finditer(folded):
        slash = first = match.start()
        while first and folded[first - 1].isdecimal():
            first -= 1
        if not folded[first - 1].isspace():  # "30/2020/nd-cp" is no short number
            continue
        begin = type_before.search(folded, max(0, slash - _FARTHEST), first)
        if begin is None:
            continue
        number, suffix = folded[first:slash], match["suffix"]
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
    """A law by its whole name, where a shorter name that is known begins it, up to a day, a year or "tại Việt Nam".

    As in `_whole_name`, the act has a title and no number.
    """
    if act.target.type not in _LAWS or act.target.date:
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


def _completed(acts: list[Act], *, by_name_alone: bool) -> list[Act]:
    """Mentions by name alone take the symbol that the same name has elsewhere in the text, where it has only one.

    "Luật Địa chất và khoáng sản" in a heading is the "Luật Địa chất và khoáng sản số 54/2024/QH15" of the preamble.
    """
    targets = [act.target for act in acts if act.target.symbol]
    slips = full_symbols.of_slips(targets)
    names = full_symbols.by_name(targets) if by_name_alone else {}
    if not slips and not names:
        return acts
    done: list[Act] = []
    for act in acts:
        target = act.target
        symbol: str | None = None
        if target.symbol:
            symbol = slips.get((target.type, target.symbol, target.date)) if slips else None
        elif names and target.title:
            symbols = names.get((target.type, fold(target.title)), ())
            symbol = min(symbols) if len(symbols) == 1 else None
        if symbol is not None:
            act = msgspec.structs.replace(act, target=msgspec.structs.replace(target, symbol=symbol))
        done.append(act)
    return done
