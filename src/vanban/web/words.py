"""The words of the pages in the language of the reader."""

import datetime as dt
from collections.abc import Mapping
from functools import cache

from vanban.archive import WorkRow
from vanban.exports.messages import Language, label
from vanban.identification.name_in_text import name_in_text
from vanban.rules import Rules
from vanban.timeline.explanation import day_in_words
from vanban.timeline.naming import provision_name


class PageWords:
    """`t(key, count=3)`: the sentence of the table `page_words` in one language, its blanks filled."""

    def __init__(self, rules: Rules, language: Language) -> None:
        self.rules, self.language = rules, language
        self._words: Mapping[str, str] = {row.id: row.vi if language == "vi" else row.en for row in rules.page_words}

    def __call__(self, key: str, **blanks: object) -> str:
        """The sentence; a missing key is a fault of the program."""
        words = self._words[key]
        return words.format(**blanks) if blanks else words

    def label(self, kind: str, name: str) -> str:
        """The word for a role, a verb, a kind of change: of the table `screen`."""
        return label(kind, name, self.rules, self.language)

    def day(self, day: dt.date | None) -> str:
        """A day as a lawyer writes it."""
        return day_in_words(day, self.language)

    def unit(self, eid: str | None) -> str:
        """A provision by its name."""
        return provision_name(eid, self.rules, self.language)

    def kind_of_file(self, media_type: str) -> str:
        """A kind of file as people call it; one that has no name of its own is told as it is."""
        return self._words.get(f"file.{media_type.rpartition('/')[2]}", media_type)

    def deed(self, action: str) -> str:
        """What somebody did, as the log tells it: a deed of accounts, or else a verdict."""
        return self._words.get(f"deed.{action}") or self.verdict(action)

    def verdict(self, verdict: str) -> str:
        """What a judgement says; a value that was put in is told as it is."""
        return self._words.get(f"verdict.{verdict}", verdict)

    def body(self, issuer: str, printed: str) -> str:
        """A body by its id, as running text writes it."""
        return name_in_text(issuer, printed, self.rules)

    def issuer(self, work: WorkRow) -> str:
        """The body that issued a document, as running text writes it."""
        return name_in_text(work.issuer, work.issuer_name, self.rules)


@cache
def page_words(rules: Rules, language: Language) -> PageWords:
    """The words of one language, made once."""
    return PageWords(rules, language)
