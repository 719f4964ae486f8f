"""Lines broken inside a pinpoint: "khoản 7 Điều" at the end of one line, "26" at the start of the next."""

import re

# A line that ends in the word of a unit wants its number: "Điều\n26", "điểm\na khoản 2"; "1." and "a)" begin a unit.
_NUMBER_BELOW = re.compile(
    r"(?<=[a-z0-9,;])( (?:dieu|khoan|diem)) ?\n(?=(?:[0-9]{1,3}[a-z]?|[a-z])(?:[ ,;\n]|$))", re.ASCII
)
# A line that ends in a number, its next one going on in small letters: "điểm a, c\nkhoản 1", "khoản 2\nĐiều 5" is none.
_UNIT_BELOW = re.compile(r"(?<=[ ,][a-z0-9])\n(?=(?:khoan|diem|dieu) [0-9a-z]{1,3}(?![0-9a-z.)]))", re.ASCII)


def joined(content: str, folded: str) -> str:
    """The folded text with each such line feed read as a blank; offsets stay."""
    breaks = [match.end() - 1 for match in _NUMBER_BELOW.finditer(folded)]
    breaks += [match.start() for match in _UNIT_BELOW.finditer(folded) if content[match.end()].islower()]
    if not breaks:
        return folded
    letters = list(folded)
    for place in breaks:
        letters[place] = " "
    return "".join(letters)
