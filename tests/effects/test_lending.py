"""A document whose clauses all amend one act lends it to a clause that names none; never where another is spoken of."""

from tests.effects.reading import read
from vanban.model import Parsed
from vanban.rules import Rules

# A title that names no act, as where the head of a page is lost.
NO_TITLE = "Về việc nuôi ong và trồng hoa"
THREE = """Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 12/2020/NĐ-CP ngày 01 tháng 02 năm 2020 của Chính phủ
1. Sửa đổi khoản 2 Điều 3 như sau:
“2. Tổ ong đặt xa đường.”
2. Sửa đổi khoản 1 Điều 4 như sau:
“1. Hoa trồng hai vụ.”
3. Sửa đổi Điều 9 như sau:
“Điều 9. Ong
Ong được đếm mỗi năm.”
"""


def _upon(parsed: Parsed, path: str) -> list[tuple[str, str]]:
    return [
        (effect.target.symbol, effect.grade)
        for effect in parsed.effects
        if "/".join(unit.num for unit in effect.target.provision) == path
    ]


def test_a_clause_that_names_no_act_means_the_one_that_all_others_amend(rules: Rules) -> None:
    parsed = read(THREE + "Điều 2. Bỏ cụm từ “tổ cũ” tại khoản 1 Điều 6\n", rules, title=NO_TITLE)
    assert _upon(parsed, "6/1") == [("12/2020/NĐ-CP", "derived")]
    assert not [finding for finding in parsed.findings if finding.code == "effect-target-unnamed"]


def test_two_clauses_are_too_few(rules: Rules) -> None:
    two = THREE[: THREE.index("3. Sửa đổi")]
    parsed = read(two + "Điều 2. Bỏ cụm từ “tổ cũ” tại khoản 1 Điều 6\n", rules, title=NO_TITLE)
    assert _upon(parsed, "6/1") == [("", "candidate")]


def test_nothing_is_lent_where_two_acts_are_amended(rules: Rules) -> None:
    other = "Điều 2. Sửa đổi khoản 5 Điều 8 Nghị định số 77/2021/NĐ-CP như sau:\n“5. Hoa được tưới.”\n"
    parsed = read(THREE + other + "Điều 3. Bỏ cụm từ “tổ cũ” tại khoản 1 Điều 6\n", rules, title=NO_TITLE)
    assert _upon(parsed, "6/1") == [("", "candidate")]


def test_a_part_of_an_unnamed_article_stays_a_candidate(rules: Rules) -> None:
    parsed = read(THREE + "Điều 2. Bỏ cụm từ “tổ cũ” tại khoản 1\n", rules, title=NO_TITLE)
    assert _upon(parsed, "1") == [("", "candidate")]
