"""What the re-ranking looks at in a passage that was found: how much of the question is in it, and how close together.

Everything is a share or a ratio, so that what was learned on seventeen laws holds for an archive of any size.
"""

import math
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from vanban.orthography import fold, spellings
from vanban.orthography.blanking import blanked
from vanban.rules import Rules
from vanban.search.kinds import KindAsked
from vanban.search.passage import OfWork, Passage
from vanban.search.question import Question, bare
from vanban.search.terms import Terms

NAMES = (
    "words", "pairs", "best words", "best pairs", "best line", "weight of words", "weight of pairs",
    "words / best", "pairs / best", "line / best", "line pairs / best", "heading words", "heading pairs",
    "question in title", "title named", "article named", "same document", "length",
    "kind of heading", "heading of every act", "defined",
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"\bdieu (\d+[a-z]?)\b")
_EID = re.compile(r"(?:^|__)art_(\d+[a-z]*)")
# BM25 as the index has it, for a passage of the usual length.
_K, _B, _USUAL, _USUAL_LINE = 1.2, 0.75, 200, 40
_NEAR = 0.1


class _Seen(NamedTuple):
    words: float
    pairs: float
    weight_of_words: float
    weight_of_pairs: float
    line: float
    line_pairs: float
    length: int


class Weighing:
    """The words and pairs of one question with their rarity, laid beside passages."""

    def __init__(self, question: Question, terms: Terms) -> None:
        self._question = question
        form = question.form
        self.words = {
            form(word): term.rarity for word, term in zip(dict.fromkeys(question.every_word), terms.words, strict=True)
        }
        rarity = {term.text: term.rarity for term in terms.pairs}
        phrases = (question.words, *question.phrases)
        self._known = {other: word for word in self.words for other in spellings(word)}
        self._known |= {word: word for word in self.words}
        self.pairs = {
            (form(one), form(other)): rarity[f"{bare(one)}_{bare(other)}"]
            for words in phrases
            for one, other in pairwise(words)
        }
        self.all_words = sum(self.words.values()) or 1.0
        self.all_pairs = sum(self.pairs.values()) or 1.0
        self._folded = f" {' '.join(bare(word) for word in question.every_word)} "
        self._articles = set(_ARTICLE.findall(self._folded))

    def cut(self, text: str) -> str:
        """The words of a text between blanks and line ends, with or without accents as the question has them."""
        cut = blanked(text)
        return cut.words if self._question.accented else cut.bare.decode("ascii")

    def see(self, text: str) -> _Seen:
        """What of the question is in a text, and in the best of its lines."""
        known, weight, weight_of_pair = self._known, self.words, self.pairs
        counts: dict[str, int] = {}
        pair_counts: dict[tuple[str, str], int] = {}
        best = best_pairs = 0.0
        length = 0
        for line in self.cut(text).split("\n"):
            words = line.split()
            length += len(words)
            here = [(at, known[word]) for at, word in enumerate(words) if word in known]
            if not here:
                continue
            of_pairs = 0.0
            near = set()
            last_at, last = -2, ""
            for at, word in here:
                counts[word] = counts.get(word, 0) + 1
                if at == last_at + 1 and (last, word) in weight_of_pair:
                    near.add((last, word))
                last_at, last = at, word
            for pair in near:
                pair_counts[pair] = pair_counts.get(pair, 0) + 1
                of_pairs += weight_of_pair[pair]
            # As BM25 has it for a short text: what a short line says weighs more than the same in a long one.
            short = (_K + 1) / (1 + _K * (0.5 + 0.5 * len(words) / _USUAL_LINE))
            best = max(best, short * (of_pairs + sum([weight[word] for word in {word for _, word in here}])))
            best_pairs = max(best_pairs, short * of_pairs)
        norm = _K * (1 - _B + _B * length / _USUAL)
        return _Seen(
            words=sum([weight[word] for word in counts]),
            pairs=sum([weight_of_pair[pair] for pair in pair_counts]),
            weight_of_words=sum([weight[word] * n * (_K + 1) / (n + norm) for word, n in counts.items()]),
            weight_of_pairs=sum([weight_of_pair[pair] * n * (_K + 1) / (n + norm) for pair, n in pair_counts.items()]),
            line=best,
            line_pairs=best_pairs,
            length=length,
        )

    def heading(self, heading: str) -> tuple[float, float, float]:
        """The share of a heading's words, and pairs, that the question has; the share of the question's pairs in it."""
        cut = [self._known.get(word, word) for word in self.cut(heading).split()]
        pairs, words = set(pairwise(cut)), set(cut)
        shared = pairs & self.pairs.keys()
        return (
            len(words & self.words.keys()) / len(words) if words else 0.0,
            len(shared) / len(pairs) if pairs else 0.0,
            sum(map(self.pairs.__getitem__, shared)) / self.all_pairs,
        )

    def kind(self, rules: Rules) -> KindAsked:
        """What kind of thing the question asks."""
        return KindAsked(self._folded, {bare(word): weight for word, weight in self.words.items()}, rules)

    def named(self, title: str) -> bool:
        """Whether the question names a document by its title: "Luật Du lịch"."""
        plain = " ".join(_WORD.findall(fold(title)))
        return plain.count(" ") > 0 and f" {plain} " in self._folded

    def names_article(self, eid: str | None) -> bool:
        """Whether the question names the article of that eid: "Điều 6"."""
        article = _EID.search(eid or "")
        return article is not None and article[1] in self._articles


