"""Impact of a new act: documents tied by căn cứ or by their text to a changed act, against a hand list of five cases.

`truth/review_impact.tsv` was written from raw searches before the program was run on them; only the changed acts named
there are scored. `python -m benchmarks.review_impact --errors` lists what differs.
"""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks.figure import Figure
from benchmarks.review_corpus import open_corpus
from vanban.api import Archive
from vanban.api.reviewing import review_impact
from vanban.archive import texts
from vanban.identification.symbol import symbol_key

TRUTH = Path(__file__).parent / "truth" / "review_impact.tsv"


class Tie(NamedTuple):
    new: str
    changed: str
    document: str
    paragraph: int


def truth() -> dict[Tie, str]:
    """Each tie with its nearest reach ("" where it was not written down)."""
    found = {}
    for line in TRUTH.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            new, changed, document, paragraph, reach = line.split("\t")
            found[Tie(new, symbol_key(changed), _key(document), int(paragraph))] = reach
    return found


def _key(document: str) -> str:
    return document if document.endswith(".txt") else symbol_key(document)


def answers(archive: Archive, cases: Iterable[str], wanted: set[str]) -> dict[Tie, str]:
    """The ties of khoản 2 and 3 that the program tells, through the changed acts wanted."""
    names = {row.id: row.symbol for row in archive.works()}
    found = {}
    for case in cases:
        for each in review_impact(archive, case).affected:
            through = symbol_key(names.get(each.through or "", (each.through or "")[1:]))
            if each.paragraph in (2, 3) and through in wanted:
                symbol = names.get(each.work, "")
                document = symbol_key(symbol) if symbol else _file(archive, each.work)
                found[Tie(case, through, document, each.paragraph)] = each.reach
    return found


def _file(archive: Archive, work: str) -> str:
    return next((Path(origin).name for text in texts(archive.store, work) for origin in text.origins), "")


def compare() -> tuple[dict[Tie, str], dict[Tie, str]]:
    true = truth()
    with tempfile.TemporaryDirectory() as name, open_corpus(Path(name)) as archive:
        said = answers(archive, sorted({tie.new for tie in true}), {tie.changed for tie in true})
    # A changed act is asked of the case that changes it only.
    pairs = {(tie.new, tie.changed) for tie in true}
    return true, {tie: reach for tie, reach in said.items() if (tie.new, tie.changed) in pairs}


def figures() -> Iterable[Figure]:
    true, said = compare()
    right = true.keys() & said.keys()
    note = f"{len({tie.new for tie in true})} cases"
    yield Figure("impact, ties by căn cứ and citation: recall", len(right) / len(true), len(true), 0.97, 1.0, note=note)
    yield Figure("impact, ties by căn cứ and citation: precision", len(right) / max(len(said), 1), len(said), 0.97, 1.0)
    known = [tie for tie in right if true[tie]]
    reach = sum(true[tie] == said[tie] for tie in known)
    yield Figure("impact, nearest reach of a tie", reach / max(len(known), 1), len(known))


if __name__ == "__main__":
    if "--errors" in sys.argv:
        wanted, given = compare()
        for tie in sorted(wanted.keys() - given.keys()):
            print("MISSED", *tie, sep=" | ")
        for tie in sorted(given.keys() - wanted.keys()):
            print("WRONG", *tie, sep=" | ")
        for tie in sorted(wanted.keys() & given.keys()):
            if wanted[tie] and wanted[tie] != given[tie]:
                print("REACH", *tie, wanted[tie], given[tie], sep=" | ")
