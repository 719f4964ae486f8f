"""The fields of the index, and a passage as a document of it.

Every stretch of words is held three times: with its accents (`…_as`), without (`…_bare`), and as pairs of neighbours
without accents (`…_pairs`), which say more than either word: "thu hồi" is asked for, not "thu" and "hồi". What a slip
of typing or a missing accent means is worked out on the question, against the words that the index has.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise

import msgspec
import tantivy

from vanban.identification.persons import without_persons
from vanban.model import State
from vanban.orthography import fold
from vanban.search.passage import AFTER_ALL, BEFORE_ALL, Passage
from vanban.search.symbols import filed

# Raised whenever the fields or what stands in them change: an index of another version is made anew.
VERSION = 2
WORDED = ("body", "head", "title")
IN_FORCE: frozenset[State] = frozenset({"in-force", "ended-in-part", "suspended-in-part"})
_AS_TYPED, _BARE, _SPACED, _WHOLE = "words", "bare-words", "spaced", "raw"
_WORD = re.compile(r"[a-z0-9]+")
_LONGEST = 40
_encoder = msgspec.msgpack.Encoder()
_passages = msgspec.msgpack.Decoder(Passage)


@cache
def schema() -> tantivy.Schema:
    """The schema of the index."""
    build = tantivy.SchemaBuilder()
    for name in WORDED:
        build.add_text_field(f"{name}_as", tokenizer_name=_AS_TYPED, index_option="position")
        build.add_text_field(f"{name}_bare", tokenizer_name=_BARE, index_option="freq")
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
    """Tell an index how words are cut; to be done after each opening."""
    cut = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.remove_long(_LONGEST))
    lower = cut.filter(tantivy.Filter.lowercase())
    index.register_tokenizer(_AS_TYPED, lower.build())
    cut = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.remove_long(_LONGEST))
    bare = cut.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold())
    index.register_tokenizer(_BARE, bare.build())
    index.register_tokenizer(_SPACED, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())


def document(passage: Passage) -> tantivy.Document:
    """A passage as the index takes it. Persons whom the words name are not looked up by (DESIGN §5)."""
    work = passage.work
    body = searchable(passage.text)
    head = searchable(f"{passage.above}\n{passage.heading}" if passage.above else passage.heading)
    title, title_pairs = _title(f"{work.type_name} {work.title}")
    begins, ends = force_of(passage)
    values: dict[str, object] = {
        "body_as": body, "body_bare": body, "body_pairs": pairs(body),
        "head_as": head, "head_bare": head, "head_pairs": pairs(head),
        "title_as": title, "title_bare": title, "title_pairs": title_pairs,
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


@lru_cache(maxsize=64)
def _title(words: str) -> tuple[str, str]:
    """A title as it is indexed, and its pairs: the same for every passage of a document."""
    title = searchable(words)
    return title, pairs(title)


def pairs(words: str) -> str:
    """Each two words that stand side by side, without accents: "thu_hoi hoi_dat"."""
    plain = _WORD.findall(fold(words))
    return " ".join(map("_".join, pairwise(plain)))


_ADDRESSED = re.compile(
    r"(?<!\w)(?:[ôÔ]ng|ÔNG|[bB]à|BÀ|[đĐ]ồng chí|ĐỒNG CHÍ|[đĐ]/[cC]|[cC]ụ|[aA]nh|[cC]hị|[cC]háu|[lL]iệt s[ĩỹ])(?!\w)"
)


def searchable(words: str) -> str:
    """The words without the persons that they name; most have no word of address, so nothing is looked for."""
    return without_persons(words) if _ADDRESSED.search(words) else words


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
