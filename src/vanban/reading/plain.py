"""Plain text: one paragraph a line, wrapped, or laid out in columns by a PDF converter; its own lines tell which."""

import re

from vanban.reading.draft import Draft
from vanban.reading.encoding import decode
from vanban.reading.page_chrome import leave_out_head, leave_out_tail
from vanban.reading.paragraphs import join_wrapped
from vanban.rules import Rules


def read_plain(data: bytes, name: str, rules: Rules) -> Draft:
    """The draft of a text file."""
    content = decode(data, name)
    if "\r" in content:
        content = re.sub(r"\r\n?", "\n", content)
    draft = leave_out_tail(Draft(content), rules)
    return leave_out_head(join_wrapped(draft, {}, rules), rules)
