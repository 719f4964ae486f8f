"""The enacted acts of `corpus/consolidation`, and what each acts upon.

An act comes as a page of a commercial site, as chapters and articles of the portal, or both. As a base only the
portal's is an enacted text: the pages also show what later acts inserted, told by notes ("Khoản 17 được bổ sung bởi
…"), so a base that only a page has is left out of run (a). Of an amending act the file is taken from which fewer of its
instructions are refused upon the base alone, the portal's where they are equal; the official text is never looked at.

Cleaned: editors' notes of pages in square brackets that name an act, `[… hướng dẫn bởi Nghị định …]`; lines of the
portal's furniture ("Điều khoản được sửa đổi, bổ sung" beside an article that a later act changed).
"""

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
from vanban.consolidation import Change, consolidate
from vanban.consolidation.collating import Copy
from vanban.model import Effect, Parsed
from vanban.orthography import fold
from vanban.rules import load

FURNITURE = re.compile(r"\n?Điều khoản được (?:sửa đổi, bổ sung|sửa đổi|bổ sung|bãi bỏ|thay thế)\s*(?=\n|$)")
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
    return Act(row["id"], FURNITURE.sub("", words)).parsed(load(), None)


def enacted(files: list[str]) -> Parsed | None:
    """The enacted text among the files of a base; None where only a page with later insertions is here."""
    return next((parsed(name) for name in files if name in names() and name.endswith(".json")), None)


def acting(files: list[str], base: Parsed, symbol: str, title: str) -> Parsed | None:
    """The file of an amending act that reads best, judged by the base alone; None where none is here."""
    here = sorted((name for name in files if name in names()), key=lambda name: not name.endswith(".json"))
    # Three files of the manifest hold another document (a plan, a law on food): they say nothing of the base.
    here = [name for name in here if speaks_of(parsed(name), symbol, title)]
    if len(here) < 2:
        return parsed(here[0]) if here else None

    def unread(name: str) -> tuple[int, int]:
        made = consolidate(base, changes(parsed(name), symbol, title))
        return len(made.refused), -len(made.applied)

    return parsed(min(here, key=unread))


def speaks_of(act: Parsed, symbol: str, title: str) -> bool:
    """Whether a document can be the amending act at all: it acts upon the base, or names it by its number."""
    return symbol.rpartition("/")[0] in act.text.content or bool(changes(act, symbol, title))


def copies(files: list[str], act: Parsed) -> tuple[Copy, ...]:
    """The other texts of an amending act among its files."""
    others = ((name, parsed(name)) for name in files if name in names())
    return tuple(Copy(name, other.text.content) for name, other in others if other is not act)


def changes(act: Parsed, symbol: str, title: str, others: tuple[Copy, ...] = ()) -> list[Change]:
    """The effects of an act upon the act of that symbol and title; `others` are its other texts."""
    work = msgspec.structs.replace(act.work, id=act.work.symbol)
    act = msgspec.structs.replace(act, work=work)
    return [
        Change(effect, act, effect.start_on or act.force.start_on, copies=others)
        for effect in act.effects
        if _upon(effect, symbol, title)
    ]


def _upon(effect: Effect, symbol: str, title: str) -> bool:
    target = effect.target
    if target.symbol:
        return target.symbol.split("/")[:2] == symbol.split("/")[:2] and target.symbol[-4:-2] == symbol[-4:-2]
    return bool(target.title) and fold(target.title) == fold(title)
