"""The example wordings of the rules on citing are read as `benchmarks/truth/reference_wordings.tsv` says."""

from benchmarks.references_wordings import outcomes


def test_every_example_wording_of_citing_is_read_right() -> None:
    verdicts = list(outcomes())
    assert len(verdicts) > 50
    assert [line for right, line in verdicts if not right] == []
