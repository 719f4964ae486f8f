"""The fields of the index, and a passage as a document of it.

Every stretch of words is held three times: with its accents (`…_as`), without (`…_bare`), and as pairs of neighbours
without accents (`…_pairs`), which say more than either word: "thu hồi" is asked for, not "thu" and "hồi". What a slip
of typing or a missing accent means is worked out on the question, against the words that the index has.
"""

from functools import cache, lru_cache

import msgspec
import tantivy

from vanban.model import State
from vanban.search.passage import AFTER_ALL, BEFORE_ALL, Passage
from vanban.search.symbols import filed
from vanban.search.worded import worded

# Raised whenever the fields or what stands in them change: an index of another version is made anew.
VERSION = 3
WORDED = ("body", "head", "title")
IN_FORCE: frozenset[State] = frozenset({"in-force", "ended-in-part", "suspended-in-part"})
_SPACED, _WHOLE = "spaced", "raw"
_encoder = msgspec.msgpack.Encoder()
_passages = msgspec.msgpack.Decoder(Passage)
# Titles and headings: the same for many passages of a document.
_short = lru_cache(maxsize=64)(worded)


@cache
def schema() -> tantivy.Schema:
    """The schema of the index."""
    build = tantivy.SchemaBuilder()
    for name in WORDED:
        build.add_text_field(f"{name}_as", tokenizer_name=_SPACED, index_option="position")
        build.add_text_field(f"{name}_bare", tokenizer_name=_SPACED, index_option="freq")
        build.add_text_field(f"{name}_pairs", tokenizer_name=_SPACED, index_option="freq")
    build.add_text_field("symbol", tokenizer_name=_SPACED, index_option="basic")
    build.add_text_field("work", tokenizer_name=_WHOLE, index_option="basic")
    build.add_text_field("unit", tokenizer_name=_WHOLE, index_option="basic")
    for name in ("type", "issuer", "field", "family"):
        build.add_text_field(name, tokenizer_name=_WHOLE, index_option="basic", fast=True)
    for name in ("year", "since", "until", "begins", "ends", "whole"):
        build.add_integer_field(name, indexed=True, fast=True)
    build.add_bytes_field("passage", stored=True)
    return build.build()


def register_words(index: tantivy.Index) -> None:
    """Tell an index how words are cut; to be done after each opening. They come cut: blanks stand between them."""
    index.register_tokenizer(_SPACED, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())


def document(passage: Passage) -> tantivy.Document:
    """A passage as the index takes it. Persons whom the words name are not looked up by (decision 0016)."""
    work = passage.work
    body = worded(passage.text)
    head = _short(f"{passage.above}\n{passage.heading}" if passage.above else passage.heading)
    title = _short(f"{work.type_name} {work.title}")
    begins, ends = force_of(passage)
    values: dict[str, object] = {
        "body_as": body.typed, "body_bare": body.bare, "body_pairs": body.pairs,
        "head_as": head.typed, "head_bare": head.bare, "head_pairs": head.pairs,
        "title_as": title.typed, "title_bare": title.bare, "title_pairs": title.pairs,
        "work": work.id, "unit": passage.eid or "", "type": work.type, "issuer": work.issuer, "family": work.family,
        "field": list(work.fields), "year": work.year or 0, "since": passage.since, "until": passage.until,
        "begins": begins, "ends": ends, "whole": int(passage.eid is None), "passage": _encoder.encode(passage),
    }  # fmt: skip
    if passage.eid is None and work.symbol:
        values["symbol"] = " ".join(filed(work.symbol))
    return tantivy.Document(**values)


def passage_of(document: tantivy.Document) -> Passage:
    """The passage that a document of the index holds."""
    held: bytes = document["passage"][0]
    return _passages.decode(held)


def force_of(passage: Passage) -> tuple[int, int]:
    """The days `[begins, ends)` on which the unit is in force in this wording; an empty stretch where it never is."""
    begins = ends = BEFORE_ALL
    for index, stretch in enumerate(passage.states):
        if stretch.state in IN_FORCE:
            begins = stretch.start
            later = passage.states[index + 1 :]
            ends = next((each.start for each in later if each.state not in IN_FORCE), AFTER_ALL)
            break
    return max(begins, passage.since), min(ends, passage.until)
