"""Consolidation against the official codification (Bộ Pháp điển, April 2024): whole articles as amended by then.

An article counts where its note says that its content was amended and names only acts whose texts are in the corpus,
as is the enacted text of its own act (collections `acts`, `consolidation`, `portal`). The unit is the article, its body
compared without white space. `python -m benchmarks.consolidation_codification --errors` lists every one that is not
exact.
"""

import datetime as dt
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

import msgspec

from benchmarks import corpus
from benchmarks.acts import Act, assembled
from benchmarks.consolidation_differences import is_of_the_acts, is_source, kind, stretches
from benchmarks.consolidation_sources import FURNITURE, changes, copies, manifest, names, raw, speaks_of
from benchmarks.consolidation_sources import parsed as parsed_file
from benchmarks.figure import Figure
from vanban import pipeline
from vanban.consolidation import consolidate
from vanban.consolidation.applying import REPEALED
from vanban.identification.symbol import symbol_key
from vanban.model import Expression, Parsed, Provision
from vanban.orthography import fold
from vanban.rules import load
from vanban.timeline.naming import eid_of

_SYMBOL = re.compile(r"\d+\s*/\s*\d{4}\s*/\s*[A-ZĐ]+\d*(?:-[A-ZĐ]+)*")
_BY = re.compile(r"(?:được|bị) (?:sửa đổi|bổ sung|bãi bỏ|thay thế)[^()]*?\bbởi\b")
_FILE = re.compile(r"\.(?:docx?|xlsx?|pdf|zip|rar)\s*$", re.IGNORECASE)
# The codification leaves out what was repealed, or prints it as consolidated texts do; the one or the other by article.
_GONE = re.compile(rf"^.*{re.escape(REPEALED)}\s*\n?", re.MULTILINE)
_STOPS = (".", ";", ":", "”", '"')
_AMENDED = dt.date(2024, 4, 30)


class Article(NamedTuple):
    """An article as the codification prints it; `acts` amended it."""

    base: str
    number: str
    acts: tuple[str, ...]
    text: str


class Verdict(NamedTuple):
    """What became of it; kinds as in `benchmarks.consolidation`."""

    article: Article
    kind: str
    ours: str
    of_the_acts: bool


def articles(here: set[str]) -> Iterator[Article]:
    """The amended articles whose own act and amending acts are all among `here` (keys of symbols)."""
    for row in corpus.rows("codification/phapdien_2024-04.dev.jsonl.gz"):
        note = row["ghi_chu"] or ""
        said = _BY.search(note)
        number = re.match(r"\s*\(Điều (\d+[a-zđ]?)\b", note)
        base = _SYMBOL.search(note[: said.start()]) if said else None
        if said is None or number is None or base is None:
            continue
        acts = tuple(dict.fromkeys(_key(symbol) for symbol in _SYMBOL.findall(note[said.start() :])))
        if acts and {_key(base[0]), *acts} <= here:
            heading = re.sub(r"^Điều \S+\s*", "", row["dieu"] or "")
            text = f"Điều {number[1]}. {heading}\n{_without_files(row['noi_dung'] or '')}"
            yield Article(_key(base[0]), number[1], acts, unicodedata.normalize("NFC", text))


def _without_files(body: str) -> str:
    """A body without the names of attached files that its page prints after the last sentence (2,116 of 30,826)."""
    lines = body.rstrip().split("\n")
    last = next((at for at in range(len(lines), 0, -1) if lines[at - 1].rstrip()[-1:] in _STOPS), 0)
    attached = any(_FILE.search(line) for line in lines[last:])
    return "\n".join(lines[:last]) if last and attached else body


def _key(symbol: str) -> str:
    return symbol_key(re.sub(r"\s", "", symbol))


def _texts() -> dict[str, Callable[[], Parsed]]:
    """How to parse each act of the corpus whose enacted text is here, by its key."""
    rules = load()
    found: dict[str, Callable[[], Parsed]] = {}
    for row in corpus.rows("portal/vbpl_docs.jsonl.gz"):
        # The number that the collection gives is sometimes that of another act: its own head must print it.
        if row.get("struct") and (row.get("so_hieu") or "?") in row["text"][:600]:
            found[_key(row["so_hieu"])] = partial(pipeline.parse, row["text"].encode(), "portal.txt", rules)
    for name in names():
        if name.endswith(".json"):
            found[_key(json.loads(raw(name))["id"])] = partial(parsed_file, name)
    for act in assembled():
        found[symbol_key(act.symbol)] = partial(_parsed, act)
    return found


def _parsed(act: Act) -> Parsed:
    return Act(act.symbol, FURNITURE.sub("", act.content)).parsed(load(), None)


