"""Everything that the per-document stages say of one text."""

import msgspec

from vanban.model.effect import Effect, Force
from vanban.model.finding import Finding
from vanban.model.provision import Provision
from vanban.model.reference import Reference
from vanban.model.task import Task
from vanban.model.text import Text
from vanban.model.work import Work


class Parsed(msgspec.Struct, frozen=True):
    """One text with its facts. Pure: the same bytes and rules give the same value, on any machine, on any day."""

    text: Text
    work: Work
    provisions: tuple[Provision, ...]
    references: tuple[Reference, ...]
    effects: tuple[Effect, ...]
    force: Force
    tasks: tuple[Task, ...]
    findings: tuple[Finding, ...]
