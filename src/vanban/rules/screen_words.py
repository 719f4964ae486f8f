"""The table `screen`: every sentence of the command line and the pages, in Vietnamese and English."""

from vanban.rules.row import Row


class ScreenWord(Row, frozen=True, kw_only=True):
    """One sentence or label; `{blanks}` are filled by the face that shows it."""

    vi: str
    en: str
