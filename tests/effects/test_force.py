"""Commencement, ends, windows, kept parts: as clauses of acts word them; the acts are invented."""

import datetime as dt

import pytest

from tests.effects.reading import OWN, place, read, said
from vanban import pipeline
from vanban.model import Source, Text
from vanban.rules import Rules

DAY = dt.date
SIGNED = DAY(2024, 3, 15)


@pytest.mark.parametrize(
    ("clause", "day"),
    [
        ("Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024.", DAY(2024, 7, 1)),
        ("Nghị định này có hiệu lực kể từ ngày 01/7/2024 và được áp dụng từ năm ngân sách 2023.", DAY(2024, 7, 1)),
        ("Nghị định này có hiệu lực thi hành kể từ ngày ký ban hành.", SIGNED),
        ("Nghị định này thi hành từ ngày ký.", SIGNED),
        ("Nghị định này có hiệu lực thi hành sau 15 ngày, kể từ ngày ký.", DAY(2024, 3, 30)),
        ("Nghị định này có hiệu lực thi hành sau 15 ngày, kể từ ngày đăng Công báo.", None),
        ("Nghị định này có hiệu lực thi hành kể từ ngày Luật Bến nước số 927/2023/QH15 có hiệu lực thi hành.", None),
        ("Hồ sơ nộp trước ngày Nghị định này có hiệu lực thi hành thì được giải quyết tiếp.", None),
    ],
)
def test_start(clause: str, day: dt.date | None, rules: Rules) -> None:
    parsed = read(f"Điều 9. Điều khoản thi hành\n1. {clause}\n", rules, OWN)
    assert parsed.force.start_on == day
    if parsed.force.basis is not None:
        quote = parsed.text.content[parsed.force.basis.start : parsed.force.basis.end]
        assert quote.startswith("Nghị định này") and quote in clause


def test_a_silent_document_has_a_finding_and_no_day(rules: Rules) -> None:
    parsed = read("Điều 1. Phạm vi\nNghị định này quy định về bến nước.\n", rules, OWN)
    assert parsed.force.start_on is None
    assert "commencement-missing" in {finding.code for finding in parsed.findings}


def test_a_start_before_the_document_is_told(rules: Rules) -> None:
    parsed = read("Điều 9. Hiệu lực\nNghị định này có hiệu lực từ ngày 01 tháng 7 năm 2023.\n", rules, OWN)
    assert "commencement-before-date" in {finding.code for finding in parsed.findings}


def test_starts_of_single_provisions(rules: Rules) -> None:
    body = """Điều 7. Phí
1. Mức phí.
2. Miễn phí.
Điều 9. Hiệu lực thi hành
1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024, trừ quy định tại khoản 2 Điều này.
2. Khoản 2 Điều 7 và Điều 9 của Nghị định này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2025.
"""
    parsed = read(body, rules, OWN)
    starts = [effect for effect in parsed.effects if effect.verb == "commence"]
    assert [(place(e), e.target.eid, e.start_on) for e in starts] == [
        ("Đ7 k2", "art_7__cl_2", DAY(2025, 1, 1)), ("Đ9", "art_9", DAY(2025, 1, 1)),
    ]  # fmt: skip
    assert parsed.force.start_on == DAY(2024, 7, 1)


