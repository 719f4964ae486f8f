"""Amending, commencing and ending phrases -> effects."""

from vanban.model import Effect, Finding, Force, Provision, Reference, Text, Work
from vanban.rules import Rules

__all__ = ["find"]


def find(
    text: Text, work: Work, provisions: tuple[Provision, ...], references: tuple[Reference, ...], rules: Rules
) -> tuple[tuple[Effect, ...], Force, tuple[Finding, ...]]:
    """What the clauses of a document do to other works and to itself, and when the document says that it starts."""
    return (), Force(), ()
