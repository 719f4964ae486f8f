"""The values of the system: frozen, small, typed. No input or output, no patterns, no date of today."""

from vanban.model.effect import Effect, Force, Verb
from vanban.model.expression import Applied, Doubt, ExpressedProvision, Expression, Refusal, Refused, Settled, Writer
from vanban.model.finding import Finding, Severity
from vanban.model.judgement import Judgement, Subject
from vanban.model.parsed import Parsed
from vanban.model.period import Period, Reason, State
from vanban.model.provision import Level, Provision
from vanban.model.reference import Reference, Relative, Role, Target, Unit
from vanban.model.resolution import Resolution, ResolutionGrade
from vanban.model.source import Source
from vanban.model.task import Deadline, Task
from vanban.model.text import Note, Place, Repair, Table, Text
from vanban.model.work import Evidence, Family, Field, Grade, Issuer, LegalBasis, Signal, Signer, Span, Work

__all__ = [
    "Applied", "Deadline", "Doubt", "Effect", "Evidence", "ExpressedProvision", "Expression", "Family", "Field",
    "Finding", "Force", "Grade", "Issuer", "Judgement", "LegalBasis", "Level", "Note", "Parsed", "Period", "Place",
    "Provision", "Reason", "Reference", "Refusal", "Refused", "Relative", "Repair", "Resolution", "ResolutionGrade",
    "Role", "Settled", "Severity", "Signal", "Signer", "Source", "Span", "State", "Subject", "Table", "Target", "Task",
    "Text", "Unit", "Verb", "Work", "Writer",
]  # fmt: skip
