"""The made-up documents of the memory benchmark: always the same, each different, each a document."""

from benchmarks.many_documents import document, head
from vanban.pipeline import parse
from vanban.rules import Rules


def test_each_document_is_different_and_always_the_same() -> None:
    first = [document(number) for number in range(200, 300)]
    assert len(set(first)) == 100
    assert first == [document(number) for number in range(200, 300)]


def test_the_program_reads_what_was_made_up(rules: Rules) -> None:
    for number in range(200, 220):
        parsed = parse(document(number).encode(), "made-up.txt", rules)
        assert parsed.work.symbol == head(number).symbol
        assert parsed.work.date == head(number).date
