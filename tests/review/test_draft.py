"""Drafts checked before signature: what each rule of form finds."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from tests.review.drafting import write_draft
from vanban import pipeline
from vanban.exports.review_draft import draft_lines
from vanban.review.drafting import Draft, check_draft
from vanban.rules import Rules


def _check(path: Path, rules: Rules) -> Draft:
    parsed = pipeline.parse(path.read_bytes(), path.name, rules)
    return check_draft(parsed, path, None, dt.date(2026, 11, 5), rules)


def _rules_of(draft: Draft) -> list[str]:
    return [fault.rule for fault in draft.faults]


def test_a_draft_that_keeps_the_form_has_no_fault(tmp_path: Path, rules: Rules) -> None:
    draft = _check(write_draft(tmp_path / "a.docx"), rules)
    assert draft.faults == ()
    assert draft.family == "administrative" and not draft.archive


@pytest.mark.parametrize(
    ("change", "rule", "quote"),
    [
        ({"was": "Số: 12/", "now": "Số: 7/"}, "number", "Số: 7/SSN-QLBN"),
        ({"was": "ngày 05 tháng", "now": "ngày 5 tháng"}, "place-and-day", "Sông Lam, ngày 5 tháng 11 năm 2026"),
        ({"was": "Độc lập - Tự do", "now": "Độc lập – Tự do"}, "motto", "Độc lập – Tự do - Hạnh phúc"),
        ({"was": "V/v đôn đốc đăng ký bến nước", "now": ""}, "subject", ""),
        ({"was": "KT. GIÁM ĐỐC", "now": "KT GIÁM ĐỐC"}, "authority", "KT GIÁM ĐỐC"),
        ({"was": "PHÓ GIÁM ĐỐC", "now": "GIÁM ĐỐC"}, "deputy", "KT. GIÁM ĐỐC"),
        ({"was": "- Lưu: VT, QLBN.", "now": "- Lưu: VT, QLBN"}, "kept-copy", "- Lưu: VT, QLBN"),
        ({"was": "2. Báo cáo", "now": "3. Báo cáo"}, "numbering-gap", None),
        ({"left_margin": 25}, "margins", ""),
        ({"size": 11}, "body-size", ""),
    ],
)
def test_one_fault_is_found_and_nothing_else(
    change: dict[str, Any], rule: str, quote: str | None, tmp_path: Path, rules: Rules
) -> None:
    (fault,) = _check(write_draft(tmp_path / "a.docx", **change), rules).faults
    assert fault.rule == rule
    assert quote is None or fault.quote == quote


def test_what_has_no_source_is_told_and_not_passed(tmp_path: Path, rules: Rules) -> None:
    path = write_draft(tmp_path / "a.docx", was="Số: 12/SSN-QLBN", now="Số 12-CV/TU")
    words = [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("UBND TỈNH SÔNG LAM", "TỈNH ỦY SÔNG LAM"),
    ]
    document = Document(str(path))
    for cell in document.tables[0].rows[0].cells:
        for paragraph in cell.paragraphs:
            for was, now in words:
                paragraph.text = paragraph.text.replace(was, now)
    document.save(str(path))
    draft = _check(path, rules)
    assert draft.family == "party"
    assert "layout" in draft.unchecked and "head" not in draft.unchecked


def test_a_dispatch_whose_body_begins_with_a_request_is_sound(tmp_path: Path, rules: Rules) -> None:
    """The line "Theo đề nghị của …" is a ground only behind a legal basis and before the body."""
    path = write_draft(
        tmp_path / "a.docx",
        was="Sở Sông ngòi đề nghị Ủy ban",
        now="Theo đề nghị của Thanh tra Sở, Sở Sông ngòi đề nghị Ủy ban",
    )
    assert _check(path, rules).faults == ()


def test_the_words_of_a_fault_are_printed_once(tmp_path: Path, rules: Rules) -> None:
    path = write_draft(
        tmp_path / "a.docx", was="quy định của Luật Bến nước", now="điểm a, khoản 2 Điều 5 Luật Bến nước"
    )
    (line,) = [line for line in draft_lines(_check(path, rules), rules, "vi") if "dấu phẩy" in line]
    assert line.count("điểm a, khoản 2") == 1
