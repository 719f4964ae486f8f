"""Old rules that go on for what began under them: told as `apply`, with the cases; what only sounds so is not."""

import datetime as dt

import pytest

from tests.effects.reading import OWN, read, said
from vanban.rules import load

ENDS = """Điều 8. Hiệu lực thi hành
2. Nghị định số 921/2018/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.
Điều 9. Điều khoản chuyển tiếp
"""
ENDED = "end 921/2018/NĐ-CP *"
GOES_ON = "Hồ sơ đã nhận trước ngày Nghị định này có hiệu lực thì tiếp tục thực hiện theo"


def applied(clause: str) -> list[str]:
    found = said(read(f"{ENDS}{clause}\n", load(), OWN))
    assert found.pop(0) == ENDED
    return found


@pytest.mark.parametrize(
    "clause",
    [
        f"{GOES_ON} Nghị định số 921/2018/NĐ-CP.",
        "Hồ sơ nộp trước ngày 01 tháng 5 năm 2024 được giải quyết theo quy định của Nghị định số 921/2018/NĐ-CP.",
        "Bến đã hoạt động khi Nghị định này có hiệu lực tiếp tục tổ chức theo quy định của Nghị định số 921/2018/NĐ-CP.",
        "Nghị định số 921/2018/NĐ-CP được tiếp tục áp dụng đối với các hợp đồng thuê bến đã ký.",
        "Bến đang sửa chữa tiếp tục áp dụng các quy định về neo đậu của thuyền tại Nghị định số 921/2018/NĐ-CP.",
    ],
)
def test_old_rules_go_on(clause: str) -> None:
    assert applied(clause) == ["apply 921/2018/NĐ-CP *"]


@pytest.mark.parametrize(
    "clause",
    [
        # the rules named only tell of which cases; the order is another
        "Bến đã thuê theo quy định của Nghị định số 921/2018/NĐ-CP thì tiếp tục thực hiện theo hợp đồng đã ký.",
        "Giấy phép đã cấp theo Nghị định số 921/2018/NĐ-CP tiếp tục được sử dụng.",
        "Hồ sơ nhận trước ngày Nghị định này có hiệu lực không phải thực hiện theo Nghị định số 921/2018/NĐ-CP.",
        "Hồ sơ đã nhận trước ngày Nghị định này có hiệu lực thì thực hiện theo quy định của Nghị định này.",
        # only a piece of the rules goes on, and the end of the act tells it as its exception
        "Bãi bỏ Nghị định số 911/2017/NĐ-CP ngày 05 tháng 5 năm 2017; riêng quy định tại Điều 5 tiếp tục thực hiện đến hết "
        "ngày 31 tháng 12 năm 2025.",
        # neither ended here nor said to go on: the law of today
        "Hồ sơ đã nhận trước ngày Nghị định này có hiệu lực thì thực hiện theo Luật Bến nước số 21/2001/QH10.",
        "Hồ sơ đã nhận thì tiếp tục thực hiện theo Nghị định số 931/2020/NĐ-CP và Nghị định này.",
        "Bến đã mở muốn tiếp tục hoạt động phải có giấy phép theo Nghị định số 931/2020/NĐ-CP.",
    ],
)
def test_other_clauses_say_nothing_of_old_rules(clause: str) -> None:
    assert [effect for effect in applied(clause) if effect.startswith("apply")] == []


def test_the_law_that_a_document_rests_on_is_not_old() -> None:
    clause = f"{GOES_ON} Luật Bến nước số 21/2001/QH10."
    basis = "Căn cứ Luật Bến nước số 21/2001/QH10;\n"
    assert applied(clause) == ["apply 21/2001/QH10 *"]
    assert read(f"{ENDS}{clause}\n", load(), OWN).effects[-1].grade == "candidate"
    assert said(read(f"{basis}{ENDS}{clause}\n", load(), OWN)) == [ENDED]


def test_the_cases_the_place_and_the_last_day_are_told() -> None:
    cases = "Đối với hồ sơ cấp phép đã nhận trước ngày Nghị định này có hiệu lực"
    order = "thì tiếp tục thực hiện theo khoản 2 Điều 5 Nghị định số 921/2018/NĐ-CP đến hết ngày 31 tháng 12 năm 2025"
    parsed = read(f"{ENDS}{cases} {order}.\n", load(), OWN)
    effect = parsed.effects[-1]
    assert said(parsed)[-1] == "apply 921/2018/NĐ-CP Đ5 k2"
    assert (effect.condition, effect.end_before) == (cases, dt.date(2026, 1, 1))
    assert parsed.text.content[effect.start : effect.end] == f"{cases} {order}"
    assert effect.grade == "explicit"


