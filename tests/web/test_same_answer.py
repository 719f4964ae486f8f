"""A page's JSON is the object that its command prints."""

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import DECREE
from vanban.cli.run import run

PAIRS = (
    (f"{DECREE}/references", {}, ["references", "902/2018/NĐ-CP"]),
    (f"{DECREE}/lineage", {"depth": "2"}, ["lineage", "902/2018/NĐ-CP", "--depth", "2"]),
    (f"{DECREE}/impact", {}, ["review", "impact", "902/2018/NĐ-CP"]),
    (f"{DECREE}/words", {"on": "2024-02-01"}, ["text", "902/2018/NĐ-CP", "--on", "2024-02-01"]),
    ("/search", {"q": "hanh lang", "on": "2024-02-01", "limit": "20"},
     ["search", "hanh lang", "--on", "2024-02-01", "--limit", "20"]),
    ("/desk/tasks", {"on": "2026-08-01", "body": "so"}, ["tasks", "--on", "2026-08-01", "--body", "so"]),
    ("/desk/findings", {"on": "2026-08-01"}, ["check", "--on", "2026-08-01"]),
    ("/desk/findings", {"on": "2026-08-01", "code": "reference-ended"},
     ["check", "--on", "2026-08-01", "--code", "reference-ended"]),
    ("/desk/lists", {"year": "2025"}, ["review", "lists", "--year", "2025"]),
)  # fmt: skip
CHANGES = ({}, {"issuer": "chinh-phu"}, {"issuer": "Chính phủ"}, {"issuer": "không có ai"})


def told(archive: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> object:
    """What a command prints with `--json`."""
    capsys.readouterr()
    assert run([*words, "--archive", str(archive), "--json"], {}) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(("path", "asked", "command"), PAIRS)
def test_a_page_and_its_command_say_the_same(
    room: TestClient,
    sample_file: Path,
    capsys: pytest.CaptureFixture[str],
    path: str,
    asked: dict[str, str],
    command: list[str],
) -> None:
    assert room.get(f"{path}.json", params=asked).json() == told(sample_file, command, capsys)


@pytest.mark.parametrize("more", CHANGES)
def test_changes_of_a_body_are_the_same_by_id_and_by_name(
    room: TestClient, sample_file: Path, capsys: pytest.CaptureFixture[str], more: dict[str, str]
) -> None:
    page = room.get("/changes.json", params={"from": "2018-01-01", "to": "2027-12-31", **more}).json()
    assert (page["from"], page["to"]) == ("2018-01-01", "2027-12-31")
    words = ["changes", "--from", "2018-01-01", "--to", "2027-12-31"]
    command = told(sample_file, [*words, *(["--issuer", more["issuer"]] if more else [])], capsys)
    assert command == page
    assert bool(page["changes"]) == (more.get("issuer") != "không có ai")
