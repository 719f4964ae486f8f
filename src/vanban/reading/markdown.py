"""Markdown, as written and as saved from web pages: its marks taken away, its wrapped lines joined.

The marks are those of converters rather than of the CommonMark rules: "**1. ***Giảm số trẻ: *Đây là" closes bold
before a blank and opens italic at once. They are read as switches, and only where they pair inside one block.
"""

import re

from vanban.reading.draft import Draft, Edit, Shift, apply
from vanban.reading.encoding import decode
from vanban.reading.page_chrome import leave_out_chrome
from vanban.reading.paragraphs import join_wrapped
from vanban.reading.pipe_tables import open_pipe_tables
from vanban.reading.wrapping import Break
from vanban.rules import Rules

_BLOCK = re.compile(r"(?:[^\n|][^\n]*(?:\n(?=[^\n|])|$|(?=\n)))+")  # lines up to a blank line or a bar
_STARS = re.compile(r"(?<!\\)\*+")
_LITERAL = re.compile(r"\(\*+\)|\[\*+\]|\d ?\* ?\d")
_OTHER_MARKS = re.compile(
    r"^#{1,6}(?:[ \t]+|$)"  # heading
    r"|^[ \t]*(?:\|[ \t]*)+$"  # the bars of a table
    r"|(?<![_\w])__(?=[^_\s][^_\n]*__(?![_\w]))|(?<=[^_\s\n])__(?![_\w])(?<=__)",  # underline
    re.MULTILINE,
)


def read_markdown(data: bytes, name: str, rules: Rules) -> Draft:
    """The draft of a Markdown file: one paragraph a line, no marks, the chrome of the site left out."""
    content = open_pipe_tables(re.sub(r"\r\n?", "\n", decode(data, name)))
    emphasis = _emphasis(content)
    edits = [Edit(m.start(), m.end(), "") for m in _OTHER_MARKS.finditer(content)]
    edits += [Edit(start, end, "") for start, end, _ in emphasis]
    edits.sort(key=lambda edit: edit.start)
    shift = Shift(edits)
    marks = {shift(at): mark for at, mark in _breaks(content, emphasis).items()}
    return leave_out_chrome(join_wrapped(apply(Draft(content), edits), marks, rules), rules)


def _emphasis(content: str) -> list[tuple[int, int, str]]:
    """The runs of asterisks that are marks: (start, end, what they switch: "b", "i" or "bi")."""
    found: list[tuple[int, int, str]] = []
    for block in _BLOCK.finditer(content):
        literal = {at for m in _LITERAL.finditer(block.group()) for at in range(*m.span())}
        runs = [m for m in _STARS.finditer(block.group()) if m.start() not in literal]
        switches = []
        for run in runs:
            length = len(run.group())
            what = {0: "", 1: "i", 2: "b", 3: "bi"}[length % 4]
            switches.append((block.start() + run.start(), block.start() + run.end(), what))
        for kind in "bi":
            of_kind = [index for index, (_, _, what) in enumerate(switches) if kind in what]
            if len(of_kind) % 2:  # one is without its pair: it is an asterisk of the text
                start, end, what = switches[of_kind[-1]]
                switches[of_kind[-1]] = (start, end, what.replace(kind, "?"))
        found += [switch for switch in switches if "?" not in switch[2]]
    return found


def _breaks(content: str, emphasis: list[tuple[int, int, str]]) -> dict[int, Break]:
    """What emphasis says of line breaks: inside one stretch the paragraph goes on; where bold ends or begins, not."""
    marks: dict[int, Break] = {}
    bold = italic = False
    switches = iter([*emphasis, (len(content) + 1, len(content) + 1, "")])
    start, end, what = next(switches)
    for match in re.finditer("\n", content):
        at = match.start()
        was_bold = bold
        last_end = -1
        while start < at:
            bold, italic, last_end = bold ^ ("b" in what), italic ^ ("i" in what), end
            start, end, what = next(switches)
        if bold or italic:
            marks[at] = "soft"
        elif (
            last_end >= 0 and was_bold and content[last_end:at].strip() == "" and not content.startswith("**", at + 1)
        ) or ("b" in what and start == at + 1):
            marks[at] = "hard"
    return marks
