"""The table `detailing_phrases`: how a document says that it details another one."""

from typing import Literal

from vanban.rules.row import PatternRow


class DetailingPhrase(PatternRow, frozen=True, kw_only=True):
    """The acts named after the phrase, in its sentence, are detailed. `place` is where it counts.

    "title": at the beginning of the title; "preamble": in what introduces the document ("Chính phủ ban hành Nghị định
    quy định chi tiết …"; elsewhere such words order another document); "words": anywhere in the document's own words.
    Blanks as in the other tables of effect wordings. `holds` are folded words in every place that the pattern matches:
    they are looked for first.
    """

    place: Literal["title", "preamble", "words"]
    holds: str = ""
