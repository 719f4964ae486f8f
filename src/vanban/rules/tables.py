"""All tables of the project in one value, and the list of files that they come from.

A new table is three things: a YAML file in `tables/`, a row type beside this file, one line in `Rules`.
"""

from functools import cache
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec

from vanban.rules import loader
from vanban.rules.abbreviation import Abbreviation
from vanban.rules.amending_verb import AmendingVerb
from vanban.rules.citation_form import CitationForm
from vanban.rules.citation_phrases import CitationPhrase
from vanban.rules.conflict_rule import ConflictRule
from vanban.rules.coverage_rows import BodyList, CallingPhrase
from vanban.rules.delegation_phrase import DelegationPhrase
from vanban.rules.detailing_phrase import DetailingPhrase
from vanban.rules.detailing_rule import DetailingRule
from vanban.rules.document_types import DocumentType
from vanban.rules.draft_rule import DraftRule
from vanban.rules.effect_consequence import EffectConsequence
from vanban.rules.effect_phrases import AmendingPhrase, CommencementPhrase, EndingPhrase
from vanban.rules.effect_wording import EffectWording, WordList
from vanban.rules.end_reason import EndReason
from vanban.rules.event_condition import EventCondition
from vanban.rules.finding_messages import FindingMessage
from vanban.rules.frame_markers import FrameMarker
from vanban.rules.government_level_mark import GovernmentLevelMark
from vanban.rules.implementing_heading import ImplementingHeading
from vanban.rules.inspection_question import InspectionQuestion
from vanban.rules.instruction_openings import InstructionOpening
from vanban.rules.issuers import IssuerRow
from vanban.rules.issuing_authority import IssuingAuthority
from vanban.rules.lapse_lists import LapseColumn, LapseList
from vanban.rules.legal_rank import LegalRank
from vanban.rules.level_markers import LevelMarker
from vanban.rules.list_leads import ListLead
from vanban.rules.local_bodies import LocalBody
from vanban.rules.named_act import NamedAct
from vanban.rules.note_part import NotePart
from vanban.rules.note_phrase import NotePhrase
from vanban.rules.official_wording import OfficialWording
from vanban.rules.part_opening import PartOpening
from vanban.rules.provinces import ProvinceRow
from vanban.rules.question_kind import QuestionKind
from vanban.rules.question_phrase import QuestionPhrase
from vanban.rules.reading_rows import Continuer, LookAlike, Opening, PageChrome, RepairKind, SignatureStamp
from vanban.rules.regulation_fields import RegulationField
from vanban.rules.review_rows import (
    ReviewAnnouncement,
    ReviewCase,
    ReviewColumn,
    ReviewException,
    ReviewForm,
    ReviewHandling,
    ReviewKind,
    ReviewOrder,
    ReviewResponsible,
    ReviewWord,
)
from vanban.rules.screen_words import ScreenWord
from vanban.rules.signing_capacities import SigningCapacity
from vanban.rules.status_wording import StatusLabel, StatusSentence
from vanban.rules.symbol_shapes import SymbolShape
from vanban.rules.task_rows import DeadlineForm, TaskBody, TaskColumn, TaskPhrase
from vanban.rules.text_mark import TextMark
from vanban.rules.unit_name import UnitName
from vanban.rules.validity_regime import ValidityRegime

FOLDER = Path(__file__).parent / "tables"


