"""The documents that effects are drawn from: those of `effects_unread`, and the other texts of the corpus that act.

`administrative` (the publisher's Markdown), `party`, and the acts of `consolidation` whose work none of the others has;
official consolidated texts are left out, whose footnotes yield no effects.
"""

from collections.abc import Iterator

from benchmarks import consolidation_sources, corpus
from benchmarks.effects_unread import documents
from vanban import pipeline
from vanban.identification.symbol import symbol_key
from vanban.model import Parsed
from vanban.model.errors import SourceError
from vanban.rules import load


def papers() -> Iterator[tuple[str, Parsed]]:
    """(path, what was read), one text of each work: the first, in the order of the folders."""
    seen: set[str] = set()
    for path, parsed in _texts():
        key = work_key(path, parsed)
        if key not in seen and parsed.work.type != "van-ban-hop-nhat":
            seen.add(key)
            yield path, parsed


def work_key(path: str, parsed: Parsed) -> str:
    """What two texts of one work share: the symbol; the path where none is printed."""
    return symbol_key(parsed.work.symbol) if parsed.work.symbol else path


def _texts() -> Iterator[tuple[str, Parsed]]:
    rules = load()
    for folder, name, parsed in documents():
        yield f"{folder}/{name}", parsed
    for path in sorted((corpus.root() / "party").iterdir()):
        try:
            yield f"party/{path.name}", pipeline.parse(path.read_bytes(), path.name, rules)
        except SourceError:
            continue
    for row in corpus.rows("administrative/docs.jsonl.gz"):
        try:
            parsed = pipeline.parse(row["text_md"].encode(), row["file"], rules)
        except SourceError:
            continue
        yield f"administrative/{row['file']}", parsed
    for name in sorted(consolidation_sources.names()):
        yield f"consolidation/{name}", consolidation_sources.parsed(name)
