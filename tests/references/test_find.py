"""What `find` says of small documents: targets, roles, places. The words are ours."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban import structure
from vanban.model import Issuer, Provision, Reference, Source, Span, Text, Work
from vanban.model.work import Evidence
from vanban.references import find
from vanban.rules import Rules, load


def document(content: str, type_id: str = "nghi-dinh", title: Span | None = None) -> tuple[Text, Work, Rules]:
    work = Work(
        "here", "state", type_id, "", "9/2031/NĐ-CP", "", "9", 2031, Issuer("chinh-phu", ""), dt.date(2031, 1, 5), "", "",
        evidence=Evidence(title=title),
    )  # fmt: skip
    return Text(content, Source("", "text/plain")), work, load()


def pointers(content: str, type_id: str = "nghi-dinh") -> list[Reference]:
    text, work, rules = document(content, type_id)
    provisions: tuple[Provision, ...] = structure.parse(text, work, rules)[0]
    found, _ = find(text, work, provisions, rules)
    for item in found:
        assert 0 <= item.start < item.end <= len(content)
    return list(found)


def short(content: str, items: list[Reference]) -> list[str]:
    """As "role: words -> symbol or title / path" for reading and comparing."""
    lines = []
    for item in items:
        target = item.target
        path = " ".join(f"{unit.level}:{unit.num}" for unit in target.provision)
        lines.append(f"{item.role}: {content[item.start : item.end]} -> {target.symbol or target.title} {path}".strip())
    return lines


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("khoản 1 Điều này", "article:1 clause:1"),
        ("đoạn 2 khoản 1 Điều này", "article:1 clause:1 paragraph:2"),
        ("đoạn 2 Điều này", "article:1 paragraph:2"),
        ("câu thứ hai khoản này", "article:1 clause:2 sentence:2"),
        ("tiết này", "article:1 clause:2 point:a subpoint:a1"),
    ],
)
def test_the_unit_around_the_words_is_named_with_what_holds_it(words: str, path: str) -> None:
    content = f"Chương I\nĐiều 1. Phạm vi\n1. Một.\n2. Hai:\na) Ba:\na1) Như {words}.\nĐiều 2. Thi hành\nHai."
    assert short(content, pointers(content)) == [f"self: {words} ->  {path}"]


@pytest.mark.parametrize(
    ("words", "symbol"),
    [
        ("Nghị định số 34/2016/NĐ-CP", "34/2016/NĐ-CP"),
        ("Nghị định 14/2026/NĐ-CP", "14/2026/NĐ-CP"),
        ("Quyết định số 65/HĐBT", "65/HĐBT"),
        ("Pháp lệnh số 41-LCT/HĐNN8", "41-LCT/HĐNN8"),
        ("Nghị quyết số 66.19/2026/NQ-CP", "66.19/2026/NQ-CP"),
        ("Quyết định số 61/2025/QĐ-CTUBND", "61/2025/QĐ-CTUBND"),
        ("Thông tư liên tịch số 20/2013/TTLT-BYT-BCT-BNNPTNT", "20/2013/TTLT-BYT-BCT-BNNPTNT"),
        ("Văn bản hợp nhất số 8376 /VBHN-BTP", "8376/VBHN-BTP"),
        ("Quy định số 126- QĐ/TW", "126-QĐ/TW"),
        ("Nghị quyết số 05-NQ/TU", "05-NQ/TU"),
        ("Hướng dẫn số 02-HD/BTCTW", "02-HD/BTCTW"),
        ("Nghị quyết số 24/2026//NQ-CP", "24/2026/NQ-CP"),
        ("Nghị định số 34/2016/NĐ-CPquy định", "34/2016/NĐ-CP"),
        ("LUẬT SỐ 80/2015/QH13", "80/2015/QH13"),
    ],
)
def test_a_symbol_of_any_age_is_found(words: str, symbol: str) -> None:
    found = pointers(f"Thực hiện theo {words} ngày 02/3/2020.")
    assert [(item.target.symbol, item.target.date) for item in found] in (
        [(symbol, dt.date(2020, 3, 2))],
        [(symbol, None)],
    )


@pytest.mark.parametrize(
    "words",
    [
        "số điện thoại 024/3825", "trong 24/24 giờ", "ngày 20/10/2020", "tốc độ 60 km/h", "và/hoặc", "mức 2 và mức 3",
        "tài khoản 111", "thời điểm 2", "được 5 điểm", "Đoàn 3 kiểm tra", "máy bay A/B", "tỷ lệ 1/10.000", "QCVN 41:2025/BNNMT",
        "có hai điều 1 và 2 cần nhớ", "pháp luật đất đai", "Khoản 251", "biểu số liệu 01/TTr",
    ],
)  # fmt: skip
def test_what_is_no_reference_stays_out(words: str) -> None:
    assert pointers(f"Đơn vị ghi nhận {words} trong báo cáo.") == []


def test_the_pinpoint_belongs_to_the_act_after_it_and_so_does_its_list() -> None:
    words = "Thực hiện quy định tại Điều 39, khoản 2, điểm b khoản 3 Điều 42 Nghị định số 165/2024/NĐ-CP."
    found = pointers(words)
    assert {item.target.symbol for item in found} == {"165/2024/NĐ-CP"}
    assert [item.target.provision[-1].num for item in found] == ["39", "2", "b"]


def test_an_inner_reference_gets_the_eid_of_its_unit() -> None:
    content = (
        "Điều 1. Phạm vi\n1. Nghị định này quy định.\n2. Trừ khoản 1 Điều này.\n"
        "Điều 2. Nguyên tắc\nTheo khoản 2 Điều 1 và Điều 1 Nghị định này."
    )
    found = pointers(content)
    assert [(item.role, item.target.relative, item.target.eid) for item in found] == [
        ("self", "this-work", None),
        ("self", "this-article", "art_1__cl_1"),
        ("self", "this-work", "art_1__cl_2"),
        ("self", "this-work", "art_1"),
    ]


def test_headings_are_no_references() -> None:
    assert (
        pointers("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nNội dung.\nPhụ lục I\nDANH MỤC\nMẫu số 01\nTỜ KHAI") == []
    )


def test_a_rider_is_history_and_the_act_before_it_the_basis() -> None:
    content = (
        "Căn cứ Luật Nhà ở số 27/2023/QH15 được sửa đổi, bổ sung bởi Luật số 43/2024/QH15 và Luật số 47/2024/QH15;\n"
        "Căn cứ Nghị định số 5/2030/NĐ-CP quy định chi tiết Luật Nhà ở; Nghị định số 6/2030/NĐ-CP;\n"
        "Điều 1. Phạm vi\nNội dung."
    )
    assert [item.role for item in pointers(content)] == [
        "legal-basis",
        "history",
        "history",
        "legal-basis",
        "cites",
        "legal-basis",
    ]


def test_inside_quoted_words_this_decree_is_the_amended_one() -> None:
    content = (
        "NGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của Nghị định số 7/2029/NĐ-CP\n"
        "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 7/2029/NĐ-CP\n"
        "1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:\n“2. Áp dụng Điều 9 của Nghị định này.”.\n"
        "2. Bổ sung khoản 4 vào sau khoản 3 Điều 6 như sau:\n“4. Nội dung.”.\n"
        "Điều 2. Hiệu lực\nNghị định này có hiệu lực từ ngày ký."
    )
    found = pointers(content)
    inner = next(item for item in found if content[item.start : item.end].startswith("Điều 9"))
    assert (inner.target.symbol, inner.target.relative) == ("7/2029/NĐ-CP", "this-work")
    added = next(item for item in found if content[item.start : item.end] == "khoản 4")
    assert [(unit.level, unit.num) for unit in added.target.provision] == [("article", "6"), ("clause", "4")]
    assert added.role == "amends"
    assert found[-1].role == "self"


def test_a_point_takes_its_article_from_the_lead_above() -> None:
    content = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Luật Sông hồ số 3/2028/QH16\n"
        "1. Sửa đổi, bổ sung một số điểm của khoản 2 Điều 73 như sau:\na) Sửa đổi điểm c như sau:\n“c) Nội dung.”;\nb) Bãi bỏ điểm h.\n"
    )
    path = next(item.target.provision for item in pointers(content) if content[item.start : item.end] == "điểm h")
    assert [unit.num for unit in path] == ["73", "2", "h"]


def test_an_act_list_at_the_end_names_the_act_of_all() -> None:
    content = "Điều 9. Bãi bỏ\n1. Bãi bỏ Điều 50; cụm từ “thanh tra” tại khoản 5 Điều 52, khoản 8 Điều 54 của Luật Đo lường số 4/2011/QH13."
    assert {item.target.symbol for item in pointers(content)} == {"4/2011/QH13"}


def test_a_declared_name_means_its_act_from_there_on() -> None:
    content = (
        "Áp dụng Nghị định số 1/2014/NĐ-CP được sửa đổi bởi Nghị định số 69/2025/NĐ-CP (sau đây gọi tắt là Nghị định).\n"
        "Theo khoản 2 Điều 9 Nghị định, đơn vị báo cáo."
    )
    last = pointers(content, "thong-tu")[-1]
    assert (last.target.symbol, last.target.relative) == ("1/2014/NĐ-CP", "declared")


def test_a_resolution_that_a_decree_calls_this_resolution_is_the_one_named_last() -> None:
    content = "Theo Nghị quyết số 111/2025/UBTVQH15 thì áp dụng quy định của Nghị quyết này."
    assert [item.target.symbol for item in pointers(content)] == ["111/2025/UBTVQH15", "111/2025/UBTVQH15"]


def test_names_end_where_they_end() -> None:
    content = "Theo Luật Giám định tư pháp, Luật Giá, Luật Đất đai năm 2013 và Luật Phòng, chống rửa tiền; Hiến pháp."
    found = pointers(content)
    assert [(item.target.title, item.target.year) for item in found] == [
        ("Giám định tư pháp", None),
        ("Giá", None),
        ("Đất đai", 2013),
        ("Phòng, chống rửa tiền", None),
        ("Hiến pháp", None),
    ]


def test_succession_and_plenums_in_prose() -> None:
    content = (
        "Quy định số 75-QĐ/TW, ngày 25-4-2000 là văn bản đầu tiên; tiếp theo là Quy định số 57-QĐ/TW ngày 3-5-2007 và nay là "
        "Quy định số 58-QĐ/TW, ngày 8-2-2022. Thực hiện Nghị quyết Hội nghị Trung ương 4 (khóa XI, XII)."
    )
    lines = short(content, pointers(content, ""))
    assert [line.split(":")[0] for line in lines] == ["succession", "succession", "succession", "cites", "cites"]
    assert [line.split("-> ")[1] for line in lines[3:]] == [
        "Hội nghị Trung ương 4 khóa XI",
        "Hội nghị Trung ương 4 khóa XII",
    ]


_PIECES = st.sampled_from(
    ["khoản 1", "Điều 5", "điểm a", "Luật Đất đai", "số 34/2016/NĐ-CP", "này", "và", ",", ";", "\n", "“", "”", "Nghị định", "(", ")",
     "sửa đổi, bổ sung", "ngày 30/02/2020", "Phụ lục", "Mẫu số 01", "Chương II", "từ", "đến", "sau đây gọi là Luật", "hết hiệu lực", "1. "]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40))
def test_any_mixture_gives_spans_inside_the_text_in_order(pieces: list[str]) -> None:
    content = " ".join(pieces)
    found = pointers(content)
    assert [item.start for item in found] == sorted(item.start for item in found)


def test_finding_twice_gives_the_same() -> None:
    content = "Căn cứ Luật Đất đai;\nĐiều 1. Theo khoản 2 Điều 5 Luật Đất đai năm 2013 và Nghị định này."
    assert pointers(content) == pointers(content)


def test_a_date_that_no_calendar_has_is_a_finding() -> None:
    text, work, rules = document("Theo Nghị định số 5/2020/NĐ-CP ngày 31/02/2020.")
    _, findings = find(text, work, (), rules)
    assert [(item.code, item.details["date"]) for item in findings] == [("citation-date-impossible", "ngày 31/02/2020")]


def test_a_pointer_at_a_unit_that_the_document_does_not_have_is_a_finding() -> None:
    text, work, rules = document("Điều 1. Phạm vi\n1. Một.\n2. Theo khoản 9 Điều này.\nĐiều 2. Thi hành\nHai.")
    provisions = structure.parse(text, work, rules)[0]
    _, findings = find(text, work, provisions, rules)
    assert [item.code for item in findings] == ["reference-target-absent"]
    assert text.content[findings[0].start : findings[0].end] == "khoản 9 Điều này"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Hội Luật gia Việt Nam giám sát.", []),
        ("theo Luật Giá.", ["Luật Giá -> Giá"]),
        ("theo Luật Hỗ trợ hợp tác xã nhỏ và vừa.", ["Luật Hỗ trợ hợp tác xã nhỏ và vừa -> Hỗ trợ hợp tác xã nhỏ và vừa"]),
        ("theo Luật Tàu bay và cách tính.", ["Luật Tàu bay -> Tàu bay"]),
        ("theo Luật Tàu bay và các văn bản hướng dẫn.", ["Luật Tàu bay -> Tàu bay"]),
        ("theo Luật Chuyển đổi số số 148/2025/QH15.", ["Luật Chuyển đổi số số 148/2025/QH15 -> 148/2025/QH15"]),
        ("theo Luật Chuyển đổi số.", ["Luật Chuyển đổi số -> Chuyển đổi số"]),
        ("theo Luật Tàu bay theo hợp đồng số 5/2031/QH17.",
         ["Luật Tàu bay theo hợp đồng số 5/2031/QH17 -> 5/2031/QH17"]),
    ],
)  # fmt: skip
def test_names_end_where_the_law_says(words: str, expected: list[str]) -> None:
    assert [line.split(": ", 1)[1] for line in short(words, pointers(words))] == expected


def test_the_day_after_a_list_is_that_of_the_amending_act() -> None:
    words = "theo Luật sửa đổi một số điều của Luật Tàu bay và Luật Tàu biển ngày 5 tháng 6 năm 2031."
    amending, first, last = pointers(words)
    assert amending.target.date == dt.date(2031, 6, 5)
    assert words[amending.start : amending.end].endswith("2031")
    assert first.target.date is None
    assert (last.target.title, last.target.date) == ("Tàu biển", None)


def test_a_list_of_citations_is_no_amending_act() -> None:
    words = "theo Luật sửa đổi một số điều của Luật Tàu bay và Luật Tàu biển."
    assert pointers(words)[0].target.title == "sửa đổi một số điều của Luật Tàu bay"


def test_a_number_of_the_assembly_needs_no_word_before_it() -> None:
    words = "theo Luật Tàu bay 46/2031/QH17 và 47/2031/QH17."
    assert [item.target.symbol for item in pointers(words)] == ["46/2031/QH17", "47/2031/QH17"]
    assert pointers(words)[0].target.title == "Tàu bay"


def test_a_unit_of_an_enclosed_text_reaches_to_the_number_of_its_act() -> None:
    words = "theo khoản 2 Điều 11 Quy chế quản lý tàu bay ban hành kèm theo Thông tư số 4/2031/TT-BXD."
    (item,) = pointers(words)
    assert (item.target.symbol, words[item.end - 1]) == ("4/2031/TT-BXD", "D")


def test_a_line_broken_inside_a_pinpoint_is_read_on() -> None:
    words = (
        "Theo điểm đ khoản 7 Điều\n26 Thông tư số 4/2031/TT-BXD và điểm a, c\nkhoản 1 Điều 5 Thông tư số 4/2031/TT-BXD."
    )
    paths = [[f"{unit.level}:{unit.num}" for unit in item.target.provision] for item in pointers(words)]
    assert paths == [
        ["article:26", "clause:7", "point:đ"],
        ["article:5", "clause:1", "point:a"],
        ["article:5", "clause:1", "point:c"],
    ]


def test_a_unit_that_begins_a_line_is_no_number_of_the_line_above() -> None:
    assert not pointers("Kể từ thời điểm\n1. Tàu bay rời bến.")


def test_a_part_left_out_belongs_to_the_whole() -> None:
    words = "theo Điều 30 Nghị định này trừ điểm h khoản 3 và theo khoản 4."
    paths = [[f"{unit.level}:{unit.num}" for unit in item.target.provision] for item in pointers(words)]
    assert paths == [["article:30"], ["article:30", "clause:3", "point:h"], ["clause:4"]]


def test_the_charter_of_the_party_is_no_charter_of_registers() -> None:
    found = pointers("theo Điều lệ đăng ký hộ tịch và Điều lệ Đảng.")
    assert [item.target.title for item in found] == ["Điều lệ Đảng"]


def test_a_law_by_way_of_is_no_law_of_its_first_words() -> None:
    found = pointers("theo Luật Đầu tư theo phương thức đối tác công tư và Luật Đầu tư.")
    assert [item.target.title for item in found] == ["Đầu tư theo phương thức đối tác công tư", "Đầu tư"]
