"""Many patterns as one, for asking whether any of them can match at a place before asking each."""

import re
from collections.abc import Iterable

_NAMED = re.compile(r"\(\?P<\w+>")


def either(patterns: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    """A pattern that matches where one of `patterns` does; their groups lose their names, so that none clash.

    For patterns without back-references.
    """
    return re.compile("|".join(f"(?:{_NAMED.sub('(?:', pattern)})" for pattern in patterns), flags)
