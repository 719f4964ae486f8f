"""Structure against the acts collection: 225 acts given by chapter and article, put together again and divided.

The collection's own cutting takes articles quoted by amending acts, and of attached forms, for the act's; those count
against us here, so that this figure is a floor and not a truth.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable

from benchmarks.corpus import rows
from benchmarks.figure import Figure
from benchmarks.structure_truth import UNKNOWN_WORK
from vanban import structure
from vanban.model import Source, Text
from vanban.rules import load


def compare() -> Iterable[tuple[str, Counter[str], Counter[str]]]:
    """For each act: its id, the articles given, the articles that we find outside of quoted words."""
    for row in rows("acts/docs.jsonl.gz"):
        lines: list[str] = []
        given: Counter[str] = Counter()
        for chapter in row["chapters"]:
            lines += [line for line in (chapter["title"], chapter.get("subtitle")) if line]
            for article in chapter["articles"]:
                lines += [f"{article['number']}. {article['heading'] or ''}", article["body"]]
                given[article["number"].split()[-1].lower()] += 1
        text = Text(unicodedata.normalize("NFC", "\n".join(lines)), Source("", "text/plain"))
        provisions, _ = structure.parse(text, UNKNOWN_WORK, load())
        yield row["id"], given, Counter(u.num for u in provisions if u.level == "article" and not u.quoted)


def figures() -> Iterable[Figure]:
    """Articles that agree, and acts whose articles all agree."""
    results = list(compare())
    right = sum(sum((given & found).values()) for _, given, found in results)
    missed = sum(sum((given - found).values()) for _, given, found in results)
    surplus = sum(sum((found - given).values()) for _, given, found in results)
    f1 = 2 * right / (2 * right + missed + surplus)
    yield Figure("acts: điều F1, raw", f1, right + missed, note=f"missed {missed}, surplus {surplus}")
    exact = sum(given == found for _, given, found in results)
    yield Figure("acts: acts whose articles agree, raw", exact / len(results), len(results))


if __name__ == "__main__":
    for name, given, found in compare():
        if given != found:
            print(name, "missed", dict(given - found), "surplus", dict(found - given))
