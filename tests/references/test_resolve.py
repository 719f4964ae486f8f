"""Resolution: one candidate is an answer, several a list, none is waiting."""

import datetime as dt

import msgspec

from vanban.model import Issuer, Reference, Target, Work
from vanban.references import Shelf, WorkFacts, keys_of, keys_of_work, resolve
from vanban.rules import Rules


def citing(date: dt.date | None = dt.date(2020, 1, 1), issuer: str = "chinh-phu") -> Work:
    return Work("here", "state", "nghi-dinh", "", "", "", "", None, Issuer(issuer, ""), date, "", "")


def pointer(**said: object) -> Reference:
    return Reference(0, 1, "art_1", "cites", Target(**said))  # type: ignore[arg-type]


LAND_2003 = WorkFacts("l03", "state", "luat", "13/2003/QH11", "Luật Đất đai", "quoc-hoi", dt.date(2003, 11, 26))
LAND_2013 = WorkFacts("l13", "state", "luat", "45/2013/QH13", "Đất đai", "quoc-hoi", dt.date(2013, 11, 29))
LAND_2024 = WorkFacts("l24", "state", "luat", "31/2024/QH15", "Đất đai", "quoc-hoi", dt.date(2024, 1, 18))
RULE = WorkFacts("r22", "party", "quy-dinh", "58-QĐ/TW", "Quy định", "bo-chinh-tri", dt.date(2022, 2, 8))
LOCAL = WorkFacts("hn", "state", "quyet-dinh", "5/2016/QĐ-UBND", "x", "ubnd-tinh-ha-nam", dt.date(2016, 1, 5))


def test_a_number_with_its_date_is_the_best_grade(rules: Rules) -> None:
    shelf = Shelf([LAND_2013])
    answer = resolve(pointer(type="luat", symbol="45/2013/QH13", date=dt.date(2013, 11, 29)), citing(), shelf, rules)
    assert (answer.work, answer.grade) == ("l13", "number-and-date")


def test_a_denied_date_is_told(rules: Rules) -> None:
    answer = resolve(pointer(symbol="45/2013/QH13", date=dt.date(2013, 11, 28)), citing(), Shelf([LAND_2013]), rules)
    assert (answer.work, answer.mismatches) == ("l13", ("date",))


def test_a_party_number_of_another_date_is_another_document(rules: Rules) -> None:
    answer = resolve(pointer(symbol="58-QĐ/TW", date=dt.date(2007, 5, 7)), citing(), Shelf([RULE]), rules)
    assert answer.work is None
    assert answer.candidates == ("r22",)


def test_a_name_means_the_act_of_the_citing_day(rules: Rules) -> None:
    shelf = Shelf([LAND_2003, LAND_2013, LAND_2024])
    name = pointer(type="luat", title="Đất đai")
    days = [dt.date(2010, 1, 1), dt.date(2020, 1, 1), dt.date(2025, 1, 1)]
    assert [resolve(name, citing(day), shelf, rules).work for day in days] == ["l03", "l13", "l24"]


def test_a_paper_that_tells_no_day_of_its_own_is_read_on_its_first_day_in_force(rules: Rules) -> None:
    shelf = Shelf([LAND_2003, LAND_2013, LAND_2024])
    name = pointer(type="luat", title="Đất đai")
    assert resolve(name, citing(None), shelf, rules).candidates == ("l03", "l13", "l24")
    assert resolve(name, citing(None), shelf, rules, in_force=dt.date(2020, 1, 1)).work == "l13"


def test_a_missing_act_is_silence_and_not_its_predecessor(rules: Rules) -> None:
    assert resolve(pointer(type="luat", title="Đất đai"), citing(), Shelf([LAND_2003]), rules).work is None


