"""The sentences of an answer, each with its quoted clause."""

import datetime as dt

from tests.timeline.scenario import eid, scenarios
from vanban.rules import Rules
from vanban.timeline import explain, status
from vanban.timeline.explanation import day_in_words
from vanban.timeline.naming import Language


def said(name: str, work: str, unit: str | None, day: str, rules: Rules, language: Language = "vi") -> tuple[str, ...]:
    scenario = next(each for each in scenarios(rules) if name in each.name)
    answer = status(work, eid(unit, rules), dt.date.fromisoformat(day), scenario.facts, rules)
    return explain(answer, scenario.facts, rules, language)


def test_a_repealed_clause(rules: Rules) -> None:
    assert said("a repealed clause, a reworded one", "A", "khoản 3 Điều 4", "2021-05-03", rules)[:1] == (
        "Ngày 3-5-2021, khoản 3 Điều 4 9902/2018/NĐ-CP: hết hiệu lực.",
    )
    sentences = said("a repealed clause, a reworded one", "A", "khoản 3 Điều 4", "2021-05-03", rules)
    assert (
        "Khoản 3 Điều 4 9902/2018/NĐ-CP bị bãi bỏ từ 1-1-2021 bởi khoản 4 Điều 1 9911/2021/NĐ-CP: “Bãi bỏ khoản 3 Điều 4.”."
    ) in sentences
    assert "Căn cứ: Luật 80/2015/QH13, Điều 154 khoản 3 (Bị bãi bỏ)." in sentences


def test_an_exception_is_quoted_and_left_to_a_person(rules: Rules) -> None:
    sentences = said("leaves to its own transitional articles", "A", None, "2024-07-01", rules)
    assert "Có ngoại lệ: “trừ trường hợp quy định tại Điều 53 của Luật này”." in sentences
    assert "Đây là kết quả đề xuất, cần người có thẩm quyền xác nhận." in sentences


def test_a_candidate_names_its_rule_and_law(rules: Rules) -> None:
    last = said("R4, yes (Điều 154", "D", None, "2019-07-01", rules)[-2]
    assert "Luật 80/2015/QH13, Điều 154 khoản 4" in last and "cũng đồng thời hết hiệu lực" in last


def test_english(rules: Rules) -> None:
    sentences = said("one clause suspended", "A", "khoản 2 Điều 10", "2026-11-21", rules, "en")
    assert sentences[0] == "On 2026-11-21, clause 2, Article 10 9921/2025/NĐ-CP: suspended."
    assert any("is suspended from 2026-05-01 until before 2027-03-01 by Article 1 of" in each for each in sentences)


def test_days(rules: Rules) -> None:
    day = dt.date(2016, 7, 1)
    assert (day_in_words(day, "vi"), day_in_words(day, "en"), day_in_words(None, "vi")) == (
        "1-7-2016",
        "2016-07-01",
        "…",
    )
