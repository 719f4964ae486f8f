"""Time limits as half-open days; the document is of 3 September 2026."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model import Deadline
from vanban.orthography import fold
from vanban.rules import Rules, load
from vanban.rules.task_rows import DeadlineForm
from vanban.tasks import deadlines
from vanban.tasks.wording import Wording

DAY = dt.date(2026, 9, 3)


def read(content: str, rules: Rules, *, cell: bool = False) -> Deadline | None:
    words = Wording(content, fold(content), rules, DAY, DAY.year)
    return (deadlines.whole if cell else deadlines.find)(words, 0, len(content))


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("hoàn thành trước ngày 31/12/2026", None, "2026-12-31"),
        ("báo cáo chậm nhất ngày 15 tháng 9 năm 2026", None, "2026-09-16"),
        ("thực hiện đến hết ngày 31/12/2026", None, "2027-01-01"),
        ("trình trong tháng 12 năm 2026", "2026-12-01", "2027-01-01"),
        ("trình trong quý III năm 2027", "2027-07-01", "2027-10-01"),
        ("trình trong quý IV", "2026-10-01", "2027-01-01"),
        ("xong trong năm 2027", "2027-01-01", "2028-01-01"),
        ("trong thời hạn 30 ngày kể từ ngày ký", None, "2026-10-04"),
        ("trong thời hạn 06 tháng kể từ ngày ban hành", None, "2027-03-04"),
        ("trong vòng 05 ngày làm việc kể từ ngày ký", None, None),
        ("xong trong tháng 5-6/2027", "2027-05-01", "2027-07-01"),
        ("xong trong năm 2026-2027", "2026-01-01", "2028-01-01"),
        ("trình trong quý I và quý II/2027", "2027-01-01", "2027-07-01"),
        ("trình trong tháng 9, tháng 10 năm 2026", "2026-09-01", "2026-11-01"),
        ("xong trong quý III, 5 xã báo cáo", "2026-07-01", "2026-10-01"),
        ("xong trong năm 2026 và tháng 1 năm 2027", None, None),  # of two kinds: only words
    ],
)
def test_days(rules: Rules, words: str, start: str | None, end: str | None) -> None:
    found = read(words, rules)
    assert found is not None
    assert (str(found.start_on or "") or None, str(found.end_before or "") or None) == (start, end)
    assert found.text in words


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("31/12/2026", None, "2027-01-01"),
        ("01/5/2027 - 30/6/2027", "2027-05-01", "2027-07-01"),
        ("Quý II - Quý IV/2027", "2027-04-01", "2028-01-01"),
        ("Quý I, II/2027", "2027-01-01", "2027-07-01"),
        ("Tháng 10/2026 - tháng 3/2027", "2026-10-01", "2027-04-01"),
        ("Năm 2026-2030", "2026-01-01", "2031-01-01"),
        ("2027", "2027-01-01", "2028-01-01"),
        ("Quý II/2027 (sau khi có hướng dẫn)", "2027-04-01", "2027-07-01"),
        ("Năm 2027 và các năm tiếp theo", None, None),
        ("30/6/2027 - 01/5/2027", None, None),
    ],
)
def test_days_of_a_cell(rules: Rules, words: str, start: str | None, end: str | None) -> None:
    found = read(words, rules, cell=True)
    assert found is not None and found.text == words
    assert (str(found.start_on or "") or None, str(found.end_before or "") or None) == (start, end)


@pytest.mark.parametrize(
    ("words", "recurs"),
    [
        ("báo cáo hằng tháng", "monthly"),
        ("báo cáo trước ngày 18 hằng tháng", "monthly"),
        ("báo cáo trước ngày 20 tháng 12 hằng năm", "yearly"),
        ("định kỳ 6 tháng báo cáo", "half-yearly"),
        ("định kỳ hằng quý tổng hợp", "quarterly"),
    ],
)
def test_what_comes_back(rules: Rules, words: str, recurs: str) -> None:
    found = read(words, rules)
    assert found is not None
    assert found.recurs == recurs


@pytest.mark.parametrize(
    ("words", "recurs", "day", "month"),
    [
        ("báo cáo trước ngày 18 hằng tháng", "monthly", 17, None),
        ("báo cáo chậm nhất ngày 25 hằng tháng", "monthly", 25, None),
        ("hằng tháng, trước ngày 20 báo cáo", "monthly", 19, None),
        ("trước ngày 15 tháng cuối quý", "quarterly", 14, 3),
        ("trước ngày 20 tháng 12 hằng năm", "yearly", 19, 12),
        ("định kỳ hằng năm (trước ngày 10/12) báo cáo", "yearly", 9, 12),
        ("trước ngày 01 tháng 12 hằng năm", "yearly", 31, 11),  # the last day of the month before, however long
        ("báo cáo hằng quý", "quarterly", None, None),
    ],
)
def test_the_day_of_each_turn(rules: Rules, words: str, recurs: str, day: int | None, month: int | None) -> None:
    found = read(words, rules)
    assert found is not None
    assert (found.recurs, found.by_day, found.by_month) == (recurs, day, month)


@pytest.mark.parametrize("words", ["theo quy định tại Nghị quyết ngày 01/9/2026", "trước ngày Quyết định có hiệu lực"])
def test_what_is_no_limit(rules: Rules, words: str) -> None:
    assert read(words, rules) is None


@pytest.mark.parametrize(
    ("cell", "start", "end"),
    [("2026", "2026-01-01", "2027-01-01"), ("Quý I/2027", "2027-01-01", "2027-04-01"), ("Tháng 12/2026", "2026-12-01", "2027-01-01"),
     ("31/12/2026", "None", "2027-01-01"), ("Trước ngày 31/3/2027", "None", "2027-03-31")],
)  # fmt: skip
def test_cells(rules: Rules, cell: str, start: str, end: str) -> None:
    found = read(cell, rules, cell=True)
    assert found is not None
    assert (found.text, str(found.start_on), str(found.end_before)) == (cell, start, end)


def test_a_cell_of_words_keeps_them(rules: Rules) -> None:
    found = read("Thường xuyên", rules, cell=True)
    assert found == Deadline("Thường xuyên", recurs="continuous")


@given(st.dates(dt.date(1950, 1, 1), dt.date(2150, 1, 1)))
def test_through_a_day_is_one_day_more_than_before_it(day: dt.date) -> None:
    before = read(f"trước ngày {day.day}/{day.month}/{day.year}", load())
    through = read(f"chậm nhất ngày {day.day} tháng {day.month} năm {day.year}", load())
    assert before is not None
    assert through is not None
    assert before.end_before == day
    assert through.end_before == day + dt.timedelta(days=1)


@pytest.mark.parametrize("row", load().deadline_forms, ids=lambda row: row.id)
def test_every_form_is_heard(row: DeadlineForm, rules: Rules) -> None:
    """What asks cheaply whether a duty names a time at all lets each example through."""
    for example in row.examples:
        assert read(example, rules) is not None, example
