"""Search: questions over laws, symbols in any spelling, milliseconds an answer, passages indexed a second.

The questions are cross-validated: the weights that order a question's articles were learned without it. Seconds are
processor time of this process, all its threads; wall time is told beside it where both matter.
"""

import datetime as dt
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean

import tantivy

from benchmarks import corpus
from benchmarks.figure import Figure
from benchmarks.search_questions import Asked, questions
from benchmarks.search_training import Example, examples, train
from vanban.orthography import fold
from vanban.rules import load
from vanban.search import fields
from vanban.search.answer import Answer, Filters
from vanban.search.asking import Asked as AskedIndex
from vanban.search.asking import Beside, ask
from vanban.search.index import HEAP, THREADS
from vanban.search.passage import AFTER_ALL, BEFORE_ALL, Inner, OfWork, Passage, Stretch
from vanban.search.ranking import Weight, slopes, worth

_FOLDS, _FIRST = 10, 10
# What parts the questions into folds; one question more or less moves a figure by .002, as another seed does.
_SEEDS = (1, 2, 3)
# Symbols that are typed, each in up to nine spellings; all acts are there to be mistaken for them.
_SYMBOLS = 1_000
# The archive of the speed figures: this many provisions (điều, khoản, điểm) in passages of the codification.
PROVISIONS = 300_000
_TODAY = dt.date(2026, 11, 22)


def figures() -> Iterable[Figure]:
    """Every measure of search."""
    yield from answering()
    yield from symbols()
    yield from speed()


def answering() -> Iterator[Figure]:
    """The questions as they are, and typed without accents: means over the seeds that part them into folds."""
    asked = questions()
    given = examples(asked)
    bare = examples([Asked(fold(each.text), each.answers) for each in asked])
    orders = [_cross_validated(given, bare, seed) for seed in _SEEDS]
    each = [_marks(given, order) for order, _ in orders]
    each_bare = [_marks(bare, order) for _, order in orders]
    plain = _marks(given, [list(range(len(example.rows))) for example in given])
    n = len(asked)

    def figure(
        name: str, runs: Sequence[tuple[float, ...]], at: int, floor: float, goal: float, unit: str = "%"
    ) -> Figure:
        values = [run[at] for run in runs]
        told = ", ".join(f"{seed}: {value:.4f}" for seed, value in zip(_SEEDS, values, strict=True))
        note = f"mean of fold seeds {told}"
        if runs is each:
            note += f"; without what was learned {plain[at]:.4f}"
        return Figure(f"search: {name}", fmean(values), n, floor, goal, unit, note=note)

    yield figure("questions, first answer right", each, 0, 0.83, 0.92)
    yield figure("questions, answers among the first ten", each, 1, 0.97, 0.995)
    yield figure("questions, mean reciprocal rank", each, 2, 0.88, 0.95, "")
    yield figure("without accents, answers among the first ten", each_bare, 1, 0.965, 0.993)


def _cross_validated(
    given: Sequence[Example], bare: Sequence[Example], seed: int
) -> tuple[list[list[int]], list[list[int]]]:
    """The order of every question's candidates, by weights learned from the other folds, typed with accents only."""
    places = list(range(len(given)))
    random.Random(seed).shuffle(places)
    order: list[list[int]] = [[] for _ in given]
    order_bare: list[list[int]] = [[] for _ in given]
    for fold_number in range(_FOLDS):
        held = set(places[fold_number::_FOLDS])
        learned = train([example for place, example in enumerate(given) if place not in held])
        for place in held:
            order[place] = _order(given[place], learned)
            order_bare[place] = _order(bare[place], learned)
    return order, order_bare


def _order(example: Example, learned: tuple[Weight, ...]) -> list[int]:
    each_adds = slopes(learned)
    value = [worth(row, each_adds) for row in example.rows]
    return sorted(range(len(value)), key=lambda place: (-value[place], place))


