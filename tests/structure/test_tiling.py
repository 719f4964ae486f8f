"""Whatever the input, the provisions tile the text: nothing lost, nothing twice, parents first, eids unique."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.structure.sample import divide
from vanban.model import Note, Table

LINES = (
    "Căn cứ Luật Tổ chức Chính phủ;", "QUYẾT ĐỊNH:", "PHẦN THỨ NHẤT", "Phần II", "Chương I", "QUY ĐỊNH CHUNG", "Chương II. TỔ CHỨC",
    "Mục 1", "Mục 2. KINH PHÍ", "Tiểu mục 1", "Điều 1. Phạm vi điều chỉnh", "Điều 2. Đối tượng", "Điều 3", "Điều 4a. Bổ sung",
    "Điều 5 của Luật này được áp dụng", "1. Nội dung thứ nhất:", "2. Nội dung thứ hai;", "3) Nội dung", "4a. Nội dung",
    "a) Điểm thứ nhất;", "b) Điểm thứ hai.", "đ) Điểm đê;", "a1) Tiết", "(i) Mục nhỏ", "ii) Mục nhỏ", "i) Điểm i", "- Gạch đầu dòng;",
    "+ Cộng;", "1.1. Thập phân", "1.2. Thập phân", "I. NỘI DUNG", "II. THỰC HIỆN", "A. PHẦN", "Sửa đổi, bổ sung khoản 2 Điều 5 như sau:",
    "“2. Nội dung mới.”", "“Điều 7. Tên mới", "“a) Nội dung”;", "”.", "“Đoạn mới không có số", "kết thúc”.", "2. Sửa đổi Điều 6 như sau:",
    "\"3. Dấu ngoặc thẳng", "hết\".", "Đoạn văn thường.", "đoạn nối tiếp không có dấu", "TM. CHÍNH PHỦ", "THỦ TƯỚNG", "Nơi nhận:", "(Đã ký)",
    "1. Sửa đổi khoản 2 như sau: “2. Lời", "5. [Ghi chú] “Điều 9. Tên”", "Lời. Chương II TỔ CHỨC", "Lời THI HÀNH Điều", "(1) Ngoặc",
    "Luật Ví dụ. Điều 2. Tên", "Điều 9", "Article 3. Scope", "2.13 Nội dung", "a.1) Tiết", "1.", "Kính gửi: Sở", "CHỦ TỊCH", "DANH MỤC",
    "PHỤ LỤC", "PHỤ LỤC I", "Phụ lục II", "Mẫu số 01", "QUY CHẾ", "(Ban hành kèm theo Quyết định số 1/QĐ-UBND)", "", "  ", "\t1. Thụt", "“", "”",
)  # fmt: skip


def check(content: str, **parts: object) -> None:
    units = divide(content, **parts)
    seen: dict[str, tuple[int, int]] = {}
    children: dict[str | None, list[tuple[int, int]]] = {}
    for unit in units:
        assert unit.eid not in seen, unit.eid
        assert unit.parent is None or unit.parent in seen, (unit.eid, unit.parent)
        assert 0 <= unit.start <= unit.end <= len(content)
        seen[unit.eid] = (unit.start, unit.end)
        children.setdefault(unit.parent, []).append((unit.start, unit.end))
    for parent, spans in children.items():
        if parent is not None:
            start, end = seen[parent]
            assert start <= spans[0][0]
            assert spans[-1][1] == end, parent
        else:
            assert spans[0][0] == 0
            assert spans[-1][1] == len(content)
        for (_, before), (after, _) in pairwise(spans):
            assert before == after, parent
    assert bool(units) == bool(content)
    assert [unit.start for unit in units] == sorted(unit.start for unit in units)


@given(st.lists(st.sampled_from(LINES), max_size=40).map("\n".join))
def test_mixtures_of_unit_lines_are_tiled(content: str) -> None:
    check(content)


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=30).map("\n".join), st.data())
def test_tables_and_notes_anywhere_are_tiled(content: str, data: st.DataObject) -> None:
    place = st.integers(0, len(content))
    spans = [sorted(data.draw(st.tuples(place, place))) for _ in range(3)]
    check(content, tables=tuple(Table(a, b, ()) for a, b in spans[:2]), notes=(Note(0, *spans[2], "1"),))


@given(st.text(max_size=300))
def test_any_text_is_tiled(content: str) -> None:
    check(content)


@given(st.lists(st.sampled_from(LINES), max_size=30).map("\n".join))
def test_the_same_text_gives_the_same_provisions(content: str) -> None:
    assert divide(content) == divide(content)
