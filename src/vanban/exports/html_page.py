"""A page of HTML that stands alone: one file, one style, nothing from elsewhere."""

from collections.abc import Iterable
from html import escape

# Every page reads the same in the dark.
_DARK = "@media(prefers-color-scheme:dark){body{background:#161616;color:#e8e8e8}a{color:#8ab8f0}}"


def html_page(title: str, body: Iterable[str], style: str, language: str) -> str:
    """The page: `title` in plain words, the elements of `body` in order, `style` as CSS beside the common rules."""
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{style}{_DARK}</style></head>\n'
        "<body>\n" + "\n".join(body) + "\n</body></html>\n"
    )
