"""What kind of text a source gives: the gazette, the signed file, a portal page, or some copy."""

import re
from functools import cache
from typing import Literal

from vanban.model import Parsed
from vanban.orthography import fold
from vanban.rules import Rules

Kind = Literal["gazette", "signed", "portal", "copy"]

# Decision 0008: signed or gazette before portal before copy.
RANK: dict[Kind, int] = {"gazette": 0, "signed": 0, "portal": 1, "copy": 2}
_HEAD = 600


@cache
def _marks(rules: Rules, kind: Kind) -> re.Pattern[str]:
    return re.compile("|".join(row.pattern for row in rules.text_marks if row.kind == kind))


def kind_of(parsed: Parsed, rules: Rules) -> Kind:
    """The kind of text, by its own marks and the kind of file."""
    content = parsed.text.content
    if _marks(rules, "gazette").search(fold(content[:_HEAD])):
        return "gazette"
    media = parsed.text.source.media_type
    if media == "application/pdf" and _marks(rules, "signed").search(fold(content[:_HEAD] + "\n" + content[-_HEAD:])):
        return "signed"
    return "portal" if media == "text/html" else "copy"
