"""The statutory lists of the sample archive against the truth written by hand (`examples/tinh-song-lam.review.yaml`)."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml

from tests.sample_truth import EXAMPLES
from vanban.api import Archive
from vanban.api.reviewing import review_lists
from vanban.review.listed import Entry, Part, ReviewLists
from vanban.review.responsible import Scope
from vanban.timeline.naming import provision_name

TODAY = dt.date(2026, 11, 21)


@cache
def truth() -> dict[str, Any]:
    return yaml.safe_load((EXAMPLES / "tinh-song-lam.review.yaml").read_text(encoding="utf-8"))


def _windows() -> Iterator[tuple[str, dict[str, Any]]]:
    for year, forms in truth()["year"].items():
        yield str(year), forms
    yield from truth()["period"].items()


def _lists(sample: Archive, window: str, scope: Scope | None = None) -> ReviewLists:
    if "-" in window:
        return review_lists(sample, today=TODAY, period=window, scope=scope)
    return review_lists(sample, today=TODAY, year=int(window), scope=scope)


def _entries(parts: tuple[Part, ...], part: str) -> list[tuple[str, str, Entry, bool]]:
    return [
        (row.document.symbol, group.id, entry, row.document.absent)
        for each in parts
        if each.id == part
        for group in each.groups
        for row in group.rows
        for entry in row.entries
    ]


@pytest.mark.parametrize(
    ("window", "forms"), list(_windows()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_ended(sample: Archive, window: str, forms: dict[str, Any]) -> None:
    lists = _lists(sample, window)
    names = {row.id: row.symbol for row in sample.works()}
    for form, parts in (("mau-01", lists.ended), ("mau-02", lists.ended_in_part)):
        for part, rows in forms.get(form, {}).items():
            found = _entries(parts, part)
            got = {(symbol, entry.day, kind) for symbol, kind, entry, _ in found}
            want = {(row["symbol"], row["day"], "suspended" if row.get("suspended") else "ended") for row in rows}
            assert got == want, f"{window} {form} {part}"
            for row in rows:
                _same_row(row, [each for each in found if each[0] == row["symbol"]], names, sample)


def _same_row(
    row: dict[str, Any], found: list[tuple[str, str, Entry, bool]], names: dict[str, str], sample: Archive
) -> None:
    assert all(absent == row.get("absent", False) for *_, absent in found)
    entries = [entry for _, _, entry, _ in found]
    if "units" in row:
        # In which attachment a unit stands is told behind its name ("Điều 4 Phụ lục").
        assert {unit.removesuffix(" Phụ lục") for entry in entries for unit in entry.units} == set(row["units"])
    if "except" in row:
        assert [unit for entry in entries for unit in entry.kept] == row["except"]
    if "until" in row:
        assert {entry.until for entry in entries} == {row["until"]}
    if "case" in row:
        assert {entry.case_name for entry in entries} == {row["case"]}
    proofs = {
        (names.get(reason.work, ""), provision_name(reason.eid, sample.rules))
        for entry in entries
        for reason in entry.reasons
    }
    if "by" in row:
        assert tuple(row["by"]) in proofs
    for acting in row.get("acting", ()):
        assert acting in {symbol for symbol, _ in proofs}
    for entry in entries:
        assert entry.case and entry.reason.startswith(entry.case) and "“" in entry.reason


@pytest.mark.parametrize("window", truth()["period"])
def test_what_is_in_force(sample: Archive, window: str) -> None:
    forms = truth()["period"][window]
    lists = _lists(sample, window)
    assert lists.provisional == (dt.date(int(window[-4:]) + 1, 1, 1) > TODAY)
    rows = {row.document.symbol: row for group in lists.standing for row in group.rows}
    assert {(symbol, row.start) for symbol, row in rows.items()} == {
        (row["symbol"], row["start"]) for row in forms["mau-03"]
    }
    for want in forms["mau-03"]:
        note = rows[want["symbol"]].note
        assert note.startswith(want["note"]) and bool(note) == bool(want["note"]), want["symbol"]


@pytest.mark.parametrize(
    ("window", "forms"), list(_windows()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_a_person_must_decide_is_in_no_list(sample: Archive, window: str, forms: dict[str, Any]) -> None:
    lists = _lists(sample, window)
    asked = {(each.document.symbol, each.why, each.day) for each in lists.undecided}
    for want in forms.get("decide", ()):
        assert (want["symbol"], want["why"], want.get("day")) in asked
    listed = {
        (symbol, entry.day)
        for parts in (lists.ended, lists.ended_in_part)
        for part in "AB"
        for symbol, _, entry, _ in _entries(parts, part)
    }
    assert not {(symbol, day) for symbol, _, day in asked} & listed


@pytest.mark.parametrize("scope", truth()["scope"], ids=lambda scope: next(iter(scope.values())))
def test_the_scope(sample: Archive, scope: dict[str, Any]) -> None:
    asked = Scope("normative", scope.get("issuer"), scope.get("responsible"))
    told = set()
    for window in ("2018", "2023", "2025", "2026", "2027", "2021-2025", "2024-2028"):
        lists = _lists(sample, window, asked)
        told |= {row.document.symbol for group in lists.standing for row in group.rows}
        told |= {each.document.symbol for each in lists.undecided}
        told |= {
            symbol
            for parts in (lists.ended, lists.ended_in_part)
            for part in "AB"
            for symbol, _, _, _ in _entries(parts, part)
        }
    assert told == set(scope["documents"])


def test_party_documents_have_lists_of_their_own(sample: Archive) -> None:
    lists = _lists(sample, "2026", Scope("party"))
    assert [symbol for symbol, *_ in _entries(lists.ended, "A")] == ["17-QĐ/TU"]
    # The conclusion that replaces 22-KL/TU does not say when it begins.
    assert ("22-KL/TU", "undated") in {(each.document.symbol, each.why) for each in lists.undecided}
    # No law of the State judges them: the reason names no article of one.
    assert all(not entry.basis for _, _, entry, _ in _entries(lists.ended, "A"))


def test_what_was_published_is_not_missed(sample: Archive, tmp_path: Any) -> None:
    import msgspec

    earlier = tmp_path / "2025.json"
    earlier.write_bytes(msgspec.json.encode(_lists(sample, "2025")))
    lists = review_lists(sample, today=TODAY, year=2026, published=[earlier])
    assert _entries(lists.ended, "B") == [] and _entries(lists.ended_in_part, "B") == []


def test_rows_that_no_jurist_has_confirmed_are_told(sample: Archive) -> None:
    lists = _lists(sample, "2025")
    assert {"review_forms/mau-01", "end_reasons/repealed-2025"} <= set(lists.unreviewed)
    assert "review_forms/mau-05" not in lists.unreviewed


def test_a_derived_case_shows_the_rows_that_it_was_derived_by(sample: Archive) -> None:
    lists = _lists(sample, "2026")
    (entry,) = (entry for symbol, _, entry, _ in _entries(lists.ended, "A") if symbol == "902/2018/NĐ-CP")
    assert entry.case_name == "replaced"  # the clause itself only says "hết hiệu lực"
    assert {"end_reasons/replaced-2025", "review_cases/same-body"} <= set(entry.unreviewed)
    assert set(entry.unreviewed) <= set(lists.unreviewed)
    assert "review_kinds/normative" in lists.unreviewed


def test_a_suspension_names_its_article(sample: Archive) -> None:
    lists = _lists(sample, "2026")
    (entry,) = (entry for _, kind, entry, _ in _entries(lists.ended_in_part, "A") if kind == "suspended")
    assert (entry.case_name, entry.basis) == ("suspended", "Luật 64/2025/QH15, Điều 56")
    assert entry.reason.startswith("Bị tạm ngưng hiệu lực (Luật 64/2025/QH15, Điều 56): ")


def test_what_must_be_decided_quotes_its_clause(sample: Archive) -> None:
    lists = _lists(sample, "2026")
    (doubt,) = (each for each in lists.undecided if each.why == "may-lapse")
    assert "921/2025/NĐ-CP" in doubt.clause and "“" in doubt.clause
