"""The other views of a document: a provision, two days, periods, lineage, references, originals, feeds."""

import re
import xml.etree.ElementTree as ET
from html import unescape

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import DECREE, LAW

AMENDING = "/akn/vn/act/nghi-dinh/chinh-phu/2023-06-12/911-2023-nd-cp"
VIEWS = [
    "",
    "/compare",
    "/timeline",
    "/lineage",
    "/references",
    "/impact",
    "/original",
    "/~art_5",
    "/~art_5/words",
    "/words",
]


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_is_also_its_json(room: TestClient, view: str) -> None:
    page, data = room.get(DECREE + view), room.get(DECREE + view + ".json")
    assert page.headers["content-type"].startswith("text/html") and page.status_code == 200
    assert data.headers["content-type"] == "application/json" and data.json()


@pytest.mark.parametrize("view", ["home", "", "/lineage"])
def test_every_link_of_a_page_leads_somewhere(room: TestClient, view: str) -> None:
    """Except to a clause that an instruction names and no text has, which says so."""
    page = room.get("/" if view == "home" else DECREE + view, params={"on": "2024-02-01"}).text
    for href in {unescape(each) for each in re.findall(r'href="(/[^"#]*)', page)}:
        if href.startswith("/switch"):
            continue  # it changes how this browser reads
        answer = room.get(href)
        if answer.status_code == 404:
            path, _, query = href.partition("?")
            assert room.get(f"{path}.json?{query}").json()["error"] == "no-such-provision", (view, href)
        else:
            assert answer.status_code == 200, (view, href)


def test_a_provision_tells_its_history(room: TestClient) -> None:
    answer = room.get(f"{DECREE}/~art_5__cl_1__point_b.json", params={"on": "2024-02-01"}).json()
    assert [each["start_on"] for each in answer["wordings"]] == [None, "2023-08-01"]
    assert answer["wordings"][1]["by"] == [{"work": AMENDING, "eid": "art_2__cl_3"}]
    assert [each["acting"] for each in answer["effects"]] == [AMENDING]
    page = room.get(f"{DECREE}/~art_5__cl_1__point_b", params={"on": "2024-02-01"}).text
    assert "<ins>điện tử hoặc bản sao</ins>" in page


def test_a_provision_that_was_put_in_later_says_that_it_was_not_there(room: TestClient) -> None:
    page = room.get(f"{DECREE}/~art_5a", params={"on": "2020-01-01"})
    assert page.status_code == 200 and "không có quy định này vào ngày 1-1-2020" in page.text
    assert room.get(f"{DECREE}/~art_99").status_code == 404


def test_two_days_are_compared_word_by_word(room: TestClient) -> None:
    page = room.get(f"{DECREE}/compare", params={"from": "2020-01-01", "to": "2024-02-01"}).text
    assert "<del>0,9</del> <ins>1,1</ins>" in page
    assert room.get(f"{DECREE}/compare", params={"from": "2025-01-01", "to": "2024-01-01"}).status_code == 400


def test_the_pictures_have_their_tables(room: TestClient) -> None:
    for view in ("timeline", "lineage"):
        page = room.get(f"{DECREE}/{view}").text
        picture = ET.fromstring(page[page.index("<svg class=") : page.index("</svg>", page.index("<svg class=")) + 6])
        assert picture.tag.endswith("svg") and picture.get("aria-label")
        assert '<table class="data">' in page
    lineage = room.get(f"{DECREE}/lineage").text
    assert lineage.count("Nghị định 911/2023/NĐ-CP") >= 2  # drawn, and in the table


def test_the_original_is_shown_only_where_it_can_do_no_harm(room: TestClient) -> None:
    (text, *_) = room.get(f"{DECREE}/original.json").json()["texts"]
    assert text["media_type"] == "text/html"
    answer = room.get(f"/original/{text['sha256']}")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert room.get("/original/" + "0" * 64).status_code == 404
    # What a browser does not show by itself is shown as it was read.
    page = unescape(re.sub(r"<[^>]+>", "", room.get(f"{DECREE}/original").text))
    lines = room.get(f"{DECREE}/original.json").json()["read"].split("\n")
    assert len(lines) > 20 and all(line.strip() in page for line in lines)


def test_feeds_follow_an_act_and_a_body(room: TestClient) -> None:
    for path in ("/changes.atom", f"{LAW}/changes.atom", "/changes.atom?issuer=chinh-phu"):
        feed = ET.fromstring(room.get(path).content)
        assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
        ids = [each.findtext("{*}id") for each in feed.findall("{*}entry")]
        assert ids and len(ids) == len(set(ids))
    assert room.get("/changes.ics", params={"from": "2027-01-01"}).text.startswith("BEGIN:VCALENDAR")
    assert ": Chính phủ</title>" in room.get("/changes.atom?issuer=chinh-phu").text
    assert 'href="/changes.atom?issuer=chinh-phu"' in room.get("/documents", params={"issuer": "chinh-phu"}).text
    assert "changes.atom" not in room.get("/documents").text


def test_the_site_is_mapped(room: TestClient) -> None:
    index = ET.fromstring(room.get("/sitemap.xml").content)
    (one,) = [each.text for each in index.findall(".//{*}loc")]
    assert one is not None
    pages = [each.text or "" for each in ET.fromstring(room.get(one).content).findall(".//{*}loc")]
    assert len(pages) == 23 and any(page.endswith(DECREE) for page in pages)


def test_search_finds_without_accents_and_marks_the_words(room: TestClient) -> None:
    page = room.get("/search", params={"q": "hanh lang ben nuoc"}).text
    assert "<mark>" in page and "~art_8" in page
    assert room.get("/search", params={"q": "902/2018/nd-cp"}).text.index("902/2018/NĐ-CP")
    answer = room.get("/search.json", params={"q": "hanh lang", "types": "luat"}).json()
    assert {each["work"]["type"] for each in answer["results"]} == {"luat"}


def test_a_search_that_is_no_markup(room: TestClient) -> None:
    page = room.get("/search", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in page


def test_suggestions_are_a_piece_or_a_page(room: TestClient) -> None:
    piece = room.get("/suggest", params={"q": "nghi dinh"}, headers={"HX-Request": "true"}).text
    page = room.get("/suggest", params={"q": "nghi dinh"}).text
    assert piece.lstrip().startswith("<ul>") and "<html" in page


def test_documents_are_walked_through_by_kind_body_and_year(room: TestClient) -> None:
    answer = room.get("/documents.json", params={"type": "nghi-dinh"}).json()
    assert answer["total"] == 3 == len(answer["works"])
    assert {each["id"] for each in answer["issuers"]} == {"chinh-phu"}
    assert any(each["id"] == "luat" for each in answer["types"])  # the ways out stay open
