"""What brackets after the name of an act leave out: "… Thông tư số 200 … (trừ trường hợp tại khoản 2 Điều này)"."""

import re

from vanban.effects.instruction import Instruction
from vanban.effects.named import Named
from vanban.effects.wording import Wording

_IN_BRACKETS = re.compile(r"\((?P<words>(?:tru|ngoai tru)\s[^()]{5,400})\)")


def of(wording: Wording, given: Instruction, item: Named) -> str | None:
    """The exception that stands in brackets between an act that is named and the next one; None where none does."""
    if item.act is None or item.act.own:
        return None
    following = (other.start for other in given.items if other.start > item.act.start)
    found = _IN_BRACKETS.search(wording.folded, item.act.end, min(following, default=given.end))
    if found is None:
        return None
    words = " ".join(wording.content[found.start("words") : found.end("words")].split())
    return words if "trừ" in words[:10].lower() else None
