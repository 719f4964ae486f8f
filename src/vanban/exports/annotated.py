"""A document as one HTML page in which every pointer is a link."""

from collections.abc import Callable, Iterator
from html import escape
from urllib.parse import quote

from vanban.exports.elements import elements
from vanban.exports.html_page import html_page
from vanban.model import Parsed, Provision, Reference

Link = Callable[[Reference], str]

_STYLE = (
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif}"
    "a{color:#0b57a4}a.history{color:#6b6b6b}a.legal-basis{color:#5a3d8a}.quoted{border-inline-start:3px solid #bbb;"
    "padding-inline-start:.8rem}.article,.chapter,.part,.section{font-weight:600}"
)


def address(reference: Reference) -> str:
    """Where a pointer leads without an archive: `#eid` inside the document, else `vanban:SYMBOL-OR-TITLE#path`."""
    target = reference.target
    if target.eid:
        return f"#{target.eid}"
    path = "__".join(f"{unit.level}_{unit.num}" for unit in target.provision)
    work = target.symbol or target.title or target.relative or target.type
    return f"vanban:{quote(work)}{f'#{quote(path)}' if path else ''}"


def annotated(parsed: Parsed, *, link: Link = address) -> str:
    """The page. The words are those of the text, none added and none lost: stripped of tags it is the text again."""
    work = parsed.work
    name = " ".join(part for part in (work.symbol, work.title) if part) or parsed.text.source.origin
    return html_page(name, _lines(parsed, link), _STYLE, work.language)


def _lines(parsed: Parsed, link: Link) -> Iterator[str]:
    content = parsed.text.content
    anchors = iter([*elements(content, parsed.references), (len(content) + 1, len(content) + 1, ())])
    start, stop, owners = next(anchors)
    starting = _by_line(parsed.provisions, content)
    at = 0
    for line in content.split("\n"):
        end = at + len(line)
        pieces: list[str] = []
        here = at
        while start < end:
            # A pointer broken over two lines is closed at the line's end and opened again on the next.
            pieces.append(escape(content[here : max(here, start)], quote=False))
            pieces.append(_anchor(content[max(here, start) : min(stop, end)], owners, link))
            here = min(stop, end)
            if stop > end:
                break
            start, stop, owners = next(anchors)
        pieces.append(escape(content[here:end], quote=False))
        yield _paragraph("".join(pieces), starting.get(at, ()))
        at = end + 1


def _by_line(provisions: tuple[Provision, ...], content: str) -> dict[int, list[Provision]]:
    """Units by the beginning of the line on which they start."""
    lines: dict[int, list[Provision]] = {}
    for provision in provisions:
        lines.setdefault(content.rfind("\n", 0, provision.start) + 1, []).append(provision)
    return lines


def _paragraph(words: str, starting: list[Provision] | tuple[Provision, ...]) -> str:
    if not starting:
        return f"<p>{words}</p>"
    *outer, inner = starting
    marks = "".join(f'<a id="{escape(unit.eid)}"></a>' for unit in outer)
    quoted = " quoted" if inner.quoted else ""
    return f'<p id="{escape(inner.eid)}" class="{inner.level}{quoted}">{marks}{words}</p>'


def _anchor(words: str, owners: tuple[Reference, ...], link: Link) -> str:
    first = owners[0]
    places = " ".join(link(owner) for owner in owners)
    more = f' data-targets="{escape(places)}"' if len(owners) > 1 else ""
    return f'<a class="{first.role}" href="{escape(link(first))}"{more}>{escape(words, quote=False)}</a>'
