"""The safety net: sentences that say that a named act is gone, of which nothing was read, are told."""

from functools import cache

from vanban.effects import sentences, signs
from vanban.effects.instruction import Page
from vanban.effects.phrases import first_wording, wording_at
from vanban.effects.sentences import Sentence
from vanban.effects.wording import Clause
from vanban.model import Effect, Finding
from vanban.orthography import anchors, fold
from vanban.rules import Rules

_ACTING = frozenset({"commence", "detail", "prevail"})
_FRAME = frozenset({"preface", "preamble", "conclusions"})
_HEADINGS = frozenset({"part", "chapter", "section", "subsection"})


def find(page: Page, effects: tuple[Effect, ...], told: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """A finding `effect-not-understood` for each sentence of the document's own clauses that names another act, says
    that it is gone, and gave neither an effect nor a finding. Quoted words and editors' notes are not its own.
    """
    wording, folded = page.wording, page.wording.folded
    starts = [effect.start for effect in effects if effect.verb not in _ACTING]
    starts += [finding.start for finding in told]
    found: dict[Sentence, None] = {}
    for anchor in anchors.around(folded, wording.signs.acting, _sayings(page.rules)):
        place = wording.at(anchor)
        if place is None:
            continue
        clause = wording.clauses[place]
        if clause.attached or clause.eid in _FRAME or clause.level in _HEADINGS:
            continue
        sentence = next((line for line in sentences.of(wording, clause) if line.start <= anchor < line.end), None)
        if sentence is None or sentence in found or not _says_gone(page, sentence, anchor):
            continue
        finish = _finish(page, clause, sentence)
        if not any(sentence.start <= start < finish for start in starts):
            found[sentence] = None
    return tuple(not_understood(page, sentence) for sentence in found)


@cache
def _sayings(rules: Rules) -> dict[str, tuple[str, ...]]:
    """The words of the list `says-gone`, each by its end from the word on that every instruction holds one of."""
    said = next(row for row in rules.effect_words if row.id == "says-gone")
    found: dict[str, tuple[str, ...]] = {}
    for words in map(fold, said.words):
        sign = words[signs.of(words).acting[0] :]
        found[sign] = (*found.get(sign, ()), words)
    return found


def _says_gone(page: Page, sentence: Sentence, anchor: int) -> bool:
    folded = page.wording.folded
    before = folded[sentence.start : anchor]
    replaced = "thay the" in folded[anchor : anchor + 15]
    if replaced and not wording_at(page.rules, "gone-by-this-act", folded, anchor, sentence.end):
        return False
    if not replaced and wording_at(page.rules, "gone-by-others", folded, anchor, sentence.end):
        return False
    if first_wording(page.rules, "gone-before", before, 0, len(before)):
        return False
    begins_with_it = not before.strip()
    acts = page.acts.between(sentence.start, sentence.end if begins_with_it else anchor)
    return any(not act.own and not act.history for act in acts)


def _finish(page: Page, clause: Clause, sentence: Sentence) -> int:
    """Where effects of the sentence may begin: also in the list below it where it ends with a colon."""
    heads = page.wording.content[sentence.start : sentence.end].rstrip().endswith(":")
    return page.wording.finish(clause) if heads and clause.last >= 0 else sentence.end


def not_understood(page: Page, sentence: Sentence) -> Finding:
    """The finding that quotes a sentence of which nothing, or not all, was read."""
    quote = " ".join(page.wording.content[sentence.start : sentence.end].split())
    return Finding("effect-not-understood", "warning", sentence.start, sentence.end, {"quote": quote[:300]})
