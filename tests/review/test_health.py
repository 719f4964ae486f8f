"""What only a whole archive shows: orders not carried out, terms defined in two ways, one document twice."""

import datetime as dt
import re
from pathlib import Path

import pytest

from vanban import Archive
from vanban.api.checking import Checked
from vanban.orthography import fold
from vanban.rules import load
from vanban.rules.delegation_phrase import DelegationPhrase

DAY = dt.date(2026, 1, 1)
LAW = """QUỐC HỘI
Luật số: {symbol}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 20 tháng 11 năm 2017
LUẬT
{title}
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật {title}.
Điều 1. Giải thích từ ngữ
Trong Luật này, các từ ngữ dưới đây được hiểu như sau:
1. Bến nước là {words}.
Điều 2. Đăng ký
1. Bến nước phải đăng ký.
2. Chính phủ quy định chi tiết Điều này.
Điều 3. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2018.
"""
DECREE = """CHÍNH PHỦ
Số: 902/2018/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 10 tháng 5 năm 2018
NGHỊ ĐỊNH
Quy định chi tiết Luật Bến nước
Căn cứ Luật Bến nước số 901/2017/QH14;
Chính phủ ban hành Nghị định quy định chi tiết Luật Bến nước.
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định chi tiết Luật Bến nước số 901/2017/QH14.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2018.
"""
FIRST = LAW.format(symbol="901/2017/QH14", title="Bến nước", words="nơi lấy nước chung")
SECOND = LAW.format(symbol="955/2017/QH14", title="Sông ngòi", words="nơi thuyền đậu")


def _checked(folder: Path, *documents: str, code: str | None = None) -> Checked:
    source = folder / "in"
    source.mkdir()
    for number, words in enumerate(documents):
        (source / f"{number}.txt").write_text(words, encoding="utf-8")
    with Archive(folder / "a.db") as archive:
        archive.add(source)
        return archive.check(on=DAY, code=code)


def test_an_order_that_nobody_carries_out_is_told_with_its_day(tmp_path: Path) -> None:
    (fault,) = _checked(tmp_path, FIRST, code="delegation-open").faults
    assert fault.quote == "Chính phủ quy định chi tiết"
    assert "khoản 2 Điều 2 giao Chính phủ" in fault.message and "1-7-2018" in fault.message.replace("/", "-")


def test_an_order_that_is_carried_out_is_not(tmp_path: Path) -> None:
    assert _checked(tmp_path, FIRST, DECREE, code="delegation-open").faults == ()


def test_a_term_defined_in_two_ways_is_told_once(tmp_path: Path) -> None:
    (fault,) = _checked(tmp_path, FIRST, SECOND, code="definition-differs").faults
    assert fault.finding.details["term"] == "Bến nước" and "nơi lấy nước chung" in fault.message


def test_the_same_words_are_no_fault(tmp_path: Path) -> None:
    same = LAW.format(symbol="955/2017/QH14", title="Sông ngòi", words="nơi lấy nước chung")
    assert _checked(tmp_path, FIRST, same, code="definition-differs").faults == ()


def test_one_document_under_two_dates_is_told(tmp_path: Path) -> None:
    twice = DECREE.replace("ngày 10 tháng 5", "ngày 12 tháng 5")
    assert len(_checked(tmp_path, FIRST, DECREE, twice, code="identity-twice").faults) == 1


def test_hints_can_be_left_out(sample: Archive) -> None:
    everything, grave = sample.check(on=DAY), sample.check(on=DAY, severity="warning")
    assert 0 < len(grave.faults) < len(everything.faults)
    assert {fault.finding.severity for fault in grave.faults} <= {"error", "warning"}


@pytest.mark.parametrize("row", load().delegation_phrases, ids=lambda row: row.id)
def test_the_row_matches_its_examples(row: DelegationPhrase) -> None:
    assert row.examples and all(re.match(row.pattern, fold(words)) for words in row.examples)
    assert not any(re.match(row.pattern, fold(words)) for words in row.not_examples)


ENDING = """CHÍNH PHỦ
Số: 960/2024/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 10 tháng 5 năm 2024
NGHỊ ĐỊNH
Quy định về sông
Căn cứ Luật Sông ngòi số 955/2017/QH14;
Chính phủ ban hành Nghị định quy định về sông.
Điều 1. Hiệu lực thi hành
1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024.
2. Nghị định số 959/2016/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.
"""
RESTING = """BỘ TÀI CHÍNH
Số: {symbol}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 12 tháng 8 năm {year}
THÔNG TƯ
Quy định phí qua sông
Căn cứ Nghị định số 959/2016/NĐ-CP;
Bộ trưởng Bộ Tài chính ban hành Thông tư quy định phí qua sông.
Điều 1. Hiệu lực thi hành
Thông tư này có hiệu lực thi hành từ ngày 01 tháng 10 năm {year}.
"""


def test_a_legal_basis_that_is_not_here_is_known_to_have_ended(tmp_path: Path) -> None:
    before = RESTING.format(symbol="961/2018/TT-BTC", year=2018)
    after = RESTING.format(symbol="962/2025/TT-BTC", year=2025)
    faults = [
        fault
        for fault in _checked(tmp_path, ENDING, before, after).faults
        if fault.finding.code.startswith("basis-ended")
    ]
    told = {
        each.work.symbol: (each.finding.code, each.finding.details["work"], each.finding.details["ended"])
        for each in faults
    }
    assert told == {
        "961/2018/TT-BTC": ("basis-ended-since", "Nghị định 959/2016/NĐ-CP", "2024-07-01"),
        "962/2025/TT-BTC": ("basis-ended", "Nghị định 959/2016/NĐ-CP", "2024-07-01"),
    }
    assert all(each.advice and each.quote == "Nghị định số 959/2016/NĐ-CP" for each in faults)


def test_a_symbol_found_elsewhere_in_the_paper_is_not_told_as_missing(sample: Archive) -> None:
    faults = sample.check("41/2025/QĐ-UBND", on=DAY, code="reference-unknown").faults
    assert faults and "15/2019/QĐ-UBND" not in {fault.finding.details["name"] for fault in faults}
