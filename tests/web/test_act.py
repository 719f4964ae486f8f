"""The page of a document: the words of the day, what stands beside them, where citations lead."""

import re
from html import unescape

from fastapi.testclient import TestClient

from tests.web.conftest import DECREE, LAW
from vanban.api import Archive


def words_of(page: str) -> str:
    """The law's own words on a page, without the marks beside them."""
    law = page.split('<article class="law"', 1)[1].split("</article>", 1)[0].split(">", 1)[1]
    law = re.sub(r'<a class="mark[^>]*>.*?</a>', "", law)
    law = re.sub(r"<nav.*?</nav>", "", law, flags=re.S)
    return "".join(unescape(re.sub(r"<[^>]+>", " ", law)).split())


def test_the_words_are_those_of_the_day(room: TestClient, sample: Archive) -> None:
    """None added, none lost, on a day before and a day after the decree was amended; the same for every document."""
    for day in ("2019-01-01", "2024-02-01"):
        for work in sample.works():
            page = room.get(work.id, params={"on": day})
            assert page.status_code == 200, work.id
            assert words_of(page.text) == "".join(sample.text(work.id, on=day).text.split()), (work.id, day)


def test_the_json_of_a_page_is_the_answer(room: TestClient) -> None:
    answer = room.get(DECREE + ".json", params={"on": "2024-02-01"}).json()
    assert answer["work"]["symbol"] == "902/2018/NĐ-CP"
    assert answer["status"]["status"] == "ended-in-part"
    assert "2023-08-01" in answer["days"]
    link = next(each for each in answer["links"] if each["eid"] == "art_8__cl_2")
    assert link["work"]["id"] == LAW
    assert answer["expression"]["text"][link["start"] : link["end"]] == "khoản 2 Điều 8"


def test_a_citation_leads_to_the_provision(room: TestClient) -> None:
    page = room.get(DECREE).text
    assert f'href="{LAW}/~art_8__cl_2">khoản 2 Điều 8</a>' in page
    assert f'href="{LAW}">Luật Bến nước</a>' in page


def test_a_link_keeps_the_day_that_was_asked_for(room: TestClient) -> None:
    page = room.get(DECREE, params={"on": "2024-02-01"}).text
    assert f'href="{LAW}/~art_8__cl_2?on=2024-02-01"' in page


def test_a_changed_provision_says_by_what_and_since_when(room: TestClient) -> None:
    page = unescape(room.get(DECREE, params={"on": "2024-02-01"}).text)
    clause = page.split('id="art_3__cl_2"', 1)[1].split("</a>", 1)[0]
    assert "Sửa đổi từ 1-8-2023 · khoản 1 Điều 1 Nghị định 911/2023/NĐ-CP" in clause
    before = room.get(DECREE, params={"on": "2019-01-01"}).text
    assert "Sửa đổi từ" not in before


def test_the_banner_tells_the_state_and_why(room: TestClient) -> None:
    page = room.get(DECREE, params={"on": "2026-11-01"}).text
    assert "Hết hiệu lực toàn bộ" in page
    assert "“Nghị định số 902/2018/NĐ-CP ngày 10 tháng 5 năm 2018 của Chính phủ" in unescape(page)


def test_english_is_one_switch_away(room: TestClient) -> None:
    page = room.get("/switch", params={"lang": "en", "back": DECREE}).text
    assert 'lang="en"' in page and "Cite this document" in page
    room.cookies.clear()


def test_the_way_back_stays_in_the_house(room: TestClient) -> None:
    for back in ("//evil.example", "https://evil.example", "/\\evil.example"):
        answer = room.get("/switch", params={"back": back}, follow_redirects=False)
        assert answer.headers["location"] == "/"
    room.cookies.clear()


def test_what_is_not_here_is_told_in_the_readers_words(room: TestClient) -> None:
    missing = room.get(DECREE.replace("902", "999"))
    assert missing.status_code == 404 and 'role="alert"' in missing.text
    assert room.get(DECREE.replace("902", "999") + ".json").json()["error"] == "no-such-work"
    assert room.get("/khong-co").status_code == 404
    bad = room.get(DECREE, params={"on": "hôm qua"})
    assert bad.status_code == 400 and "hôm qua" in bad.text


def test_a_page_that_has_not_changed_is_not_sent_again(room: TestClient) -> None:
    first = room.get(DECREE)
    again = room.get(DECREE, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304 and again.content == b""
