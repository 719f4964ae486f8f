"""The acts that amended a document before, as its later amending acts tell: "Luật …, đã được sửa đổi theo Luật số …".

Where one of them is not in the archive the text of any day after it cannot be whole, although nothing was refused.
"""

from vanban.identification.symbol import symbol_key
from vanban.model import Parsed

# A rider stands right after the name, or with its comma and "đã được sửa đổi, bổ sung một số điều theo" between.
_NEAR = 120


def told_before(acting: Parsed, base: str) -> tuple[str, ...]:
    """The symbols of the acts that `acting` tells to have amended the act of the symbol `base`, each once.

    Read from the history riders that follow a mention of the base as what is amended.
    """
    found: dict[str, str] = {}
    key = symbol_key(base)
    end = -1
    for reference in sorted(acting.references, key=lambda each: each.start):
        symbol = reference.target.symbol
        if reference.role == "history" and end >= 0 and reference.start - end <= _NEAR:
            if symbol and symbol_key(symbol) != key:
                found.setdefault(symbol_key(symbol), symbol)
            end = max(end, reference.end)
        elif reference.role != "history":
            end = reference.end if symbol and symbol_key(symbol) == key and reference.role == "amends" else -1
    return tuple(found.values())
