"""What people decided survives a re-reading, an export and a restore; what no longer fits is listed."""

import datetime as dt
from pathlib import Path

import pytest

from tests.archive.papers import paper, put, to
from vanban.archive import (
    Store,
    export_judgements,
    find_works,
    judge,
    judgements,
    open_archive,
    orphaned,
    references_from,
    remove,
    restore_judgements,
    subject_of_effect,
    subject_of_identity,
    subject_of_reference,
    verdicts,
)
from vanban.model import Judgement, Subject
from vanban.model.errors import UsageError
from vanban.rules import Rules

DAY = dt.datetime(2026, 3, 4, 5, 6, tzinfo=dt.UTC)
ACTING = paper(
    "92/2032/NĐ-CP",
    "2032-01-02",
    cites=[to("91/2031/NĐ-CP")],
    effects=[("repeal", to("91/2031/NĐ-CP", ("article", "1")))],
)
UNDATED = paper("91/2031/NĐ-CP", None)


def judged(subject: Subject, verdict: str, day: dt.datetime = DAY) -> Judgement:
    return Judgement(subject, verdict, "chuyên viên pháp chế", day, "đã đối chiếu")


ON_EFFECT = judged(subject_of_effect(ACTING, ACTING.effects[0]), "rejected")
ON_REFERENCE = judged(subject_of_reference(ACTING, ACTING.references[0]), "confirmed")
ON_NOTHING = judged(Subject(ACTING.work.id, "effect", "repeal another", "words that are not there"), "confirmed")


def test_judgements_stand_with_their_facts(store: Store, rules: Rules) -> None:
    put(store, rules, [ACTING])
    assert judge(store, [ON_EFFECT, ON_REFERENCE, ON_NOTHING], rules) == 3
    assert judge(store, [ON_REFERENCE, ON_REFERENCE], rules) == 0
    assert verdicts(store, ACTING.work.id) == {("effect", 0): (ON_EFFECT,), ("reference", 0): (ON_REFERENCE,)}
    assert list(orphaned(store)) == [ON_NOTHING]


def test_a_removed_work_leaves_its_judgements_orphaned(store: Store, rules: Rules) -> None:
    put(store, rules, [ACTING])
    judge(store, [ON_EFFECT], rules)
    remove(store, ACTING.work.id, rules)
    assert list(orphaned(store)) == [ON_EFFECT]
    put(store, rules, [ACTING])
    assert list(orphaned(store)) == []


def test_export_and_restore_give_the_same_judgements(sqlite_store: Store, rules: Rules, tmp_path: Path) -> None:
    judge(sqlite_store, [ON_NOTHING, ON_EFFECT, ON_REFERENCE], rules)
    lines = list(export_judgements(sqlite_store))
    with open_archive(tmp_path / "other.db") as other:
        assert restore_judgements(other, [*lines[::-1], b"\n"], rules) == 3
        assert restore_judgements(other, lines, rules) == 0
        assert list(export_judgements(other)) == lines
        assert sorted(judgements(other), key=repr) == sorted([ON_EFFECT, ON_REFERENCE, ON_NOTHING], key=repr)


def test_a_line_that_is_no_judgement_stores_nothing(sqlite_store: Store, rules: Rules) -> None:
    lines = list(export_judgements(sqlite_store))
    with pytest.raises(UsageError) as caught:
        restore_judgements(sqlite_store, [*lines, b'{"verdict": 1}'], rules)
    assert caught.value.code == "not-a-judgement"
    assert list(judgements(sqlite_store)) == []


def test_a_judged_date_gives_the_work_its_identifier(store: Store, rules: Rules) -> None:
    put(store, rules, [UNDATED, ACTING])
    (before,) = references_from(store, ACTING.work.id)
    assert before.resolution.work == UNDATED.work.id
    assert "/0000/" in UNDATED.work.id
    decision = judged(subject_of_identity(UNDATED.work.id, "date"), "2031-05-14")
    judge(store, [decision], rules)
    (found,) = find_works(store, "91/2031/NĐ-CP")
    assert found.date == dt.date(2031, 5, 14)
    assert found.id == UNDATED.work.id.replace("/0000/", "/2031-05-14/")
    (after,) = references_from(store, ACTING.work.id)
    assert after.resolution.work == found.id
    assert list(orphaned(store)) == []


def test_the_latest_of_several_decisions_counts_whatever_came_first(store: Store, rules: Rules) -> None:
    subject = subject_of_identity(UNDATED.work.id, "date")
    late = judged(subject, "2031-05-14", DAY + dt.timedelta(days=1))
    judge(store, [late], rules)
    judge(store, [judged(subject, "2031-05-15")], rules)
    put(store, rules, [UNDATED])
    assert [work.date for work in find_works(store, "91/2031/NĐ-CP")] == [dt.date(2031, 5, 14)]


@pytest.mark.parametrize(("part", "verdict"), [("date", "hôm qua"), ("title", "một tên khác")])
def test_a_decision_that_does_not_fit_is_refused(store: Store, rules: Rules, part: str, verdict: str) -> None:
    with pytest.raises(UsageError):
        judge(store, [judged(subject_of_identity(UNDATED.work.id, part), verdict)], rules)
    assert list(judgements(store)) == []