def _marks(given: Sequence[Example], orders: Sequence[list[int]]) -> tuple[float, float, float]:
    """How often the first is right, the share of answers in the first ten, the mean of 1 / place of the first right."""
    hit = recall = rank = 0.0
    for example, order in zip(given, orders, strict=True):
        right = [example.right[place] for place in order[:_FIRST]]
        hit += bool(right) and right[0]
        recall += sum(right) / example.answers
        rank += next((1 / place for place, yes in enumerate(right, start=1) if yes), 0.0)
    return hit / len(given), recall / len(given), rank / len(given)


def symbols() -> Iterator[Figure]:
    """Every symbol of the corpus's lists of acts in spellings made by rule; the first result must bear it."""
    acts = _acts()
    index = _in_memory(_document(number, symbol, title) for number, (symbol, title) in enumerate(acts))
    searcher = index.searcher()
    right = total = 0
    wrong: list[tuple[str, str, str]] = []
    for symbol, _ in random.Random(3).sample(acts, _SYMBOLS):
        for typed in spellings_of(symbol):
            answer = _ask(searcher, typed, 1)
            first = answer.results[0].work.symbol if answer.results else ""
            total += 1
            if fold(first) == fold(symbol):
                right += 1
            else:
                wrong.append((typed, symbol, first))
    note = f"{_SYMBOLS:,} symbols drawn among {len(acts):,} acts; {len(wrong)} wrong"
    yield Figure("search: symbol in any spelling, its act first", right / total, total, 0.995, 1.0, note=note)
    _WRONG.extend(wrong)


_WRONG: list[tuple[str, str, str]] = []


def spellings_of(symbol: str) -> tuple[str, ...]:
    """One symbol as people type it: as printed, in small letters, without accents, with blanks, the code first."""
    small, bare = symbol.lower(), fold(symbol)
    pieces = bare.replace("-", " ").replace("/", " ").split()
    figures = [piece for piece in pieces if piece[:1].isdigit()]
    letters = [piece for piece in pieces if not piece[:1].isdigit()]
    found = (
        symbol, small, bare, f"số {symbol}", bare.replace("/", "-"), " ".join(pieces), symbol.replace("/", " / "),
        " ".join((*letters, *figures)), " ".join((*letters[:1], *figures, *letters[1:])),
    )  # fmt: skip
    return tuple(dict.fromkeys(found))


def _acts() -> list[tuple[str, str]]:
    """Symbol and title of the acts in the register of the codification, each symbol once."""
    found: dict[str, str] = {}
    for row in corpus.load("codification/docs_registry_2024-04.json"):
        symbol = str(row["so_hieu"]).strip()
        if "/" in symbol and any(sign.isdigit() for sign in symbol):
            found.setdefault(symbol, str(row.get("ten", "")))
    return sorted(found.items())


def _document(number: int, symbol: str, title: str) -> Passage:
    work = OfWork(f"/akn/{number}", "state", "", "", symbol, "", "", title, None, None)
    return Passage(work, None, "", "", title, 0, BEFORE_ALL, AFTER_ALL, False, ())


def _in_memory(passages: Iterable[Passage]) -> tantivy.Index:
    index = tantivy.Index(fields.schema())
    fields.register_words(index)
    writer = index.writer(HEAP, 1)
    for passage in passages:
        writer.add_document(fields.document(passage))
    writer.commit()
    index.reload()
    return index


def _ask(searcher: tantivy.Searcher, typed: str, limit: int, filters: Filters = Filters()) -> Answer:  # noqa: B008
    return ask(searcher, AskedIndex(typed, _TODAY, filters, limit, 0), load(), Beside(lambda _: {}, lambda *_: None))


def speed() -> Iterator[Figure]:
    """Articles of the codification, again and again under other documents, until there are enough provisions."""
    passages = list(_codified())
    provisions = sum(1 + len(passage.inside) for passage in passages)
    with tempfile.TemporaryDirectory() as folder:
        index = tantivy.Index(fields.schema(), folder)
        fields.register_words(index)
        writer = index.writer(HEAP, THREADS)
        wall, busy = time.perf_counter(), _busy()
        for passage in passages:
            writer.add_document(fields.document(passage))
        writer.commit()
        took, worked = time.perf_counter() - wall, _busy() - busy
        writer.wait_merging_threads()
        index.reload()
        name = "search: provisions indexed a second of processor time, two cores"
        note = f"{len(passages):,} articles; {provisions / took:,.0f} a second by the clock; heap {HEAP >> 20} MiB"
        yield Figure(name, 2 * provisions / worked, provisions, 20_000, 40_000, "/s", note=note)
        yield from _latency(index.searcher(), provisions)


