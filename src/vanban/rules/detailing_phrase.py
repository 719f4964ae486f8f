"""The table `detailing_phrases`: how a document says that it details another one."""

from typing import Literal

from vanban.rules.row import PatternRow


class DetailingPhrase(PatternRow, frozen=True, kw_only=True):
    """The acts named after the phrase, in its sentence, are detailed. `place` is where it counts.

    "title": at the beginning of the title; "words": anywhere in the document's own words. Blanks as in the other
    tables of effect wordings.
    """

    place: Literal["title", "words"]
