"""Expert triples of amending passages (corpus/relations/2_3.jsonl) against the effects that we read in them.

Each passage is assembled outside-in below its header (the lines of context come innermost first). Scored are the
triples whose target's numbers all stand in the passage, annexes apart; a prediction that answers another triple of the
passage is neither right nor wrong. `python -m benchmarks.effects_triples --errors` lists what differs.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import corpus
from benchmarks.figure import Figure
from vanban import pipeline
from vanban.identification.symbol import symbol_key
from vanban.model import Effect, Source, Text
from vanban.rules import load

VERBS = {
    "sửa đổi": {"substitute", "replace-words", "remove-words", "add-words", "renumber", "correct"},
    "bổ sung": {"insert", "add-words"},
    "bãi bỏ": {"repeal", "repeal-work", "remove-words"},
    "thay thế": {"substitute", "replace-work", "replace-words"},
}
EITHER = VERBS["sửa đổi"] | VERBS["bổ sung"]
LEVELS = {"điểm": "point", "khoản": "clause", "điều": "article", "chương": "chapter", "mục": "section", "phần": "part"}
SETTLED = Path(__file__).parent / "truth" / "effects_triples.tsv"
# What a passage lacks of a document: a head without day, from the name, number and title that come with it.
HEAD = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}
{type}
{title}
"""
_ANNEX = re.compile(r"phụ lục|mẫu|biểu", re.IGNORECASE)
_STEP = re.compile(r"(điểm|khoản|điều|chương|mục|phần)\s+(?:số\s+)?(\S+)", re.IGNORECASE)
_SYMBOL = re.compile(r"\d+[\w.]*(?:\s*/\s*\d{4})?\s*/\s*[\w\-/]+|\d+/\d{4}/[\w-]+")
_BETWEEN = re.compile(r"[\"'”’]\s*,\s*[\"'“‘]")


class Triple(NamedTuple):
    verb: str
    path: tuple[tuple[str, str], ...]
    symbol: str
    printed: str


class Passage(NamedTuple):
    number: int
    text: str
    header: str
    triples: tuple[Triple, ...]


def passages() -> Iterator[Passage]:
    for number, row in enumerate(corpus.rows("relations/2_3.jsonl")):
        head, _, rest = row["document"].partition("có danh sách ngữ cảnh sau")
        title = re.search(r"trích yếu\s*['\"](.*)['\"]\s*,?\s*$", head.strip(), re.DOTALL)
        source = head.split(", trích yếu")[0].strip()
        lines = _BETWEEN.split(rest.strip().removeprefix("[").removesuffix("]").strip(" \n'\"."))
        kind = source.split(" / ")[-1].strip()
        name = re.match(r"(\D+?)\s+(\d.*)", kind)
        body = [" ".join(line.split()) for line in reversed(lines) if line.strip()]
        article = re.search(r"điều \w+", source, re.IGNORECASE)
        if article and not any(line.lower().startswith(article.group().lower()) for line in body):
            body.insert(0, f"{article.group()}.")
        printed, of_number = (name.group(1).upper(), name.group(2)) if name else ("VĂN BẢN", "")
        header = HEAD.format(number=of_number, type=printed, title=title.group(1) if title else "")
        triples = tuple(_triple(verb, target) for _, verb, target in row["answer"])
        yield Passage(number, header + "\n".join(body), header, triples)


def _triple(verb: str, target: str) -> Triple:
    parts = [part.strip() for part in target.split(" / ")]
    symbols = [part for part in parts if _SYMBOL.search(part)]
    path = tuple(
        (LEVELS[step.group(1).lower()], step.group(2).lower().strip(",.;"))
        for part in reversed(parts)
        if part not in symbols and (step := _STEP.match(part)) is not None
    )
    found = _SYMBOL.search(symbols[-1]) if symbols else None
    return Triple(verb.strip().lower(), path, found.group().replace(" ", "") if found else "", target)


