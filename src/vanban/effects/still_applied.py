"""Old rules that go on for what began under them: "hồ sơ đã nhận trước ngày … thì tiếp tục thực hiện theo … số 11".

In force and applicable are kept apart: the old act has ended and stays ended, and is applied to the cases that the
clause names. The words of an order are read by `old_rules`, what binds it from outside by `binding`, what it leaves to
the new rules by `carved_out`. The wordings are the rows of `effect_wordings` with the uses `began-before`,
`until-then`, `amended-here`, `beside-others`, `with-new-rules` and `duty-to-go-on`.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from vanban.effects import binding, carved_out, old_rules, phrases, sentences, times, unheard
from vanban.effects.acts import Act
from vanban.effects.instruction import Page
from vanban.effects.old_rules import Order
from vanban.effects.sentences import Sentence
from vanban.effects.wording import Clause
from vanban.model import Effect, Finding, Reference, Target, Unit
from vanban.orthography import fold

# By such an effect a document says that another is not, or not in its old words, the rule for what is to come.
_ENDING = frozenset({"replace-work", "repeal-work", "end"})
_AMENDING = frozenset({"substitute", "insert", "repeal", "replace-words", "add-words", "remove-words"})
_NOT_CLAUSES = frozenset({"preface", "preamble", "conclusions"})
_HEADINGS = frozenset({"part", "chapter", "section", "subsection"})
_SIGNS = ("tiep tuc", "truoc ", "hieu luc")  # one of them stands in every such clause, or in the heading of its article
_GOES_ON = re.compile(r"\btiep tuc\b")
_DIGIT = re.compile(r"\d")


class _Old(msgspec.Struct, frozen=True):
    """What a document shows of other acts: those that it ends, or amends, and the law that it rests on (`basis`)."""

    ended: tuple[Target, ...]
    amended: tuple[Target, ...]
    basis: tuple[Target, ...]

    def surely(self, target: Target, *, began: bool) -> bool:
        """Whether the document itself ends the act; amends it, where the words say what `began` before."""
        return _is_among(self.ended, target) or (began and _is_among(self.amended, target))

    def perhaps(self, target: Target) -> bool:
        """Whether the act can be an old one: named by its number, and not what the document rests on."""
        return bool(target.symbol) and not _is_among(self.basis, target)


class _OfAct(msgspec.Struct, frozen=True):
    """A place (`path`, empty for the whole) of an act."""

    path: tuple[Unit, ...]
    act: Act


def _is_among(targets: Iterable[Target], target: Target) -> bool:
    """Whether one of the targets is of the same act, by its symbol, or by its name where one of the two has none."""
    symbol, title = target.symbol, target.title
    for other in targets:
        if symbol and other.symbol:
            if symbol == other.symbol:
                return True
        elif title and target.type == other.type and fold(title) == fold(other.title):
            return True
    return False


def find(
    page: Page, effects: Iterable[Effect], told: Iterable[Finding], references: tuple[Reference, ...]
) -> tuple[tuple[Effect, ...], tuple[Finding, ...]]:
    """One effect `apply` for each act, or place of an act, that goes on for the cases of a clause.

    The condition quotes the cases. `effects` are those of the same document: what it ends or amends is old without
    further words, and any other act only a candidate; one that it rests on (căn cứ) is the law of today, and going on
    under it changes nothing. A sentence that leaves open what goes on, or for whom, gives a finding, unless one is
    `told` of it already.
    """
    clauses = _clauses(page) if page.work.normative is not False else []
    if not clauses:
        return (), ()
    old = _Old(
        tuple(effect.target for effect in effects if effect.verb in _ENDING),
        tuple(effect.target for effect in effects if effect.verb in _AMENDING),
        tuple(reference.target for reference in references if reference.role == "legal-basis"),
    )
    found: dict[tuple[int, Target], Effect] = {}
    vague: dict[Sentence, str] = {}
    for clause in clauses:
        for sentence in sentences.of(page.wording, clause):
            if all(act.own for act in page.acts.between(sentence.start, sentence.end)):
                continue
            for order, effect in _of_sentence(page, clause, sentence, old):
                if _leaves_open(page, order, effect):
                    vague[sentence] = clause.eid
                else:
                    found.setdefault((effect.start, effect.target), effect)
    heads = (
        line for line, eid in vague.items() if not any(one.within.startswith(f"{eid}__") for one in found.values())
    )
    known = [finding.start for finding in told]
    unread = [line for line in heads if not any(line.start <= start < line.end for start in known)]
    return tuple(found.values()), tuple(unheard.not_understood(page, line) for line in unread)


def _leaves_open(page: Page, order: Order, effect: Effect) -> bool:
    """Whether the words head a list below them, which limits the order, or give old rules beside others."""
    folded = page.wording.folded
    return folded.startswith(":", effect.end) or (
        phrases.first_wording(page.rules, "beside-others", folded, order.start, order.past) is not None
    )


def _clauses(page: Page) -> list[Clause]:
    """The clauses that name another act and may speak of what began before."""
    wording = page.wording
    found: list[Clause] = []
    past = 0
    for act in page.acts.all:
        if act.own or act.history or act.start < past or (place := wording.at(act.start)) is None:
            continue
        clause = wording.clauses[place]
        past = clause.end
        if clause.eid in _NOT_CLAUSES or clause.level in _HEADINGS:
            continue
        for sign in _SIGNS:
            if wording.folded.find(sign, clause.start, past) >= 0:
                found.append(clause)
                break
        else:
            if _is_transitional(page, clause):
                found.append(clause)
    return found


def _is_transitional(page: Page, clause: Clause) -> bool:
    """Whether the article that holds a clause is headed so: "Điều 15. Điều khoản chuyển tiếp"."""
    wording = page.wording
    while clause.level != "article" and clause.above >= 0:
        clause = wording.clauses[clause.above]
    heading = wording.folded[clause.start : clause.end].partition("\n")[0]
    return clause.level == "article" and "chuyen tiep" in heading


def _of_sentence(page: Page, clause: Clause, sentence: Sentence, old: _Old) -> Iterator[tuple[Order, Effect]]:
    """Each act that an order of the sentence lets go on, as an effect."""
    content = page.wording.content
    for order in old_rules.orders(page, clause, sentence):
        goes_on = _goes_on(page, order)
        named = [item for item in _others(page, order) if goes_on or old.surely(item.act.target, began=True)]
        if not named:
            continue
        bound = _bound(page, clause, sentence, order)
        if not _began(page, order) and not bound and not _is_transitional(page, clause):
            continue
        when = _when(page, order)
        said_of = (*bound, order.cases, order.matter, when.condition)
        condition = "; ".join(" ".join(words.split()).strip(" ,;.") for words in said_of if words and words.strip())
        finish = order.start + len(content[order.start : order.end].rstrip(" \t\n.;,:/"))
        exception = carved_out.of(page, clause, sentence, order) or when.exception
        for item in named:
            target = item.act.target
            began = bool(bound) or (_began(page, order) and not _under_another(page, order, target))
            if not (old.surely(target, began=began) or (goes_on and old.perhaps(target))):
                continue
            effect = Effect(
                "apply",
                clause.eid,
                order.start,
                finish,
                msgspec.structs.replace(target, provision=item.path),
                end_before=when.end_before,
                exception=exception,
                condition=condition or None,
                grade="explicit" if old.surely(target, began=began) else "candidate",
                rules=(order.row.id,),
            )
            yield order, effect


def _others(page: Page, order: Order) -> Iterator[_OfAct]:
    """What an order names of other acts, with their numbers; a law by its name alone is the law of today."""
    folded = page.wording.folded
    for item in order.listing.items:
        act = item.act
        if act is None or act.own or act.history or act.target.symbol == page.work.symbol:
            continue
        amended = phrases.wording_at(page.rules, "amended-here", folded, act.end, order.end)
        if amended is None and _DIGIT.search(folded, act.start, act.end):
            yield _OfAct(item.path, act)


def _goes_on(page: Page, order: Order) -> bool:
    """Whether the order says that the rules go on; not where they stand with the new ones, where somebody has to go on,
    or where only what is attached to an act is named.
    """
    folded = page.wording.folded
    if _GOES_ON.search(folded, order.opens, order.past) is None:
        return False
    if any(item.act is not None and item.act.own for item in order.listing.items):
        return False
    with_new = phrases.wording_at(page.rules, "with-new-rules", folded, order.named_end, order.end)
    duty = phrases.first_wording(page.rules, "duty-to-go-on", folded, order.start, order.listing.items[0].start)
    return with_new is None and duty is None


def _began(page: Page, order: Order) -> bool:
    """Whether the words of the cases say that something began before."""
    upto = order.end if order.row.use == "old-rules-named" else order.verb
    return phrases.first_wording(page.rules, "began-before", page.wording.folded, order.start, upto) is not None


def _under_another(page: Page, order: Order, target: Target) -> bool:
    """Whether the cases began under another act, so that an amended one is the newer law for them: "vi phạm theo quy
    định của Luật số 60 … thì áp dụng Luật số 54".
    """
    before = (act for act in page.acts.between(order.start, order.verb) if not act.own and not act.history)
    return any(act.target.symbol and not _is_among((target,), act.target) for act in before)


def _bound(page: Page, clause: Clause, sentence: Sentence, order: Order) -> tuple[str, ...]:
    """The cases named outside the sentence: in the lines above, and in the sentence before."""
    said = binding.before(page, clause, sentence, order.verb) if order.start == sentence.start else None
    return (*binding.above(page, clause), *([said] if said else []))


def _when(page: Page, order: Order) -> times.When:
    """The time that the words behind the old rules give: right behind their name, or behind their title."""
    end = carved_out.begins(page, order)
    until = phrases.first_wording(page.rules, "until-then", page.wording.folded, order.named_end, end)
    places = (order.named_end, order.past, *([until[1].start()] if until else []))
    for at in places:
        when = times.read(page.wording, page.acts, page.work, at, end, end)
        if when.end_before is not None or when.condition is not None:
            return when
    return times.When(condition=page.wording.content[places[-1] : end] if until else None)
