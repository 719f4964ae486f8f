"""What part a citation plays: legal basis, rider, target of an amending phrase, succession, or a plain citation.

The words right before it decide (table `citation_phrases`), then the clause that it stands in, then its neighbour in a
list.
"""

import re
from functools import cache

from vanban.model import Role, Work
from vanban.rules import Rules

_LOOK_BACK = 130
_HINTS = re.compile(
    r"sua doi|bo sung|bai bo|thay|huy bo|dinh chinh|dinh chi|nay la|tiep|truoc|sau|hop nhat|ngung|theo|tai|keo dai|duoi|ke t",
    re.ASCII,
)
_LIST_GLUE = re.compile(
    r"[\s,;)]*(?:va|hoac|cung voi|va cac)?\s*(?:cac\s)?(?:so\s)?(?:[0-9]{1,2}\.\s|[a-z]\)\s|-\s)?\s*", re.ASCII
)
_AMENDING_LINE = re.compile(
    r"(?:^|\n)[ \t]*(?:dieu\s[0-9]+[a-z]?\s?[.:]\s*|[0-9]{1,3}[a-z]?(?:\.[0-9]+)*[.)]\s*|[a-z][0-9]?[.)]\s*|[-+]\s*)?"
    r"(?:sua doi|bo sung|bai bo|thay the|thay cum tu|huy bo|bo cum tu|bo tu|bo cac cum tu|bo doan|bo khoan|bo diem|bo dieu|bo noi dung|dinh chinh|chuyen|doi ten|them cum tu|ngung hieu luc|tam ngung)(?![a-z])",
    re.ASCII,
)
_LINE_ENDS = re.compile(r"nhu sau\s*:|\n", re.ASCII)


@cache
def _phrases(rules: Rules) -> tuple[tuple[Role, re.Pattern[str]], ...]:
    return tuple(
        (row.role, re.compile(rf"(?<![a-z0-9])(?:{row.pattern})$", re.ASCII)) for row in rules.citation_phrases
    )


def role_before(folded: str, start: int, rules: Rules) -> Role | None:
    """The role that the words right before `start` give; None where they say nothing."""
    words = folded[max(0, start - _LOOK_BACK) : start]
    if _HINTS.search(words) is None:
        return None
    for role, pattern in _phrases(rules):
        if pattern.search(words) is not None:
            return role
    return None


def is_list_glue(folded: str, end: int, start: int) -> bool:
    """Whether only list signs stand between two citations, so that the second shares the role of the first."""
    return start - end <= 40 and _LIST_GLUE.fullmatch(folded, end, start) is not None


def amending_lines(content: str, folded: str) -> list[tuple[int, int]]:
    """The leads of amending clauses, as spans: from the verb that opens a unit to its quotation or the end of its line."""
    spans = []
    for match in _AMENDING_LINE.finditer(folded):
        end = _LINE_ENDS.search(folded, match.end())
        spans.append((match.start() + 1, end.start() if end else len(folded)))
    return spans


_BASIS_LINE = re.compile(r"(?:^|\n)[ \t\-+*]*can cu(?: vao)?:?\s", re.ASCII)


def basis_lines(folded: str, work: Work, body: int) -> list[tuple[int, int]]:
    """The lines of the căn cứ block (before the body, which starts at `body`), as spans."""
    if work.legal_bases:
        return [(basis.start, basis.end) for basis in work.legal_bases]
    spans = []
    for match in _BASIS_LINE.finditer(folded, 0, body):
        end = folded.find("\n", match.end())
        spans.append((match.end(), end if end >= 0 else len(folded)))
    return spans
