"""What changed in a document between two days as one HTML page, words that went and came marked as such."""

import datetime as dt
from collections.abc import Iterable
from html import escape

from vanban.consolidation.difference import Difference
from vanban.exports.html_page import html_page
from vanban.exports.messages import Language, label
from vanban.rules import Rules
from vanban.timeline.naming import provision_name

_MARKS = {"same": "{}", "added": "<ins>{}</ins>", "removed": "<del>{}</del>"}
_STYLE = (
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif}h2{font-size:1rem}"
    "ins{background:#d8f3dc;color:#0b3d1e}del{background:#fbdcdc;color:#6b1111}"
    "@media(prefers-color-scheme:dark){"
    "ins{background:#12401f;color:#d8f3dc}del{background:#4d1414;color:#fbdcdc}}"
)


def html(
    found: Iterable[Difference], name: str, first: dt.date, last: dt.date, rules: Rules, language: Language = "vi"
) -> str:
    """The page: one heading and one paragraph for each provision that differs."""
    body = []
    for each in found:
        words = " ".join(_MARKS[stretch.kind].format(escape(stretch.words, quote=False)) for stretch in each.stretches)
        unit = provision_name(each.eid, rules, language)
        body.append(f'<h2 id="{escape(each.eid)}">{escape(unit[:1].upper() + unit[1:])}</h2>\n<p>{words}</p>')
    if not body:
        body.append(f"<p>{escape(label('diff', 'none', rules, language))}</p>")
    title = f"{name}: {first:%d/%m/%Y} – {last:%d/%m/%Y}"
    return html_page(title, (f"<h1>{escape(title)}</h1>", *body), _STYLE, language)
