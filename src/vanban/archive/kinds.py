"""What kind of text a source gives: the gazette, the signed file, a portal page, or some copy."""

import re
from typing import Literal

from vanban.model import Parsed
from vanban.orthography import fold

Kind = Literal["gazette", "signed", "portal", "copy"]

# DESIGN §3: signed or gazette before portal before copy.
RANK: dict[Kind, int] = {"gazette": 0, "signed": 0, "portal": 1, "copy": 2}
_HEAD = 600
# The running head of Công báo, and the stamp of a digital signature (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.8).
_GAZETTE = re.compile(r"\bcong bao/so \d")
_SIGNED = re.compile(r"\bnguoi ky:|\bthoi gian ky:|\bky boi:")


def kind_of(parsed: Parsed) -> Kind:
    """The kind of text, by its own marks and the kind of file."""
    content = parsed.text.content
    if _GAZETTE.search(fold(content[:_HEAD])):
        return "gazette"
    media = parsed.text.source.media_type
    if media == "application/pdf" and _SIGNED.search(fold(content[:_HEAD] + "\n" + content[-_HEAD:])):
        return "signed"
    return "portal" if media == "text/html" else "copy"
