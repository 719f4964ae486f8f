"""Adding by upload and working at the desk, in a room of one's own."""

import io
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.sample_truth import SAMPLE
from vanban.api import Archive
from vanban.web.app import create_app
from vanban.web.settings import Settings

DECREE = SAMPLE / "nghi-dinh-902-2018-nd-cp.html"
AMENDING = SAMPLE / "nghi-dinh-911-2023-nd-cp.docx"
PLAN = SAMPLE / "ke-hoach-88-kh-ubnd.docx"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[TestClient]:
    """A browser on the machine of the room, which holds one decree and one plan."""
    with Archive(tmp_path / "vanban.db") as made:
        made.add(DECREE, PLAN, workers=1)
    with TestClient(create_app(Settings(str(tmp_path / "vanban.db"))), base_url="http://127.0.0.1") as client:
        yield client


def send(client: TestClient, *files: tuple[str, bytes]) -> dict[str, Any]:
    """Upload files and wait for what came of them."""
    answer = client.post("/add", files=[("files", file) for file in files], follow_redirects=False)
    assert answer.status_code == 303, answer.text
    for _ in range(600):
        told = client.get(answer.headers["location"] + ".json").json()
        if told["done"]:
            page = client.get(answer.headers["location"]).text
            return {**told, "page": page}
        time.sleep(0.1)
    raise AssertionError("the addition does not end")


def test_a_file_that_is_dropped_is_read_and_tells_what_it_changes(home: TestClient) -> None:
    decree = next(iter(home.get("/documents.json", params={"type": "nghi-dinh"}).json()["works"]))["id"]
    assert "điện tử hoặc" not in home.get(decree, params={"on": "2024-02-01"}).text
    told = send(home, (AMENDING.name, AMENDING.read_bytes()), ("ảnh.png", b"\x89PNG\r\n\x1a\n" + bytes(100)))
    assert told["report"]["added"] == 1
    ((file,),) = [[each["path"].rsplit("/", 1)[-1] for each in told["report"]["not_read"]]]
    assert file == "ảnh.png" and "ảnh.png" in told["page"]
    (added,) = told["added"]
    assert {each["on"] for each in added["effects"]} == {decree}
    # What was kept of the pages is true no longer.
    assert "điện tử hoặc" in home.get(decree, params={"on": "2024-02-01"}).text


@pytest.mark.parametrize("name", ["../../../etc/evil.txt", "..\\evil.txt", "a/b/c.txt", "\x00x.txt", "."])
def test_the_name_of_a_file_is_only_a_name(home: TestClient, name: str, tmp_path: Path) -> None:
    told = send(home, (name, "Điều 1. Thử.\n".encode() * 20))
    assert told["files"] == 1
    assert not list(tmp_path.parent.glob("**/evil.txt"))


def test_an_upload_without_files_or_without_end_is_refused(home: TestClient) -> None:
    assert home.post("/add", data={"form": ""}, files={"x": b""}).status_code == 400
    large = home.post("/add", content=b"x", headers={"Content-Length": str(10**10), "Content-Type": "text/plain"})
    assert large.status_code == 413


def test_a_task_is_assigned_and_done(home: TestClient) -> None:
    tasks = home.get("/desk/tasks.json").json()["tasks"]
    task = next(each for each in tasks if each["state"].startswith("open"))
    told = {"work": task["work"], "fact": task["id"], "by": "Văn phòng UBND", "back": "/desk/tasks"}
    answer = home.post("/judge", data={**told, "verdict": "assigned", "office": "Phòng Quản lý bến"})
    assert answer.status_code == 200 and "Phòng Quản lý bến" in answer.text
    home.post("/judge", data={**told, "verdict": "done", "day": "2026-10-20", "proof": "12/BC-UBND"})
    again = next(each for each in home.get("/desk/tasks.json").json()["tasks"] if each["id"] == task["id"])
    assert again["state"].startswith("done") and again["record"]["proof"] == "12/BC-UBND"
    assert "12/BC-UBND" in home.get("/desk/judgements").text


def test_a_task_that_is_none_is_rejected(home: TestClient) -> None:
    task = home.get("/desk/tasks.json").json()["tasks"][0]
    home.post("/judge", data={"work": task["work"], "fact": task["id"], "verdict": "rejected", "note": "không giao ai"})
    assert task["id"] not in {each["id"] for each in home.get("/desk/tasks.json").json()["tasks"]}


def test_a_judgement_on_what_is_not_there_is_refused(home: TestClient) -> None:
    answer = home.post("/judge", data={"work": "/akn/vn/act/x", "fact": "task:x:0", "verdict": "done"})
    assert answer.status_code == 400 and 'role="alert"' in answer.text


def test_the_lists_can_be_taken_along(home: TestClient) -> None:
    page = home.get("/desk/lists", params={"year": "2025"})
    assert page.status_code == 200 and "Mẫu" in page.text
    packed = home.get("/desk/lists.zip", params={"year": "2025"})
    names = zipfile.ZipFile(io.BytesIO(packed.content)).namelist()
    assert {"mau-01.docx", "mau-01.xlsx", "mau-02.docx", "mau-02.xlsx"} <= set(names)


def test_faults_are_told_by_kind(home: TestClient) -> None:
    found = home.get("/desk/findings.json").json()
    code = next(iter(found["counts"]))
    page = home.get("/desk/findings", params={"code": code}).text
    assert page.split('<ul class="refs">', 1)[1].count("<li>") == found["counts"][code] > 0
    chosen = home.get("/desk/findings.json", params={"code": code}).json()
    assert chosen["counts"] == {code: found["counts"][code]}


def test_a_page_is_made_anew_where_what_it_rests_on_changed(tmp_path: Path) -> None:
    """A judgement or an addition elsewhere leaves it; an act that ends it does not."""
    with Archive(tmp_path / "vanban.db") as made:
        made.add(DECREE, workers=1)
    app = create_app(Settings(str(tmp_path / "vanban.db")))
    room = app.state.room
    with TestClient(app, base_url="http://127.0.0.1") as client:
        decree = client.get("/documents.json").json()["works"][0]["id"]
        client.get(decree)
        kept = [key for key in room.shelf.held() if key[0] == "act"]
        room.archive.add(PLAN, workers=1)
        room.revision()
        assert [key for key in room.shelf.held() if key[0] == "act"] == kept
        assert not [key for key in room.shelf.held() if key[0] == "documents"]
        room.archive.add(AMENDING, workers=1)
        room.revision()
        assert not [key for key in room.shelf.held() if key[0] == "act"]
