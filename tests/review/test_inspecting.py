"""Inspection: authority, bases, start and citations by the law as it stood on the day of issue."""

from collections.abc import Callable
from pathlib import Path

import pytest

from vanban import Archive
from vanban.api.inspecting import Inspected, review_inspect
from vanban.model.errors import UsageError

HEAD = "{issuer}\nSố: {symbol}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{place}, ngày {day}\n{type}\n{title}\n"
LAW = """QUỐC HỘI
Luật số: 901/2017/QH14
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 20 tháng 11 năm 2017
LUẬT
BẾN NƯỚC
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Bến nước.
Điều 1. Phạm vi điều chỉnh
Luật này quy định về bến nước.
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2018.
"""
REPEAL = (
    HEAD.format(
        issuer="QUỐC HỘI",
        symbol="930/2025/QH15",
        place="Hà Nội",
        day="15 tháng 6 năm 2025",
        type="LUẬT",
        title="SÔNG NƯỚC",
    ).replace("Số: ", "Luật số: ")
    + "Điều 1. Phạm vi điều chỉnh\nLuật này quy định về sông nước.\nĐiều 2. Hiệu lực thi hành\n"
    "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2025.\n"
    "2. Luật Bến nước số 901/2017/QH14 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành.\n"
)


def _decision(issuer: str, symbol: str, day: str, start: str, place: str = "Sông Lam") -> str:
    return (
        HEAD.format(
            issuer=issuer, symbol=symbol, place=place, day=day, type="QUYẾT ĐỊNH", title="Quy định quản lý bến nước"
        )
        + "Căn cứ Luật Bến nước số 901/2017/QH14;\n"
        "Điều 1. Phạm vi điều chỉnh\nQuyết định này quy định việc quản lý bến nước.\n"
        f"Điều 2. Hiệu lực thi hành\nQuyết định này có hiệu lực thi hành từ ngày {start}.\n"
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nĐặng Văn Lái\n"
    )


@pytest.fixture
def inspected(tmp_path: Path) -> Callable[..., Inspected]:
    """The record of one document, with the law of 2017 and the law that ends it on 1-8-2025 in the archive."""

    def record(words: str, symbol: str) -> Inspected:
        folder = tmp_path / "in"
        folder.mkdir()
        for name, content in (("law", LAW), ("repeal", REPEAL), ("decision", words)):
            (folder / f"{name}.txt").write_text(content, encoding="utf-8")
        with Archive(tmp_path / "a.db") as archive:
            archive.add(folder)
            (found,) = review_inspect(archive, symbol).records
            return found

    return record


def _answers(record: Inspected, question: str) -> list[str]:
    return [item.verdict for item in record.items if item.question == question]


def test_a_sound_decision_keeps_what_can_be_weighed(inspected: Callable[..., Inspected]) -> None:
    words = _decision("ỦY BAN NHÂN DÂN TỈNH SÔNG LAM", "10/2025/QĐ-UBND", "10 tháng 7 năm 2025", "01 tháng 8 năm 2025")
    record = inspected(words, "10/2025/QĐ-UBND")
    for question in ("authority", "basis", "start", "retroactivity"):
        assert _answers(record, question) == ["kept"], question
    # No table says who may regulate what: that is told, not passed.
    assert _answers(record, "matter") == ["unknown"] and record.verdict == "unknown"


def test_a_basis_that_had_ended_is_told_with_its_article(inspected: Callable[..., Inspected]) -> None:
    words = _decision("ỦY BAN NHÂN DÂN TỈNH SÔNG LAM", "20/2025/QĐ-UBND", "10 tháng 9 năm 2025", "01 tháng 10 năm 2025")
    record = inspected(words, "20/2025/QĐ-UBND")
    (basis,) = [item for item in record.items if item.question == "basis"]
    assert basis.verdict == "broken" and " 1-8-2025 " in basis.message
    assert basis.basis == "Nghị định 79/2025/NĐ-CP, Điều 6, khoản 1, điểm b"
    assert "901/2017/QH14" in basis.quote


