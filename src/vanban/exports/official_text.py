"""The page of an official consolidated text as Markdown, as HTML, and as plain words."""

from collections.abc import Iterable
from html import escape

from vanban.exports.act_naming import wordings
from vanban.exports.official_page import Grid, OfficialPage, Paragraph
from vanban.rules import Rules

_STYLE = (
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 'Times New Roman',serif}"
    "header{display:flex;justify-content:space-between;gap:1rem;text-align:center}h1{font-size:1.2rem;text-align:center}"
    ".chapter{text-align:center;font-weight:700}.article{font-weight:700}.caution{text-align:center;font-style:italic}"
    "sup a{text-decoration:none}table{border-collapse:collapse;width:100%}td{border:1px solid #888;padding:.2rem .4rem}"
    "section{border-top:1px solid #888;font-size:.9rem}footer{text-align:right;font-weight:700;margin:2rem 0 6rem}"
    "@media(prefers-color-scheme:dark){body{background:#161616;color:#e8e8e8}a{color:#8ab8f0}}"
)


def plain(page: OfficialPage, rules: Rules) -> str:
    """The page as words, marks in square brackets, notes at the end."""
    lines = [
        page.office,
        f"{page.nation}\n{page.motto}",
        page.caution,
        page.kind,
        page.title,
        *page.acts,
        *_plain(page.body),
    ]
    lines += [page.certified, *_plain(page.attached)]
    lines += [f"[{number}] " + "\n".join(note) for number, note in enumerate(page.notes, start=1)]
    if page.refused:
        lines += [wordings(rules)["refused"], *(f"- {line}" for line in page.refused)]
    return "\n".join(lines) + "\n"


def _plain(parts: Iterable[Paragraph | Grid]) -> Iterable[str]:
    for part in parts:
        if isinstance(part, Grid):
            yield from (" | ".join(" ".join(cell.split()) for cell in row) for row in part.rows)
        else:
            yield "".join(run if isinstance(run, str) else f"[{run}]" for run in part.runs)


def markdown(page: OfficialPage, rules: Rules) -> str:
    """The page as Markdown with footnotes."""
    blocks = [
        f"**{page.office}**",
        f"**{page.nation}**  \n**{page.motto}**",
        f"*{page.caution}*",
        f"# {page.kind} {page.title}",
    ]
    blocks += [_escaped(line) for line in page.acts]
    blocks += [_markdown(part) for part in page.body]
    blocks += [f"**{page.certified}**", *(_markdown(part) for part in page.attached)]
    for number, note in enumerate(page.notes, start=1):
        blocks.append(f"[^{number}]: " + "\n\n    ".join(_escaped(line) for line in note))
    if page.refused:
        blocks.append("\n".join([wordings(rules)["refused"], "", *(f"- {line}" for line in page.refused)]))
    return "\n\n".join(blocks) + "\n"


def _escaped(line: str) -> str:
    """A number at the beginning of a line would become a list of Markdown's own numbering."""
    return line.replace(". ", "\\. ", 1) if line[:1].isdigit() else line


def _markdown(part: Paragraph | Grid) -> str:
    if isinstance(part, Grid):
        rows = ["| " + " | ".join(" ".join(cell.split()) for cell in row) + " |" for row in part.rows]
        return "\n".join([rows[0], "|" + " --- |" * len(part.rows[0]), *rows[1:]]) if rows else ""
    head = {"chapter": "## ", "article": "### "}.get(part.look, "")
    words = "".join(run if isinstance(run, str) else f"[^{run}]" for run in part.runs)
    return head + (words if head else _escaped(words))


def html(page: OfficialPage, rules: Rules) -> str:
    """The page as HTML, each mark a link to its note and back."""
    body = [
        f"<header><p><b>{escape(page.office)}</b><br>{escape(page.number)}</p>"
        f"<p><b>{escape(page.nation)}</b><br><b>{escape(page.motto)}</b><br><i>{escape(page.place_and_day)}</i></p></header>",
        f'<p class="caution">{escape(page.caution)}</p>',
        f"<h1>{escape(page.kind)}<br>{escape(page.title)}</h1>",
        *(f"<p>{escape(line, quote=False)}</p>" for line in page.acts),
        *(_html(part) for part in page.body),
        f"<footer>{escape(page.certified)}</footer>",
        *(_html(part) for part in page.attached),
    ]
    if page.notes:
        body.append("<section>")
        for number, (first, *rest) in enumerate(page.notes, start=1):
            more = "".join(f"<p>{escape(line, quote=False)}</p>" for line in rest)
            words = escape(first, quote=False)
            body.append(f'<div id="n{number}"><p><a href="#r{number}">[{number}]</a> {words}</p>{more}</div>')
        body.append("</section>")
    if page.refused:
        rows = "".join(f"<li>{escape(line, quote=False)}</li>" for line in page.refused)
        body.append(f"<section><p>{escape(wordings(rules)['refused'])}</p><ul>{rows}</ul></section>")
    name = escape(f"{page.kind} {page.title}")
    return (
        f'<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>{name}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{_STYLE}</style></head>\n<body>\n'
        + "\n".join(body)
        + "\n</body></html>\n"
    )


def _html(part: Paragraph | Grid) -> str:
    if isinstance(part, Grid):
        rows = ("".join(f"<td>{escape(cell, quote=False)}</td>" for cell in row) for row in part.rows)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    words = "".join(
        escape(run, quote=False) if isinstance(run, str) else f'<sup><a id="r{run}" href="#n{run}">[{run}]</a></sup>'
        for run in part.runs
    )
    return f'<p class="{part.look}">{words}</p>'
