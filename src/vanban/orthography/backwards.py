"""Patterns read from their end, for words that must stand right before a place.

A pattern that ends at a place has to be searched from every place before it; turned round, on text that is turned
round, it is matched once and fails at the first letter that does not fit.
"""

import re

_OPENINGS = {"(?:": "(?:", "(?=": "(?<=", "(?!": "(?<!", "(?<=": "(?=", "(?<!": "(?!"}
_OPENING = re.compile(r"\((?:\?(?::|<?[=!]))?")
_ATOM = re.compile(r"\\.|\[\^?\]?[^\]]*\]|[^\\^$.|?*+()\[\]{}]|\.", re.DOTALL)
_TIMES = re.compile(r"(?:[?*+]|\{[0-9]*,?[0-9]*\})\??")


def turned(pattern: str) -> str:
    """The pattern that matches the words turned round wherever `pattern` matches the words.

    Whether there is a match is kept; which of several is not. Known are letters, escapes, classes, alternatives,
    groups without a name, repetitions and looks around; ValueError for anything else (anchors, captures, atoms).
    """
    text, end = _alternatives(pattern, 0)
    if end != len(pattern):
        raise ValueError(f"a bracket closed that nothing opened, at {end} of {pattern!r}")
    return text


def _alternatives(pattern: str, at: int) -> tuple[str, int]:
    """The alternatives from `at` on, turned round, and where they end: at a closing bracket or at the end."""
    branches: list[list[str]] = [[]]
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            branches.append([])
            at += 1
            continue
        piece, at = _piece(pattern, at)
        times = _TIMES.match(pattern, at)
        if times is not None:
            piece, at = piece + times.group(), times.end()
        branches[-1].append(piece)
    return "|".join("".join(reversed(branch)) for branch in branches), at


def _piece(pattern: str, at: int) -> tuple[str, int]:
    """One letter, escape, class or group that begins at `at`, turned round, and where it ends."""
    opening = _OPENING.match(pattern, at)
    if opening is not None and opening.group() in _OPENINGS:
        inner, end = _alternatives(pattern, opening.end())
        if end == len(pattern):
            raise ValueError(f"a bracket opened at {at} that nothing closes in {pattern!r}")
        return f"{_OPENINGS[opening.group()]}{inner})", end + 1
    atom = _ATOM.match(pattern, at)
    if atom is None:
        raise ValueError(f"cannot be read backwards, at {at}: {pattern!r}")
    return atom.group(), atom.end()
