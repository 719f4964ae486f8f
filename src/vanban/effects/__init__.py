"""Amending, commencing and ending phrases -> effects."""

from vanban.effects import (
    acting,
    acts,
    announced,
    commencement,
    consolidating,
    detailing,
    prevailing,
    still_applied,
    unheard,
    wording,
)
from vanban.effects.instruction import Page
from vanban.model import Effect, Finding, Force, Provision, Reference, Text, Work
from vanban.rules import Rules

__all__ = ["find"]


def find(
    text: Text, work: Work, provisions: tuple[Provision, ...], references: tuple[Reference, ...], rules: Rules
) -> tuple[tuple[Effect, ...], Force, tuple[Finding, ...]]:
    """What the clauses of a document do to other works and to itself, and when the document says that it starts.

    A translation yields neither, and a consolidated text only tells what it puts together: they repeat what other works
    do.
    """
    if work.language != "vi":
        return (), Force(), ()
    words = wording.read(text, provisions)
    if work.type == "van-ban-hop-nhat":
        return consolidating.find(words, acts.find(words, references, rules), rules), Force(), ()
    force, findings = commencement.find(words, work, rules)
    page = Page(words, acts.find(words, references, rules), work, rules)
    effects, unread = acting.find(page, provisions)
    effects += announced.find(text, words, references, rules)
    effects += prevailing.find(page)
    effects += detailing.find(words, work, references, rules)
    unread += unheard.find(page, effects, unread)
    applied, vague = still_applied.find(page, effects, unread, references)
    effects += applied
    unread += vague
    effects = tuple(sorted(effects, key=lambda effect: (effect.start, effect.end)))
    return effects, force, (*findings, *unread)
