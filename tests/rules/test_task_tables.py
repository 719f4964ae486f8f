"""Every example of every row of the task tables is matched by its row, and no counter-example is."""

import pytest

from vanban.orthography import fold
from vanban.rules import load
from vanban.rules.task_rows import DeadlineForm, TaskBody, TaskColumn, TaskPhrase
from vanban.tasks.phrases import compile_row

RULES = load()
ROWS: list[TaskPhrase | TaskBody | TaskColumn | DeadlineForm] = [
    *RULES.task_phrases, *RULES.task_bodies, *RULES.task_columns, *RULES.deadline_forms,
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[f"{type(row).__name__}:{row.id}" for row in ROWS])
def test_examples_match_and_counter_examples_do_not(row: TaskPhrase | TaskBody | TaskColumn | DeadlineForm) -> None:
    phrase = compile_row(row, exact=isinstance(row, TaskBody))
    assert row.examples
    for example in row.examples:
        assert phrase.search(fold(example), example, 0, len(example)), example
    for other in row.not_examples:
        assert phrase.match(fold(other), other, 0, len(other)) is None, other
