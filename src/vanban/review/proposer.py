"""On whose proposal a document was made: "Theo đề nghị của Bộ trưởng Bộ Y tế;" is the Ministry that drafted it."""

import re
from functools import cache

from vanban.identification.bodies import Body, by_name, unknown
from vanban.review.part_openings import opens
from vanban.rules import Rules

_ASKED = "đề nghị của"
_WHO = re.compile(r"đề nghị của\s+(?P<who>[^;.\n]{5,160})")
_BEFORE = 12  # characters of the line before the request: "Xét ", "- Theo "
_AND = re.compile(r"\s+(?:và|tại|,)\s+|,\s*")
_HEAD = 30_000
_LONGEST = 16


def proposer_of(content: str, rules: Rules) -> str:
    """The id of the body that proposed a document, from the line of its grounds that says so; "" where none does.

    The longest run of words that names a body counts ("Bộ trưởng Bộ Nông nghiệp và Môi trường"); a body that no table
    knows is named by the words up to "và" or a comma, and only where a post of the table stands before it.
    """
    at = content.find(_ASKED, 0, _HEAD)
    while at >= 0:
        line = max(content.rfind("\n", 0, at) + 1, at - _BEFORE)
        match = _WHO.match(content, at)
        if match is not None and opens("request", content[line : at + len(_ASKED)].lstrip(" \t-–"), rules):
            body = _longest(match["who"].split(), rules) or _unlisted(match["who"], rules)
            if body is not None:
                return body.id
        at = content.find(_ASKED, at + 1, _HEAD)
    return ""


def _longest(words: list[str], rules: Rules) -> Body | None:
    """The body named by the longest run of words; of local bodies first those of a province that the table knows."""
    for known in (True, False):
        for length in range(min(len(words), _LONGEST), 1, -1):
            body = by_name(" ".join(words[:length]), rules, provinces_only=known)
            if body is not None:
                return body
    return None


def _unlisted(words: str, rules: Rules) -> Body | None:
    who = " ".join(_AND.split(words)[0].split())
    name = _posts(rules).sub("", who)
    return unknown(name, None, "", rules) if name != who else None


@cache
def _posts(rules: Rules) -> re.Pattern[str]:
    """The posts of the table `issuers` without the name of the body behind them: "Bộ trưởng", "Chủ nhiệm"."""
    posts = {
        post[: -len(name)].strip()
        for row in rules.issuers for post in row.posts for name in row.names if post.endswith(f" {name}")
    }  # fmt: skip
    return re.compile(rf"(?i)^(?:{'|'.join(sorted(map(re.escape, posts), key=len, reverse=True))})\s+")
