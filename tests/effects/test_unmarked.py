"""New wording without quotation marks, rows of tables, and several quotations on one line."""

import pytest

from tests.effects.reading import HEAD, OWN, read
from vanban import pipeline
from vanban.model import Source, Table, Text
from vanban.rules import Rules

OLD = "Nghị định số 902/2018/NĐ-CP"


def _new(body: str, rules: Rules) -> list[tuple[str, str | None]]:
    """The number of each target, and its new wording: the words, or those of the quoted units."""
    parsed = read(f"Điều 1. Sửa đổi, bổ sung một số điều của {OLD}\n{body}\n", rules, OWN)
    spans = {unit.eid: parsed.text.content[unit.start : unit.end].strip() for unit in parsed.provisions}
    return [
        (effect.target.provision[-1].num, effect.new or "|".join(spans[eid] for eid in effect.new_eids) or None)
        for effect in parsed.effects
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # to the end of the clause, with the items that stand below
        (
            "1. Sửa đổi điểm c khoản 3 Điều 4 như sau:\nBến tạm được dùng trong 90 ngày.\n2. Bãi bỏ Điều 5.",
            [("c", "Bến tạm được dùng trong 90 ngày."), ("5", None)],
        ),
        (
            "1. Sửa đổi khoản 3 Điều 4 như sau:\nBến tạm gồm:\na) Bến phao;\nb) Bến “nổi”.\n2. Bãi bỏ Điều 5.",
            [("3", "Bến tạm gồm:\na) Bến phao;\nb) Bến “nổi”."), ("5", None)],
        ),
        # the rows of a table by their numbers, a cell a line or in Markdown
        (
            "1. Bổ sung số thứ tự 43 và số thứ tự 44 vào Phụ lục II như sau:\n43\nBến phao\n44\nBến nổi\n2. Bãi bỏ Điều 5.",
            [("43", "43\nBến phao"), ("44", "44\nBến nổi"), ("5", None)],
        ),
        (
            "1. Sửa đổi số thứ tự 3 Phụ lục II như sau:\n| STT | Bến |\n| --- | --- |\n| 3 | Bến nổi |\n2. Bãi bỏ Điều 5.",
            [("3", "| 3 | Bến nổi |"), ("5", None)],
        ),
        # two instructions over one table
        (
            "1. Sửa đổi mục 3 và bổ sung mục 3a vào sau mục 3 Phụ lục II như sau:\n| TT | Bến |\n| --- | --- |\n| 3 | Bến |\n"
            "| 3.1 | Bến to |\n| 3.2 | Bến bé |\n| 3a | Phao |\n| 3a.1 | Phao to |\n2. Bãi bỏ Điều 5.",
            [
                ("3", "| 3 | Bến |\n| 3.1 | Bến to |\n| 3.2 | Bến bé |"),
                ("3a", "| 3a | Phao |\n| 3a.1 | Phao to |"),
                ("5", None),
            ],
        ),
        # an instruction on another line has no part in the table
        (
            "1. Sửa đổi mục 3 Phụ lục II.\nBổ sung mục 3a vào sau mục 3 Phụ lục II như sau:\n| 3 | Bến |\n| 3a | Phao |\n"
            "2. Bãi bỏ Điều 5.",
            [("3", None), ("3a", "| 3a | Phao |"), ("5", None)],
        ),
        # what acts itself is no new wording
        (
            "1. Sửa đổi khoản 3 Điều 4 như sau:\na) Bãi bỏ điểm b;\n2. Bãi bỏ Điều 5.",
            [("b", None), ("5", None)],
        ),
        # two quotations on one line
        (
            "1. Sửa đổi điểm b khoản 1 và bổ sung khoản 3 Điều 4 như sau:\n“b) Bến tạm.” “3. Bến lớn.”\n2. Bãi bỏ Điều 5.",
            [("b", "“b) Bến tạm.”"), ("3", "“3. Bến lớn.”"), ("5", None)],
        ),
        (
            '1. Khoản 2 và khoản 5 Điều 3 được sửa đổi như sau:\n“2. Bến gồm:\na) Bến tạm;\nb) Bến lớn.” "5. Phao."\n2. Bãi bỏ Điều 5.',
            [("2", "“2. Bến gồm:\na) Bến tạm;\nb) Bến lớn.”"), ("5", '"5. Phao."'), ("5", None)],
        ),
        # a number alone on its line begins quoted words
        (
            "1. Sửa đổi khoản 9 Điều 4 như sau:\n“9.\nBến gồm:\na) Bến tạm;\nb) Bến lớn.”;\n2. Bãi bỏ Điều 5.",
            [("9", "“9.\nBến gồm:\na) Bến tạm;\nb) Bến lớn.”;"), ("5", None)],
        ),
        # divisions of an annex printed by their Roman numbers, the first of which is no letter I
        (
            "1. Sửa đổi phần I và phần II Phụ lục IV như sau:\n“I. BẾN LỚN\n1. Bến than.\nII. BẾN NHỎ\n1. Bến đò.”.\n"
            "2. Bãi bỏ Điều 5.",
            [("I", "“I. BẾN LỚN\n1. Bến than."), ("II", "II. BẾN NHỎ\n1. Bến đò.”."), ("5", None)],
        ),
        # a quotation that is only closed, its number named by a clause numbered with a dash
        (
            '1- Điều 21 được sửa đổi như sau:\nĐiều 21. Bến tạm\nBến tạm do xã quản lý."\n2- Bãi bỏ Điều 5.',
            [("21", 'Điều 21. Bến tạm\nBến tạm do xã quản lý."'), ("5", None)],
        ),
    ],
)
def test_new_wording(body: str, expected: list[tuple[str, str | None]], rules: Rules) -> None:
    assert _new(body, rules) == expected