@pytest.mark.parametrize(
    ("clause", "effects"),
    [
        ("Nghị định này thay thế Nghị định số 902/2018/NĐ-CP.", ["replace-work 902/2018/NĐ-CP *"]),
        (
            "Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2024 và thay thế Nghị định số 902/2018/NĐ-CP ngày 01 tháng 3 năm 2018 của Chính phủ quy định về bến nước.",
            ["replace-work 902/2018/NĐ-CP *"],
        ),
        (
            "Nghị định số 902/2018/NĐ-CP đã được sửa đổi, bổ sung theo Nghị định số 905/2020/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.",
            ["end 902/2018/NĐ-CP *"],
        ),
        (
            "Nghị định số 902/2018/NĐ-CP của Chính phủ quy định về bến nước; Nghị định số 905/2020/NĐ-CP sửa đổi, bổ sung Nghị định số 902/2018/NĐ-CP hết hiệu lực thi hành.",
            ["end 902/2018/NĐ-CP *", "end 905/2020/NĐ-CP *"],
        ),
        (
            "Các Điều 45, 46 Nghị định số 902/2018/NĐ-CP hết hiệu lực.",
            ["end 902/2018/NĐ-CP Đ45", "end 902/2018/NĐ-CP Đ46"],
        ),
        ("Bãi bỏ Thông tư số 911/2010/TT-BSN.", ["repeal-work 911/2010/TT-BSN *"]),
        ("Bãi bỏ các quy định trước đây trái với Nghị định này.", []),
    ],
)
def test_ends(clause: str, effects: list[str], rules: Rules) -> None:
    parsed = read(f"Điều 9. Điều khoản thi hành\n2. {clause}\n", rules, OWN)
    assert said(parsed) == effects
    assert all(effect.start_on is None for effect in parsed.effects)


def test_a_list_of_ended_acts_takes_the_verb_above(rules: Rules) -> None:
    body = """Điều 9. Điều khoản thi hành
2. Các văn bản sau đây hết hiệu lực kể từ ngày 01 tháng 9 năm 2024:
a) Thông tư số 911/2010/TT-BSN quy định về phao;
b) Khoản 3 Điều 5 Thông tư số 912/2011/TT-BSN, trừ trường hợp quy định tại Điều 8 Nghị định này.
"""
    first, second = read(body, rules, OWN).effects
    assert (first.verb, first.target.symbol, first.start_on) == ("end", "911/2010/TT-BSN", DAY(2024, 9, 1))
    assert (second.target.symbol, place(second), second.start_on) == ("912/2011/TT-BSN", "Đ5 k3", DAY(2024, 9, 1))
    assert second.exception == "trừ trường hợp quy định tại Điều 8 Nghị định này"


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("từ ngày 18 tháng 5 năm 2026 đến hết ngày 28 tháng 02 năm 2027", DAY(2026, 5, 18), DAY(2027, 3, 1)),
        ("từ ngày 29 tháng 4 năm 2026 đến trước ngày 01 tháng 3 năm 2027", DAY(2026, 4, 29), DAY(2027, 3, 1)),
        ("đến hết ngày 30 tháng 6 năm 2025", None, DAY(2025, 7, 1)),
    ],
)
def test_windows_are_half_open(words: str, start: dt.date | None, end: dt.date, rules: Rules) -> None:
    body = f"Điều 9. Thi hành\n1. Tạm ngưng hiệu lực Điều 10 Nghị định số 902/2018/NĐ-CP {words}.\n"
    (effect,) = read(body, rules, OWN).effects
    assert (effect.verb, effect.start_on, effect.end_before) == ("suspend", start, end)


def test_ones_own_end_and_the_window_of_the_whole(rules: Rules) -> None:
    body = """Điều 9. Hiệu lực thi hành
1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 5 năm 2024 đến hết ngày 28 tháng 02 năm 2027.
2. Quy định tại Điều 9 Nghị định này hết hiệu lực kể từ ngày 01 tháng 01 năm 2026.
"""
    whole, part = (effect for effect in read(body, rules, OWN).effects if effect.verb == "end")
    assert (whole.target.relative, whole.target.provision, whole.start_on) == ("this-work", (), DAY(2027, 3, 1))
    assert (part.target.eid, part.start_on) == ("art_9", DAY(2026, 1, 1))


