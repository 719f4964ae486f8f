"""Parts of a unit that have no number: paragraphs, sentences, dashes."""

import pytest

from tests.consolidation.drafting import ENACTED, made, words

# Khoản 1 with two paragraphs and three sentences, khoản 3 with dashes, written by a first act.
LINES = (
    "1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:\n“1. Bến là nơi lấy nước. Ai cũng được đến. Không ai phải trả phí.\n"
    "Bến đóng cửa lúc đêm. Bến mở cửa lúc sáng.”."
)
SENTENCES = (
    "1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:\n“1. Bến là nơi lấy nước. Ai cũng được đến. Không phải trả phí.”."
)
# No sentence ends at "v.v." before a small letter, whatever its accent.
ABBREVIATED = "1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:\n“1. Người giữ bến có đơn, bản đồ, v.v. được nộp tại xã. Thời hạn là 5 ngày.”."
DASHES = "1. Sửa đổi, bổ sung khoản 3 Điều 2 như sau:\n“3. Bộ Sông nước:\n- Quản lý bến;\n- Quản lý đò.”."


@pytest.mark.parametrize(
    ("first", "body", "eid", "text"),
    [
        (LINES, "1. Sửa đổi, bổ sung đoạn 2 khoản 1 Điều 2 như sau:\n“Bến mở cửa cả ngày.”.", "art_2__cl_1",
         "1. Bến là nơi lấy nước. Ai cũng được đến. Không ai phải trả phí.\nBến mở cửa cả ngày."),
        (LINES, "1. Bãi bỏ đoạn 2 khoản 1 Điều 2.", "art_2__cl_1",
         "1. Bến là nơi lấy nước. Ai cũng được đến. Không ai phải trả phí."),
        (LINES, "1. Thay thế cụm từ “Bến” bằng cụm từ “Mọi bến” tại đoạn 2 khoản 1 Điều 2.", "art_2__cl_1",
         "1. Bến là nơi lấy nước. Ai cũng được đến. Không ai phải trả phí.\nMọi bến đóng cửa lúc đêm. Mọi bến mở cửa lúc "
         "sáng."),
        (SENTENCES, "1. Sửa đổi, bổ sung câu thứ hai khoản 1 Điều 2 như sau:\n“Người lạ không được đến.”.", "art_2__cl_1",
         "1. Bến là nơi lấy nước. Người lạ không được đến. Không phải trả phí."),
        (ABBREVIATED, "1. Sửa đổi, bổ sung câu thứ hai khoản 1 Điều 2 như sau:\n“Thời hạn là 10 ngày.”.", "art_2__cl_1",
         "1. Người giữ bến có đơn, bản đồ, v.v. được nộp tại xã. Thời hạn là 10 ngày."),
        (DASHES, "1. Sửa đổi, bổ sung gạch đầu dòng thứ hai khoản 3 Điều 2 như sau:\n“- Quản lý thuyền.”.", "art_2__cl_3",
         "3. Bộ Sông nước:\n- Quản lý bến;\n- Quản lý thuyền."),
    ],
)  # fmt: skip
def test_a_part_is_written_and_the_rest_stays(first: str, body: str, eid: str, text: str) -> None:
    expression = made(first, body)
    assert not expression.refused
    assert words(expression, eid) == text


@pytest.mark.parametrize(
    ("first", "body"),
    [
        (LINES, "1. Bãi bỏ đoạn 3 khoản 1 Điều 2."),
        (LINES, "1. Sửa đổi, bổ sung câu thứ hai khoản 1 Điều 2 như sau:\n“Người lạ không được đến.”."),
        (SENTENCES, "1. Sửa đổi, bổ sung câu thứ tư khoản 1 Điều 2 như sau:\n“Người lạ không được đến.”."),
        (DASHES, "1. Sửa đổi, bổ sung gạch đầu dòng thứ ba khoản 3 Điều 2 như sau:\n“- Quản lý thuyền.”."),
    ],
)
def test_a_part_that_is_not_there_is_refused(first: str, body: str) -> None:
    expression = made(first, body)
    assert len(expression.refused) == 1
    assert expression.text == made(first).text != ENACTED
