"""Pointers: `find` them in one document, `resolve` one against a catalogue."""

from vanban.references.catalogue import Catalogue, Shelf, WorkFacts, facts_of, keys_of, keys_of_work
from vanban.references.pointers import find
from vanban.references.resolve import resolve

__all__ = ["Catalogue", "Shelf", "WorkFacts", "facts_of", "find", "keys_of", "keys_of_work", "resolve"]
