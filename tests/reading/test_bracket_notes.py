"""Notes that a text prints as lines at its end."""

import pytest

from vanban.reading.bracket_notes import bracket_notes
from vanban.rules import Rules

BODY = "Điều 1. Tên gọi\n1.[1] Bến nước.\n2. Bến[2] đò.\n"
NOTES = "[1] Khoản này được bổ sung.\n“Điều 3. Hiệu lực\n1. Từ hôm nay.”.\n[2] Cụm từ “bãi” được thay thế."


def test_notes_are_lines_at_the_end_with_a_mark_in_the_body(rules: Rules) -> None:
    content = BODY + NOTES
    first, second = bracket_notes(content, rules)
    assert content[first.mark :].startswith("[1] Bến nước")
    assert content[second.mark :].startswith("[2] đò")
    assert content[first.start : first.end] == NOTES[: NOTES.index("\n[2]")]
    assert content[second.start : second.end].endswith("được thay thế.")


@pytest.mark.parametrize(
    "content",
    [BODY, BODY.replace("[2]", "") + NOTES, "[1] Một dòng.\n[2] Hai dòng.", BODY + NOTES.replace("[1]", "[3]"), ""],
    ids=["no notes", "a note without a mark", "no body", "not from one", "empty"],
)
def test_brackets_alone_make_no_notes(content: str, rules: Rules) -> None:
    assert bracket_notes(content, rules) == ()


@pytest.mark.parametrize(
    "heading", ["PHỤ LỤC I\nDANH MỤC BẾN", "Phụ lục II", "QUY CHẾ\nQuản lý bến", "QUYẾT ĐỊNH\nĐiều 1."]
)
def test_what_has_a_heading_after_the_notes_is_not_part_of_them(heading: str, rules: Rules) -> None:
    content = f"{BODY}{NOTES}\n{heading}"
    assert content[bracket_notes(content, rules)[-1].end :] == f"\n{heading}"


def test_words_may_follow_the_number_of_a_note_at_once(rules: Rules) -> None:
    content = "A[1] b[2]\n[1]Khoản này được bổ sung.\n[2]Khác."
    assert [content[note.start : note.end] for note in bracket_notes(content, rules)] == [
        "[1]Khoản này được bổ sung.", "[2]Khác.",
    ]  # fmt: skip


def test_a_number_out_of_turn_belongs_to_the_note(rules: Rules) -> None:
    content = BODY + NOTES.replace("“Điều 3.", "[7] trích\n“Điều 3.")
    assert [note.number for note in bracket_notes(content, rules)] == ["1", "2"]
