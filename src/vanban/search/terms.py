"""The words of a question as terms of the index: how rare each is, and which are worth asking for.

A word that stands in most passages costs much and tells little. So the rarest words and pairs are asked for first,
until a budget of entries is spent; the re-ranking looks at every word again in the passages themselves.
"""

import math

import msgspec
import tantivy

from vanban.orthography import spellings
from vanban.search.question import Question, bare, pairs_of

# Entries of the index that one question may walk through: one a passage of the archive (with more, nothing is gained on
# the training questions), and never more than these, about two milliseconds.
_BUDGET = 200_000


class Term(msgspec.Struct, frozen=True):
    """A word or a pair as the index holds it: its field ("as", "bare" or "pairs"), and in how many passages it is.

    `others` are its other correct spellings.
    """

    text: str
    form: str
    count: int
    rarity: float
    others: tuple[str, ...] = ()


class Terms(msgspec.Struct, frozen=True):
    """The distinct words and pairs of a question, each with its rarity (absent ones count as the rarest), and how many
    passages there are.
    """

    words: tuple[Term, ...]
    pairs: tuple[Term, ...]
    passages: int


def terms_of(question: Question, searcher: tantivy.Searcher) -> Terms:
    """The terms of a question. A word whose accents are nowhere in the index is looked for without them."""
    total = max(1, searcher.num_docs)
    words = tuple(_word(word, question, searcher, total) for word in dict.fromkeys(question.every_word))
    phrases = (question.words, *question.phrases)
    pairs = dict.fromkeys(pair for words in phrases for pair in pairs_of(words))
    return Terms(words, tuple(_term(pair, "pairs", searcher, total) for pair in pairs), total)


def _word(word: str, question: Question, searcher: tantivy.Searcher, total: int) -> Term:
    if question.accented:
        found = _term(word, "as", searcher, total)
        if found.count:
            return found
    return _term(bare(word), "bare", searcher, total)


def _term(text: str, form: str, searcher: tantivy.Searcher, total: int) -> Term:
    count = searcher.doc_freq(f"body_{form}", text)
    others: tuple[str, ...] = ()
    if form != "pairs":
        counts = {other: searcher.doc_freq(f"body_{form}", other) for other in spellings(text)}
        others = tuple(other for other in counts if counts[other])
        count = min(total, count + sum(counts.values()))
    return Term(text, form, count, math.log(1 + (total - count + 0.5) / (count + 0.5)), others)


def worth_asking(terms: Terms) -> tuple[Term, ...]:
    """The terms to ask for: the rarest that are there, pairs before words, as far as the budget goes; one at least."""
    chosen: list[Term] = []
    spent, budget = 0, min(_BUDGET, terms.passages)
    for term in sorted((*terms.pairs, *terms.words), key=lambda each: each.count):
        if not term.count:
            continue
        if chosen and spent + term.count > budget:
            break
        chosen.append(term)
        spent += term.count
    return tuple(chosen)