def test_what_later_acts_did_is_never_in_the_record(inspected: Callable[..., Inspected]) -> None:
    """The law ended in 2025; a decision of 2019 rested on it soundly."""
    words = _decision("ỦY BAN NHÂN DÂN TỈNH SÔNG LAM", "15/2019/QĐ-UBND", "22 tháng 5 năm 2019", "10 tháng 6 năm 2019")
    assert _answers(inspected(words, "15/2019/QĐ-UBND"), "basis") == ["kept"]


def test_a_body_outside_the_list_has_no_authority(inspected: Callable[..., Inspected]) -> None:
    words = _decision(
        "ỦY BAN NHÂN DÂN HUYỆN BẾN SỎI", "03/2025/QĐ-UBND", "10 tháng 7 năm 2025", "01 tháng 8 năm 2025", "Bến Sỏi"
    )
    assert _answers(inspected(words, "03/2025/QĐ-UBND"), "authority") == ["broken"]


def test_what_no_source_answers_says_why(inspected: Callable[..., Inspected]) -> None:
    words = _decision("ỦY BAN NHÂN DÂN TỈNH SÔNG LAM", "15/2012/QĐ-UBND", "22 tháng 5 năm 2012", "10 tháng 6 năm 2012")
    record = inspected(words, "15/2012/QĐ-UBND")
    (authority,) = [item for item in record.items if item.question == "authority"]
    assert authority.verdict == "unknown" and "22-5-2012" in authority.message
    assert all(item.message for item in record.items if item.verdict == "unknown")


def test_a_list_that_was_not_read_names_but_never_accuses(inspected: Callable[..., Inspected]) -> None:
    named = _decision("ỦY BAN NHÂN DÂN TỈNH SÔNG LAM", "15/2019/QĐ-UBND", "22 tháng 5 năm 2019", "10 tháng 6 năm 2019")
    (item,) = [each for each in inspected(named, "15/2019/QĐ-UBND").items if each.question == "authority"]
    assert item.verdict == "kept" and item.basis == "Luật 80/2015/QH13, Điều 4"


def test_a_body_outside_a_list_that_was_not_read_is_a_question(inspected: Callable[..., Inspected]) -> None:
    words = _decision("SỞ SÔNG NGÒI", "16/2019/QĐ-SSN", "22 tháng 5 năm 2019", "10 tháng 6 năm 2019")
    assert _answers(inspected(words, "16/2019/QĐ-SSN"), "authority") == ["unknown"]


def test_a_start_too_early_is_for_a_person(inspected: Callable[..., Inspected]) -> None:
    words = _decision("ỦY BAN NHÂN DÂN TỈNH SÔNG LAM", "11/2025/QĐ-UBND", "10 tháng 7 năm 2025", "12 tháng 7 năm 2025")
    record = inspected(words, "11/2025/QĐ-UBND")
    (start,) = [item for item in record.items if item.question == "start"]
    assert start.verdict == "unknown" and "10" in start.message


def test_a_start_that_no_regime_here_weighs_is_not_passed(inspected: Callable[..., Inspected]) -> None:
    words = _decision("ỦY BAN NHÂN DÂN TỈNH SÔNG LAM", "15/1995/QĐ-UBND", "22 tháng 5 năm 1995", "23 tháng 5 năm 1995")
    assert _answers(inspected(words, "15/1995/QĐ-UBND"), "start") == ["unknown"]


def test_a_commune_may_not_reach_back(inspected: Callable[..., Inspected]) -> None:
    words = _decision(
        "ỦY BAN NHÂN DÂN XÃ BẾN SỎI", "02/2025/QĐ-UBND", "10 tháng 7 năm 2025", "01 tháng 7 năm 2025", "Bến Sỏi"
    )
    assert _answers(inspected(words, "02/2025/QĐ-UBND"), "retroactivity") == ["broken"]


def test_a_body_is_inspected_as_a_whole(sample: Archive) -> None:
    found = review_inspect(sample, "ủy ban nhân dân tỉnh sông lam")
    assert {row.year for row in found.summary} >= {2019, 2021, 2025}
    assert sum(row.kept + row.broken + row.unknown for row in found.summary) == len(found.records)
    assert found.passed_over > 0
    with pytest.raises(UsageError):
        review_inspect(sample, "không có cơ quan này")
