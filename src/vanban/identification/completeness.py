"""Whether a text is the whole document: nothing may be concluded from a part that is missing.

A whole act ends with a signature, the mark "./.", or the sentence that closes it.
"""

import re

from vanban.identification.signature import Ending
from vanban.model import Finding, Text
from vanban.orthography import fold
from vanban.rules.document_types import DocumentType

_TAIL = 600
_CLOSING = re.compile(
    r"chiu trach nhiem thi hanh\b.{0,80}\bnay\b|thong qua ngay|co hieu luc (?:thi hanh )?(?:ke )?tu ngay ky"
)


def judge(text: Text, row: DocumentType | None, ending: Ending, has_articles: bool) -> tuple[bool, tuple[Finding, ...]]:
    """(complete, findings): what reading knows, and an act with articles whose end is not printed."""
    if not text.complete:
        return False, ()
    if row is None or row.kind != "act" or not has_articles or ending.signers or ending.closed:
        return True, ()
    length = len(text.content)
    if _CLOSING.search(fold(text.content[max(0, length - _TAIL) :])):
        return True, ()
    return False, (Finding("text-incomplete", "warning", max(0, length - 1), length),)
