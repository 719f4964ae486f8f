"""Lines broken inside a pinpoint: "khoản 7 Điều" at the end of one line, "26" at the start of the next."""

import re

from vanban.references.places import Places

# A line that ends in a number, its next one going on in small letters: "điểm a, c\nkhoản 1", "khoản 2\nĐiều 5" is none.
_UNIT_BELOW = re.compile(r"\n(?<=[ ,][a-z0-9]\n)(?=(?:khoan|diem|dieu) [0-9a-z]{1,3}(?![0-9a-z.)]))", re.ASCII)
# A line that ends in the word of a unit wants its number: "Điều\n26", "điểm\na khoản 2"; "1." and "a)" begin a unit.
_WORD_ABOVE = re.compile(r"[a-z0-9,;] (?:dieu|khoan|diem) ?\n$", re.ASCII)
_NUMBER_BELOW = re.compile(r"(?:[0-9]{1,3}[a-z]?|[a-z])(?:[ ,;\n]|$)", re.ASCII)
_LONGEST_ABOVE = 9


def joined(content: str, folded: str, places: Places) -> str:
    """The folded text with each such line feed read as a blank; offsets stay."""
    breaks = [at for at in places.units_below if content[at + 1].islower() and _UNIT_BELOW.match(folded, at)]
    for word in places.units_cut:
        at = folded.index("\n", word)
        if _WORD_ABOVE.search(folded, max(0, at - _LONGEST_ABOVE), at + 1) and _NUMBER_BELOW.match(folded, at + 1):
            breaks.append(at)
    if not breaks:
        return folded
    letters = list(folded)
    for place in breaks:
        letters[place] = " "
    return "".join(letters)