def verdicts() -> Iterator[Verdict]:
    """Every such article against ours."""
    acts = _texts()
    by_base: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles(set(acts)):
        by_base[article.base].append(article)
    # The texts of the collection have no preamble that gives the numbers of the laws that they amend.
    titles = {
        _key(row["so_hieu"]): re.sub(r"^(?:Bộ luật|Luật)\s+", "", row.get("ten", "").strip())
        for row in corpus.load("codification/docs_registry_2024-04.json")
    }
    # A few rows of the registry have no title.
    known = {_key(row.symbol): row.name for row in load().named_acts if row.symbol}
    files = {_key(symbol): each for row in manifest() for symbol, each in row["amending_files"].items()}
    parsed: dict[str, Parsed] = {}
    for base, found in by_base.items():
        for key in {base, *(key for article in found for key in article.acts)} - set(parsed):
            parsed[key] = acts[key]()
        symbol, title = parsed[base].work.symbol, titles.get(base) or known.get(base, "")
        # A text that is cut before it comes to the base says nothing of it.
        silent = {
            key
            for key in {key for article in found for key in article.acts}
            if not speaks_of(parsed[key], symbol, _called(parsed[key], title))
        }
        found = [article for article in found if not silent & set(article.acts)]
        amending = sorted(
            {key for article in found for key in article.acts}, key=lambda key: parsed[key].work.year or 0
        )
        upon = [
            change
            for key in amending
            for change in changes(
                parsed[key], symbol, _called(parsed[key], title), copies(files.get(key, []), parsed[key])
            )
        ]
        upon = [change for change in upon if change.since is None or change.since <= _AMENDED]
        expression = consolidate(parsed[base], upon)
        texts = {parsed[key].work.symbol: "".join(parsed[key].text.content.split()) for key in amending}
        refused = {eid_of(each.effect.target.provision, load()).split("__")[0] for each in expression.refused}
        for article in found:
            yield _verdict(article, parsed[base], expression, texts, refused)


def _called(act: Parsed, title: str) -> str:
    """What an act calls the law of that title: the title, or the one longer name that begins with it."""
    names = {
        effect.target.title for effect in act.effects if title and fold(effect.target.title).startswith(fold(title))
    }
    return title if title in names or len(names) != 1 else names.pop()


def _verdict(
    article: Article, base: Parsed, expression: Expression, texts: dict[str, str], refused: set[str]
) -> Verdict:
    eid = f"art_{article.number}"
    unit = next((each for each in expression.provisions if each.eid == eid), None)
    truth = pipeline.parse(article.text.encode(), "article.txt", load())
    them = next((each for each in truth.provisions if each.level == "article"), None)
    us = expression.text[unit.start : unit.end] if unit else ""
    if REPEALED not in article.text:
        us = _GONE.sub("", us)
    found = kind(_body(us), _body(article.text))
    ours = False
    if found != "exact" and eid in refused:
        found = "refused"
    elif found != "exact" and not any(at.split("__")[0] == eid for each in expression.applied for at in each.units):
        found = "missed"
    elif found != "exact" and unit is not None and them is not None:
        their, whole = _moved(truth, them, eid)
        if is_source(expression, unit, their, whole, base, None):
            found = "source"
        else:
            ours = is_of_the_acts(expression, unit, their, whole, base, texts)
    return Verdict(article, found, us, ours)


def _moved(truth: Parsed, article: Provision, eid: str) -> tuple[Parsed, Provision]:
    """The parsed article alone, its eids as in the act."""
    units = [each for each in truth.provisions if article.start <= each.start and each.end <= article.end]
    named: list[Any] = []
    for each in units:
        parent = None if each.eid == article.eid or each.parent is None else eid + each.parent[len(article.eid) :]
        named.append(msgspec.structs.replace(each, eid=eid + each.eid[len(article.eid) :], parent=parent))
    return msgspec.structs.replace(truth, provisions=tuple(named)), named[0]


def _body(text: str) -> str:
    """An article without its number and heading, which the codification prints apart."""
    return text.partition("\n")[2]


def figures() -> Iterator[Figure]:
    """How many are exact."""
    found = list(verdicts())
    counts = Counter(each.kind for each in found)
    judged = len(found) - counts["source"]
    if judged:
        note = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
        yield Figure("codification, articles amended: exact", counts["exact"] / judged, judged, None, 0.97, note=note)
        wrong = [each for each in found if each.kind in ("near", "missed", "different")]
        yield Figure("codification: wrong and not refused", len(wrong) / judged, judged, lower_is_better=True,
                     note=f"as the acts print it {sum(each.of_the_acts for each in wrong)}")  # fmt: skip


def errors() -> None:
    """List every article that is not exact, with the words that differ."""
    for each in verdicts():
        if each.kind == "exact":
            continue
        cause = " as the acts print it" if each.of_the_acts else ""
        print(f"{each.kind:9} {each.article.base} Điều {each.article.number} by {each.article.acts}{cause}")
        for ours, theirs in stretches(_body(each.ours), _body(each.article.text))[:6]:
            print(f"      ours: {ours[:200]!r}\n    theirs: {theirs[:200]!r}")


if __name__ == "__main__":
    if "--errors" in sys.argv:
        errors()
    else:
        from benchmarks.__main__ import _line

        for figure in figures():
            print(_line(figure))
