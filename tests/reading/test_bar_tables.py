"""Tables whose bars stand on lines of their own, as in saved pages."""

from vanban import reading
from vanban.reading.bar_tables import bar_tables
from vanban.rules import Rules

TABLE = """\
Danh mục:
|
**TT**
|
**Tên việc**
|
|
1
|
Rà soát văn bản
của tỉnh
|
|
2
|
Báo cáo
|
|
A
|
|
|
3
|
Tổng hợp
|
Điều 2. Thi hành
"""


def test_an_empty_cell_keeps_its_place() -> None:
    (table,) = bar_tables(TABLE)
    cells = [[TABLE[start:end] for start, end in row] for row in table.rows]
    assert cells == [["**TT**", "**Tên việc**"], ["1", "Rà soát văn bản\ncủa tỉnh"], ["2", "Báo cáo"], ["A", ""],
                     ["3", "Tổng hợp"]]  # fmt: skip


def test_the_title_of_a_group_is_a_merged_row() -> None:
    rows = ("|\n1\n|\na\n|\n\n|\nb\n|\n", "|\nI\n|\nNhóm một\n|\n", "|\n2\n|\nc\n|\nd\n|\n\n|\n")
    content = "|\nTT\n|\nViệc\n|\nChủ trì\n|\nHạn\n|\n" + "".join(rows)
    (table,) = bar_tables(content)
    cells = [[content[start:end] for start, end in row] for row in table.rows]
    assert cells == [["TT", "Việc", "Chủ trì", "Hạn"], ["1", "a", "", "b"], ["I", "Nhóm một"], ["2", "c", "d", ""]]


def test_the_cells_are_followed_through_the_reading(rules: Rules) -> None:
    text, _ = reading.read(TABLE.encode(), "a.md", rules)
    (table,) = text.tables
    cells = [[text.content[start:end] for start, end in row] for row in table.rows]
    assert [row[0] for row in cells] == ["TT", "1", "2", "A", "3"] and cells[2][1] == "Báo cáo"
    assert text.content.endswith("Tổng hợp\nĐiều 2. Thi hành")


def test_headers_and_single_rows_are_no_tables_of_data() -> None:
    header = "|\nCHÍNH PHỦ\n|\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|\n|\nSố: 7\n|\nHà Nội\n|\n|\na\n|\nb\n|\n"
    assert bar_tables(header) == []
    assert bar_tables("|\nmột\n|\nhai\n|\nHết\n") == []
