"""How a document is cited: the table's own examples, and provisions before it."""

import datetime as dt

import pytest

from vanban.archive import WorkRow
from vanban.exports.citation import citation
from vanban.identification.name_in_text import name_in_text
from vanban.model import Force
from vanban.rules import Rules


def work(family: str, type: str, type_name: str, symbol: str, day: dt.date | None, issuer: str, title: str) -> WorkRow:
    return WorkRow(
        "/akn/vn/act/x/y/2018-05-10/z", family, type, type_name, symbol, "", None, "", issuer, day, title,  # type: ignore[arg-type]
        "vi", True, True, Force(),
    )  # fmt: skip


CASES = {
    "named-law": work("state", "luat", "Luật", "901/2017/QH14", dt.date(2017, 11, 20), "QUỐC HỘI", "Luật Bến nước"),
    "state-numbered": work(
        "state", "nghi-dinh", "Nghị định", "902/2018/NĐ-CP", dt.date(2018, 5, 10), "Chính phủ",
        "Quy định chi tiết một số điều của Luật Bến nước",
    ),
    "state-unnumbered": work(
        "state", "ke-hoach", "Kế hoạch", "", dt.date(2020, 4, 3), "Sở Sông ngòi", "Kiểm tra bến nước"
    ),
    "party-numbered": work(
        "party", "quy-dinh", "Quy định", "46-QĐ/TU", dt.date(2026, 5, 20), "Tỉnh ủy Sông Lam",
        "Về trách nhiệm của cấp ủy",
    ),
    "party-unnumbered": work(
        "party", "thong-bao", "Thông báo", "", dt.date(2026, 5, 20), "Tỉnh ủy Sông Lam", "Về kết quả kiểm tra"
    ),
    "other-numbered": work(
        "other", "quyet-dinh", "Quyết định", "5", dt.date(2018, 5, 10), "Hội Bến nước", "Về việc kết nạp"
    ),
    "other-unnumbered": work("other", "dieu-le", "Điều lệ", "", dt.date(2018, 5, 10), "Hội Bến nước", ""),
}  # fmt: skip


def test_every_row_makes_its_own_example(rules: Rules) -> None:
    for row in rules.citation_forms:
        made = citation(CASES[row.id], rules)
        assert made.form == row.id and row.examples[0] in (made.first, made.later), (made, row)


def test_a_provision_stands_first_with_a_capital(rules: Rules) -> None:
    made = citation(CASES["state-numbered"], rules, "điểm a khoản 2 Điều 5")
    assert made.later == "Điểm a khoản 2 Điều 5 Nghị định số 902/2018/NĐ-CP"


def test_what_is_not_known_is_left_out(rules: Rules) -> None:
    made = citation(work("state", "nghi-dinh", "Nghị định", "1/2020/NĐ-CP", None, "", "Về bến"), rules)
    assert made.first == made.later == "Nghị định số 1/2020/NĐ-CP"


@pytest.mark.parametrize(
    ("issuer", "printed", "written"),
    [
        ("chinh-phu", "CHÍNH PHỦ", "Chính phủ"),
        ("ubnd-tinh-song-lam", "ỦY BAN NHÂN DÂN TỈNH SÔNG LAM", "Ủy ban nhân dân tỉnh Sông Lam"),
        ("bo-song-ngoi", "BỘ SÔNG NGÒI", "Bộ Sông ngòi"),
        ("so-song-ngoi", "Sở Sông ngòi", "Sở Sông ngòi"),
        ("so-tai-chinh-tinh-song-lam", "SỞ TÀI CHÍNH TỈNH SÔNG LAM", "Sở Tài chính tỉnh Sông Lam"),
        ("so-y-te-x", "SỞ Y TẾ THÀNH PHỐ HỒ CHÍ MINH", "Sở Y tế thành phố Hồ Chí Minh"),
        ("truong-x", "TRƯỜNG ĐẠI HỌC HÀ TĨNH", "Trường Đại học Hà Tĩnh"),
        ("so-x", "SỞ LAO ĐỘNG VÀ XÃ HỘI", "Sở Lao động và xã hội"),
        ("phong-x", "PHÒNG NỘI VỤ THỊ XÃ SÔNG LAM", "Phòng Nội vụ thị xã Sông Lam"),
    ],
)
def test_capitals_are_put_right(issuer: str, printed: str, written: str, rules: Rules) -> None:
    assert name_in_text(issuer, printed, rules) == written
