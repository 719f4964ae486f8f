"""Every example wording of the rules on citing (Nghị định 30/2020/NĐ-CP), with the pointers that a person reads.

`truth/reference_wordings.tsv`: the rule that it stands for, the type of the citing document, the words, the pointers in
order. "⏎" is the end of a line; words without an article stand in khoản 1 Điều 1. A pointer: its role where it is
neither a plain citation nor a self-reference, how the words point, type, number, "title", day or year, path.
`python -m benchmarks.references_wordings` lists what is read otherwise.
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.figure import Figure
from vanban import references, structure
from vanban.model import Issuer, Reference, Source, Text, Work
from vanban.rules import load

_TRUTH = Path(__file__).parent / "truth" / "reference_wordings.tsv"
_SILENT = ("cites", "self")


def said(item: Reference) -> str:
    """One pointer in the words of the truth file."""
    target = item.target
    own = target.relative not in (None, "declared")
    parts = [
        "" if item.role in _SILENT else item.role,
        target.relative or "" if own else "",
        "" if own else target.type,
        target.symbol,
        f'"{target.title}"' if target.title else "",
        str(target.date or target.year or ""),
        *(f"{unit.level}:{unit.num}" for unit in target.provision),
    ]
    return " ".join(part for part in parts if part)


def outcomes() -> Iterator[tuple[bool, str]]:
    """(right, the words with what they mean and what is read) for every example."""
    rules = load()
    with _TRUTH.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            words = row["words"].replace(" ⏎ ", "\n")
            content = words if words.startswith("Điều 1.") else f"Điều 1. Quy định\n1. {words}\n"
            text = Text(content, Source("0" * 64, "text/plain"))
            work = Work("", "state", row["kind"], "", "", "", "", None, Issuer("", ""), None, "", "")
            provisions, _ = structure.parse(text, work, rules)
            found = [said(item) for item in references.find(text, work, provisions, rules)[0]]
            meant = row["pointers"].split(" | ") if row["pointers"] else []
            yield found == meant, f"{row['rule']}: {row['words']} means {meant}, read {found}"


def figures() -> Iterable[Figure]:
    """The share of the example wordings that are read right, whole."""
    verdicts = [right for right, _ in outcomes()]
    yield Figure("example wordings of citing read right", sum(verdicts) / len(verdicts), len(verdicts), None, 1.0)


def main() -> None:
    """List the examples that are read otherwise."""
    print(*(line for right, line in outcomes() if not right), sep="\n")


if __name__ == "__main__":
    main()