def test_an_end_tied_to_another_act(rules: Rules) -> None:
    body = "Điều 9. Thi hành\n1. Điều 5 Nghị định số 902/2018/NĐ-CP hết hiệu lực kể từ ngày Luật Bến nước số 927/2023/QH15 có hiệu lực thi hành (từ ngày 01 tháng 7 năm 2026).\n"
    (effect,) = read(body, rules, OWN).effects
    assert effect.start_on == DAY(2026, 7, 1)
    assert effect.condition is not None and "927/2023/QH15" in effect.condition


@pytest.mark.parametrize(
    "words", ["sau thời hạn chuyển tiếp quy định tại Điều 8 Nghị định này", "theo quy định của Luật số 927/2023/QH15"]
)
def test_an_end_at_a_time_that_no_day_tells(words: str, rules: Rules) -> None:
    body = f"Điều 9. Thi hành\n1. Điều 5 Nghị định số 902/2018/NĐ-CP hết hiệu lực thi hành {words}.\n"
    (effect,) = read(body, rules, OWN).effects
    assert (effect.verb, effect.start_on, effect.condition) == ("end", None, words)


def test_an_end_of_one_matter_is_a_candidate(rules: Rules) -> None:
    body = "Điều 9. Thi hành\n1. Các quy định về phao trong Nghị định số 902/2018/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.\n"
    (effect,) = read(body, rules, OWN).effects
    assert (effect.verb, effect.grade, effect.condition) == ("end", "candidate", "Các quy định về phao")


def test_priority_over_other_acts(rules: Rules) -> None:
    body = "Điều 9. Thi hành\n3. Trong thời gian Nghị định này có hiệu lực, nếu quy định tại Nghị định này khác với quy định tại Nghị định số 921/2023/NĐ-CP thì thực hiện theo Nghị định này, trừ phí.\n"
    (effect,) = read(body, rules, OWN).effects
    assert (effect.verb, effect.target.symbol, effect.exception) == ("prevail", "921/2023/NĐ-CP", "trừ phí")
    assert effect.rules == ("prevails-where-different",)
    assert (effect.condition or "").startswith("Trong thời gian Nghị định này có hiệu lực, nếu quy định")


@pytest.mark.parametrize(
    ("following", "exception"),
    [
        ("Trừ trường hợp luật khác có lợi hơn.", "Trừ trường hợp luật khác có lợi hơn"),
        ("Bến nước có đèn.", None),
        ("\n4. Trừ trường hợp có bão, đò phải có đèn.", None),
    ],
)
def test_an_exception_to_priority_in_the_sentence_after(following: str, exception: str | None, rules: Rules) -> None:
    clause = "Trường hợp Nghị định này khác với quy định tại nghị định khác thì áp dụng quy định của Nghị định này."
    (effect,) = read(f"Điều 9. Thi hành\n3. {clause} {following}\n", rules, OWN).effects
    assert (effect.verb, effect.exception) == ("prevail", exception)


def test_a_consolidated_text_only_tells_what_it_puts_together(rules: Rules) -> None:
    text = """BỘ BẾN NƯỚC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 909/VBHN-BBN
Hà Nội, ngày 22 tháng 6 năm 2023
NGHỊ ĐỊNH
Về bến nước
Nghị định số 902/2018/NĐ-CP ngày 10 tháng 5 năm 2018 của Chính phủ về bến nước, được sửa đổi, bổ sung bởi:
Nghị định số 911/2023/NĐ-CP ngày 12 tháng 6 năm 2023 của Chính phủ sửa đổi Nghị định số 902/2018/NĐ-CP.
Căn cứ Luật Bến nước số 901/2017/QH14;
Điều 1. Phạm vi
Nghị định này thay thế Nghị định số 906/2004/NĐ-CP và có hiệu lực từ ngày 01 tháng 7 năm 2018.
"""
    parsed = pipeline.parse_text(Text(text, Source("", "text/plain")), (), rules)
    assert said(parsed) == ["consolidate 902/2018/NĐ-CP *", "consolidate 911/2023/NĐ-CP *"]
    assert parsed.force.start_on is None
