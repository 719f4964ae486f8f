"""The lines that open a part of a document (table `part_openings`)."""

import re
from functools import cache

from vanban.orthography import fold
from vanban.rules import Rules


def opens(part: str, line: str, rules: Rules) -> bool:
    """Whether a line, as printed, opens the part: "request", "body", "foot", "recipients", "kept-copy", "deputy"."""
    return _pattern(rules, part).match(fold(line)) is not None


@cache
def _pattern(rules: Rules, part: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row.pattern})" for row in rules.part_openings if row.opens == part))
