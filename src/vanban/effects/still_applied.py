"""Old rules that go on for what began under them: "hồ sơ đã nhận trước ngày … thì tiếp tục thực hiện theo … số 11".

In force and applicable are kept apart: the old act has ended and stays ended, and is applied to the cases that the
clause names. The wordings are the rows of `effect_wordings` with the uses `old-rules`, `old-rules-named`,
`began-before`, `only-cases`, `proviso`, `until-then` and `amended-here`.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from vanban.effects import limits, named, phrases, sentences, times
from vanban.effects.instruction import Page
from vanban.effects.named import Listing
from vanban.effects.sentences import Sentence
from vanban.effects.wording import Clause
from vanban.model import Effect, Reference, Target
from vanban.orthography import fold
from vanban.rules.effect_wording import EffectWording

# By such an effect a document says that another is not, or not in its old words, the rule for what is to come.
_ENDING = frozenset({"replace-work", "repeal-work", "end"})
_AMENDING = frozenset({"substitute", "insert", "repeal", "replace-words", "add-words", "remove-words"})
_NOT_CLAUSES = frozenset({"preface", "preamble", "conclusions"})
_HEADINGS = frozenset({"part", "chapter", "section", "subsection"})
_SIGNS = ("tiep tuc", "truoc ", "hieu luc")  # one of them stands in every such clause, or in the heading of its article
_GOES_ON = re.compile(r"\btiep tuc\b")
# The words between the cases and what is ordered for them.
_THUS = re.compile(r"(?:[\s,]*\b(?:thi|duoc|se|van|tiep tuc)\b)*[\s,]*$")
# "… đã ký hợp đồng theo Thông tư số 11 thì tiếp tục thực hiện theo hợp đồng": the rules only tell the cases.
_ORDER_FOLLOWS = re.compile(r"(?:(?!\b(?:trường hợp|nếu)\b)[^.;])*?\b(?:thì|tiếp tục)\s", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_BRACKET = re.compile(r"[();]")


class _Old(msgspec.Struct, frozen=True):
    """What a document shows of other acts: those that it ends, or amends, and the law that it rests on (`basis`)."""

    ended: tuple[Target, ...]
    amended: tuple[Target, ...]
    basis: tuple[Target, ...]

    def surely(self, target: Target, *, began: bool) -> bool:
        """Whether the document itself ends the act; amends it, where the words say what `began` before."""
        return any(_same(target, other) for other in (*self.ended, *(self.amended if began else ())))

    def perhaps(self, target: Target) -> bool:
        """Whether the act can be an old one: named by its number, and not what the document rests on."""
        return bool(target.symbol) and not any(_same(target, other) for other in self.basis)


def _same(one: Target, other: Target) -> bool:
    if one.symbol and other.symbol:
        return one.symbol == other.symbol
    return bool(one.title) and one.type == other.type and fold(one.title) == fold(other.title)


def find(page: Page, effects: Iterable[Effect], references: tuple[Reference, ...]) -> tuple[Effect, ...]:
    """One effect `apply` for each act, or place of an act, that goes on for the cases of a clause.

    The condition quotes the cases. `effects` are those of the same document: what it ends or amends is old without
    further words; an act that it rests on (căn cứ) is the law of today, and going on under it changes nothing.
    """
    if page.work.normative is False:
        return ()
    old = _Old(
        tuple(effect.target for effect in effects if effect.verb in _ENDING),
        tuple(effect.target for effect in effects if effect.verb in _AMENDING),
        tuple(reference.target for reference in references if reference.role == "legal-basis"),
    )
    found: dict[tuple[str, Target], Effect] = {}
    for clause in _clauses(page):
        for sentence in sentences.of(page.wording, clause):
            if any(not act.own for act in page.acts.between(sentence.start, sentence.end)):
                for effect in _of_sentence(page, clause, sentence, old):
                    found.setdefault((effect.within, effect.target), effect)
    return tuple(effect for effect in found.values() if not _heads(page, effect, found.values()))


def _heads(page: Page, effect: Effect, others: Iterable[Effect]) -> bool:
    """Whether the words only head those below them, which say the same case by case."""
    opens = page.wording.folded.startswith(":", effect.end)
    return opens and any(other.within.startswith(f"{effect.within}__") for other in others)


def _clauses(page: Page) -> Iterator[Clause]:
    """The clauses that name another act and may speak of what began before."""
    wording = page.wording
    places = {wording.at(act.start) for act in page.acts.all if not act.own and not act.history}
    for place in sorted(place for place in places if place is not None):
        clause = wording.clauses[place]
        if clause.eid in _NOT_CLAUSES or clause.level in _HEADINGS:
            continue
        signed = any(wording.folded.find(sign, clause.start, clause.end) >= 0 for sign in _SIGNS)
        if signed or _is_transitional(page, clause):
            yield clause


def _is_transitional(page: Page, clause: Clause) -> bool:
    """Whether the article that holds a clause is headed so: "Điều 15. Điều khoản chuyển tiếp"."""
    wording = page.wording
    while clause.level != "article" and clause.above >= 0:
        clause = wording.clauses[clause.above]
    heading = wording.folded[clause.start : clause.end].partition("\n")[0]
    return clause.level == "article" and "chuyen tiep" in heading


def _of_sentence(page: Page, clause: Clause, sentence: Sentence, old: _Old) -> Iterator[Effect]:
    folded, content = page.wording.folded, page.wording.content
    for row, match, listing in _named(page, sentence):
        begin, end = _segment(page, sentence, match.start(), max(match.end(), listing.end))
        body = folded.find("\n", clause.start, match.start()) + 1 if clause.level == "article" else 0
        begin = max(begin, body)  # the heading of an article may run on into its words
        goes_on = _GOES_ON.search(folded, begin, match.end()) is not None
        upto = end if row.use == "old-rules-named" else match.start()
        began = phrases.first_wording(page.rules, "began-before", folded, begin, upto) is not None
        if not began and not _is_transitional(page, clause):
            continue
        if row.use == "old-rules" and _only_tells(page, listing.items[-1].end, end):
            continue
        when = _when(page, max(match.end(), listing.items[-1].end), max(match.end(), listing.end), end)
        said = content[match.end() : end] if row.use == "old-rules-named" else content[begin : _thus(folded, match)]
        said_of = (limits.cases_above(page, clause), said, _matter(content, match), when.condition)
        condition = "; ".join(" ".join(words.split()).strip(" ,;.") for words in said_of if words and words.strip())
        finish = begin + len(content[begin:end].rstrip(" \t\n.;,:/"))
        proviso = _proviso(page, listing.items[-1].end, finish)
        for item in listing.items:
            if item.act is None or item.act.own or item.act.history:
                continue
            target = item.act.target
            if not _DIGIT.search(folded, item.act.start, item.act.end):
                continue  # a law by its name alone is the law of today
            if target.symbol == page.work.symbol or phrases.wording_at(
                page.rules, "amended-here", folded, item.act.end, end
            ):
                continue
            if not (old.surely(target, began=began) or (goes_on and old.perhaps(target))):
                continue
            yield Effect(
                "apply",
                clause.eid,
                begin,
                finish,
                msgspec.structs.replace(target, provision=item.path),
                end_before=when.end_before,
                exception=when.exception or proviso,
                condition=condition or None,
                rules=(row.id,),
            )


def _named(page: Page, sentence: Sentence) -> Iterator[tuple[EffectWording, re.Match[str], Listing]]:
    """The wordings of a sentence by which named old rules go on, in order, each with what it names."""
    folded = page.wording.folded
    for row, shape in phrases.wordings(page.rules, "old-rules"):
        for match in shape.finditer(folded, sentence.start, sentence.end):
            listing = named.read(page.wording, page.acts, match.end(), sentence.end)
            if listing.items and not listing.items[0].start > match.end() + 40:
                yield row, match, listing
    for row, shape in phrases.wordings(page.rules, "old-rules-named"):
        for match in shape.finditer(folded, sentence.start, sentence.end):
            listing = named.read(page.wording, page.acts, sentence.start, match.start())
            if listing.items:
                yield row, match, listing


def _segment(page: Page, sentence: Sentence, at: int, past: int) -> tuple[int, int]:
    """The part of a sentence between semicolons that holds `[at, past)`; those in brackets divide nothing, nor do
    those between cases: "Đối với các khoản chi một lần; bảo hiểm đã chi trả … thì tiếp tục …".
    """
    folded = page.wording.folded
    begin, end, depth = sentence.start, sentence.end, 0
    for mark in _BRACKET.finditer(folded, sentence.start, sentence.end):
        depth = max(0, depth + {"(": 1, ")": -1}.get(mark.group(), 0))
        if mark.group() != ";" or depth:
            continue
        if mark.end() <= at:
            only_cases = phrases.wording_at(page.rules, "only-cases", folded, begin, mark.start()) is not None
            begin = begin if only_cases else mark.end()
        elif mark.start() >= past:
            return _past_blanks(folded, begin), mark.start()
    return _past_blanks(folded, begin), end


def _past_blanks(folded: str, at: int) -> int:
    while at < len(folded) and folded[at] in " \t\n":
        at += 1
    return at


def _thus(folded: str, match: re.Match[str]) -> int:
    """Where the words of the cases end: before "thì" and the words of the wording itself."""
    thus = _THUS.search(folded, max(0, match.start() - 40), match.start())
    return thus.start() if thus is not None else match.start()


def _matter(content: str, match: re.Match[str]) -> str:
    """What alone goes on: "tiếp tục thực hiện chế độ báo cáo theo …"; "" where all does."""
    return content[match.start("matter") : match.end("matter")] if "matter" in match.re.groupindex else ""


def _proviso(page: Page, at: int, end: int) -> str | None:
    """What the old rules do not decide: "… theo Luật số 66 nhưng phải công khai thông tin theo Luật này"."""
    said = phrases.first_wording(page.rules, "proviso", page.wording.folded, at, end)
    words = " ".join(page.wording.content[said[1].start() : end].split()) if said is not None else ""
    return words if words.startswith("nhưng") else None  # "những" folds alike


def _only_tells(page: Page, at: int, end: int) -> bool:
    """Whether what is ordered still follows, so that the rules named before `at` only tell of which cases."""
    return _ORDER_FOLLOWS.match(page.wording.content, at, end) is not None


def _when(page: Page, named_end: int, listing_end: int, end: int) -> times.When:
    """The time that the words behind the old rules give: right behind their name, or behind their title."""
    until = phrases.first_wording(page.rules, "until-then", page.wording.folded, named_end, end)
    when = times.When(end=listing_end)
    for at in (named_end, listing_end, *([until[1].start()] if until else [])):
        when = times.read(page.wording, page.acts, page.work, at, end, end)
        if when.end_before is not None or when.condition is not None:
            break
    return when
