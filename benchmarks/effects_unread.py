"""Amending clauses not understood, and ends of documents that the portal calls in force.

A clause counts as not understood where the finding `effect-not-understood` or `effect-target-unnamed` quotes it; the
whole are those clauses and the ones that gave effects. That figure knows only what the reader itself was aware of; the
figure of `effects_said` asks from outside. `python -m benchmarks.effects_unread --errors` lists both.
"""

import sys
from collections.abc import Iterable, Iterator

from benchmarks import corpus
from benchmarks.acts import assembled
from benchmarks.figure import Figure
from vanban import pipeline
from vanban.identification.symbol import symbol_key
from vanban.model import Parsed
from vanban.model.errors import SourceError
from vanban.rules import load

UNREAD = ("effect-not-understood", "effect-target-unnamed")
WHOLE = ("end", "repeal-work", "replace-work")


def documents() -> Iterator[tuple[str, str, Parsed]]:
    """(folder, name, what was read) of every document of `portal/text`, `office` and `acts` that can be read."""
    rules = load()
    for folder in ("portal/text", "office"):
        for path in sorted((corpus.root() / folder).iterdir()):
            try:
                yield folder, path.name, pipeline.parse(path.read_bytes(), path.name, rules)
            except SourceError:
                continue
    for act in assembled():
        yield "acts", act.symbol, act.parsed(rules, None)


def _clauses(parsed: Parsed) -> tuple[set[int], set[tuple[int, int, str]]]:
    """Where clauses begin that gave effects, and the findings on those that were not understood."""
    read = {effect.start for effect in parsed.effects if effect.verb not in ("detail", "apply")}
    unread = {(f.start, f.end, f.code) for f in parsed.findings if f.code in UNREAD}
    return read - {start for start, _, _ in unread}, unread


def figures() -> Iterable[Figure]:
    read = unread = candidates = 0
    in_force = _in_force()
    false_ends = 0
    for folder, _, parsed in documents():
        of_read, of_unread = _clauses(parsed)
        read, unread = read + len(of_read), unread + len(of_unread)
        candidates += sum(code == "effect-target-unnamed" for _, _, code in of_unread)
        if folder == "portal/text":
            false_ends += sum(1 for _ in _false_ends(parsed, in_force))
    note = f"{unread} clauses, {candidates} of them with their act or article not named"
    value = unread / (read + unread)
    yield Figure(
        "amending clauses told as not understood", value, read + unread, 0.04, 0.005, lower_is_better=True, note=note
    )
    yield Figure(
        "ends of portal documents labelled in force", false_ends, len(in_force), 0, 0, unit="", lower_is_better=True
    )


def _in_force() -> dict[str, str]:
    """Symbols of the portal's Vietnamese pages labelled "Còn hiệu lực", as their titles print them."""
    found = {}
    for row in corpus.rows("portal/vbpl_docs.jsonl.gz"):
        if (
            row["tinh_trang"] == "Còn hiệu lực"
            and row["so_hieu"]
            and (corpus.root() / "portal/text" / row["file"].replace(".html", ".txt")).exists()
        ):
            found[symbol_key(row["so_hieu"])] = row["file"]
    return found


def _false_ends(parsed: Parsed, in_force: dict[str, str]) -> Iterator[str]:
    for effect in parsed.effects:
        key = symbol_key(effect.target.symbol) if effect.target.symbol else ""
        if effect.verb in WHOLE and not effect.target.provision and effect.grade == "explicit" and key in in_force:
            yield (
                f"{key} ({in_force[key]}) by {parsed.work.symbol}: "
                f"{parsed.text.content[effect.start : effect.end][:200]}"
            )


if __name__ == "__main__":
    if "--errors" in sys.argv:
        labels = _in_force()
        for folder, name, parsed in documents():
            for start, end, code in sorted(_clauses(parsed)[1]):
                print(folder, name, code, " ".join(parsed.text.content[start:end].split())[:240], sep=" | ")
            for line in _false_ends(parsed, labels) if folder == "portal/text" else ():
                print(folder, name, "END", line, sep=" | ")
