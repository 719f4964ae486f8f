"""The check of drafts: forty seeded faults found, false alarms on ten clean drafts.

The drafts are written by us and made into DOCX files by this module; the faults were written down before the check was
run. `--errors` lists what was missed and what was alarmed wrongly.
"""

import datetime as dt
import sys
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.shared import Mm, Pt

from benchmarks.figure import Figure
from vanban import Archive, pipeline
from vanban.review.drafting import Draft, check_draft
from vanban.rules import load

_FOLDER = Path(__file__).parent / "drafts"
_SAMPLE = Path(__file__).parents[1] / "examples" / "tinh-song-lam"
_DAY = dt.date(2026, 11, 20)


def drafts() -> dict[str, dict[str, Any]]:
    """The clean drafts by id."""
    rows = yaml.safe_load((_FOLDER / "clean.yaml").read_text(encoding="utf-8"))
    return {row["id"]: row for row in rows}


def seeded() -> list[dict[str, Any]]:
    """The faults."""
    rows: list[dict[str, Any]] = yaml.safe_load((_FOLDER / "seeded.yaml").read_text(encoding="utf-8"))
    return rows


def faulty(draft: dict[str, Any], fault: dict[str, Any]) -> dict[str, Any]:
    """The draft with one fault. Raises ValueError where its words are not in the draft."""
    if "was" not in fault:
        return {**draft, "layout": fault["layout"]}
    changed = dict(draft)
    hits = 0
    for part in ("left", "right", "title", "body", "foot_left", "foot_right"):
        lines = [line.replace(fault["was"], fault["now"]) for line in draft[part]]
        hits += lines != draft[part]
        changed[part] = [line for line in lines if line]
    if not hits:
        raise ValueError(f"{fault} is not in the draft")
    return changed


def write(draft: dict[str, Any], path: Path) -> None:
    """The draft as a DOCX in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(10 if draft.get("layout") == "margins" else 15)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial" if draft.get("layout") == "font" else "Times New Roman", Pt(14)
    _columns(document, draft["left"], draft["right"])
    for line in (*draft["title"], *draft["body"]):
        document.add_paragraph(line)
    _columns(document, draft["foot_left"], draft["foot_right"])
    document.save(str(path))


def _columns(document: Any, left: list[str], right: list[str]) -> None:
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, lines in zip(cells, (left, right), strict=True):
        cell.paragraphs[0].text = lines[0] if lines else ""
        for line in lines[1:]:
            cell.add_paragraph(line)


@cache
def outcome() -> tuple[list[tuple[dict[str, Any], Draft]], dict[str, Draft]]:
    """Each seeded fault with what was found in its draft, and what was found in the clean drafts."""
    clean = drafts()
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "sample.db") as archive:
        archive.add(_SAMPLE)

        def checked(draft: dict[str, Any]) -> Draft:
            path = Path(folder) / "draft.docx"
            write(draft, path)
            parsed = pipeline.parse(path.read_bytes(), path.name, load())
            return check_draft(parsed, path, archive.store, _DAY, load())

        faults = [(fault, checked(faulty(clean[fault["in"]], fault))) for fault in seeded()]
        return faults, {name: checked(draft) for name, draft in clean.items()}


def _found(fault: dict[str, Any], draft: Draft) -> bool:
    return any(each.rule == fault["rule"] for each in draft.faults)


def figures() -> Iterable[Figure]:
    """The rows of the table; hints that an act is not in the archive are no alarms."""
    faults, clean = outcome()
    found = sum(_found(fault, draft) for fault, draft in faults)
    alarms = sum(1 for draft in clean.values() for each in draft.faults if each.rule != "reference-unknown")
    yield Figure("drafts: seeded faults found", found, len(faults), floor=38, goal=40, unit="faults")
    yield Figure(
        "drafts: false alarms on clean drafts", alarms, len(clean), floor=3, goal=0, unit="alarms", lower_is_better=True
    )


if __name__ == "__main__" and "--errors" in sys.argv:
    missed, without = outcome()
    for fault, draft in missed:
        if not _found(fault, draft):
            print("missed", fault["in"], fault["rule"], [each.rule for each in draft.faults], sep="\t")
    for name, draft in without.items():
        for each in draft.faults:
            if each.rule != "reference-unknown":
                print("alarm", name, each.rule, each.quote[:80], each.details, sep="\t")
