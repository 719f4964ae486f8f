"""Tables of tasks, read from the sample archive's plan, which is a DOCX; and a table that assigns nothing."""

from pathlib import Path

from tests.tasks.documents import said
from vanban import api, tasks
from vanban.model import Source, Table, Text
from vanban.model.work import Issuer, Work
from vanban.rules import Rules

PLAN = Path(__file__).parents[2] / "examples/tinh-song-lam/ke-hoach-88-kh-ubnd.docx"


def test_the_plan_of_the_sample() -> None:
    parsed = api.parse(PLAN)
    assert said(parsed.tasks) == [
        "Sở Sông ngòi + Ủy ban nhân dân các xã, phường @ 2026-12-01..2027-01-01",
        "Sở Sông ngòi + Sở Tư pháp @ 2027-01-01..2027-04-01",
        "Sở Khoa học và Công nghệ + Sở Sông ngòi @ ..2027-03-31",
        "Sở Văn hóa, Thể thao và Du lịch + Báo và phát thanh, truyền hình Sông Lam @ .. continuous",
        "Thủ trưởng các sở, ban, ngành | Chủ tịch Ủy ban nhân dân các xã, phường",
        "Sở Sông ngòi @ .. yearly",
    ]
    assert parsed.tasks[1].product == "Dự thảo Quyết định"
    assert {task.within for task in parsed.tasks[:4]} == {"sec_II"}


def _table(rows: list[list[str]]) -> Text:
    content, places = "", []
    for row in rows:
        cells = []
        for cell in row:
            cells.append((len(content), len(content) + len(cell)))
            content += cell + "\n"
        places.append(tuple(cells))
    return Text(content, Source("", "text/plain"), tables=(Table(0, len(content), tuple(places)),))


WORK = Work("x", "state", "ke-hoach", "Kế hoạch", "", "", "", 2026, Issuer("", ""), None, "", "")


def test_the_steps_of_a_procedure_are_no_tasks(rules: Rules) -> None:
    text = _table([["Bước", "Nội dung", "Đơn vị chủ trì", "Thời gian"], ["1", "Thẩm định", "Sở Nội vụ", "02 ngày"]])
    assert tasks.find(text, WORK, (), rules) == ()


def test_tasks_that_another_document_gave_are_none_of_this_one(rules: Rules) -> None:
    heading = ["Nhiệm vụ", "Văn bản giao nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"]
    text = _table([heading, ["Lập danh mục", "Nghị quyết số 1/NQ-CP", "Sở Nội vụ", "30/6/2026"]])
    assert tasks.find(text, WORK, (), rules) == ()


def test_several_bodies_in_a_cell(rules: Rules) -> None:
    heading = ["Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"]
    text = _table([heading, ["Lập danh mục", "Sở Nội vụ; Sở Tài chính", "30/6/2026"]])
    assert said(tasks.find(text, WORK, (), rules)) == ["Sở Nội vụ | Sở Tài chính @ ..2026-07-01"]
