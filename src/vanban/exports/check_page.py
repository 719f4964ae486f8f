"""The faults of an archive as one HTML page, grouped by kind, each with its evidence and what to do."""

from collections.abc import Iterable
from html import escape

from vanban.exports.messages import Language, label
from vanban.rules import Rules

_STYLE = (
    "body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}h2{font-size:1.05rem}"
    "li{margin:.4rem 0}q{color:#555}"
    "@media(prefers-color-scheme:dark){body{background:#161616;color:#e8e8e8}q{color:#aaa}}"
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
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{_STYLE}</style></head>\n'
        f"<body><h1>{escape(title)}</h1>\n" + "\n".join(body) + "\n</body></html>\n"
    )
