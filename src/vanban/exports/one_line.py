"""Words of a document on one line of an answer."""


def one_line(words: str, longest: int) -> str:
    """The words without line breaks, cut with an ellipsis where they are longer than so many characters."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
