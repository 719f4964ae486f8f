"""A document named after a unit by its type and subject alone: "khoản 3 Điều 16 của Nghị định quy định chi tiết …"."""

import re

from vanban.references.mention import Mention
from vanban.references.type_words import type_names
from vanban.rules import Rules

_AFTER = re.compile(r"\s(?:cua|tai|thuoc|trong)\s(?:cac\s)?", re.ASCII)
_TYPE = re.compile(
    r"(?:bo luat|luat|phap lenh|nghi dinh|thong tu lien tich|thong tu|nghi quyet|quyet dinh|chi thi)"
    r"(?= (?:quy dinh|ve|huong dan|sua doi|ban hanh|cua|so))",
    re.ASCII,
)
_GLUE = ("cua ", "tai ", "thuoc ", "trong ")
_STOP = re.compile(r"[;.,)\n\"”]")
_LONGEST = 200


def untitled_after(content: str, folded: str, at: int, rules: Rules) -> Mention | None:
    """The document of this kind that begins after `at` with only "của" between; None where there is none."""
    if not folded.startswith(_GLUE, at + 1):
        return None
    glue = _AFTER.match(folded, at)
    if glue is None:
        return None
    kind = _TYPE.match(folded, glue.end())
    if kind is None or not content[glue.end()].isupper():
        return None
    stop = _STOP.search(content, kind.end(), kind.end() + _LONGEST)
    end = stop.start() if stop is not None else kind.end()
    title = " ".join(content[kind.end() : end].split())
    return Mention(glue.end(), kind.end(), type_names(rules)[kind.group()], title=title)
