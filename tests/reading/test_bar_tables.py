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


def test_a_table_ends_where_a_cell_is_empty() -> None:
    (table,) = bar_tables(TABLE)
    cells = [[TABLE[start:end] for start, end in row] for row in table.rows]
    assert cells == [["**TT**", "**Tên việc**"], ["1", "Rà soát văn bản\ncủa tỉnh"], ["2", "Báo cáo"]]


def test_the_cells_are_followed_through_the_reading(rules: Rules) -> None:
    text, _ = reading.read(TABLE.encode(), "a.md", rules)
    (table,) = text.tables
    cells = [[text.content[start:end] for start, end in row] for row in table.rows]
    assert [row[0] for row in cells] == ["TT", "1", "2"] and cells[2][1] == "Báo cáo"
    assert text.content.endswith("Tổng hợp\nĐiều 2. Thi hành")


def test_headers_and_single_rows_are_no_tables_of_data() -> None:
    header = "|\nCHÍNH PHỦ\n|\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|\n|\nSố: 7\n|\nHà Nội\n|\n|\na\n|\nb\n|\n"
    assert bar_tables(header) == []
    assert bar_tables("|\nmột\n|\nhai\n|\nHết\n") == []
