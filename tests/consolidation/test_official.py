"""The official form: where marks stand, what notes tell (Pháp lệnh 01/2012/UBTVQH13, Điều 12–17)."""

import datetime as dt

import pytest

from tests.consolidation.drafting import act, base, changes
from vanban.consolidation.official import OfficialText, official_text
from vanban.exports.official_page import OfficialPage, Paragraph, official_page
from vanban.rules import Rules

START = dt.date(2018, 7, 1)


def _made(rules: Rules, *bodies: str) -> OfficialText:
    first = base()
    acts = [
        act(body, f"90{5 + number}/{2019 + number}/QH14", f"01 tháng 01 năm {2020 + number}")
        for number, body in enumerate(bodies)
    ]
    starts = {first.work.id: START, **{each.work.id: each.force.start_on for each in acts}}
    return official_text(first, changes(*acts), starts, rules)


def _page(rules: Rules, *bodies: str) -> OfficialPage:
    return official_page(_made(rules, *bodies), rules)


def _line(page: OfficialPage, start: str) -> str:
    lines = [
        "".join(run if isinstance(run, str) else f"[{run}]" for run in part.runs)
        for part in page.body
        if isinstance(part, Paragraph)
    ]
    return next(line for line in lines if line.startswith(start))


def _note(page: OfficialPage, start: str) -> str:
    line = _line(page, start)
    return page.notes[int(line[line.index("[") + 1 : line.index("]")]) - 1][0]


CLAUSE = "1. Sửa đổi, bổ sung khoản 3 Điều 2 như sau:\n“3. Bộ Sông nước và xã quản lý bến.”"
POINT = "1. Bổ sung điểm đ vào sau điểm d khoản 2 Điều 2 như sau:\n“đ) Sửa bến;”"
REPEAL = "1. Bãi bỏ khoản 3 Điều 2."
WORDS = "1. Thay thế cụm từ “Bộ Sông nước” bằng cụm từ “Bộ Nước” tại khoản 3 Điều 2."


def test_a_mark_stands_after_the_number_of_the_unit(rules: Rules) -> None:
    assert _line(_page(rules, CLAUSE), "3.").startswith("3.[2] Bộ Sông nước và xã")


@pytest.mark.parametrize(
    ("body", "start", "told"),
    [
        (CLAUSE, "3.", "Khoản này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của Luật số 905/2019/QH14"),
        (POINT, "đ)", "Điểm này được bổ sung theo quy định tại khoản 1 Điều 1 của Luật số 905/2019/QH14"),
        (REPEAL, "3.", "Khoản này được bãi bỏ theo quy định tại khoản 1 Điều 1 của Luật số 905/2019/QH14"),
        (WORDS, "3.", "Cụm từ “Bộ Sông nước” được thay thế bằng cụm từ “Bộ Nước” theo quy định tại khoản 1 Điều 1"),
    ],
)
def test_a_note_tells_what_was_done_and_from_when(body: str, start: str, told: str, rules: Rules) -> None:
    note = _note(_page(rules, body), start)
    assert note.startswith(told)
    assert note.endswith("có hiệu lực kể từ ngày 01 tháng 01 năm 2020.")


def test_a_mark_stands_at_the_very_words(rules: Rules) -> None:
    assert _line(_page(rules, WORDS), "3.") == "3. Bộ Nước[2] quản lý bến."


def test_words_that_came_and_went_again_leave_their_marks(rules: Rules) -> None:
    """A later act replaces the words that an earlier one had put: both changes are told at the unit."""
    again = "1. Thay thế cụm từ “Bộ Nước” bằng cụm từ “Bộ Thủy lợi” tại khoản 3 Điều 2."
    page = _page(rules, WORDS, again)
    assert "Bộ Thủy lợi" in _line(page, "3.")
    told = page.notes[1]
    assert "“Bộ Sông nước” được thay thế" in told[0] and "“Bộ Nước” được thay thế" in told[1]


def test_the_grounds_of_the_amending_act_are_a_note(rules: Rules) -> None:
    page = _page(rules, CLAUSE)
    assert _line(page, "Quốc hội ban hành") == "Quốc hội ban hành Luật Bến nước[1]."
    assert page.notes[0][0].endswith("có căn cứ ban hành như sau:")
    assert page.notes[0][1].startswith("“Căn cứ Hiến pháp")


def test_implementing_articles_are_a_note_at_their_like(rules: Rules) -> None:
    page = _page(rules, CLAUSE)
    assert _line(page, "Điều 3.").endswith("Hiệu lực thi hành[3]")
    assert page.notes[2][0].startswith("Điều 2 của Luật số 905/2019/QH14")
    assert page.notes[2][-1] == "Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2020.”."


def test_the_list_names_the_acts_in_the_order_of_passing(rules: Rules) -> None:
    page = _page(rules, CLAUSE, POINT)
    assert page.acts[0].startswith("Luật Bến nước số 901/2017/QH14")
    assert page.acts[0].endswith("có hiệu lực kể từ ngày 01 tháng 7 năm 2018, được sửa đổi, bổ sung bởi:")
    assert [line[:2] for line in page.acts[1:]] == ["1.", "2."]
    assert page.acts[1].endswith(";") and page.acts[2].endswith(".")


def test_an_act_without_changes_has_no_notes(rules: Rules) -> None:
    page = _page(rules)
    assert page.notes == ()
    assert len(page.acts) == 1 and page.acts[0].endswith("2018.")


def test_taking_the_marks_away_gives_the_text(rules: Rules) -> None:
    made = _made(rules, CLAUSE, POINT)
    words = "".join(part.words for part in official_page(made, rules).body if isinstance(part, Paragraph))
    head = next(unit for unit in made.expression.provisions if unit.eid == "preface")
    assert words.split() and "".join(words.split()) == "".join(made.expression.text[head.end :].split())
