"""The publisher's structure mark-up of the portal pages, brought to the shape of our own units."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.corpus import rows
from vanban import structure
from vanban.model import Issuer, Level, Provision, Source, Text, Work
from vanban.rules import load

LEVELS: dict[str, Level] = {
    "phan": "part", "chuong": "chapter", "muc": "section", "tieu_muc": "subsection", "dieu": "article",
    "khoan": "clause", "diem": "point",
}  # fmt: skip
UNKNOWN_WORK = Work(
    id="", family="other", type="", type_name="", symbol="", symbol_printed="", number="", year=None,
    issuer=Issuer("", ""), date=None, place="", title="",
)  # fmt: skip


@dataclass(frozen=True)
class Marked:
    """One unit: its level and the first words of its printed line, without spaces and marks of quotation."""

    level: Level
    words: str


@dataclass(frozen=True)
class Case:
    """One page: its name, its text, and the units that the publisher marked."""

    name: str
    text: Text
    marked: tuple[Marked, ...]


def squeezed(line: str) -> str:
    """The first fifty letters and digits of a line: what both sides agree on, whatever they did with spaces."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", line[:200]).lower())[:50]


def cases() -> Iterator[Case]:
    """The Vietnamese portal pages. Units that the mark-up spreads over several rows are one."""
    for row in rows("portal/vbpl_docs.jsonl.gz"):
        if not row.get("text") or not row.get("struct"):
            continue
        seen: set[str] = set()
        marked: list[Marked] = []
        for item in row["struct"]:
            words = squeezed(item["text"] or "")
            if item["level"] in LEVELS and words and item["id"] not in seen:
                seen.add(item["id"])
                marked.append(Marked(LEVELS[item["level"]], words))
        content = unicodedata.normalize("NFC", row["text"])
        yield Case(row["file"], Text(content, Source("", "text/plain", row["file"])), tuple(marked))


def ours(text: Text) -> tuple[Provision, ...]:
    """The units of the document's own body: nothing quoted, no appendix, only levels that the publisher marks."""
    provisions, _ = structure.parse(text, UNKNOWN_WORK, load())
    own = [unit for unit in provisions if not unit.quoted and not unit.eid.startswith(("app", "form"))]
    levels = set(LEVELS.values())
    return tuple(unit for unit in own if unit.level in levels and "." not in unit.num)
