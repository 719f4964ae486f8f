"""The statutory lists as the forms lay them out: headings, tables, cells. DOCX and XLSX are written from these."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from vanban.review.entries import printed_day
from vanban.review.listed import Document, EndedRow, Entry, FieldGroup, HandlingRow, Part, ReviewLists, StandingRow
from vanban.rules import Rules
from vanban.rules.review_rows import FormColumn, ReviewForm, ReviewKind

_ABSENT = "*"
_ABSENT_NOTE = "* Văn bản không có toàn văn trong kho: tên gọi, ngày ghi theo điều khoản dẫn ở cột lý do."
_SUGGESTED = "(Gợi ý, chờ cơ quan rà soát quyết định)"


class Line(msgspec.Struct, frozen=True):
    """One line of a table. Of a "row" the first `merged` cells belong to the line above it; others have one cell.

    `link` names the text that the cell of the symbol leads to ("": none).
    """

    kind: Literal["group", "row", "total"]
    cells: tuple[str, ...]
    merged: int = 0
    link: str = ""


class Table(msgspec.Struct, frozen=True):
    """A table below its own heading ("" where the form has none)."""

    heading: str
    lines: tuple[Line, ...]


class Sheet(msgspec.Struct, frozen=True):
    """One form, filled. `cover` are the lines of a title page, `notes` stand below the last table."""

    id: str
    number: str
    over: str
    titles: tuple[str, ...]
    columns: tuple[FormColumn, ...]
    tables: tuple[Table, ...]
    cover: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def sheets(lists: ReviewLists, rules: Rules) -> Iterator[Sheet]:
    """The forms that the lists fill: Mẫu 01 and 02 of a year, all five of a period."""
    kind = next(row for row in rules.review_kinds if row.kind == lists.kind)
    forms = {row.id: row for row in rules.review_forms}
    for name, parts in (("mau-01", lists.ended), ("mau-02", lists.ended_in_part)):
        form = forms[name]
        yield _sheet(form, lists, kind, _ended_tables(form, parts, kind), lists.said, notes=_absences(parts))
    if lists.window == "period":
        as_at = f"tính đến ngày {printed_day(lists.last)}"
        yield _sheet(forms["mau-03"], lists, kind, [_standing_table(forms["mau-03"], lists.standing)], as_at)
        yield _sheet(forms["mau-04"], lists, kind, [_handling_table(forms["mau-04"], lists.handling)], as_at)
        form = forms["mau-05"]
        yield _sheet(form, lists, kind, [_standing_table(form, lists.standing)], "", cover=_cover(form, lists, kind))


def link_of(document: Document) -> str:
    """The name under which the text of a document stands in the collection (a bookmark: letters, digits, _)."""
    kept = "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in document.work)
    return f"vb_{kept[-36:]}"


def _sheet(
    form: ReviewForm,
    lists: ReviewLists,
    kind: ReviewKind,
    tables: Iterable[Table],
    span: str,
    *,
    cover: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
) -> Sheet:
    title = _of_kind(f"{form.title} {span}".strip(), kind)
    titles = [title + _scope(lists)]
    if lists.provisional:
        titles.append(f"(Tạm tính: lập trước ngày {printed_day(lists.last)})")
    if kind.note:
        titles.append(kind.note)
    return Sheet(form.id, form.number, form.over, tuple(titles), form.columns, tuple(tables), cover, notes)


def _of_kind(words: str, kind: ReviewKind) -> str:
    """The words with the name of another kind of documents where they say "văn bản quy phạm pháp luật"."""
    for change in (str, str.upper, _capital):
        words = words.replace(change(kind.instead_of), change(kind.says))
    return words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _scope(lists: ReviewLists) -> str:
    if lists.responsible:
        return f" thuộc trách nhiệm rà soát của {lists.responsible}"
    return f" do {lists.issuer} ban hành" if lists.issuer else ""


def _cover(form: ReviewForm, lists: ReviewLists, kind: ReviewKind) -> tuple[str, ...]:
    body = lists.responsible or lists.issuer or "…"
    span = f"{lists.first.year} - {lists.last.year}"
    year = lists.last.year + 1
    return tuple(_of_kind(line.format(BODY=body.upper(), span=span, year=year), kind) for line in form.cover)


def _total(form: ReviewForm, count: int) -> Line:
    return Line("total", (form.total.format(count=count),))


def _ended_tables(form: ReviewForm, parts: tuple[Part, ...], kind: ReviewKind) -> Iterator[Table]:
    for part in parts:
        lines: list[Line] = []
        for group in part.groups:
            lines.append(Line("group", (group.heading,)))
            for row in group.rows:
                lines += _ended_lines(form, row)
        yield Table(_of_kind(part.heading, kind), (*lines, _total(form, part.count)))


def _ended_lines(form: ReviewForm, row: EndedRow) -> Iterator[Line]:
    same = sum(column.shows not in ("what", "reason", "day") for column in form.columns)
    for at, entry in enumerate(row.entries):
        cells = tuple(_ended_cell(column.shows, row, entry) for column in form.columns)
        yield Line("row", cells, merged=same if at else 0)


def _ended_cell(shows: str, row: EndedRow, entry: Entry) -> str:
    if shows == "what":
        return entry.what
    if shows == "reason":
        return entry.reason
    if shows == "day":
        until = f"\nđến trước ngày {printed_day(entry.until)}" if entry.until else ""
        return printed_day(entry.day) + until
    return _document_cell(shows, row.number, row.document)


def _document_cell(shows: str, number: int, document: Document) -> str:
    symbol = document.symbol or "Không số"
    day = f"; ngày {printed_day(document.date)}" if document.date else ""
    mark = _ABSENT if document.absent else ""
    if shows == "number":
        return str(number)
    if shows == "issuer":
        return "; ".join(part for part in (document.type_name, document.issuer_name) if part)
    if shows in ("symbol", "symbol-link"):
        return f"{symbol}{mark}{day}"
    if shows == "symbol-title":
        return f"{symbol}{mark}{day}\n{document.title}".strip()
    return document.title


def _absences(parts: tuple[Part, ...]) -> tuple[str, ...]:
    rows = (row for part in parts for group in part.groups for row in group.rows)
    return (_ABSENT_NOTE,) if any(row.document.absent for row in rows) else ()


def _standing_table(form: ReviewForm, groups: tuple[FieldGroup, ...]) -> Table:
    lines: list[Line] = []
    linked = any(column.shows == "symbol-link" for column in form.columns)
    for group in groups:
        lines.append(Line("group", (group.heading,)))
        for row in group.rows:
            cells = tuple(_standing_cell(column.shows, row) for column in form.columns)
            lines.append(Line("row", cells, link=link_of(row.document) if linked else ""))
    return Table("", (*lines, _total(form, sum(len(group.rows) for group in groups))))


def _standing_cell(shows: str, row: StandingRow) -> str:
    if shows == "start":
        return printed_day(row.start)
    return row.note if shows == "note" else _document_cell(shows, row.number, row.document)


def _handling_table(form: ReviewForm, rows: tuple[HandlingRow, ...]) -> Table:
    lines = [Line("row", tuple(_handling_cell(column.shows, row) for column in form.columns)) for row in rows]
    return Table("", (*lines, _total(form, len(rows))))


def _handling_cell(shows: str, row: HandlingRow) -> str:
    if shows == "handling":
        return row.handling if row.decided else f"{row.handling}\n{_SUGGESTED}".strip()
    if shows in ("reason", "drafting", "deadline"):
        return str(getattr(row, shows))
    if row.document is None:
        return str(row.number) if shows == "number" else ""
    return _document_cell(shows, row.number, row.document)
