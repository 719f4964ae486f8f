"""Institutionalisation: who has carried a higher document out, who not yet, and which clause calls for it."""

from vanban import pipeline
from vanban.review.body_lists import bodies_named, bodies_of
from vanban.review.called_for import calls_of
from vanban.rules import Rules


def test_the_lists_of_the_table(rules: Rules) -> None:
    assert len(bodies_of("provinces", rules)) == 34
    ministries = [body.name for body in bodies_of("ministries", rules)]
    assert len(ministries) == 17 and "Bộ Tài chính" in ministries


def test_names_in_a_file_are_read_as_printed(rules: Rules) -> None:
    (one, two) = bodies_named(["\ufeffUBND tỉnh A", "# lời dẫn", " ", "Sở B"], rules)
    assert (one.words, two.name) == ("uy ban nhan dan tinh a", "Sở B")


def _calls(words: str, rules: Rules) -> list[str]:
    """What the finder itself quotes of a document of one clause."""
    content = f"NGHỊ ĐỊNH\nSố: 1/2026/NĐ-CP\nĐiều 1. Giao quyền\n1. {words}.\n"
    return [call.quote for call in calls_of(pipeline.parse(content.encode(), "a.txt", rules), rules)]


def test_small_letters_end_no_sentence(rules: Rules) -> None:
    (quote,) = _calls("Xã có đơn, bản đồ, v.v. đều phải giữ; ủy ban nhân dân cấp tỉnh ban hành quy chế", rules)
    assert quote.startswith("Xã có đơn") or quote.startswith("1. Xã có đơn")


def test_the_examples_of_the_calling_phrases(rules: Rules) -> None:
    for row in rules.calling_phrases:
        for example in row.examples:
            assert _calls(example, rules), (row.id, example)
        for example in row.not_examples:
            assert not _calls(example, rules), (row.id, example)


def test_a_document_calls_only_in_its_own_clauses(rules: Rules) -> None:
    content = (
        "NGHỊ ĐỊNH\nSố: 1/2026/NĐ-CP\nĐiều 1. Phạm vi\nNghị định này quy định chi tiết Luật Bến nước.\n"
        "Điều 2. Giao quyền\n1. Bến nước được giữ sạch. Ủy ban nhân dân cấp tỉnh ban hành quy chế bến nước.\n"
    )
    parsed = pipeline.parse(content.encode(), "a.txt", rules)
    (call,) = calls_of(parsed, rules)
    assert call.quote == "Ủy ban nhân dân cấp tỉnh ban hành quy chế bến nước."
    assert parsed.text.content[call.start : call.end] == call.quote
