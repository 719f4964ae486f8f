"""A sheet of judgements that comes back as it went changes nothing, whatever the verdicts are."""

import datetime as dt
from pathlib import Path

import pytest

from tests.sample_truth import SAMPLE
from vanban import archive as room
from vanban.api import Archive
from vanban.model import Judgement
from vanban.review.judgement_sheet import sheet_rows, take_rows
from vanban.rules import Rules

AT = dt.datetime(2026, 11, 22, 8, 0, tzinfo=dt.UTC)


@pytest.fixture
def own(tmp_path: Path) -> Archive:
    made = Archive(tmp_path / "own.db")
    made.add(SAMPLE, workers=1)
    return made


@pytest.mark.parametrize("verdict", ["at art_2__cl_3", "write art_2\nĐiều 2. Lời mới", "reject", "confirmed"])
def test_a_decision_on_an_effect_comes_back_unchanged(verdict: str, own: Archive, rules: Rules) -> None:
    parsed = next(parsed for parsed in room.every_parsed(own.store) if parsed.effects)
    subject = room.subject_of_effect(parsed, parsed.effects[0])
    room.judge(own.store, [Judgement(subject, verdict, "Văn phòng", AT, "lý do")], rules)
    rows = list(enumerate(sheet_rows(own.store, "effect", parsed.work.id), start=2))
    assert any(row["verdict"] == verdict for _, row in rows)
    taken = take_rows(own.store, rows, "Văn phòng", AT, rules)
    assert (taken.added, taken.unchanged, taken.faults) == (0, 1, ())


def test_a_verdict_that_is_none_is_reported(own: Archive, rules: Rules) -> None:
    first = next(iter(sheet_rows(own.store, "effect")))
    taken = take_rows(own.store, [(2, {**first, "verdict": "maybe"})], "Văn phòng", AT, rules)
    assert [fault.code for fault in taken.faults] == ["no-such-verdict"] and taken.added == 0