@pytest.mark.parametrize(
    ("clause", "condition", "exception"),
    [
        (
            "1. Trước ngày Nghị định này có hiệu lực, thủ tục được thực hiện như sau:\n"
            "a) Đối với hồ sơ đã nộp thì thực hiện theo quy định của Nghị định số 921/2018/NĐ-CP.",
            "Trước ngày Nghị định này có hiệu lực, thủ tục; Đối với hồ sơ đã nộp",
            None,
        ),
        (
            "1. Người đã nộp hồ sơ trước ngày Nghị định này có hiệu lực, việc cấp phép được thực hiện như sau:\n"
            "a) Trường hợp hồ sơ đầy đủ thì tiếp tục thực hiện theo Nghị định số 921/2018/NĐ-CP.",
            "Người đã nộp hồ sơ trước ngày Nghị định này có hiệu lực, việc cấp phép; Trường hợp hồ sơ đầy đủ",
            None,
        ),
        (
            "Giấy phép cấp trước ngày Nghị định này có hiệu lực thì tiếp tục sử dụng. Việc cấp thẻ theo giấy phép quy "
            "định tại khoản này được thực hiện theo quy định của Nghị định số 921/2018/NĐ-CP.",
            "Giấy phép cấp trước ngày Nghị định này có hiệu lực; Việc cấp thẻ theo giấy phép quy định tại khoản này",
            None,
        ),
        (
            "Hồ sơ thi nâng ngạch; hồ sơ chuyển ngạch nhận trước ngày Nghị định này có hiệu lực thì tiếp tục thực hiện "
            "theo Nghị định số 921/2018/NĐ-CP.",
            "Hồ sơ thi nâng ngạch; hồ sơ chuyển ngạch nhận trước ngày Nghị định này có hiệu lực",
            None,
        ),
        (
            "Hồ sơ dự thi nhận trước ngày Nghị định này có hiệu lực được tiếp tục xem xét, giải quyết theo trình tự, thủ "
            "tục quy định tại Nghị định số 921/2018/NĐ-CP trong thời hạn 06 tháng.",
            "Hồ sơ dự thi nhận trước ngày Nghị định này có hiệu lực; trình tự, thủ tục; trong thời hạn 06 tháng",
            None,
        ),
        (
            "Bến đã lập phương án trước ngày Nghị định này có hiệu lực thì Ủy ban nhân dân tổ chức thẩm định theo quy định "
            "tại Nghị định số 921/2018/NĐ-CP.",
            "Bến đã lập phương án trước ngày Nghị định này có hiệu lực thì Ủy ban nhân dân tổ chức thẩm định",
            None,
        ),
        (
            f"{GOES_ON} Nghị định số 921/2018/NĐ-CP hoặc thực hiện theo quy định tại Nghị định này.",
            "Hồ sơ đã nhận trước ngày Nghị định này có hiệu lực",
            "hoặc thực hiện theo quy định tại Nghị định này",
        ),
        (
            f"{GOES_ON} Nghị định số 921/2018/NĐ-CP đến khi trả kết quả (trừ trường hợp quy định tại khoản 1).",
            "Hồ sơ đã nhận trước ngày Nghị định này có hiệu lực; đến khi trả kết quả",
            "trừ trường hợp quy định tại khoản 1",
        ),
        (
            f"{GOES_ON} Nghị định số 921/2018/NĐ-CP; thẩm quyền cấp phép thực hiện theo quy định của Nghị định này. Trường "
            "hợp người nộp đề nghị thì giải quyết theo Nghị định này.",
            "Hồ sơ đã nhận trước ngày Nghị định này có hiệu lực",
            "thẩm quyền cấp phép thực hiện theo quy định của Nghị định này; Trường hợp người nộp đề nghị thì giải quyết "
            "theo Nghị định này",
        ),
        (
            f"{GOES_ON} Nghị định số 921/2018/NĐ-CP, trừ trường hợp người nộp sửa đổi, bổ sung hồ sơ theo quy định của Nghị "
            "định này.",
            "Hồ sơ đã nhận trước ngày Nghị định này có hiệu lực",
            "trừ trường hợp người nộp sửa đổi, bổ sung hồ sơ theo quy định của Nghị định này",
        ),
        (
            "Hồ sơ đã nhận trước ngày Nghị định này có hiệu lực thì tiếp tục giải quyết theo quy định của Nghị định số "
            "921/2018/NĐ-CP tại thời điểm tiếp nhận và phải nộp phí theo quy định của Nghị định này.",
            "Hồ sơ đã nhận trước ngày Nghị định này có hiệu lực; tại thời điểm tiếp nhận",
            "và phải nộp phí theo quy định của Nghị định này",
        ),
        (
            "Người nộp trước ngày Nghị định này có hiệu lực hồ sơ của các thủ tục sau đây thì tiếp tục thực hiện theo Nghị định "
            "số 921/2018/NĐ-CP: mở bến; đóng bến.",
            "Người nộp trước ngày Nghị định này có hiệu lực hồ sơ của các thủ tục sau đây; mở bến; đóng bến",
            None,
        ),
        (  # a paragraph of its own for other cases takes nothing away
            f"{GOES_ON} Nghị định số 921/2018/NĐ-CP.\nĐối với hồ sơ đã nhận mà chưa thẩm định đến ngày Nghị định này có "
            "hiệu lực thì thực hiện theo quy định của Nghị định này.",
            "Hồ sơ đã nhận trước ngày Nghị định này có hiệu lực",
            None,
        ),
        (
            "Đối với các khoản chi một lần; phí đã thu trước ngày Nghị định này có hiệu lực thì tiếp tục thực hiện theo "
            "Nghị định số 921/2018/NĐ-CP.",
            "Đối với các khoản chi một lần; phí đã thu trước ngày Nghị định này có hiệu lực",
            None,
        ),
        (
            "Bến đã mở trước ngày Nghị định này có hiệu lực tiếp tục thực hiện chế độ báo cáo theo Nghị định số 921/2018/NĐ-CP.",
            "Bến đã mở trước ngày Nghị định này có hiệu lực; chế độ báo cáo",
            None,
        ),
        (
            f"{GOES_ON} Nghị định số 921/2018/NĐ-CP nhưng phải công khai trước khi ký.",
            "Hồ sơ đã nhận trước ngày Nghị định này có hiệu lực",
            "nhưng phải công khai trước khi ký",
        ),
        (
            f"{GOES_ON} Nghị định số 921/2018/NĐ-CP với những phải thu đã lập.",
            "Hồ sơ đã nhận trước ngày Nghị định này có hiệu lực",
            None,
        ),
    ],
)
def test_what_limits_the_old_rules_is_told(clause: str, condition: str, exception: str | None) -> None:
    effect = read(f"{ENDS}{clause}\n", load(), OWN).effects[-1]
    assert (effect.verb, effect.condition, effect.exception) == ("apply", condition, exception)


