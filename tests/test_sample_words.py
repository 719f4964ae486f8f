"""The words of the sample's provisions on a day, exact to the letter, against the truth written before."""

import pytest

from tests.sample_truth import Words, truth
from vanban import api
from vanban.model.errors import UsageError


@pytest.mark.parametrize("words", truth().words, ids=lambda words: f"{words.symbol} {words.provision} {words.on}")
def test_words(words: Words, sample: api.Archive) -> None:
    try:
        said = sample.text(words.symbol, words.provision, on=words.on).text.strip()
    except UsageError as error:
        said = f"refused: {error}"
    assert said == words.text
