"""Pages that take long: made once however many ask, told to be under way, at hand afterwards."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from vanban.api import Archive
from vanban.api.checking import Checked
from vanban.web import app as application
from vanban.web.app import create_app
from vanban.web.at_hand import AtHand
from vanban.web.settings import Settings


class Gate:
    """Holds `Archive.check` back until it is opened, and counts how often it was asked."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.asked = 0


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate()
    checked = Archive.check

    def held(self: Archive, *words: object, **options: object) -> Checked:
        made.asked += 1
        made.open.wait(30)
        return checked(self, *words, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Archive, "check", held)
    monkeypatch.setattr(application, "PATIENCE_SECONDS", 0.05)
    yield made
    made.open.set()


def test_a_long_page_says_that_it_is_under_way_and_is_made_once(
    sample_file: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    with TestClient(create_app(Settings(str(sample_file))), base_url="http://127.0.0.1:8000") as room:
        first = room.get("/desk/findings")
        assert first.status_code == 202 and "Đang tính trên toàn kho" in first.text and "data-again" in first.text
        assert room.get("/desk/findings").status_code == 202
        gate.open.set()
        # A program waits, and what it is told is what the page was being made from.
        whole = room.get("/desk/findings.json").json()
        narrowed = room.get("/desk/findings.json?code=reference-unknown").json()
        assert 0 < len(narrowed["faults"]) == whole["counts"]["reference-unknown"] < len(whole["faults"])
        monkeypatch.setattr(application, "PATIENCE_SECONDS", 30)
        assert room.get("/desk/findings").status_code == 200
    assert gate.asked == 1


def test_a_fault_leads_to_the_unit_where_it_stands(sample_file: Path) -> None:
    with TestClient(create_app(Settings(str(sample_file))), base_url="http://127.0.0.1:8000") as room:
        placed = [each for each in room.get("/desk/findings.json").json()["faults"] if each["quote"] and each["eid"]]
        page = room.get("/desk/findings").text
    assert placed
    for each in placed:
        assert f'href="{each["work"]["id"]}/~{each["eid"]}"' in page


def test_what_is_at_hand_is_made_once_for_a_state_of_the_archive() -> None:
    at_hand, made = AtHand(), []

    def make() -> int:
        made.append(1)
        return len(made)

    with ThreadPoolExecutor(8) as hands:
        assert set(hands.map(lambda _: at_hand.get("k", 1, make), range(40))) == {1}
    assert at_hand.get("k", 2, make) == 2
    assert at_hand.get("other", 2, make) == 3


def test_what_fails_is_not_kept() -> None:
    at_hand = AtHand()

    def fail() -> int:
        raise ValueError

    with pytest.raises(ValueError):
        at_hand.get("k", 1, fail)
    assert at_hand.get("k", 1, lambda: 7) == 7