def test_an_act_known_by_its_number_alone_keeps_silent_after_its_year(rules: Rules) -> None:
    known = tuple(
        msgspec.structs.replace(act, date=None, force_start=None) for act in rules.named_acts if act.name == "Đất đai"
    )
    without_days = msgspec.structs.replace(rules, named_acts=known)
    name = pointer(type="luat", title="Đất đai")
    days = [dt.date(2012, 1, 1), dt.date(2013, 12, 1), dt.date(2016, 1, 1)]
    answers = [resolve(name, citing(day), Shelf([LAND_2003]), without_days).work for day in days]
    assert answers == ["l03", "l03", None]


def test_the_named_year_decides(rules: Rules) -> None:
    shelf = Shelf([LAND_2003, LAND_2013])
    assert resolve(pointer(type="luat", title="Đất đai", year=2003), citing(), shelf, rules).work == "l03"


def test_a_local_number_belongs_to_its_place(rules: Rules) -> None:
    shelf = Shelf([LOCAL])
    name = pointer(type="quyet-dinh", symbol="05/2016/QĐ-UBND")
    assert resolve(name, citing(issuer="hdnd-tinh-ha-nam"), shelf, rules).work == "hn"
    assert resolve(name, citing(issuer="hdnd-tinh-nghe-an"), shelf, rules).work is None


def test_a_work_wakes_what_waits_for_it(rules: Rules) -> None:
    waiting = [pointer(symbol="045/2013/QH13"), pointer(type="luat", title="đất đai"), pointer(relative="this-work")]
    awake = [bool(set(keys_of(item, rules)) & set(keys_of_work(LAND_2013))) for item in waiting]
    assert awake == [True, True, False]


def law(id: str, symbol: str, passed: dt.date, start: dt.date | None) -> WorkFacts:
    return WorkFacts(id, "state", "luat", symbol, "Sông hồ", "quoc-hoi", passed, start)


RIVERS_OLD = law("old", "3/2010/QH12", dt.date(2010, 6, 1), dt.date(2011, 1, 1))
RIVERS_NEW = law("new", "9/2028/QH16", dt.date(2028, 6, 1), dt.date(2029, 1, 1))
RIVERS = pointer(type="luat", title="Sông hồ")


def test_a_name_means_the_act_in_force_when_the_paper_takes_effect(rules: Rules) -> None:
    shelf, signed = Shelf([RIVERS_OLD, RIVERS_NEW]), citing(dt.date(2028, 12, 20))
    assert resolve(RIVERS, signed, shelf, rules, in_force=dt.date(2029, 2, 1)).work == "new"
    assert resolve(RIVERS, citing(dt.date(2028, 7, 1)), shelf, rules, in_force=dt.date(2028, 7, 1)).work == "old"


def test_an_act_about_to_start_is_listed_with_the_one_in_force(rules: Rules) -> None:
    answer = resolve(RIVERS, citing(dt.date(2028, 12, 20)), Shelf([RIVERS_OLD, RIVERS_NEW]), rules)
    assert (answer.work, answer.candidates) == (None, ("new", "old"))


def test_an_act_whose_start_nobody_tells_is_listed_with_the_one_before_for_a_year(rules: Rules) -> None:
    unknown = law("new", "9/2028/QH16", dt.date(2028, 6, 1), None)
    shelf = Shelf([RIVERS_OLD, unknown])
    assert resolve(RIVERS, citing(dt.date(2028, 9, 1)), shelf, rules).candidates == ("new", "old")
    assert resolve(RIVERS, citing(dt.date(2030, 1, 1)), shelf, rules).work == "new"


def test_a_law_that_replaces_one_of_its_name_cites_the_one_before(rules: Rules) -> None:
    replacing = Work(
        "x", "state", "luat", "", "31/2024/QH15", "", "", None, Issuer("quoc-hoi", ""), dt.date(2024, 1, 18), "", ""
    )
    assert resolve(pointer(type="luat", title="Đất đai"), replacing, Shelf([LAND_2013]), rules).work == "l13"
