"""The page of an official consolidated text as Markdown, as HTML, and as plain words."""

from html import escape

from vanban.exports.html_page import html_page
from vanban.exports.noted_lines import (
    html_lines,
    html_notes,
    html_reserved,
    markdown_lines,
    markdown_notes,
    markdown_reserved,
    plain_lines,
    unnumbered,
)
from vanban.exports.official_page import OfficialPage
from vanban.exports.reservations import as_lines

_STYLE = (
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 'Times New Roman',serif}"
    "header{display:flex;justify-content:space-between;gap:1rem;text-align:center}h1{font-size:1.2rem;text-align:center}"
    ".chapter{text-align:center;font-weight:700}.article{font-weight:700}.caution{text-align:center;font-style:italic}"
    "sup a{text-decoration:none}table{border-collapse:collapse;width:100%}td{border:1px solid #888;padding:.2rem .4rem}"
    "section{border-top:1px solid #888;font-size:.9rem}footer{text-align:right;font-weight:700;margin:2rem 0 6rem}"
)


def plain(page: OfficialPage) -> str:
    """The page as words, marks in square brackets, notes at the end."""
    head = (page.office, f"{page.nation}\n{page.motto}", page.caution, page.kind, page.title, *page.acts)
    notes = (f"[{number}] " + "\n".join(note) for number, note in enumerate(page.notes, start=1))
    lines = (*head, *plain_lines(page.body), page.certified, *plain_lines(page.attached), *notes)
    return "\n".join((*lines, *as_lines(page.reserved))) + "\n"


def markdown(page: OfficialPage) -> str:
    """The page as Markdown with footnotes."""
    blocks = (
        f"**{page.office}**",
        f"**{page.nation}**  \n**{page.motto}**",
        f"*{page.caution}*",
        f"# {page.kind} {page.title}",
        *(unnumbered(line) for line in page.acts),
        *markdown_lines(page.body),
        f"**{page.certified}**",
        *markdown_lines(page.attached),
        *markdown_notes(page.notes),
        *markdown_reserved(page.reserved),
    )
    return "\n\n".join(blocks) + "\n"


def html(page: OfficialPage) -> str:
    """The page as HTML, each mark a link to its note and back."""
    body = (
        f"<header><p><b>{escape(page.office)}</b><br>{escape(page.number)}</p>"
        f"<p><b>{escape(page.nation)}</b><br><b>{escape(page.motto)}</b><br><i>{escape(page.place_and_day)}</i></p></header>",
        f'<p class="caution">{escape(page.caution)}</p>',
        f"<h1>{escape(page.kind)}<br>{escape(page.title)}</h1>",
        *(f"<p>{escape(line, quote=False)}</p>" for line in page.acts),
        *html_lines(page.body),
        f"<footer>{escape(page.certified)}</footer>",
        *html_lines(page.attached),
        *html_notes(page.notes),
        *html_reserved(page.reserved),
    )
    return html_page(f"{page.kind} {page.title}", body, _STYLE, "vi")
