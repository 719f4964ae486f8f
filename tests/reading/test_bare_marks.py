"""Note marks printed as bare numbers."""

import pytest

from vanban import pipeline, reading
from vanban.consolidation.recognising import told
from vanban.model import Text
from vanban.rules import Rules

BODY = (
    "Số: 5/VBHN-VPQH\nLUẬT\nBẾN NƯỚC\nQuốc hội ban hành Luật Bến nước1.\nĐiều 1. Tên gọi\n"
    "1. Bến rộng 20 m2 theo khoản 2.\n2.2 Bến có phí,3 phạt.\nĐiều 2. Giữ bến\n4\n1. Người giữ bến.\n"
)
# "khoản 4 Điều 1" in the third note is no beginning of the fourth.
NOTES = (
    "XÁC THỰC VĂN BẢN HỢP NHẤT CHỦ NHIỆM Đò Văn Bến 1 Luật số 905/2019/QH14 có căn cứ ban hành như sau:\n“Căn cứ Hiến pháp”.\n"
    "2 Khoản này được sửa đổi theo quy định tại khoản 1 Điều 1 của Luật số 905/2019/QH14.\n"
    "3 Cụm từ “phí,” được bổ sung theo quy định tại khoản 4 Điều 1 của Luật số 905/2019/QH14. "
    "4 Điều này được bổ sung theo quy định tại khoản 3 Điều 1 của Luật số 905/2019/QH14."
)


def _read(words: str, rules: Rules) -> Text:
    return reading.read(words.encode(), "hop-nhat.txt", rules)[0]


def test_bare_marks_and_their_notes_are_put_in_brackets(rules: Rules) -> None:
    text = _read(BODY + NOTES, rules)
    assert "Luật Bến nước[1].\n" in text.content and "\n2.[2] Bến có phí,[3] phạt.\n" in text.content
    assert "20 m2 theo khoản 2.\n" in text.content
    assert [note.number for note in text.notes] == ["1", "2", "3", "4"]
    assert {repair.was.strip() for repair in text.repairs if repair.kind == "note-mark"} == {"1", "2", "3", "4"}


def test_what_the_notes_tell_is_read(rules: Rules) -> None:
    found = told(pipeline.parse((BODY + NOTES).encode(), "hop-nhat.txt", rules), rules)
    assert [(each.eid, each.verb) for each in found] == [
        ("art_1__cl_2", "substitute"), ("art_1__cl_2", "add-words"), ("art_2", "insert"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [BODY.replace(",3 ", ", ") + NOTES, BODY + NOTES.replace("XÁC THỰC VĂN BẢN HỢP NHẤT ", ""), BODY],
    ids=["a mark is lost", "no consolidated text", "no notes"],
)
def test_otherwise_a_number_is_a_number(words: str, rules: Rules) -> None:
    text = _read(words, rules)
    assert "[" not in text.content and text.notes == ()