class Rules(msgspec.Struct, frozen=True, eq=False):
    """Every table, each a tuple of checked rows named for its file; `version` is the hash of all their contents.

    Compared by identity (`eq=False`), so that rooms can cache what they compile from it.
    """

    version: str
    regulation_fields: tuple[RegulationField, ...]
    signing_capacities: tuple[SigningCapacity, ...]
    provinces: tuple[ProvinceRow, ...]
    local_bodies: tuple[LocalBody, ...]
    document_types: tuple[DocumentType, ...]
    issuers: tuple[IssuerRow, ...]
    symbol_shapes: tuple[SymbolShape, ...]
    commencement_phrases: tuple[CommencementPhrase, ...]
    amending_phrases: tuple[AmendingPhrase, ...]
    ending_phrases: tuple[EndingPhrase, ...]
    effect_words: tuple[WordList, ...]
    effect_wordings: tuple[EffectWording, ...]
    findings: tuple[FindingMessage, ...]
    level_markers: tuple[LevelMarker, ...]
    frame_markers: tuple[FrameMarker, ...]
    instruction_openings: tuple[InstructionOpening, ...]
    named_acts: tuple[NamedAct, ...]
    citation_phrases: tuple[CitationPhrase, ...]
    amending_verbs: tuple[AmendingVerb, ...]
    list_leads: tuple[ListLead, ...]
    screen: tuple[ScreenWord, ...]
    repairs: tuple[RepairKind, ...]
    lookalikes: tuple[LookAlike, ...]
    page_chrome: tuple[PageChrome, ...]
    openings: tuple[Opening, ...]
    continuers: tuple[Continuer, ...]
    signature_stamps: tuple[SignatureStamp, ...]
    text_marks: tuple[TextMark, ...]
    validity_regimes: tuple[ValidityRegime, ...]
    detailing_rules: tuple[DetailingRule, ...]
    effect_consequences: tuple[EffectConsequence, ...]
    end_reasons: tuple[EndReason, ...]
    conflict_rules: tuple[ConflictRule, ...]
    legal_ranks: tuple[LegalRank, ...]
    government_levels: tuple[GovernmentLevelMark, ...]
    status_labels: tuple[StatusLabel, ...]
    status_sentences: tuple[StatusSentence, ...]
    unit_names: tuple[UnitName, ...]
    event_conditions: tuple[EventCondition, ...]
    detailing_phrases: tuple[DetailingPhrase, ...]
    lapse_lists: tuple[LapseList, ...]
    lapse_columns: tuple[LapseColumn, ...]
    task_phrases: tuple[TaskPhrase, ...]
    task_bodies: tuple[TaskBody, ...]
    task_columns: tuple[TaskColumn, ...]
    deadline_forms: tuple[DeadlineForm, ...]
    body_lists: tuple[BodyList, ...]
    calling_phrases: tuple[CallingPhrase, ...]
    abbreviations: tuple[Abbreviation, ...]
    question_phrases: tuple[QuestionPhrase, ...]
    question_kinds: tuple[QuestionKind, ...]
    official_wordings: tuple[OfficialWording, ...]
    part_openings: tuple[PartOpening, ...]
    implementing_headings: tuple[ImplementingHeading, ...]
    citation_forms: tuple[CitationForm, ...]
    page_words: tuple[ScreenWord, ...]
    review_forms: tuple[ReviewForm, ...]
    review_kinds: tuple[ReviewKind, ...]
    review_words: tuple[ReviewWord, ...]
    review_cases: tuple[ReviewCase, ...]
    review_responsible: tuple[ReviewResponsible, ...]
    review_order: tuple[ReviewOrder, ...]
    review_handlings: tuple[ReviewHandling, ...]
    review_announcements: tuple[ReviewAnnouncement, ...]
    review_exceptions: tuple[ReviewException, ...]
    review_columns: tuple[ReviewColumn, ...]
    note_phrases: tuple[NotePhrase, ...]
    note_parts: tuple[NotePart, ...]
    draft_rules: tuple[DraftRule, ...]
    issuing_authorities: tuple[IssuingAuthority, ...]
    inspection_questions: tuple[InspectionQuestion, ...]
    delegation_phrases: tuple[DelegationPhrase, ...]


@cache
def load(folder: Path = FOLDER) -> Rules:
    """All tables of `folder`, checked. Raises RuleError naming the file and the row that is wrong."""
    version = loader.fingerprint([*folder.glob("*.yaml"), *FOLDER.parent.glob("*.py")])
    cached = loader.cache_file(version)
    rules = loader.read_cache(cached, Rules)
    if rules is None:
        hints = get_type_hints(Rules)
        tables = {
            name: loader.read_table(folder / f"{name}.yaml", get_args(hint)[0])
            for name, hint in hints.items()
            if name != "version"
        }
        rules = Rules(version=version, **tables)
        loader.write_cache(cached, rules)
    return rules