def features(
    weighing: Weighing, passages: Sequence[Passage], found: Sequence[float], rules: Rules
) -> list[tuple[float, ...]]:
    """The values of `NAMES` for each passage; `found` is what the index scored it."""
    kind = weighing.kind(rules)
    seen = [weighing.see(passage.text) for passage in passages]
    best = max(found, default=0.0) or 1.0
    share = _shares_of_documents(passages, found, best)
    works = {passage.work.id: passage.work for passage in passages}
    titles = {id: _of_title(weighing, work) for id, work in works.items()}
    some_named = any(named for _, named in titles.values())
    most = _most(seen)
    rows: list[tuple[float, ...]] = []
    for passage, of in zip(passages, seen, strict=True):
        in_title, named = titles[passage.work.id]
        both = weighing.all_words + weighing.all_pairs
        rows.append((
            of.words / weighing.all_words, of.pairs / weighing.all_pairs, of.words / most.words,
            of.line_pairs / weighing.all_pairs, of.line / both, of.weight_of_words / weighing.all_words,
            of.weight_of_pairs / weighing.all_pairs, of.weight_of_words / most.weight_of_words,
            of.weight_of_pairs / most.weight_of_pairs, of.line / most.line, of.line_pairs / most.line_pairs,
            *weighing.heading(passage.heading)[:2], in_title,
            (1.0 if named else -0.5) if some_named else 0.0,
            float(weighing.names_article(passage.eid)), share[passage.work.id], math.log(of.length + 1),
            *kind.see(passage.heading, passage.text),
        ))  # fmt: skip
    return rows


def _most(seen: Sequence[_Seen]) -> _Seen:
    """The greatest of each value; 1 where all are 0, so that it can be divided by."""
    columns = zip(*seen, strict=True)
    return _Seen._make(max(column) or 1 for column in columns) if seen else _Seen(1, 1, 1, 1, 1, 1, 1)


def _of_title(weighing: Weighing, work: OfWork) -> tuple[float, bool]:
    title = work.title if work.title.startswith(work.type_name) else f"{work.type_name} {work.title}"
    return weighing.heading(title)[2], weighing.named(title)


def _shares_of_documents(passages: Sequence[Passage], found: Sequence[float], best: float) -> dict[str, float]:
    """How much of what was found stands in each document: passages of the right law come together."""
    shares: dict[str, float] = {}
    total = 0.0
    for passage, score in zip(passages, found, strict=True):
        weight = math.exp((score / best - 1) / _NEAR)
        shares[passage.work.id] = shares.get(passage.work.id, 0.0) + weight
        total += weight
    return {work: share / total for work, share in shares.items()}
