"""The statutory lists as lines for a person at a terminal; the forms themselves are written as DOCX and XLSX."""

from collections.abc import Iterator

from vanban.exports.overview import Say
from vanban.review.entries import printed_day
from vanban.review.listed import Document, Part, ReviewLists


def document_name(document: Document) -> str:
    """A document in a line: "Nghị định 34/2016/NĐ-CP"; without a symbol, its title."""
    return f"{document.type_name} {document.symbol or document.title}".strip()


def list_lines(lists: ReviewLists, say: Say) -> Iterator[str]:
    """Each list with its heading, its lines and its count; last what a person must decide."""
    if lists.provisional:
        yield say("review.provisional", day=printed_day(lists.last))
    for number, parts in (("01", lists.ended), ("02", lists.ended_in_part)):
        for part in parts:
            yield from _part(number, part)
    for group in lists.standing:
        yield f"[03] {group.heading} ({len(group.rows)})"
        for row in group.rows:
            yield f"  {row.number}. {document_name(row.document)} — {printed_day(row.start)}" + (
                f" — {row.note}" if row.note else ""
            )
    if lists.handling:
        yield f"[04] ({len(lists.handling)})"
        for each in lists.handling:
            named = document_name(each.document) if each.document else "—"
            mark = "" if each.decided else f" [{say('review.suggested')}]"
            yield f"  {each.number}. {named} — {each.handling or '…'}: {each.reason}{mark}"
    if lists.undecided:
        yield say("review.undecided", count=len(lists.undecided))
        for doubt in lists.undecided:
            yield f"  {document_name(doubt.document)}: {doubt.message}"
            if doubt.clause:
                yield f"     {doubt.clause}"
    if lists.unreviewed:
        yield say("review.unreviewed", rows=", ".join(lists.unreviewed))


def _part(number: str, part: Part) -> Iterator[str]:
    yield f"[{number}] {part.heading} ({part.count})"
    for group in part.groups:
        if group.rows:
            yield f" {group.heading}"
        for row in group.rows:
            for entry in row.entries:
                yield f"  {row.number}. {document_name(row.document)} — {entry.what} — {printed_day(entry.day)}"
                yield f"     {entry.reason}"
