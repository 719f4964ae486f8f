"""Who must review whose documents, also after provinces and ministries were merged (Điều 35)."""

import datetime as dt
from collections.abc import Iterator

import pytest

from vanban.api import Archive
from vanban.api.reviewing import review_lists
from vanban.identification.name_in_text import name_in_text
from vanban.review.listed import ReviewLists
from vanban.review.responsible import Scope, successors
from vanban.rules import Rules

TODAY = dt.date(2026, 11, 21)


def _paper(body: str, place: str, symbol: str, day: str, kind: str, title: str, *lines: str) -> str:
    head = [body.upper(), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", f"Số: {symbol}"]
    return "\n".join([*head, f"{place}, {day}", kind.upper(), title, *lines])


PAPERS = {
    "kg": _paper("Ủy ban nhân dân tỉnh Kiên Giang", "Kiên Giang", "08/2019/QĐ-UBND", "ngày 05 tháng 3 năm 2019", "Quyết định",
                 "Quy định quản lý bến khách ngang sông", "Điều 1. Quy định quản lý bến khách ngang sông.",
                 "Điều 2. Quyết định này có hiệu lực thi hành từ ngày 20 tháng 3 năm 2019."),
    "kg-council": _paper("Hội đồng nhân dân tỉnh Kiên Giang", "Kiên Giang", "11/2020/NQ-HĐND", "ngày 10 tháng 7 năm 2020", "Nghị quyết",
                 "Quy định mức hỗ trợ bến khách", "Điều 1. Quy định mức hỗ trợ bến khách.",
                 "Điều 2. Nghị quyết này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2020."),
    "ag": _paper("Ủy ban nhân dân tỉnh An Giang", "An Giang", "77/2025/QĐ-UBND", "ngày 15 tháng 10 năm 2025", "Quyết định",
                 "Quy định quản lý bến khách trên địa bàn tỉnh An Giang", "Điều 1. Quy định quản lý bến khách.",
                 "Điều 2. Quyết định này có hiệu lực thi hành từ ngày 01 tháng 11 năm 2025.",
                 "Quyết định số 08/2019/QĐ-UBND ngày 05 tháng 3 năm 2019 của Ủy ban nhân dân tỉnh Kiên Giang quy định quản lý bến khách ngang sông hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành."),
    "ht": _paper("Ủy ban nhân dân tỉnh Hà Tĩnh", "Hà Tĩnh", "09/2019/QĐ-UBND", "ngày 06 tháng 3 năm 2019", "Quyết định",
                 "Quy định quản lý bến khách", "Điều 1. Quy định quản lý bến khách.",
                 "Điều 2. Quyết định này có hiệu lực thi hành từ ngày 20 tháng 3 năm 2019."),
    "gtvt": _paper("Bộ Giao thông vận tải", "Hà Nội", "12/2020/TT-BGTVT", "ngày 01 tháng 6 năm 2020", "Thông tư",
                 "Quy định về bến khách", "Điều 1. Quy định về bến khách.",
                 "Điều 2. Thông tư này có hiệu lực thi hành từ ngày 15 tháng 7 năm 2020."),
    "list": _paper("Ủy ban nhân dân tỉnh An Giang", "An Giang", "150/QĐ-UBND", "ngày 20 tháng 01 năm 2026", "Quyết định",
                 "Về việc công bố Danh mục văn bản quy phạm pháp luật hết hiệu lực, ngưng hiệu lực năm 2025",
                 "Điều 1. Công bố Danh mục văn bản quy phạm pháp luật hết hiệu lực năm 2025, gồm Quyết định số 08/2019/QĐ-UBND ngày 05 tháng 3 năm 2019 của Ủy ban nhân dân tỉnh Kiên Giang.",
                 "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."),
}  # fmt: skip


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("merged")
    for name, words in PAPERS.items():
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    with Archive(folder / "a.db") as made:
        made.add(*(folder / f"{name}.txt" for name in PAPERS), workers=1)
        yield made


def _ended(lists: ReviewLists, part: str) -> list[str]:
    return [
        row.document.symbol for each in lists.ended if each.id == part for group in each.groups for row in group.rows
    ]


def _standing(lists: ReviewLists) -> set[str]:
    return {row.document.symbol for group in lists.standing for row in group.rows}


def test_a_merged_province_takes_in_its_predecessors_documents(merged: Archive) -> None:
    scope = Scope("normative", responsible="Ủy ban nhân dân tỉnh An Giang")
    assert _ended(review_lists(merged, today=TODAY, year=2025, scope=scope), "A") == ["08/2019/QĐ-UBND"]
    lists = review_lists(merged, today=TODAY, period="2021-2025", scope=scope)
    # The council's resolutions too; another province's and a ministry's documents not.
    assert _standing(lists) == {"77/2025/QĐ-UBND", "11/2020/NQ-HĐND"}


def test_before_the_merger_the_old_province_reviews_its_own(merged: Archive) -> None:
    scope = Scope("normative", responsible="UBND tỉnh Kiên Giang")
    assert _standing(review_lists(merged, today=TODAY, period="2020-2024", scope=scope)) == {"08/2019/QĐ-UBND", "11/2020/NQ-HĐND"}  # fmt: skip
    assert not _standing(review_lists(merged, today=TODAY, period="2021-2025", scope=scope))


def test_a_merged_ministry_takes_in_its_predecessors_circulars(merged: Archive) -> None:
    scope = Scope("normative", responsible="Bộ Xây dựng")
    assert _standing(review_lists(merged, today=TODAY, period="2021-2025", scope=scope)) == {"12/2020/TT-BGTVT"}


def test_the_issuer_alone_is_narrower_than_who_must_review(merged: Archive) -> None:
    scope = Scope("normative", issuer="Ủy ban nhân dân tỉnh An Giang")
    assert _standing(review_lists(merged, today=TODAY, period="2021-2025", scope=scope)) == {"77/2025/QĐ-UBND"}


def test_what_a_published_list_names_is_not_missed(merged: Archive) -> None:
    scope = Scope("normative", responsible="Ủy ban nhân dân tỉnh An Giang")
    # The decision of January 2026 names it: part B of 2026 has nothing left to publish.
    assert _ended(review_lists(merged, today=TODAY, year=2026, scope=scope), "B") == []


def test_successors_follow_one_another(rules: Rules) -> None:
    day = dt.date(2026, 1, 1)
    assert successors("ubnd-tinh-kien-giang", day, rules) == ("ubnd-tinh-an-giang",)
    assert successors("hdnd-tinh-ha-tay", day, rules) == ("hdnd-thanh-pho-ha-noi",)
    assert successors("ubnd-tinh-ha-tinh", day, rules) == ()
    assert successors("ubnd-tinh-kien-giang", dt.date(2025, 6, 30), rules) == ()


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH", "Ủy ban nhân dân tỉnh Hà Tĩnh"),
        ("HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ HUẾ", "Hội đồng nhân dân thành phố Huế"),
        ("BỘ TÀI CHÍNH", "Bộ Tài chính"),
        ("BỘ SÔNG NGÒI", "Bộ Sông ngòi"),
        ("Sở Tư pháp", "Sở Tư pháp"),
        ("", ""),
    ],
)
def test_names_of_bodies_in_a_sentence(printed: str, said: str, rules: Rules) -> None:
    assert name_in_text("", printed, rules) == said
