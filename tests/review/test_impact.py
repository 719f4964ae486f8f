"""The impact of a new document on the sample archive, written by hand from reading the documents (Điều 39)."""

import shutil
from pathlib import Path

import pytest

from tests.sample_truth import SAMPLE
from vanban.api import Archive
from vanban.api.reviewing import review_impact
from vanban.review.impact import Affected, ImpactAnswer


def _by_paragraph(answer: ImpactAnswer, paragraph: int) -> dict[str, Affected]:
    return {each.name.rpartition(" ")[2]: each for each in answer.affected if each.paragraph == paragraph}


def test_a_decree_that_ends_two_others(sample: Archive) -> None:
    answer = review_impact(sample, "921/2025/NĐ-CP")
    assert set(_by_paragraph(answer, 1)) == {"902/2018/NĐ-CP", "911/2023/NĐ-CP"}
    assert set(_by_paragraph(answer, 2)) == {"903/2018/TT-BSN", "914/2023/TT-BSN", "15/2019/QĐ-UBND"}
    assert set(_by_paragraph(answer, 3)) == {"903/2018/TT-BSN", "15/2019/QĐ-UBND"}
    # The consolidated text is another form of a decree; the law stands above the new decree and is not reviewed for it.
    assert not {"909/VBHN-BSN", "901/2017/QH14"} & {each.name.rpartition(" ")[2] for each in answer.affected}


def test_a_change_of_single_provisions_hits_those_who_cite_them(sample: Archive) -> None:
    answer = review_impact(sample, "911/2023/NĐ-CP")
    cites = _by_paragraph(answer, 3)
    # Thông tư 903 cites Điều 3 and điểm a khoản 1 Điều 5; khoản 2 Điều 3 is changed.
    circular = cites["903/2018/TT-BSN"]
    assert circular.reach == "provision" and circular.clauses[0].cited == "Điều 3"
    # Quyết định 15 cites khoản 2 Điều 12, which is not changed.
    assert cites["15/2019/QĐ-UBND"].reach == "other"
    assert _by_paragraph(answer, 2)["15/2019/QĐ-UBND"].reach == "whole"


def test_each_tie_quotes_its_clause(sample: Archive) -> None:
    for each in review_impact(sample, "931/2026/QH16").affected:
        if each.paragraph < 4:
            assert each.clauses and all(clause.quote and clause.unit for clause in each.clauses)


def test_documents_that_had_ended_are_left_out(sample: Archive) -> None:
    answer = review_impact(sample, "931/2026/QH16")
    listed = {each.name.rpartition(" ")[2] for each in answer.affected}
    assert "901/2017/QH14" in listed and "921/2025/NĐ-CP" in listed
    assert not {"902/2018/NĐ-CP", "903/2018/TT-BSN", "17-QĐ/TU"} & listed and answer.left_out["ended"] >= 4


def test_an_act_that_is_not_here_is_changed_all_the_same(sample: Archive) -> None:
    answer = review_impact(sample, "901/2017/QH14")
    (ordinance,) = _by_paragraph(answer, 1).values()
    assert ordinance.name == "905/2003/PL-UBTVQH11" and not ordinance.present


def test_a_file_is_asked_without_being_added(sample: Archive, tmp_path: Path) -> None:
    path = tmp_path / "nghi-dinh.txt"
    shutil.copy(SAMPLE / "nghi-dinh-921-2025-nd-cp.txt", path)
    before = sample.counts().works
    from_file, from_archive = review_impact(sample, str(path)), review_impact(sample, "921/2025/NĐ-CP")
    assert from_file == from_archive and sample.counts().works == before


NEW = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/2026/QĐ-UBND
Sông Lam, ngày 20 tháng 12 năm 2026
QUYẾT ĐỊNH
Quy định định mức vật tư bảo trì bến cộng đồng và bến du lịch trên địa bàn tỉnh Sông Lam
Căn cứ Luật Bến nước số 901/2017/QH14;
Điều 1. Quyết định này quy định định mức vật tư bảo trì bến cộng đồng và bến du lịch.
Điều 2. Quyết định này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2027.
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "moi.txt"
    path.write_text(NEW, encoding="utf-8")
    return path


def test_earlier_documents_on_the_same_matter_are_for_a_person(sample: Archive, draft: Path) -> None:
    answer = review_impact(sample, str(draft))
    related = _by_paragraph(answer, 4)
    assert set(related) == {"23/2021/QĐ-UBND"}
    assert related["23/2021/QĐ-UBND"].grade == "candidate" and related["23/2021/QĐ-UBND"].tie == "same-matter"
