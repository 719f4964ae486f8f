"""Records of inspection: of one document, or of all documents of a body with a summary by year."""

from collections import Counter

import msgspec

from vanban import archive as room
from vanban.api.archive import Archive
from vanban.archive import WorkRow
from vanban.exports.messages import Language
from vanban.exports.relations import WorkBrief, brief
from vanban.identification.name_in_text import name_in_text
from vanban.model.errors import UsageError
from vanban.orthography import fold
from vanban.review.inspecting import Item, Record, Verdict, inspect
from vanban.rules.inspection_question import Question


class InspectedItem(msgspec.Struct, frozen=True):
    """A question of a record with its words: what is wrong ("" where nothing is), and the words of the text."""

    question: Question
    verdict: Verdict
    basis: str
    work: WorkBrief | None
    message: str
    quote: str


class Inspected(msgspec.Struct, frozen=True):
    """The record of one document."""

    work: WorkBrief
    verdict: Verdict
    items: tuple[InspectedItem, ...]


class YearCount(msgspec.Struct, frozen=True):
    """How many documents of a body and year had which worst answer."""

    issuer: str
    year: int
    kept: int
    broken: int
    unknown: int


class Inspection(msgspec.Struct, frozen=True):
    """The answer: the records, by date, and the summary by body and year. `passed_over`: not normative, or undated."""

    records: tuple[Inspected, ...]
    summary: tuple[YearCount, ...]
    passed_over: int


def review_inspect(archive: Archive, words: str, *, language: Language = "vi") -> Inspection:
    """Inspect the document that the words mean, or else every document of the bodies whose name holds them.

    Raises UsageError where the words mean neither.
    """
    works = _meant(archive, words)
    records: list[Inspected] = []
    counts: dict[tuple[str, int], Counter[Verdict]] = {}
    for work in sorted(works, key=lambda row: (str(row.date or ""), row.id)):
        record = inspect(work, archive.store, archive.rules)
        if record is None or work.date is None:
            continue
        records.append(_told(archive, work, record, language))
        counts.setdefault((name_in_text(work.issuer, work.issuer_name, archive.rules), work.date.year), Counter())[
            record.verdict
        ] += 1
    summary = tuple(
        YearCount(issuer, year, count["kept"], count["broken"], count["unknown"])
        for (issuer, year), count in sorted(counts.items())
    )
    return Inspection(tuple(records), summary, len(works) - len(records))


def _meant(archive: Archive, words: str) -> list[WorkRow]:
    """A body named in full comes first: its name may stand in titles too."""
    wanted = fold(words)
    issued = [work for work in archive.works() if wanted in fold(work.issuer_name)]
    whole = [work for work in issued if fold(work.issuer_name) == wanted]
    if whole:
        return whole
    try:
        return [archive.find(words)]
    except UsageError as error:
        if error.code != "no-such-work" or not issued:
            raise
        return issued


def _told(archive: Archive, work: WorkRow, record: Record, language: Language) -> Inspected:
    base = room.parsed(archive.store, work.id)
    content = base.text.content if base is not None else ""

    def item(each: Item) -> InspectedItem:
        other = room.work(archive.store, each.work) if each.work else None
        message = archive.tell(each.finding, language) if each.finding is not None else ""
        quote = " ".join(content[each.start : each.end].split())
        return InspectedItem(each.question, each.verdict, each.basis, brief(other) if other else None, message, quote)

    return Inspected(brief(work), record.verdict, tuple(item(each) for each in record.items))
