"""A document, or a provision of it, as it is cited in writing: in full the first time, in short later."""

import datetime as dt
import re

import msgspec

from vanban.archive import WorkRow
from vanban.identification.name_in_text import name_in_text
from vanban.rules import Rules
from vanban.rules.citation_form import CitationForm

_EMPTY = re.compile(r"\s*,?\s*\b(?:số|ngày|của|năm)\s*(?=\s|,|$)(?!\s*\S)|\s{2,}")


class Citation(msgspec.Struct, frozen=True):
    """Both forms, and the row of the table `citation_forms` that they follow."""

    first: str
    later: str
    form: str
    basis: str | None


def citation(work: WorkRow, rules: Rules, unit: str = "") -> Citation:
    """How to cite `work`, or its provision with the name `unit` ("điểm a khoản 2 Điều 5"); capital letter first."""
    row = next(row for row in rules.citation_forms if _fits(row, work))
    # A document whose day or body is not known is cited by what is known of it.
    whole = bool(work.date and work.issuer_name)
    forms = (_filled(form, row, work, rules) for form in (row.first if whole else row.later, row.later))
    first, later = (_capital(f"{unit} {form}" if unit else form) for form in forms)
    return Citation(first, later, row.id, row.basis)


def _fits(row: CitationForm, work: WorkRow) -> bool:
    return row.family == work.family and (not row.types or work.type in row.types) and row.numbered == bool(work.symbol)


def _filled(form: str, row: CitationForm, work: WorkRow, rules: Rules) -> str:
    named_law = bool(row.types)
    words = form.format(
        type=work.type_name,
        symbol=work.symbol,
        day=_day(work.date, row.day),
        issuer=name_in_text(work.issuer, work.issuer_name, rules),
        title=_titled(work) if named_law else _small(work.title),
        year=work.date.year if work.date else work.year or "",
    )
    return _EMPTY.sub(" ", words).strip(" ,")


def _titled(work: WorkRow) -> str:
    """The name of a law with its type: the printed title says it already, or not."""
    return work.title if work.title.startswith(work.type_name) else f"{work.type_name} {work.title}"


def _day(day: dt.date | None, form: str) -> str:
    """NĐ 30/2020, Phụ lục I: days below 10 and the months 1 and 2 are written with a nought."""
    if day is None:
        return ""
    if form == "slashes":
        return f"{day.day}/{day.month}/{day.year}"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d} tháng {month} năm {day.year}"


def _small(title: str) -> str:
    """A title that follows a name begins with a small letter; abbreviations in capitals stay."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
