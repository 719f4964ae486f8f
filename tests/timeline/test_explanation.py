"""The sentences of an answer, each with its quoted clause."""

import datetime as dt

import msgspec

from tests.timeline.scenario import eid, scenarios
from vanban.model import Effect, Target, Unit
from vanban.rules import Rules
from vanban.timeline import changes, explain, status
from vanban.timeline.explanation import day_in_words
from vanban.timeline.facts import Act, Impact
from vanban.timeline.memory import MemoryFacts
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
    last = said("R4, yes (Điều 154", "D", None, "2019-07-01", rules)[-3]
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


def renamed(*more: str) -> MemoryFacts:
    article = Unit("article", "8")
    targets = [Target(provision=(article, Unit("heading", ""))), *(Target(provision=(article,)) for _ in more)]
    impacts = [Impact("B", "A", Effect("substitute", "art_1", 0, 18, target)) for target in targets]
    acts = [
        Act("A", symbol="901/2020/NĐ-CP", date=dt.date(2020, 1, 1), start=dt.date(2020, 3, 1)),
        Act("B", symbol="902/2021/NĐ-CP", date=dt.date(2021, 1, 1), start=dt.date(2021, 3, 1)),
    ]
    return MemoryFacts(acts, impacts, contents={"B": "Sửa đổi tên Điều 8"})


def test_a_new_name_is_not_new_wording(rules: Rules) -> None:
    facts = renamed()
    answer = status("A", "art_8", dt.date(2024, 1, 1), facts, rules)
    sentences = explain(answer, facts, rules)
    assert any(each.startswith("Tên Điều 8 901/2020/NĐ-CP được thay bằng tên mới từ 1-3-2021") for each in sentences)
    whole = status("A", None, dt.date(2024, 1, 1), facts, rules)
    assert [part.change for part in whole.parts] == ["heading"]
    found = changes(dt.date(2021, 1, 1), dt.date(2022, 1, 1), ["A"], facts, rules)
    assert [change.kind for change in found] == ["new-heading"]


def test_new_wording_of_the_same_day_counts_before_a_new_name(rules: Rules) -> None:
    facts = renamed("content")
    assert [part.change for part in status("A", None, dt.date(2024, 1, 1), facts, rules).parts] == ["wording"]
    found = changes(dt.date(2021, 1, 1), dt.date(2022, 1, 1), ["A"], facts, rules)
    assert [change.kind for change in found] == ["new-wording"]


def test_a_consolidated_text_points_at_its_base(rules: Rules) -> None:
    texts = [("A", 10), ("B", 90)]
    impacts = [
        Impact("V", work, Effect("consolidate", "preface", at, at + 5, Target())) for work, at in reversed(texts)
    ]
    acts = [
        Act("V", type="van-ban-hop-nhat", symbol="909/VBHN-BSN", start=dt.date(2020, 1, 1)),
        Act("A", symbol="901/2020/NĐ-CP", start=dt.date(2020, 1, 1)),
        Act("B", symbol="902/2021/NĐ-CP", start=dt.date(2021, 1, 1)),
    ]
    facts = MemoryFacts(acts, impacts)
    answer = status("V", None, dt.date(2024, 1, 1), facts, rules)
    assert (answer.status, answer.expression_of) == ("unknown", "A")
    assert any("hãy hỏi hiệu lực của 901/2020/NĐ-CP" in each for each in explain(answer, facts, rules))


def test_rows_that_no_jurist_confirmed_are_named(rules: Rules) -> None:
    answer = status("A", "art_8", dt.date(2024, 1, 1), renamed(), rules)
    assert "effect_consequences/substitute" in answer.unreviewed
    assert any(row.startswith("end_reasons/") for row in answer.unreviewed)
    last = explain(answer, renamed(), rules)[-1]
    assert all(row in last for row in answer.unreviewed)
    confirmed = tuple(
        msgspec.structs.replace(row, reviewed="Vụ Pháp chế, 1-1-2027") for row in rules.effect_consequences
    )
    later = msgspec.structs.replace(rules, effect_consequences=confirmed)
    told = status("A", "art_8", dt.date(2024, 1, 1), renamed(), later).unreviewed
    assert not any(row.startswith("effect_consequences/") for row in told)
