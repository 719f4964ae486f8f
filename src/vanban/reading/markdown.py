"""Markdown, as written and as saved from web pages: its marks taken away, its wrapped lines joined.

The marks are those of converters rather than of the CommonMark rules: "**1. ***Giảm số trẻ: *Đây là" closes bold
before a blank and opens italic at once. They are read as switches, and only where they pair inside one block.
"""

import re

from vanban.reading.bar_tables import bar_tables
from vanban.reading.draft import Draft, Edit, Shift, apply
from vanban.reading.encoding import decode
from vanban.reading.page_chrome import leave_out_head, leave_out_tail
from vanban.reading.paragraphs import join_wrapped, line_places
from vanban.reading.pipe_tables import open_pipe_tables
from vanban.reading.wrapping import Break
from vanban.rules import Rules

_BLOCK = re.compile(r"(?:[^\n|][^\n]*(?:\n(?=[^\n|])|$|(?=\n)))+")  # lines up to a blank line or a bar
_SWITCHES = ("", "i", "b", "bi")
_STANDS = re.compile(r"(?:^|\n)\*+(?=[ \n]|$)")
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
    content, tables = open_pipe_tables(re.sub(r"\r\n?", "\n", decode(data, name)))
    tables = sorted([*tables, *bar_tables(content)], key=lambda table: table.start)
    emphasis = _emphasis(content)
    edits = [Edit(m.start(), m.end(), "") for m in _OTHER_MARKS.finditer(content)]
    edits += [Edit(start, end, "") for start, end, _ in emphasis]
    edits.sort(key=lambda edit: edit.start)
    shift = Shift(edits)
    marks = {shift(at): mark for at, mark in _breaks(content, emphasis).items()}
    draft = leave_out_tail(apply(Draft(content, places=line_places(content), tables=tuple(tables)), edits), rules)
    return leave_out_head(join_wrapped(draft, marks, rules), rules)


def _emphasis(content: str) -> list[tuple[int, int, str]]:
    """The runs of asterisks that are marks: (start, end, what they switch: "b", "i" or "bi", "" for nothing).

    A mark without its pair in the block switches nothing; a single asterisk that begins a line or stands alone on it
    ("* Ghi chú", the star in the head of Party documents) is a character of the text.
    """
    found: list[tuple[int, int, str]] = []
    for block in _BLOCK.finditer(content):
        base, text = block.start(), block.group()
        literal = {at for m in _LITERAL.finditer(text) for at in range(*m.span())}
        runs = [m for m in _STARS.finditer(text) if m.start() not in literal]
        switches = [_SWITCHES[len(run.group()) % 4] for run in runs]
        for kind in "bi":
            of_kind = [index for index, what in enumerate(switches) if kind in what]
            if len(of_kind) % 2:
                switches[of_kind[-1]] = switches[of_kind[-1]].replace(kind, "")
        for run, what in zip(runs, switches, strict=True):
            start, end = base + run.start(), base + run.end()
            if not what and len(run.group()) % 2 and _STANDS.search(text, max(run.start() - 1, 0)):
                end -= 1  # one star of the run is the text's own
            if end > start:
                found.append((start, end, what))
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
