"""A draft sent to be checked: the faults stand beside its words, the copy with comments comes along, nothing is kept."""

import base64
import io
import re
from html import unescape
from pathlib import Path

import pytest
from docx import Document
from fastapi.testclient import TestClient

from vanban.api import Archive
from vanban.web.app import create_app
from vanban.web.settings import Settings

LINES = (
    "SỞ SÔNG NGÒI", "Số: /QĐ-SSN", "QUYẾT ĐỊNH", "Về việc thử <script>alert(1)</script>",
    "Căn cứ Nghị định số 77/2031/NĐ-CP ngày 1 tháng 2 năm 2031 của Chính phủ;",
    "Điều 1. Phạm vi", "Quyết định này quy định thử.",
)  # fmt: skip


def docx() -> bytes:
    made, out = Document(), io.BytesIO()
    for line in LINES:
        made.add_paragraph(line)
    made.save(out)
    return out.getvalue()


@pytest.fixture
def home(tmp_path: Path) -> TestClient:
    with Archive(tmp_path / "vanban.db"):
        pass
    return TestClient(create_app(Settings(str(tmp_path / "vanban.db"))), base_url="http://127.0.0.1")


def test_a_draft_is_answered_in_place_and_not_kept(home: TestClient, tmp_path: Path) -> None:
    before = {path: path.stat().st_size for path in tmp_path.rglob("*")}
    page = home.post("/desk/draft", files={"file": ("dự thảo.docx", docx())}).text
    found = home.post("/desk/draft.json", files={"file": ("dự thảo.docx", docx())}).json()
    assert found["faults"] and page.count('<span class="state') == len(found["faults"])
    quoted = [fault["quote"] for fault in found["faults"] if fault["end"]]
    shown = unescape(re.sub(r"<[^>]+>", "", page))
    assert quoted and all(line in shown for quote in quoted for line in quote.split("\n"))
    assert "<mark>" in page and "<script>alert" not in page
    packed = re.search(r'href="data:[^;]+;base64,([^"]+)" download="dự thảo.nhan-xet.docx"', unescape(page))
    assert packed
    commented = Document(io.BytesIO(base64.b64decode(packed[1])))
    assert len(list(commented.comments)) == len(found["faults"])
    assert home.get("/documents.json").json()["total"] == 0
    assert {path: path.stat().st_size for path in tmp_path.rglob("*") if "-" not in path.suffix} == {
        path: size for path, size in before.items() if "-" not in path.suffix
    }


def test_what_is_no_draft_is_told(home: TestClient) -> None:
    assert home.post("/desk/draft", data={"form": ""}, files={"x": b""}).status_code == 400
    answer = home.post("/desk/draft", files={"file": ("ảnh.png", b"\x89PNG\r\n\x1a\n" + bytes(100))})
    assert answer.status_code == 400 and 'role="alert"' in answer.text
    large = home.post(
        "/desk/draft", content=b"x", headers={"Content-Length": str(10**10), "Content-Type": "text/plain"}
    )
    assert large.status_code == 413


def test_who_may_not_add_may_not_send_a_draft(tmp_path: Path) -> None:
    with Archive(tmp_path / "vanban.db"):
        pass
    with TestClient(create_app(Settings(str(tmp_path / "vanban.db"), host="testserver"))) as client:
        assert client.post("/desk/draft", files={"file": ("a.txt", b"x")}).status_code == 403
        assert "cần quyền biên tập" in client.get("/desk/draft").text
