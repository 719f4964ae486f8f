"""The faults of an archive as one HTML page: kinds in the order of gravity, each with its cases and what to do."""

from collections.abc import Iterable
from html import escape

import msgspec

from vanban.exports.html_page import html_page
from vanban.exports.messages import Language, kind_words, label
from vanban.model import Severity
from vanban.rules import Rules

_STYLE = (
    "body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}"
    "h2{font-size:1.05rem;margin:2rem 0 .3rem}li{margin:.4rem 0}q{color:#555}small{color:#666}"
    "table{border-collapse:collapse}td,th{padding:.2rem .8rem .2rem 0;text-align:left;vertical-align:top}"
    "td:last-child{text-align:right}"
    "@media(prefers-color-scheme:dark){q,small{color:#aaa}}"
)


class Case(msgspec.Struct, frozen=True):
    """One fault as a line: the document, what is wrong, the words it is about, what to do."""

    name: str
    words: str
    quote: str
    advice: str


class Kind(msgspec.Struct, frozen=True):
    """The faults of one code."""

    code: str
    severity: Severity
    cases: tuple[Case, ...]


def common_advice(kind: Kind) -> str:
    """What to do, where it is the same in every case of the kind; "" elsewhere."""
    said = {case.advice for case in kind.cases}
    return said.pop() if len(said) == 1 else ""


def html(kinds: Iterable[Kind], title: str, count: str, rules: Rules, language: Language) -> str:
    """The page; `count` says how many faults there are in how many documents."""
    listed = list(kinds)
    rows = "".join(
        f"<tr><td>{escape(label('severity', kind.severity, rules, language))}</td>"
        f'<td><a href="#{escape(kind.code)}">{escape(kind_words(kind.code, rules, language))}</a></td>'
        f"<td>{len(kind.cases)}</td></tr>"
        for kind in listed
    )
    head = escape(label("check", "contents", rules, language))
    contents = f"<nav><h2>{head}</h2><table>{rows}</table></nav>" if listed else ""
    sections = (_section(kind, rules, language) for kind in listed)
    return html_page(title, (f"<h1>{escape(title)}</h1><p>{escape(count)}</p>{contents}", *sections), _STYLE, language)


def _section(kind: Kind, rules: Rules, language: Language) -> str:
    severity = label("severity", kind.severity, rules, language)
    head = f"{severity}: {kind_words(kind.code, rules, language)} ({len(kind.cases)})"
    shared = common_advice(kind)
    remedy = f"<p>{escape(label('check', 'advice', rules, language))}: {escape(shared)}.</p>" if shared else ""
    lines = "".join(_line(case, "" if shared else case.advice) for case in kind.cases)
    heading = f'<h2 id="{escape(kind.code)}">{escape(head)} <small>{escape(kind.code)}</small></h2>'
    return f"<section>{heading}{remedy}<ul>{lines}</ul></section>"


def _line(case: Case, advice: str) -> str:
    quote = f" <q>{escape(case.quote)}</q>" if case.quote else ""
    remedy = f" <small>{escape(advice)}</small>" if advice else ""
    return f"<li><b>{escape(case.name)}</b>: {escape(case.words)}{quote}{remedy}</li>"
