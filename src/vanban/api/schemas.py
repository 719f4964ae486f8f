"""The JSON Schemas of every answer, made from the types that the answers are; shipped in `docs/schemas/`.

`python -m vanban.api.schemas FOLDER` writes them; a test holds the folder to the types.
"""

import json
import sys
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

from vanban.api.added import Addition
from vanban.api.checking import Checked
from vanban.api.compared import Compared
from vanban.api.force_periods import ForcePeriods
from vanban.api.front import Front
from vanban.api.inspecting import Inspection
from vanban.api.judging import Judged
from vanban.api.opened import Opened
from vanban.api.originals import Originals
from vanban.api.overview import Overview
from vanban.api.settling import Cases, Taken
from vanban.api.shown import ShownJson
from vanban.api.unit_page import UnitPage
from vanban.api.verifying import Verification
from vanban.archive import AddReport, Counts, RereadReport, Shelved
from vanban.consolidation.difference import Difference
from vanban.exports.changes import ChangesJson
from vanban.exports.document import DocumentJson
from vanban.exports.expression import TextJson
from vanban.exports.relations import EffectsJson, ReferencesJson, RemovedJson
from vanban.model import ExpressedProvision, Judgement
from vanban.review.coverage import CoverageAnswer
from vanban.review.drafting import Draft
from vanban.review.following import Following
from vanban.review.impact import ImpactAnswer
from vanban.review.judgement_sheet import SheetTaken
from vanban.review.listed import ReviewLists
from vanban.review.tying import Tied
from vanban.search.answer import Answer, Suggestion
from vanban.timeline import Kin, Status

ANSWERS: dict[str, Any] = {
    "page-act": Opened,
    "page-unit": UnitPage,
    "page-compare": Compared,
    "page-timeline": ForcePeriods,
    "page-home": Front,
    "page-original": Originals,
    "page-documents": Shelved,
    "review-draft": Draft,
    "review-inspect": Inspection,
    "page-addition": Addition,
    "page-counts": Counts,
    "page-judgements": Judged,
    "document": DocumentJson,
    "unit": ShownJson,
    "removed": RemovedJson,
    "add": AddReport,
    "reread": RereadReport,
    "overview": Overview,
    "status": Status,
    "text": TextJson,
    "blame": tuple[ExpressedProvision, ...],
    "diff": tuple[Difference, ...],
    "verify": Verification,
    "settle": Cases,
    "settled": Taken,
    "references": ReferencesJson,
    "effects": EffectsJson,
    "lineage": Kin,
    "changes": ChangesJson,
    "tasks": Following,
    "review-coverage": CoverageAnswer,
    "sheet-taken": SheetTaken,
    "judgement": Judgement,
    "check": Checked,
    "search": Answer,
    "suggestion": Suggestion,
    "review-lists": ReviewLists,
    "review-impact": ImpactAnswer,
    "review-import": Tied,
}


def schemas() -> dict[str, str]:
    """File name -> the schema as indented JSON text."""
    return {f"{name}.schema.json": _render(name, shape) for name, shape in ANSWERS.items()}


def _render(name: str, shape: Any) -> str:
    body = _told(msgspec.json.schema(shape))
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"vanban {name}"}
    return json.dumps({**head, **body}, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


def _told(schema: Any) -> Any:
    """A schema whose descriptions are docstrings without their indentation, as Python from 3.13 on keeps them."""
    if isinstance(schema, dict):
        return {
            key: cleandoc(value) if key == "description" and isinstance(value, str) else _told(value)
            for key, value in schema.items()
        }
    return [_told(each) for each in schema] if isinstance(schema, list) else schema


def write(folder: Path) -> None:
    """Write every schema into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
