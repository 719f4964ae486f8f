"""Days and numbers at the edge of what can be asked: a clear answer on every page, never a fault of the program."""

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import DECREE

DAYS = ("0001-01-01", "1899-12-31", "2200-01-01", "9999-12-01", "9999-12-31")
ASKED = (
    ("/", "on"), ("/changes", "from"), ("/changes", "to"), ("/changes.ics", "to"), ("/desk/tasks", "on"),
    ("/desk/tasks", "from"), ("/desk/findings", "on"), ("/search", "on"), (DECREE, "on"), (f"{DECREE}/~art_5", "on"),
    (f"{DECREE}/words", "on"), (f"{DECREE}/compare", "from"), (f"{DECREE}/compare", "to"), (f"{DECREE}/timeline", "on"),
)  # fmt: skip


@pytest.mark.parametrize(("path", "name"), ASKED)
def test_a_day_out_of_reach_is_a_wrong_question(room: TestClient, path: str, name: str) -> None:
    for day in DAYS:
        answer = room.get(path, params={name: day, "q": "bến"})
        assert answer.status_code == 400 and "năm 1900 đến 2199" in answer.text, day


@pytest.mark.parametrize(("path", "name"), ASKED)
@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31"])
def test_the_first_and_the_last_day_are_answered(room: TestClient, path: str, name: str, day: str) -> None:
    turned = {"from": "1900-01-01"} if name == "to" else {}
    assert room.get(path, params={"q": "bến", **turned, name: day}).status_code in (200, 400)
    if name == "on":
        assert room.get(path, params={"q": "bến", name: day}).status_code == 200


@pytest.mark.parametrize("number", ["99999999999999999999", "-1", "x", "²"])
@pytest.mark.parametrize(
    ("path", "name"),
    [("/search", "years"), ("/search", "from"), ("/documents", "year"), ("/documents", "from"), ("/desk/lists", "year"),
     ("/desk/findings", "start"), (f"{DECREE}/lineage", "depth")],
)  # fmt: skip
def test_a_number_out_of_reach_is_no_fault_of_the_program(room: TestClient, path: str, name: str, number: str) -> None:
    assert room.get(path, params={name: number, "q": "bến"}).status_code in (200, 400)


def test_what_is_asked_for_stands_whole_in_the_links(room: TestClient) -> None:
    page = room.get("/changes", params={"issuer": "A&b#c", "from": "2026-01-01"}).text
    assert "issuer=A%26b%23c" in page and "issuer=A&amp;b" not in page
