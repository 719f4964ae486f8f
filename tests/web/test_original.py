"""The original beside the words that were read from it: page by page, opened at the page of a unit."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.reading.pdf_making import PdfSheet, pdf
from tests.web.conftest import DECREE, LAW
from vanban.api import Archive
from vanban.web.app import create_app
from vanban.web.settings import Settings

_PAGES = (
    ("BỘ SÔNG NGÒI", "Số: 940/2025/TT-BSN", "Hà Nội, ngày 12 tháng 5 năm 2025", "THÔNG TƯ", "Quy định về đèn hiệu bến nước",
     "Bộ trưởng Bộ Sông ngòi ban hành Thông tư quy định về đèn hiệu.", "Điều 1. Phạm vi điều chỉnh",
     "Thông tư này quy định về đèn hiệu tại bến nước."),
    ("Điều 2. Đèn hiệu", "1. Đèn hiệu đặt ở đầu bến.", "2. Đèn hiệu sáng suốt đêm.", "Điều 3. Hiệu lực thi hành",
     "Thông tư này có hiệu lực kể từ ngày 01 tháng 7 năm 2025."),
)  # fmt: skip


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, str]]:
    """A room over one circular that came as a PDF of two pages, and its address."""
    folder = tmp_path_factory.mktemp("original")
    sheets = (PdfSheet([(70, 780 - 30 * at, 12, line) for at, line in enumerate(lines)]) for lines in _PAGES)
    (folder / "thong-tu-940.pdf").write_bytes(pdf(*sheets))
    with Archive(folder / "vanban.db") as made:
        made.add(folder / "thong-tu-940.pdf", workers=1)
        (work,) = made.works()
    with TestClient(create_app(Settings(str(folder / "vanban.db"), host="testserver"))) as room:
        yield room, work.id


def test_the_words_stand_page_by_page_beside_the_file(scanned: tuple[TestClient, str]) -> None:
    room, work = scanned
    told = room.get(f"{work}/original.json").json()
    first, second = told["leaves"]
    assert [first["page"], second["page"]] == [1, 2]
    assert told["read"][second["start"] :].startswith("Điều 2")
    page = room.get(f"{work}/original").text
    assert (
        page.count("data-frame=") == 2
        and f'<iframe id="frame" src="/original/{told["texts"][0]["sha256"]}#page=1"' in page
    )
    assert page.index("Trang 2") < page.index('id="art_2"') < page.index('id="art_2__cl_2"') and ">PDF<" in page
    at_two = room.get(f"{work}/original", params={"at": "art_2"}).text
    assert '#page=2" title=' in at_two


def test_a_provision_leads_to_its_page(scanned: tuple[TestClient, str]) -> None:
    room, work = scanned
    assert room.get(f"{work}/~art_2__cl_2.json").json()["page"] == 2
    page = unescape(room.get(f"{work}/~art_2__cl_2").text)
    assert f'href="{work}/original?at=art_2__cl_2#art_2__cl_2">Xem trong bản gốc, trang 2<' in page


def test_a_provision_of_a_file_without_pages_leads_to_none(room: TestClient, sample_file: Path) -> None:
    assert room.get(f"{DECREE}/~art_5.json").json()["page"] is None
    assert "Xem trong bản gốc" not in room.get(f"{DECREE}/~art_5").text
    assert "Trang web (HTML)" in room.get(f"{DECREE}/original").text


def test_a_provision_lists_what_it_cites(room: TestClient) -> None:
    page = unescape(room.get(f"{DECREE}/~art_1", params={"on": "2019-01-01"}).text)
    cites = page[page.index('id="cites"') : page.index('id="cited"')]
    assert f'href="{LAW}/~art_7?on=2019-01-01">Điều 7 Luật 901/2017/QH14<' in cites
    assert len(re.findall(r"<li>", cites)) == len(set(re.findall(r'class="ref" href="([^"]*)"', cites))) == 5


def test_rules_that_wait_for_a_jurist_are_counted_and_named_in_the_json(room: TestClient) -> None:
    named = room.get(f"{DECREE}.json", params={"on": "2024-02-01"}).json()["status"]["unreviewed"]
    page = unescape(room.get(DECREE, params={"on": "2024-02-01"}).text)
    assert named and f"dùng {len(named)} quy tắc" in page and named[0] not in page