def eligible(triple: Triple, passage: Passage) -> bool:
    """Whether every number of the target stands in the passage, the target being no annex."""
    if not triple.path or _ANNEX.search(triple.printed) or "," in triple.printed.split(" / ")[0]:
        return False
    words = passage.text.lower().replace(" ", "")
    numbers = [num for _, num in triple.path]
    symbol = symbol_key(triple.symbol).lower().lstrip("0")
    return all(re.search(rf"(?<!\w){re.escape(num)}(?!\w)", passage.text.lower()) for num in numbers) and (
        not symbol or symbol in words
    )


def agrees(effect: Effect, triple: Triple) -> bool:
    """Whether an effect is what a triple says: verb of its kind, the same place, the same act where one is said."""
    verbs = EITHER if set(triple.verb.replace(",", " ").split()) >= {"sửa", "bổ"} else VERBS.get(triple.verb, set())
    path = tuple((unit.level, unit.num.lower()) for unit in effect.target.provision if unit.level in LEVELS.values())
    act = not triple.symbol or symbol_key(effect.target.symbol) == symbol_key(triple.symbol)
    return effect.verb in verbs and path == triple.path and act


class Score(NamedTuple):
    passage: Passage
    missed: tuple[Triple, ...]
    wrong: tuple[Effect, ...]
    right: int
    scored: int


def scores() -> Iterator[Score]:
    rules = load()
    for passage in passages():
        parsed = pipeline.parse_text(Text(passage.text, Source("", "text/plain")), (), rules)
        scored = [triple for triple in passage.triples if eligible(triple, passage)]
        if not scored:
            continue
        missed = tuple(triple for triple in scored if not any(agrees(effect, triple) for effect in parsed.effects))
        amending = [e for e in parsed.effects if e.verb in EITHER | VERBS["bãi bỏ"] | VERBS["thay thế"]]
        wrong = {
            (effect.target.symbol, effect.target.provision, effect.verb): effect
            for effect in amending
            if not any(agrees(effect, triple) for triple in passage.triples)
        }
        yield Score(passage, missed, tuple(wrong.values()), len(scored) - len(missed), len(scored))


def settled() -> dict[tuple[int, str], str]:
    """The triples that reading their passage settled: (passage, target as printed) to what it says."""
    lines = SETTLED.read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(int(number), printed): said for number, printed, said in cells}


def _named(effect: Effect) -> str:
    return " ".join((*(f"{unit.level}:{unit.num}" for unit in effect.target.provision), effect.target.symbol))


def _f1(right: int, wrong: int, scored: int) -> tuple[float, str]:
    precision, recall = right / (right + wrong), right / scored
    return 2 * precision * recall / (precision + recall), f"precision {precision:.3f}, recall {recall:.3f}"


def figures() -> Iterable[Figure]:
    done = list(scores())
    total = sum(len(passage.triples) for passage in passages())
    right, scored = sum(score.right for score in done), sum(score.scored for score in done)
    wrong = sum(len(score.wrong) for score in done)
    value, note = _f1(right, wrong, scored)
    note += f"; {scored} of {total} triples can be scored"
    yield Figure("expert triples, F1", value, scored, 0.93, 0.98, unit="", note=note)
    known = settled()
    slips = gained = 0
    for score in done:
        said = [known.get((score.passage.number, triple.printed)) for triple in score.missed]
        slips += sum(words == "absent" for words in said)
        gained += sum(_named(effect) in said for effect in score.wrong)
    value, note = _f1(right + gained, wrong - gained, scored - slips)
    note += f"; {slips} labels say what the passage does not, {gained} more name another target than its words"
    yield Figure("expert triples, F1, adjudicated", value, scored - slips, 0.93, 0.98, unit="", note=note)


if __name__ == "__main__":
    if "--errors" in sys.argv:
        for score in scores():
            for triple in score.missed:
                print(score.passage.number, "MISSED", triple.verb, triple.printed, sep=" | ")
            for effect in score.wrong:
                path = " ".join(f"{unit.level} {unit.num}" for unit in effect.target.provision)
                quote = score.passage.text[effect.start : effect.end]
                print(score.passage.number, "WRONG", effect.verb, effect.target.symbol, path, quote[:120], sep=" | ")
