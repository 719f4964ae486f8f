"""Originals, catalogue, facts and judgements: SQLite in a file, or PostgreSQL at an address.

The face of the room; names are loaded on first use, because a reading process needs no database.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vanban.archive.adding import add as add
    from vanban.archive.answering import resolve_now as resolve_now
    from vanban.archive.browsing import Shelved as Shelved
    from vanban.archive.browsing import browse as browse
    from vanban.archive.changed import Changed as Changed
    from vanban.archive.changed import changed_since as changed_since
    from vanban.archive.changed import last_change as last_change
    from vanban.archive.changed import name_of_archive as name_of_archive
    from vanban.archive.cited_units import citing_counts as citing_counts
    from vanban.archive.counting import Counts as Counts
    from vanban.archive.counting import Missing as Missing
    from vanban.archive.counting import counts as counts
    from vanban.archive.counting import missing as missing
    from vanban.archive.disputes import disagreements as disagreements
    from vanban.archive.edges import effect_edges as effect_edges
    from vanban.archive.exporting import export as export
    from vanban.archive.finding_works import find_works as find_works
    from vanban.archive.finding_works import issuer_names as issuer_names
    from vanban.archive.finding_works import newest_works as newest_works
    from vanban.archive.finding_works import work as work
    from vanban.archive.finding_works import works as works
    from vanban.archive.judging import export_judgements as export_judgements
    from vanban.archive.judging import judge as judge
    from vanban.archive.judging import judgements as judgements
    from vanban.archive.judging import orphaned as orphaned
    from vanban.archive.judging import restore_judgements as restore_judgements
    from vanban.archive.judging import verdicts as verdicts
    from vanban.archive.plain_texts import PlainText as PlainText
    from vanban.archive.plain_texts import contents as contents
    from vanban.archive.plain_texts import every_plain_text as every_plain_text
    from vanban.archive.plain_texts import other_texts as other_texts
    from vanban.archive.plain_texts import plain_text as plain_text
    from vanban.archive.pointers import effects_of as effects_of
    from vanban.archive.pointers import effects_on as effects_on
    from vanban.archive.pointers import effects_on_symbol as effects_on_symbol
    from vanban.archive.pointers import every_effect as every_effect
    from vanban.archive.pointers import every_reference as every_reference
    from vanban.archive.pointers import references_from as references_from
    from vanban.archive.pointers import references_to as references_to
    from vanban.archive.pointers import references_to_symbol as references_to_symbol
    from vanban.archive.removing import remove as remove
    from vanban.archive.report import AddReport as AddReport
    from vanban.archive.report import NotRead as NotRead
    from vanban.archive.report import Progress as Progress
    from vanban.archive.report import RereadReport as RereadReport
    from vanban.archive.rereading import reread as reread
    from vanban.archive.resolving import is_settled as is_settled
    from vanban.archive.resolving import resolve_open as resolve_open
    from vanban.archive.revision import Watch as Watch
    from vanban.archive.rows import StoredEffect as StoredEffect
    from vanban.archive.rows import StoredFinding as StoredFinding
    from vanban.archive.rows import StoredReference as StoredReference
    from vanban.archive.rows import StoredText as StoredText
    from vanban.archive.rows import WorkRow as WorkRow
    from vanban.archive.store import Store as Store
    from vanban.archive.store import open_archive as open_archive
    from vanban.archive.stored_tasks import StoredTask as StoredTask
    from vanban.archive.stored_tasks import tasks as tasks
    from vanban.archive.stored_texts import every_parsed as every_parsed
    from vanban.archive.stored_texts import findings as findings
    from vanban.archive.stored_texts import parsed as parsed
    from vanban.archive.stored_texts import source_type as source_type
    from vanban.archive.stored_texts import texts as texts
    from vanban.archive.stored_texts import works_of_sources as works_of_sources
    from vanban.archive.subjects import fact_key as fact_key
    from vanban.archive.subjects import subject_of_effect as subject_of_effect
    from vanban.archive.subjects import subject_of_identity as subject_of_identity
    from vanban.archive.subjects import subject_of_reference as subject_of_reference
    from vanban.archive.subjects import subject_of_task as subject_of_task
    from vanban.archive.works_at_once import BareWork as BareWork
    from vanban.archive.works_at_once import bare_works as bare_works

_HOMES = {
    "disputes": ("disagreements",),
    "adding": ("add",),
    "changed": ("Changed", "changed_since", "last_change", "name_of_archive"),
    "answering": ("resolve_now",),
    "browsing": ("Shelved", "browse"),
    "cited_units": ("citing_counts",),
    "counting": ("Counts", "Missing", "counts", "missing"),
    "edges": ("effect_edges",),
    "exporting": ("export",),
    "finding_works": ("find_works", "issuer_names", "newest_works", "work", "works"),
    "judging": (
        "export_judgements",
        "judge",
        "judgements",
        "orphaned",
        "restore_judgements",
        "verdicts",
    ),
    "plain_texts": ("PlainText", "contents", "every_plain_text", "other_texts", "plain_text"),
    "pointers": (
        "effects_of",
        "effects_on",
        "effects_on_symbol",
        "every_effect",
        "every_reference",
        "references_from",
        "references_to",
        "references_to_symbol",
    ),
    "removing": ("remove",),
    "report": ("AddReport", "NotRead", "Progress", "RereadReport"),
    "rereading": ("reread",),
    "resolving": ("is_settled", "resolve_open"),
    "revision": ("Watch",),
    "rows": ("StoredEffect", "StoredFinding", "StoredReference", "StoredText", "WorkRow"),
    "store": ("Store", "open_archive"),
    "stored_tasks": ("StoredTask", "tasks"),
    "subjects": ("fact_key", "subject_of_effect", "subject_of_identity", "subject_of_reference", "subject_of_task"),
    "works_at_once": ("BareWork", "bare_works"),
    "stored_texts": ("every_parsed", "findings", "parsed", "source_type", "texts", "works_of_sources"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}
__all__ = sorted(_HOME)


def __getattr__(name: str) -> Any:
    """Load a name of the room's face on first use (PEP 562)."""
    if name in _HOME:
        return getattr(import_module(f"vanban.archive.{_HOME[name]}"), name)
    raise AttributeError(f"module 'vanban.archive' has no attribute {name!r}")
