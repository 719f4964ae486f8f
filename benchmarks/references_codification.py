"""The official cross-references of the codification (`chi_dan`) whose text names its target: are they found?

An article of the codification says which articles it is connected with. A connection is counted where the article's own
words print its target: "Điều 24" for an article of the same act, "Điều 24" and the act's number for another act.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from benchmarks.corpus import rows
from benchmarks.figure import Figure
from vanban import references
from vanban.identification.symbol import symbol_key
from vanban.model import Issuer, Provision, Reference, Source, Text, Work
from vanban.rules import load

_NOTE = re.compile(r"\(Điều (\d+[a-zđ]?) [^()]*?số ([\w./-]+[A-ZĐ][\w./-]*)")
_SAMPLE = 4000


def _articles() -> tuple[list[dict[str, str]], dict[str, tuple[str, str]]]:
    """(every article with cross-references, code -> (symbol of the act, number of the article in it))."""
    places: dict[str, tuple[str, str]] = {}
    linked = []
    for row in rows("codification/phapdien_2024-04.dev.jsonl.gz"):
        code = re.match(r"Điều (\d+\.\d+\.[\wĐ]+(?:\.[\w]+)+)\.", row["dieu"])
        note = _NOTE.match(row["ghi_chu"] or "")
        if code is None or note is None:
            continue
        places[code[1]] = (symbol_key(note[2]), note[1])
        if row["chi_dan"] and row["noi_dung"]:
            linked.append({**row, "code": code[1]})
    return linked, places


def outcomes() -> Iterator[tuple[bool, str, str, str, str]]:
    """(found, code of the article, act of the target, its article, the words)."""
    linked, places = _articles()
    rules = load()
    step = max(1, len(linked) // _SAMPLE)
    for row in islice(linked, 0, None, step):
        own, number = places[row["code"]]
        words = row["noi_dung"]
        text = Text(words, Source("", "text/plain"))
        work = Work("here", "state", "", "", own, own, "", None, Issuer("", ""), date(2024, 4, 1), "", "")
        whole = (Provision(f"art_{number}", "article", number, "", 0, len(words)),)
        found = references.find(text, work, whole, rules)[0]
        for match in re.finditer(r"Điều (\d+\.\d+\.[\wĐ]+(?:\.[\w]+)+)", row["chi_dan"]):
            target = places.get(match[1].rstrip("."))
            if target is None or not _named(words, own, target) or target == (own, number):
                continue
            yield any(_hits(item, own, target) for item in found), row["code"], target[0], target[1], words


def _named(words: str, own: str, target: tuple[str, str]) -> bool:
    if not re.search(rf"Điều {target[1]}(?![\w])", words):
        return False
    return target[0] == own or target[0] in symbol_key_of_words(words)


def symbol_key_of_words(words: str) -> str:
    """The words without blanks and in capitals, so that a number can be looked for whatever its spelling."""
    return re.sub(r"(?<![\d.])0+(?=\d+/)", "", re.sub(r"\s", "", words).upper())


def _hits(item: Reference, own: str, target: tuple[str, str]) -> bool:
    said = item.target
    article = next((unit.num for unit in said.provision if unit.level == "article"), "")
    if article != target[1]:
        return False
    return symbol_key(said.symbol) == target[0] if said.symbol else target[0] == own


def figures() -> Iterable[Figure]:
    """The share found."""
    results = [found for found, *_ in outcomes()]
    yield Figure(
        "official cross-references whose text names the target, found",
        sum(results) / max(1, len(results)),
        len(results),
        0.97,
        0.995,
    )


def main() -> None:
    """List what was not found."""
    for found, code, act, article, words in outcomes():
        if not found:
            at = re.search(rf"Điều {article}(?![\w])", words)
            begin = at.start() if at else 0
            print(code, act, article, "|", words[max(0, begin - 90) : begin + 110].replace("\n", "⏎"))


if __name__ == "__main__":
    main()
