"""The words of the sample's provisions on a day, exact to the letter, against the truth written before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sample_truth import SAMPLE, Words, open_questions, truth
from vanban import api
from vanban.model.errors import UsageError


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[api.Archive]:
    folder: Path = tmp_path_factory.mktemp("sample")
    with api.Archive(folder / "vanban.db") as made:
        made.add(SAMPLE, workers=1)
        yield made


@pytest.mark.parametrize("words", truth().words, ids=lambda words: f"{words.symbol} {words.provision} {words.on}")
def test_words(words: Words, archive: api.Archive) -> None:
    try:
        said = archive.text(words.symbol, words.provision, on=words.on).text.strip()
    except UsageError as error:
        said = f"refused: {error}"
    if said != words.text and f"words: {words.symbol} {words.provision} {words.on}" in open_questions():
        pytest.xfail(said)
    assert said == words.text
