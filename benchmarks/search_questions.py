"""The questions of ALQAC 2024 over the articles of 17 laws, and an index of those articles."""

from collections.abc import Iterator
from typing import NamedTuple

import tantivy

from benchmarks import corpus
from vanban.search import fields
from vanban.search.index import HEAP
from vanban.search.passage import AFTER_ALL, BEFORE_ALL, OfWork, Passage

_FOLDER = "retrieval/alqac2024"
DAY = 730_000
_TYPES = {"hien-phap": "Hiến pháp", "bo-luat": "Bộ luật", "luat": "Luật"}
_WITHOUT_HEADINGS = "hien-phap"
Place = tuple[str, str]


class Asked(NamedTuple):
    """A question and the (law, article) pairs that answer it."""

    text: str
    answers: frozenset[Place]


def articles() -> Iterator[Passage]:
    """Every article, its first line as its heading; the articles of the Constitution have none."""
    for law in corpus.load(f"{_FOLDER}/law.json"):
        title = law["id"]
        kind, name = next((kind, name) for kind, name in _TYPES.items() if title.startswith(name))
        work = OfWork(title, "state", kind, name, "", "quoc-hoi", "Quốc hội", title, None, None)
        for article in law["articles"]:
            heading = "" if kind == _WITHOUT_HEADINGS else article["text"].partition("\n")[0]
            eid = f"art_{article['id']}"
            yield Passage(work, eid, heading, "", article["text"], 0, BEFORE_ALL, AFTER_ALL, False, ())


def questions() -> list[Asked]:
    """The questions of which an answer is among the articles (529)."""
    here = {(passage.work.id, passage.eid) for passage in articles()}
    found = []
    for row in corpus.load(f"{_FOLDER}/train.json"):
        named = {(each["law_id"], f"art_{each['article_id']}") for each in row["relevant_articles"]}
        if answers := named & here:
            found.append(Asked(row["text"], frozenset(answers)))  # type: ignore[arg-type]
    return found


def index() -> tantivy.Index:
    """An index of the articles, in memory."""
    made = tantivy.Index(fields.schema())
    fields.register_words(made)
    writer = made.writer(HEAP, 1)
    for passage in articles():
        writer.add_document(fields.document(passage))
    writer.commit()
    made.reload()
    return made
