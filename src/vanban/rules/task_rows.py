"""The tables of ordering words: `task_phrases`, `task_bodies`, `task_columns`, `deadline_forms`.

Patterns are over folded text; a space stands for one space or more. `words`, where given, must match the original
words from the same place on, any case ("Bộ", never "Bố trí").
"""

from typing import Literal

from vanban.rules.row import PatternRow


class TaskPhrase(PatternRow, frozen=True, kw_only=True):
    """Words around a duty. `use` says what they do.

    "assign": opens an assignment, the bodies follow ("Giao …"). "frame": a lead whose items are orders ("… yêu cầu:").
    "organise": how a heading over who carries the document out begins ("Tổ chức thực hiện").
    "report": a heading whose items tell what was or is to be achieved, no orders. "duty": the verb that ends the names
    of the bodies. "past": says that the duty is no order (done, expected). "other": opens or holds what is never a
    task. "join": after it stand those who join. "lead-label", "join-label", "time-label", "product-label": written
    before their value ("Đơn vị chủ trì: …"). "condition": opens a condition. "more": opens a sentence that goes on
    with the task before it. "own": a duty to carry out the very document. "asker": a person who
    speaks for the document and asks bodies to act. "unfinished": the end of a line that the next one goes on with.
    """

    use: Literal[
        "assign", "frame", "organise", "report", "duty", "past", "other", "join", "condition", "more", "own", "asker",
        "unfinished", "lead-label", "join-label", "time-label", "product-label",
    ]  # fmt: skip


class TaskBody(PatternRow, frozen=True, kw_only=True):
    """The first words of the name of a body or a post. Persons are none."""


class TaskColumn(PatternRow, frozen=True, kw_only=True):
    """The heading of a column in a table of tasks; "never": a table with such a column assigns nothing."""

    column: Literal["duty", "lead", "join", "time", "product", "never"]


class DeadlineForm(PatternRow, frozen=True, kw_only=True):
    """How a time limit is printed. Blanks: `{day}` a printed day, `{month}`, `{quarter}`, `{year}` a period.

    `gives`: "before" ends before the day or period named, "through" with its last day, "within" begins and ends with
    it, "after-signing" and "after-force" count the group `days` or `months` from the day of the document, or from the
    first day of its force, "recurs" comes back
    (`recurs` says how often; the groups `day` and `month` say which day is the limit), "not-computable" is a limit that
    the text alone does not date.
    """

    gives: Literal["before", "through", "within", "after-signing", "after-force", "recurs", "not-computable"]
    recurs: str | None = None
