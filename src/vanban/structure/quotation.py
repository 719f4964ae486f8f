"""Where quoted new wording ends.

Amending acts put the new words of another act between quotation marks that run over many lines. Real files close them
as `.”`, `”.`, `”;`, mix straight and curly marks, nest them, and forget them.
"""

import re
from typing import NamedTuple

_MARK = re.compile('[“”‟„«»"]')
_DEEPEST = 20  # so many marks open at once were never closed
_OPENING = frozenset("“‟„«")
_BEFORE_OPENING = frozenset(" \t\n\u00a0(/[:“‟„«")
# On the line of a closing mark the next quotation may begin: "… theo quy định.” “3. Giá khởi điểm …".
_NEXT_OPENS = re.compile(r"[.;,]?[ \t]+(?=[“\"„«][ \t]*(?:Điều \d|\d{1,3}[a-zđ]?\d?[.)]|[a-zđ]\d?[.)])[ \t])")
_NUMBERED = re.compile(r"[ \t]*(?:Điều \d|\d+[a-zđ]?\d?[.)]|[a-zđ]\d?[.)])")


class Quotation(NamedTuple):
    """A stretch of quoted words, from its opening mark.

    `end` is after the line that closes it, None where no mark does; `chances` are the ends of lines inside that end
    with a closing mark too, so that a forgotten mark further up can be got over. `sound`: nothing speaks against
    `end`; marks that open a numbered line inside are announced by a colon, as in a quoted amending act.
    """

    end: int | None
    chances: tuple[int, ...]
    sound: bool


def _opens(content: str, at: int) -> bool:
    """Whether the mark at `at` opens. Its shape counts less than its neighbours: files mix them up."""
    before = content[at - 1] if at else "\n"
    after = content[at + 1] if at + 1 < len(content) else "\n"
    if content[at] in _OPENING:
        return before in _BEFORE_OPENING or after.isalnum()
    return before in _BEFORE_OPENING and not (after.isspace() or after in '.;,)”"')


def _line_tail(content: str, at: int) -> int | None:
    """The start of the next line where nothing but punctuation follows `at` on its line, or of the next quotation that
    opens there under a number; None otherwise.
    """
    if (following := _NEXT_OPENS.match(content, at)) is not None:
        return following.end()
    stop = content.find("\n", at)
    stop = len(content) if stop < 0 else stop
    rest = content[at:stop].strip(" \t\u00a0.;,:)”\"»’'/")
    if rest:
        return None
    return min(stop + 1, len(content))


def quotation(content: str, opening: int, limit: int) -> Quotation | None:
    """How far the words quoted from the mark at `opening` run, not beyond `limit`.

    None where the mark only opens a phrase of its own line (“Người nộp thuế” là …), which is no new wording.
    """
    depth = 0
    chances: list[int] = []
    sound = True
    first_line = content.find("\n", opening)
    first_line = len(content) if first_line < 0 else first_line
    for match in _MARK.finditer(content, opening, limit):
        at = match.start()
        if at == opening or _opens(content, at):
            if depth and sound and _NUMBERED.match(content, at + 1):
                line = content[max(opening, at - 40) : at].rstrip(" \t")
                sound = not line.endswith("\n") or line.rstrip().endswith(":")
            depth += 1
            if depth > _DEEPEST:
                break
            continue
        tail = _line_tail(content, at + 1)
        if depth <= 1:
            if tail is not None:
                return Quotation(tail, tuple(chances), sound)
            if at < first_line and not chances:
                return None
            continue
        depth -= 1
        if tail is not None:
            chances.append(tail)
    return Quotation(None, tuple(dict.fromkeys(chances)), False)


def closing(content: str, start: int, limit: int) -> int | None:
    """Where words that are quoted already at `start` are closed: after the line of the closing mark; None nowhere."""
    depth = 1
    for match in _MARK.finditer(content, start, min(limit, len(content))):
        at = match.start()
        if _opens(content, at):
            depth += 1
        elif depth > 1:
            depth -= 1
        else:
            tail = _line_tail(content, at + 1)
            if tail is not None:
                return tail
    return None
