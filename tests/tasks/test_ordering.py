"""Duties in clauses, under headings and in prose; what only looks like one."""

import pytest

from tests.tasks.documents import LEAD, said, tasks
from vanban.rules import Rules


def test_a_body_that_is_given_the_lead(rules: Rules) -> None:
    found = tasks(
        LEAD + "1. Giao Sở Sông ngòi chủ trì, phối hợp với Sở Tài chính và Ủy ban nhân dân các xã, phường kiểm tra "
        "toàn bộ bến nước; báo cáo kết quả trước ngày 30 tháng 9 năm 2026.\n",
        rules,
    )
    assert said(found) == ["Sở Sông ngòi + Sở Tài chính | Ủy ban nhân dân các xã, phường @ ..2026-09-30"]
    assert found[0].duty.startswith("chủ trì, phối hợp với Sở Tài chính")
    assert found[0].within == "cl_1"


def test_a_name_with_a_comma_is_one_body(rules: Rules) -> None:
    found = tasks(
        LEAD + "1. Sở Văn hóa, Thể thao và Du lịch, Sở Nông nghiệp và Môi trường tăng cường tuyên truyền.\n", rules
    )
    assert said(found) == ["Sở Văn hóa, Thể thao và Du lịch | Sở Nông nghiệp và Môi trường"]


@pytest.mark.parametrize("heading", ["1. Sở Sông ngòi", "1. Sở Sông ngòi:", "1. Giao Sở Sông ngòi:"])
def test_the_body_of_a_heading_leads_what_stands_below(rules: Rules, heading: str) -> None:
    found = tasks(
        f"{LEAD}{heading}\n- Chủ trì rà soát bến nước, hoàn thành trong quý IV năm 2026.\n"
        "- Định kỳ hằng quý tổng hợp, báo cáo Ủy ban nhân dân tỉnh.\n2. Công an tỉnh tăng cường tuần tra.\n",
        rules,
    )
    assert said(found) == [
        "Sở Sông ngòi @ 2026-10-01..2027-01-01",
        "Sở Sông ngòi @ .. quarterly",
        "Công an tỉnh",
    ]


def test_points_under_a_body_with_its_own_duty_are_of_that_body(rules: Rules) -> None:
    found = tasks(
        LEAD + "1. Sở Sông ngòi kiểm tra toàn bộ bến nước.\n- Lập danh mục bến nước không bảo đảm an toàn.\n", rules
    )
    assert [task.lead for task in found] == [("Sở Sông ngòi",), ("Sở Sông ngòi",)]


def test_a_condition_is_kept(rules: Rules) -> None:
    found = tasks(
        LEAD + "1. Trường hợp bến nước không bảo đảm an toàn, Sở Sông ngòi lập phương án bố trí bến tạm.\n", rules
    )
    assert [(task.lead, task.condition) for task in found] == [
        (("Sở Sông ngòi",), "Trường hợp bến nước không bảo đảm an toàn")
    ]


def test_a_time_limit_in_the_next_sentence_belongs_to_the_duty(rules: Rules) -> None:
    found = tasks(
        "Điều 1. Quyết định này có hiệu lực kể từ ngày ký. Giao Sở Sông ngòi công khai danh mục bến nước. "
        "Hoàn thành trước ngày 15/10/2026.\n",
        rules,
        symbol="15/QĐ-UBND",
        kind="QUYẾT ĐỊNH",
    )
    assert said(found) == ["Sở Sông ngòi @ ..2026-10-15"]


def test_labels_give_who_leads_who_joins_and_the_product(rules: Rules) -> None:
    found = tasks(
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Sông ngòi rà soát bến nước. Đơn vị chủ trì: Sở Sông ngòi; Đơn vị phối hợp: Sở Tài chính; "
        "Thời gian: Quý IV/2026; Sản phẩm: Báo cáo.\n",
        rules,
        symbol="15/KH-UBND",
        kind="KẾ HOẠCH",
    )
    assert said(found) == ["Sở Sông ngòi + Sở Tài chính @ 2026-10-01..2027-01-01"]
    assert found[0].product == "Báo cáo"


