"""The lineage of a document as a tree of lines, and as a graph for Graphviz."""

from collections.abc import Iterator

from vanban.exports.messages import Language, label
from vanban.rules import Rules
from vanban.timeline.explanation import day_in_words
from vanban.timeline.lineage import Kin

_TITLE = 70


def name_of(kin: Kin) -> str:
    """A document in a few words: type and symbol, or type and title."""
    named = kin.symbol or kin.title
    return f"{kin.type_name} {named}".strip() if not named.startswith(kin.type_name) else named or kin.work


def tree_lines(kin: Kin, rules: Rules, language: Language) -> Iterator[str]:
    """The tree, one line a document: relation, name, day, whether it is here; "…" where it goes on."""
    yield f"{name_of(kin)}: {kin.title}" if kin.symbol and kin.title else name_of(kin)
    yield from _below(kin, "", rules, language)


def _below(kin: Kin, indent: str, rules: Rules, language: Language) -> Iterator[str]:
    for index, child in enumerate(kin.children):
        last = index == len(kin.children) - 1
        yield f"{indent}{'└─ ' if last else '├─ '}{_line(child, rules, language)}"
        yield from _below(child, indent + ("   " if last else "│  "), rules, language)


def _line(kin: Kin, rules: Rules, language: Language) -> str:
    day = f" ({day_in_words(kin.day, language)})" if kin.day else ""
    title = f": {kin.title[:_TITLE]}{'…' if len(kin.title) > _TITLE else ''}" if kin.symbol and kin.title else ""
    absent = "" if kin.present else f" [{label('lineage', 'absent', rules, language)}]"
    more = " …" if kin.cut else ""
    return f"{label('relation', kin.relation, rules, language)} {name_of(kin)}{day}{title}{absent}{more}"


def dot(kin: Kin, rules: Rules, language: Language) -> str:
    """The same as a Graphviz graph (`dot -Tsvg`); documents that are not here are dashed."""
    nodes: dict[str, str] = {}
    edges: dict[tuple[str, str, str], None] = {}
    _collect(kin, nodes, edges, rules, language)
    body = [f"  {_quoted(work)} [{attributes}];" for work, attributes in nodes.items()]
    body += [f"  {_quoted(a)} -> {_quoted(b)} [label={_quoted(words)}];" for a, b, words in edges]
    head = '  rankdir=LR;\n  node [shape=box, fontname="sans-serif"];\n  edge [fontname="sans-serif", fontsize=10];'
    return "digraph lineage {\n" + "\n".join([head, *body]) + "\n}"


def _collect(
    kin: Kin, nodes: dict[str, str], edges: dict[tuple[str, str, str], None], rules: Rules, language: Language
) -> None:
    style = "" if kin.present else ", style=dashed"
    nodes.setdefault(kin.work, f"label={_quoted(name_of(kin))}{style}")
    for child in kin.children:
        day = f" {day_in_words(child.day, language)}" if child.day else ""
        edges[kin.work, child.work, label("relation", child.relation, rules, language) + day] = None
        _collect(child, nodes, edges, rules, language)


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