def _latency(searcher: tantivy.Searcher, provisions: int) -> Iterator[Figure]:
    typed = _typed()
    narrowed = Filters(in_force=True)
    for words in typed[:100]:
        _ask(searcher, words, 10, narrowed)
    took = []
    for words in typed:
        begun = time.process_time()
        _ask(searcher, words, 10, narrowed)
        took.append(1000 * (time.process_time() - begun))
    took.sort()
    note = "in force on a day, ten results with snippets and facets; words, phrases, symbols, questions, half bare"
    for name, share, floor, goal in (("p50", 0.50, 6, 2), ("p95", 0.95, 20, 8)):
        value = took[int(share * len(took))]
        title = f"search: {name} at {provisions:,} provisions"
        yield Figure(title, value, len(took), floor, goal, "ms", lower_is_better=True, note=note)


def _busy() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _codified() -> Iterator[Passage]:
    """Articles as passages, with a unit for each line that begins a clause or a point."""
    count = copy = 0
    rows = list(corpus.rows("codification/phapdien_2024-04.dev.jsonl.gz"))
    while count < PROVISIONS:
        for number, row in enumerate(rows):
            content = row["noi_dung"]
            text = content if isinstance(content, str) else "\n".join(map(str, content))
            heading = str(row["dieu"])
            symbol = f"{number % 900 + 1}/{1990 + number % 36}/NĐ-CP"
            work = OfWork(
                f"/akn/{copy}/{number // 25}", "state", "nghi-dinh", "Nghị định", symbol, f"bo-{number % 20}",
                "", str(row["ten_demuc"]), dt.date(1990 + number % 36, 1, 1), 1990 + number % 36, ("dat-dai",),
            )  # fmt: skip
            begun = dt.date(1990 + number % 36, 3, 1).toordinal()
            states = (Stretch(BEFORE_ALL, "not-yet"), Stretch(begun, "in-force"))
            whole = f"{heading}\n{text}"
            inside = tuple(_units(whole))
            count += 1 + len(inside)
            yield Passage(work, f"art_{number}", heading, "", whole, 0, begun - 59, AFTER_ALL, False, states, inside)
            if count >= PROVISIONS:
                return
        copy += 1


def _units(text: str) -> Iterator[Inner]:
    start = 0
    for line in text.split("\n"):
        first = line.split(" ", 1)[0]
        if first.endswith((".", ")")) and len(first) <= 4:
            yield Inner(start, f"cl_{first[:-1]}")
        start += len(line) + 1


def _typed() -> list[str]:
    """What people type: some words of headings, phrases, symbols, whole questions; half of them without accents."""
    chance = random.Random(7)
    rows = list(corpus.rows("codification/phapdien_2024-04.dev.jsonl.gz"))
    typed = []
    for row in chance.sample(rows, 300):
        words = str(row["dieu"]).split()[2:]
        if len(words) >= 4:
            at = chance.randrange(len(words) - 3)
            some = " ".join(words[at : at + chance.choice((2, 3, 4))])
            typed.append(f'"{some}"' if chance.random() < 0.1 else some)
    typed += [f"{chance.randrange(1, 900)}/{chance.randrange(1990, 2026)}/nd-cp" for _ in range(50)]
    typed += [each.text for each in chance.sample(questions(), 100)]
    chance.shuffle(typed)
    return [fold(words) if place % 2 else words for place, words in enumerate(typed)]


def main() -> None:
    """`python -m benchmarks.search --errors`: every symbol whose act is not first."""
    for figure in symbols() if "--errors" in sys.argv else figures():
        print(figure)
    for typed, wanted, first in _WRONG if "--errors" in sys.argv else ():
        print(f"{typed}\t{wanted}\t{first}")


if __name__ == "__main__":
    main()
