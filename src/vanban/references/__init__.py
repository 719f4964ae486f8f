"""Pointers: `find` them in one document, `resolve` one against a catalogue."""

from vanban.model import Finding, Provision, Reference, Text, Work
from vanban.references.catalogue import Catalogue, Shelf, WorkFacts, facts_of, keys_of, keys_of_work
from vanban.references.resolve import resolve
from vanban.rules import Rules

__all__ = ["Catalogue", "Shelf", "WorkFacts", "facts_of", "find", "keys_of", "keys_of_work", "resolve"]


def find(
    text: Text, work: Work, provisions: tuple[Provision, ...], rules: Rules
) -> tuple[tuple[Reference, ...], tuple[Finding, ...]]:
    """Every pointer in a document, one item per target, in the order of the text."""
    return (), ()
