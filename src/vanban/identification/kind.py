"""Which type a document is: the line that names it, its symbol, the enacting line; the words settle what codes cannot.

`QĐ` of the Party is quyết định and quy định alike (Quy định 399-QĐ/TW): the printed title decides. A consolidated text
prints the type and title of its base act; its symbol says what it is itself.
"""

import msgspec

from vanban.identification.symbol import Symbol
from vanban.model import Finding, Span

_CONSOLIDATED = "van-ban-hop-nhat"
# Names that stand for each other on title lines: a joint circular may print "THÔNG TƯ" alone.
_WIDER = {"thong-tu": "thong-tu-lien-tich", "nghi-quyet": "nghi-quyet-lien-tich", "luat": "bo-luat"}


class Kind(msgspec.Struct, frozen=True):
    """The type id ("" where none is told) and the finding where line and symbol deny each other."""

    id: str
    findings: tuple[Finding, ...] = ()


def decide(
    named: tuple[str, ...],
    symbol: Symbol,
    enacted: tuple[str, ...],
    addressed: bool,
    consolidated: bool,
    span: Span | None,
) -> Kind:
    """The type by `named` (the title's line), the symbol and the enacting line; `addressed`: it begins "Kính gửi";
    `consolidated`: it lists the acts that it includes and has no symbol that says otherwise.
    """
    if _CONSOLIDATED in symbol.types or (consolidated and not symbol.types):
        return Kind(_CONSOLIDATED)
    by_line = _one(named, symbol.types)
    if by_line and by_line in symbol.types:
        return Kind(by_line)
    if by_line and _WIDER.get(by_line) in symbol.types:
        return Kind(_WIDER[by_line])
    if not by_line:
        if enacted:
            return Kind(_one(enacted, symbol.types))
        if symbol.types and (len(symbol.types) == 1 or symbol.types[0] == "cong-van"):
            return Kind(symbol.types[0])
        return Kind("cong-van" if addressed else symbol.types[0] if symbol.types else "")
    if not symbol.types:
        return Kind(by_line)
    at = span or Span(0, 0)
    details = {"line": by_line, "symbol": symbol.types[0]}
    finding = Finding("type-disagreement", "warning", at.start, at.end, details)
    # Two of three voices; the printed line where there are only two.
    return Kind(symbol.types[0] if symbol.types[0] in enacted and by_line not in enacted else by_line, (finding,))


def _one(named: tuple[str, ...], by_symbol: tuple[str, ...]) -> str:
    for name in named:
        if name in by_symbol:
            return name
    return named[0] if named else ""