def test_a_line_that_heads_cases_is_not_told_beside_them() -> None:
    lines = (
        "1. Các trường hợp tiếp tục thực hiện theo quy định tại Nghị định số 921/2018/NĐ-CP:\n"
        "a) Hồ sơ đã nhận thì tiếp tục thực hiện theo quy định tại Nghị định số 921/2018/NĐ-CP;\n"
        "b) Việc thuê bến đã ký hợp đồng thực hiện theo quy định tại Điều 7 Nghị định số 921/2018/NĐ-CP."
    )
    assert applied(lines) == ["apply 921/2018/NĐ-CP *", "apply 921/2018/NĐ-CP Đ7"]


def test_each_case_of_a_clause_is_told() -> None:
    found = read(
        f"{ENDS}{GOES_ON} Nghị định số 921/2018/NĐ-CP.\n"
        "Hợp đồng đã ký trước ngày Nghị định này có hiệu lực thì áp dụng quy định của Nghị định số 921/2018/NĐ-CP.\n",
        load(),
        OWN,
    ).effects[1:]
    assert [effect.condition for effect in found] == [
        "Hồ sơ đã nhận trước ngày Nghị định này có hiệu lực",
        "Hợp đồng đã ký trước ngày Nghị định này có hiệu lực",
    ]


@pytest.mark.parametrize(
    "clause",
    [
        # which of them is open: the lines below say it, or other rules stand beside them
        "Nghị định số 921/2018/NĐ-CP tiếp tục được áp dụng từ ngày 01 tháng 5 năm 2024 đến khi đóng bến, bao gồm:\n"
        "a) Giá thuê bến;\nb) Phí qua bến.",
        "Hồ sơ đã nhận thì ngoài việc áp dụng quy định tại Nghị định số 921/2018/NĐ-CP còn phải báo cáo Ủy ban nhân dân.",
    ],
)
def test_what_stays_open_is_a_finding(clause: str) -> None:
    parsed = read(f"{ENDS}{clause}\n", load(), OWN)
    assert said(parsed) == [ENDED]
    told = [finding for finding in parsed.findings if finding.code == "effect-not-understood"]
    assert [parsed.text.content[each.start : each.end] for each in told] == [clause.split("\n")[0]]


def test_a_newer_law_for_cases_of_another_is_not_old() -> None:
    amending = (
        "Điều 1. Sửa đổi, bổ sung khoản 2 Điều 5 của Nghị định số 921/2018/NĐ-CP như sau:\n“2. Bến mở cả ngày.”.\n"
    )
    heading = "Điều 2. Điều khoản chuyển tiếp\n"
    newer = "Vi phạm đã xảy ra theo quy định của Nghị định số 911/2010/NĐ-CP thì áp dụng quy định của Nghị định số 921/2018/NĐ-CP."
    older = "Vi phạm đã xảy ra thì áp dụng quy định của Nghị định số 921/2018/NĐ-CP."
    assert said(read(f"{amending}{heading}{newer}\n", load(), OWN)) == ["substitute 921/2018/NĐ-CP Đ5 k2"]
    assert said(read(f"{amending}{heading}{older}\n", load(), OWN))[1:] == ["apply 921/2018/NĐ-CP *"]


def test_nothing_of_other_effects_or_findings_changes() -> None:
    with_it = read(f"{ENDS}{GOES_ON} Nghị định số 921/2018/NĐ-CP.\n", load(), OWN)
    without = read(f"{ENDS}\n", load(), OWN)
    assert [effect for effect in with_it.effects if effect.verb != "apply"] == list(without.effects)
    assert with_it.findings == without.findings
