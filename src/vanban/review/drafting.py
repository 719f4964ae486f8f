"""A draft checked before signature: form, layout, content, citations; and what no source allows to be checked."""

import datetime as dt
from pathlib import Path

import msgspec

from vanban.archive import Store
from vanban.model import Parsed, Severity
from vanban.review.draft_content import citation_slips, content_slips
from vanban.review.draft_form import Slip, applicable, family_of, form_slips
from vanban.review.draft_layout import layout_slips
from vanban.rules import Rules
from vanban.rules.draft_rule import DraftFamily, DraftPart


class Fault(msgspec.Struct, frozen=True):
    """A fault of a draft: the rule, how grave, the words `start:end` of the text (0, 0: the whole), basis and details.

    `reviewed` False: no jurist has confirmed the rule yet. `basis` "" for faults against no rule of form.
    """

    rule: str
    severity: Severity
    start: int
    end: int
    quote: str
    basis: str
    reviewed: bool
    details: dict[str, str]


class Draft(msgspec.Struct, frozen=True):
    """The answer: which requirements were weighed, the faults in the order of the text, and what was not checked.

    `unchecked` are the parts of a draft on which the tables hold no source for this family; `archive` whether the
    citations were held against an archive, as at `on`.
    """

    family: DraftFamily
    on: dt.date
    archive: bool
    faults: tuple[Fault, ...]
    unchecked: tuple[DraftPart, ...]


def check_draft(parsed: Parsed, path: Path, store: Store | None, on: dt.date, rules: Rules) -> Draft:
    """Check a parsed draft and its file (layout only of DOCX), as at a day."""
    slips = [*form_slips(parsed, rules), *content_slips(parsed)]
    asked = applicable(parsed, rules)
    rows = {row.id for row in asked}
    if parsed.text.source.media_type.endswith("wordprocessingml.document"):
        slips += layout_slips(path, asked)
    if store is not None:
        slips += citation_slips(parsed, store, on, rules)
    faults = {
        (slip.rule, slip.start, slip.end): _fault(slip, parsed, rules) for slip in slips if _known(slip, rows, rules)
    }
    ordered = sorted(faults.values(), key=lambda each: (each.end == 0, each.start, each.rule))
    return Draft(family_of(parsed), on, store is not None, tuple(ordered), _unchecked(parsed, rules))


def _known(slip: Slip, rows: set[str], rules: Rules) -> bool:
    """Whether the rule is one for this family; findings of the stages are for all."""
    return slip.rule in rows or slip.rule not in {row.id for row in rules.draft_rules}


def _fault(slip: Slip, parsed: Parsed, rules: Rules) -> Fault:
    quote = parsed.text.content[slip.start : slip.end]
    row = next((row for row in rules.draft_rules if row.id == slip.rule), None)
    if row is not None:
        return Fault(
            row.id, row.severity, slip.start, slip.end, quote, row.basis or "", row.reviewed is not None, slip.details
        )
    finding = next(each for each in rules.findings if each.id == slip.rule)
    return Fault(finding.id, finding.severity, slip.start, slip.end, quote, "", False, slip.details)


def _unchecked(parsed: Parsed, rules: Rules) -> tuple[DraftPart, ...]:
    """The parts for which another family has a requirement and this one has none: no source, so not passed."""
    here = {row.part for row in applicable(parsed, rules)}
    return tuple(
        dict.fromkeys(row.part for row in rules.draft_rules if row.part not in here and row.part != "citation")
    )
