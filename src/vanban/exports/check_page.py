"""The faults of an archive as one HTML page, grouped by kind, each with its evidence and what to do."""

from collections.abc import Iterable
from html import escape

from vanban.exports.html_page import html_page
from vanban.exports.messages import Language, label
from vanban.rules import Rules

_STYLE = (
    "body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}h2{font-size:1.05rem}"
    "li{margin:.4rem 0}q{color:#555}"
    "@media(prefers-color-scheme:dark){q{color:#aaa}}"
)


def html(
    groups: Iterable[tuple[str, str, Iterable[tuple[str, str, str]]]], title: str, rules: Rules, language: Language
) -> str:
    """The page; each group is a code, its severity, and lines of document, sentence and quoted words."""
    body = []
    for code, severity, lines in groups:
        rows = "".join(
            f"<li><b>{escape(name)}</b>: {escape(words)}" + (f" <q>{escape(quote)}</q>" if quote else "") + "</li>"
            for name, words, quote in lines
        )
        head = f"{label('severity', severity, rules, language)}: {code}"
        body.append(f"<section><h2>{escape(head)}</h2><ul>{rows}</ul></section>")
    return html_page(title, (f"<h1>{escape(title)}</h1>", *body), _STYLE, language)
