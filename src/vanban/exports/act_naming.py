"""How an official consolidated text names an act: "Luật Giá số 16/2023/QH15", "Nghị định số 35/2023/NĐ-CP ngày …".

Pháp lệnh 01/2012/UBTVQH13, Điều 12, khoản 2 (in the list); Điều 14, khoản 3 (in a note).
"""

import datetime as dt
from functools import cache

from vanban.identification.name_in_text import name_in_text
from vanban.identification.naming import NAMED_BY_TYPE
from vanban.model import Work
from vanban.rules import Rules


@cache
def wordings(rules: Rules) -> dict[str, str]:
    """The set phrases of the form by their id."""
    return {row.id: row.text for row in rules.official_wordings}


def day_of_the_form(day: dt.date) -> str:
    """A date as the form writes it: "01 tháng 7 năm 2018" (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d} tháng {month} năm {day.year}"


def short_name(work: Work) -> str:
    """An act in a note: by its own name and number, or by its number and what it is about."""
    if _has_own_name(work):
        return f"{work.title} số {work.symbol}" if work.symbol else work.title
    number = f" số {work.symbol}" if work.symbol else ""
    return f"{work.type_name}{number}{_about(work)}"


def full_name(work: Work, since: dt.date | None, rules: Rules) -> str:
    """An act in the list under the title: number, day, body, what it is about, and its first day in force."""
    phrases = wordings(rules)
    named = f"{work.title} số {work.symbol}" if _has_own_name(work) else f"{work.type_name} số {work.symbol}"
    day = phrases["dated"].format(day=day_of_the_form(work.date)) if work.date else ""
    body = name_in_text(work.issuer.id, work.issuer.name, rules)
    issued = phrases["issued"].format(issuer=body) if body else ""
    about = "" if _has_own_name(work) else _about(work)
    return f"{named}{day}{issued}{about}{in_force(since, rules)}"


def in_force(since: dt.date | None, rules: Rules) -> str:
    """The words on the first day in force."""
    phrases = wordings(rules)
    return phrases["in-force"].format(start=day_of_the_form(since)) if since else phrases["in-force-unknown"]


def _has_own_name(work: Work) -> bool:
    """Whether the act goes by a name ("Luật Giá"), and not by its number and what it amends."""
    return work.type in NAMED_BY_TYPE and bool(work.title) and "sửa đổi, bổ sung" not in work.title.lower()


def _about(work: Work) -> str:
    title = work.title
    if work.type in NAMED_BY_TYPE:
        title = title.removeprefix(work.type_name).strip()
    return f" {title[:1].lower()}{title[1:]}" if title else ""