_HEAD_OF_TABLE = "| STT | Bến |\n| --- | --- |\n| 1 | 2 |\n"


@pytest.mark.parametrize("parts", ["điểm thuộc", "mục của", "số thứ tự tại", "dòng của"])
def test_the_table_names_the_rows_that_change(parts: str, rules: Rules) -> None:
    body = (
        f"1. Sửa đổi, bổ sung một số {parts} Phụ lục IV - Danh mục bến tạm của {OLD} như sau:\n{_HEAD_OF_TABLE}"
        "| 9 | Bến phao |\n| 9.1 | Phao to |\n| | Phao bé |\n| 10 | Bến nổi |\n2. Bãi bỏ Điều 5."
    )
    assert _new(body, rules) == [
        ("9", "| 9 | Bến phao |\n| 9.1 | Phao to |\n| | Phao bé |"),
        ("10", "| 10 | Bến nổi |"),
        ("5", None),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| 10 | Bến phao |\n| 9 | Bến nổi |",  # numbers that do not go up
        "| 9 | Bến phao |\n| II | BẾN XA |\n| 10 | Bến nổi |",  # a new group
        "| 9 | Bến phao |\nGhi chú: bến do xã quản lý.",  # words below the table
        "| Bến | Bến phao |",  # no number
    ],
)
def test_a_table_that_does_not_settle_its_rows_is_left_to_a_person(table: str, rules: Rules) -> None:
    body = f"1. Sửa đổi, bổ sung một số mục của Phụ lục IV như sau:\n{_HEAD_OF_TABLE}{table}\n2. Bãi bỏ Điều 5."
    assert _new(body, rules) == [("IV", None), ("5", None)]


def test_a_table_may_lose_the_closing_mark(rules: Rules) -> None:
    lines = "“Phụ lục II\nQUY MÔ BẾN\n1\nBến than\n2\nBến đò"
    head = f"Điều 1. Sửa đổi, bổ sung một số điều của {OLD}\n1. Sửa đổi, bổ sung Phụ lục II như sau:\n"
    content = HEAD.format(title=OWN) + head
    start = len(content) + lines.index("1\n")
    table = Table(start, len(content) + len(lines), ())
    text = Text(content + lines + "\n2. Bãi bỏ Điều 5.\n", Source("", "text/plain"), tables=(table,))
    found = pipeline.parse_text(text, (), rules).effects
    assert [(effect.verb, effect.new) for effect in found] == [("substitute", lines[1:]), ("repeal", None)]


def test_an_appendix_added_is_the_one_that_the_document_prints(rules: Rules) -> None:
    body = f"Điều 1. Sửa đổi một số phụ lục của {OLD}\n1. Bổ sung Phụ lục 05.\n2. Bổ sung Phụ lục 06.\n"
    parsed = read(body, rules, OWN, after="PHỤ LỤC 05\nMẪU ĐƠN\nBến tạm.\n")
    assert [(effect.verb, effect.new_eids) for effect in parsed.effects] == [("insert", ("app_05",)), ("insert", ())]
