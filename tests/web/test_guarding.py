"""What stands before every page."""

import pytest
from fastapi.testclient import TestClient


def test_nothing_runs_but_our_own_files(room: TestClient) -> None:
    answer = room.get("/")
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy and "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "<script>" not in answer.text and " style=" not in answer.text and " onclick=" not in answer.text


def test_a_name_that_is_not_ours_is_refused(room: TestClient) -> None:
    assert room.get("/", headers={"Host": "evil.example"}).status_code == 421


@pytest.mark.parametrize(
    "told", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "same-site"}]
)
def test_another_site_cannot_write(room: TestClient, told: dict[str, str]) -> None:
    assert room.post("/add", headers=told).status_code == 403
