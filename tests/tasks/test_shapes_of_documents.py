"""How real documents lay out their orders: broken lines, leads that reach far, prose, quotations, persons."""

import pytest

from tests.tasks.documents import LEAD, said, tasks
from vanban.rules import Rules


def test_a_line_that_breaks_within_a_name_goes_on(rules: Rules) -> None:
    found = tasks("Điều 1. Giao\nVăn phòng Ủy ban nhân dân tỉnh chủ trì kiểm tra bến nước.\n", rules)
    assert said(found) == ["Văn phòng Ủy ban nhân dân tỉnh"]


def test_a_lead_after_a_list_reaches_over_the_list_that_follows(rules: Rules) -> None:
    found = tasks(
        "Tình hình như sau:\n(1) Đã kiểm tra 10 bến.\n(2) Còn 5 bến chưa kiểm tra.\n"
        "Để bảo đảm an toàn, Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn vị tập trung hoàn thành một số nhiệm vụ "
        "sau:\nI. KIỂM TRA BẾN NƯỚC\n1. Giám đốc Sở Sông ngòi hoàn thành kiểm tra trong tháng 9 năm 2026.\n",
        rules,
    )
    assert said(found) == ["Giám đốc Sở Sông ngòi @ 2026-09-01..2026-10-01"]


def test_who_joins_and_by_when_stand_in_the_lead(rules: Rules) -> None:
    found = tasks(
        LEAD + "1. Sở Sông ngòi chủ trì, phối hợp với Công an tỉnh, hoàn thành trước ngày 30/9/2026:\n"
        "a) Kiểm tra bến nước.\nb) Lập danh mục bến không an toàn.\n",
        rules,
    )
    assert said(found) == ["Sở Sông ngòi + Công an tỉnh @ ..2026-09-30"] * 2


def test_prose_in_which_a_person_asks_bodies(rules: Rules) -> None:
    """The person who asks is none of the bodies that are asked."""
    found = tasks(
        "Phát biểu kết luận, đồng chí Trương Văn Mẫu đề nghị Sở Sông ngòi và Công an tỉnh tiếp tục kiểm tra bến nước.\n",
        rules,
        "15/TB-UBND",
        "THÔNG BÁO",
    )
    assert said(found) == ["Sở Sông ngòi | Công an tỉnh"]


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        (LEAD + "1. Giao Phó Chủ tịch Ủy ban nhân dân tỉnh kiểm tra bến nước; đồng chí Trương Văn Mẫu theo dõi.\n", ["Phó Chủ tịch Ủy ban nhân dân tỉnh"]),
        (LEAD + "1. Phân công Phó Thủ tướng Nguyễn Văn Mẫu chỉ đạo Sở Sông ngòi.\n", ["Phó Thủ tướng"]),
        (LEAD + "1. Đồng chí Trương Văn Mẫu tin tưởng các cơ quan sẽ hoàn thành nhiệm vụ.\n", []),
        (LEAD + "1. Giao ông Nguyễn Văn Mẫu, bà Trần Thị Mẫu kiểm tra bến nước.\n", []),
    ],
)  # fmt: skip
def test_no_person_is_ever_a_body(rules: Rules, body: str, leads: list[str]) -> None:
    found = tasks(body, rules)
    assert said(found) == leads
    assert not any("Mẫu" in name for task in found for name in (*task.lead, *task.join))


def test_in_a_normative_act_orders_end_with_the_article_that_gives_them(rules: Rules) -> None:
    """The name of the next chapter does not hand them on; one that speaks of the implementation holds standing powers,
    of which only those are tasks that end or that are given.
    """
    body = (
        "Chương I\n{first}\nĐiều 1. Tổ chức thực hiện\n1. Sở Sông ngòi hướng dẫn các xã kiểm tra bến nước.\n"
        "Chương II\n{second}\nĐiều 2. Trách nhiệm\n1. Sở Nội vụ lưu trữ hồ sơ của bến.\n"
        "2. Hằng năm, Sở Tài chính báo cáo kinh phí.\n3. Sở Y tế rà soát bến nước trong tháng 10 năm 2026.\n"
        "4. Giao Sở Tư pháp kiểm tra việc thực hiện.\n"
    )
    ends = ["Sở Sông ngòi", "Sở Y tế @ 2026-10-01..2026-11-01", "Sở Tư pháp"]
    for second, leads in (("QUẢN LÝ BẾN NƯỚC", [ends[0], ends[2]]), ("TỔ CHỨC THỰC HIỆN", ends)):
        text = body.format(first="QUY ĐỊNH CHUNG", second=second)
        assert said(tasks(text, rules, "12/2026/QĐ-UBND", "QUYẾT ĐỊNH")) == leads


def test_enterprises_and_persons_are_given_no_tasks(rules: Rules) -> None:
    body = "Sở Sông ngòi yêu cầu các tổ chức, cá nhân khai thác bến nước thực hiện:\n- Rà soát hồ sơ của bến.\n"
    assert tasks(body, rules, "9/SSN-QL", "") == ()


def test_the_quoted_words_of_an_act_give_no_task(rules: Rules) -> None:
    body = (
        "Sở Sông ngòi có ý kiến như sau:\nTại khoản 7 Điều 39 quy định:\n"
        "“7. Quản lý bến\na) Bộ Sông ngòi hướng dẫn nội dung chi.\nb) Ủy ban nhân dân cấp xã kiểm tra.”\n"
        "Đề nghị Ủy ban nhân dân xã Đò Nhỏ căn cứ quy định trên để thực hiện.\n"
    )
    assert said(tasks(body, rules, "9/SSN-QL", "")) == ["Ủy ban nhân dân xã Đò Nhỏ"]


def test_a_quotation_inside_a_duty_is_part_of_it(rules: Rules) -> None:
    found = tasks(LEAD + "1. Sở Sông ngòi phát động phong trào “Bến nước an toàn, sạch đẹp cho mọi nhà”.\n", rules)
    assert said(found) == ["Sở Sông ngòi"]


def test_months_from_the_day_that_the_act_enters_into_force(rules: Rules) -> None:
    body = (
        "Điều 1. Tổ chức thực hiện\n1. Trong thời hạn 03 tháng kể từ ngày Quyết định này có hiệu lực thi hành, "
        "Sở Sông ngòi ban hành quy chế bến nước.\nĐiều 2. Hiệu lực thi hành\n"
        "Quyết định này có hiệu lực thi hành từ ngày 15 tháng 9 năm 2026.\n"
    )
    assert said(tasks(body, rules, "12/2026/QĐ-UBND", "QUYẾT ĐỊNH")) == ["Sở Sông ngòi @ ..2026-12-16"]


def test_in_a_normative_act_a_duty_with_a_day_to_come_is_an_order(rules: Rules) -> None:
    """A power has no last day; a day that had passed when the act was made only tells of older cases."""
    body = (
        "Điều 1. Dữ liệu bến nước\n1. Sở Sông ngòi có trách nhiệm:\n"
        "a) Quản lý dữ liệu bến nước;\nb) Hoàn thành việc cập nhật dữ liệu trước ngày 01 tháng 3 năm 2027;\n"
        "c) Giải quyết hồ sơ đã nộp trước ngày 01 tháng 3 năm 2020.\n"
    )
    found = tasks(body, rules, "12/2026/QĐ-UBND", "QUYẾT ĐỊNH")
    assert said(found) == ["Sở Sông ngòi @ ..2027-03-01"]
