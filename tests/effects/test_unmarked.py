"""New wording without quotation marks, rows of tables, and several quotations on one line."""

import pytest

from tests.effects.reading import OWN, read
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
        # a quotation that is only closed, its number named by a clause numbered with a dash
        (
            '1- Điều 21 được sửa đổi như sau:\nĐiều 21. Bến tạm\nBến tạm do xã quản lý."\n2- Bãi bỏ Điều 5.',
            [("21", 'Điều 21. Bến tạm\nBến tạm do xã quản lý."'), ("5", None)],
        ),
    ],
)
def test_new_wording(body: str, expected: list[tuple[str, str | None]], rules: Rules) -> None:
    assert _new(body, rules) == expected
