"""The enacted acts of `corpus/consolidation`, and what each acts upon.

An act comes as a page of a commercial site, as chapters and articles of the portal, or both. The portal's is taken
where it has as many articles, because the page carries editors' notes. Notes in square brackets that name an act are
taken out of pages: `[… hướng dẫn bởi Nghị định …]`.
"""

import datetime as dt
import gzip
import json
import re
import unicodedata
from functools import cache
from typing import Any

import msgspec

from benchmarks import corpus
from benchmarks.acts import Act, _lines
from vanban import pipeline
from vanban.consolidation import Change
from vanban.model import Effect, Parsed
from vanban.orthography import fold
from vanban.rules import load

_EDITOR = re.compile(r"\s?\[[^\[\]]{12,2000}?\d+/\d{4}/[^\[\]]*\]")


@cache
def names() -> dict[str, str]:
    """Names of the manifest -> files of the corpus."""
    found: dict[str, str] = corpus.load("consolidation/files_map.json")
    return found


def manifest() -> list[dict[str, Any]]:
    """The 25 official texts."""
    found: list[dict[str, Any]] = corpus.load("consolidation/pairs_manifest.json")
    return found


def raw(name: str) -> str:
    """The content of a file, as text."""
    path = corpus.root() / "consolidation" / names()[name]
    return gzip.open(path, "rt", encoding="utf-8").read()


@cache
def parsed(name: str) -> Parsed:
    """One file of an act, parsed; a page without its editors' notes."""
    content = raw(name)
    if not name.endswith(".json"):
        return pipeline.parse(_EDITOR.sub("", content).encode(), name.rpartition("/")[2], load())
    row = json.loads(content)
    words = unicodedata.normalize("NFC", "\n".join(line for line in _lines(row) if line))
    return Act(row["id"], words).parsed(load(), None)


def act(files: list[str]) -> Parsed | None:
    """The best file of an act."""
    here = [parsed(name) for name in files if name in names()]
    return max(here, key=lambda each: (_articles(each), each.text.source.sha256 == ""), default=None)


def _articles(value: Parsed) -> int:
    return sum(unit.level == "article" and not unit.quoted for unit in value.provisions)


def changes(acting: Parsed, symbol: str, title: str, passed: dt.date | None) -> list[Change]:
    """The effects of an act upon the act of that symbol and title."""


    work = msgspec.structs.replace(acting.work, date=acting.work.date or passed, id=acting.work.symbol)
    acting = msgspec.structs.replace(acting, work=work)
    return [
        Change(effect, acting, effect.start_on or acting.force.start_on)
        for effect in acting.effects
        if _upon(effect, symbol, title)
    ]


def _upon(effect: Effect, symbol: str, title: str) -> bool:
    target = effect.target
    if target.symbol:
        return target.symbol.split("/")[:2] == symbol.split("/")[:2] and target.symbol[-4:-2] == symbol[-4:-2]
    return bool(target.title) and fold(target.title) == fold(title)
