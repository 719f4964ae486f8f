"""The enacted texts of `corpus/acts`, put back into documents: they come as chapters and articles without a head."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from benchmarks import corpus
from vanban import effects, references, structure
from vanban.identification import symbol as symbols
from vanban.model import Issuer, Parsed, Source, Text, Work
from vanban.rules import Rules, load

_SUFFIX = re.compile(r"([a-zđ])\.\s+")


class Act(NamedTuple):
    """`symbol` as the collection gives it, and the text of chapters and articles."""

    symbol: str
    content: str

    def parsed(self, rules: Rules, passed: dt.date | None) -> Parsed:
        """The stages after identification. Type by the symbol, day of passing as given: no head is there to read."""
        found = symbols.parse(self.symbol, rules)
        kind = found.types[0] if found.types else ""
        names = {row.id: row.name for row in rules.document_types}
        work = Work(
            "", found.family, kind, names.get(kind, ""), self.symbol, self.symbol, found.number, found.year,
            Issuer("", ""), passed, "", "",
        )  # fmt: skip
        text = Text(self.content, Source("", "text/plain"))
        provisions, of_structure = structure.parse(text, work, rules)
        pointers, of_references = references.find(text, work, provisions, rules)
        found_effects, force, of_effects = effects.find(text, work, provisions, pointers, rules)
        findings = (*of_structure, *of_references, *of_effects)
        return Parsed(text, work, provisions, pointers, found_effects, force, (), findings)


def _lines(row: dict[str, Any]) -> Iterator[str]:
    for chapter in row["chapters"]:
        for part in (chapter.get("title"), chapter.get("subtitle")):
            if part:
                yield part
        for article in chapter["articles"]:
            number, heading = article["number"].rstrip(". "), article.get("heading") or ""
            # The collection cuts "Điều 7b. Quyền" into "Điều 7" and "b. Quyền".
            suffix = _SUFFIX.match(heading)
            if suffix is not None:
                number, heading = number + suffix[1], heading[suffix.end() :]
            yield f"{number}. {heading}".rstrip()
            yield article.get("body") or ""


def assembled() -> Iterator[Act]:
    """Each act of the collection that has a text."""
    rules = load()
    for row in corpus.rows("acts/docs.jsonl.gz"):
        content = unicodedata.normalize("NFC", "\n".join(line for line in _lines(row) if line))
        if content:
            yield Act(symbols.restored(row["id"], rules), content)