@pytest.mark.parametrize(
    "sentence",
    [
        "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Sông ngòi chịu trách nhiệm thi hành Chỉ thị này.",
        "Văn phòng Ủy ban nhân dân tỉnh thông báo để các sở, ban, ngành biết, thực hiện.",
        "Sở Sông ngòi đã hoàn thành kiểm tra 27 bến nước trước ngày 30/6/2026.",
        "Sở Sông ngòi dự kiến trình dự thảo Quyết định trong Quý III/2026.",
        "Theo đề nghị của Giám đốc Sở Sông ngòi tại Tờ trình số 12/TTr-SSN ngày 01/9/2026.",
        "Trong thời hạn 05 ngày làm việc kể từ ngày nhận được hồ sơ, Sở Sông ngòi cấp giấy chứng nhận.",
        "Ghi nhận, biểu dương sự nỗ lực của Sở Sông ngòi trong việc xử lý vướng mắc.",
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh về Sở Sông ngòi.",
    ],
)
def test_what_only_looks_like_a_duty(rules: Rules, sentence: str) -> None:
    assert tasks(f"{LEAD}1. {sentence}\n", rules) == ()


def test_results_and_aims_are_no_duties(rules: Rules) -> None:
    body = "I. MỤC ĐÍCH, YÊU CẦU\n1. Sở Sông ngòi nâng cao chất lượng quản lý bến nước.\n"
    assert tasks(body, rules, symbol="15/KH-UBND", kind="KẾ HOẠCH") == ()


def test_a_report_lays_no_duty_on_anybody(rules: Rules) -> None:
    body = "1. Giao Sở Sông ngòi chủ trì kiểm tra bến nước trước ngày 30/9/2026.\n"
    assert tasks(body, rules, symbol="15/BC-UBND", kind="BÁO CÁO") == ()


def test_a_person_is_no_body(rules: Rules) -> None:
    assert said(tasks(LEAD + "1. Giao ông Lê Văn Bến kiểm tra bến nước.\n", rules)) == []


def test_a_normative_act_orders_only_where_it_says_so(rules: Rules) -> None:
    body = (
        "Điều 1. Thẩm quyền\n1. Sở Sông ngòi có trách nhiệm cấp phép khai thác bến nước.\n"
        "2. Sở Sông ngòi có trách nhiệm theo dõi, kiểm tra việc thực hiện Quyết định này.\n"
        "Điều 2. Tổ chức thực hiện\n1. Công an tỉnh hướng dẫn việc bảo đảm an toàn bến nước.\n"
    )
    found = tasks(body, rules, symbol="15/2026/QĐ-UBND", kind="QUYẾT ĐỊNH")
    assert said(found) == ["Sở Sông ngòi", "Công an tỉnh"]


def test_paragraphs_after_a_lead_are_orders(rules: Rules) -> None:
    found = tasks(LEAD + "Sở Sông ngòi khẩn trương kiểm tra bến nước.\nCông an tỉnh tăng cường tuần tra.\n", rules)
    assert said(found) == ["Sở Sông ngòi", "Công an tỉnh"]


def test_what_the_issuer_will_do_is_no_order(rules: Rules) -> None:
    assert tasks("Ủy ban nhân dân tỉnh sẽ tổng hợp ý kiến của các địa phương.\n", rules) == ()


def test_an_assigning_word_is_enough(rules: Rules) -> None:
    """No gate before the tables: the only order of the document is a row of its own ("Phân công …")."""
    body = "Điều 1. Phân công Sở Sông ngòi theo dõi việc nạo vét sông trước ngày 30/6/2027.\n"
    assert said(tasks(body, rules, symbol="15/QĐ-UBND", kind="QUYẾT ĐỊNH")) == ["Sở Sông ngòi @ ..2027-06-30"]
