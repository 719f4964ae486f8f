"""Tables as Markdown writes them."""

from vanban.reading.pipe_tables import open_pipe_tables

HEADER = """| **CHÍNH PHỦ** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** |
|---|---|
|  | **Độc lập - Tự do - Hạnh phúc** |
| Số: 1/2030/NĐ-CP | *Hà Nội, ngày 02 tháng 01 năm 2030* |
"""


def test_a_header_is_read_column_by_column() -> None:
    lines = [line for line in open_pipe_tables(HEADER)[0].split("\n") if line]
    assert lines == [
        "**CHÍNH PHỦ**",
        "Số: 1/2030/NĐ-CP",
        "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**",
        "**Độc lập - Tự do - Hạnh phúc**",
        "*Hà Nội, ngày 02 tháng 01 năm 2030*",
    ]


def test_any_other_table_is_read_row_by_row() -> None:
    table = "Trước\n\n| STT | Việc |\n| :--- | ---: |\n| 1 | Rà soát |\n\nSau\n"
    content, (found,) = open_pipe_tables(table)
    assert content.split() == ["Trước", "STT", "Việc", "1", "Rà", "soát", "Sau"]
    assert [[content[a:b] for a, b in row] for row in found.rows] == [["STT", "Việc"], ["1", "Rà soát"]]


def test_bars_that_are_no_table_stay() -> None:
    saved = "|\n**BỘ NỘI VỤ**\n-------\n|\n|-1|\n"
    assert open_pipe_tables(saved) == (saved, [])
