"""The documents that lists are made of: those here, and those of which a clause here says that they ended."""

import datetime as dt
from collections.abc import Iterator

import msgspec

from vanban.archive import WorkRow
from vanban.archive.plain_texts import PlainText
from vanban.identification import symbol as symbols
from vanban.identification.bodies import by_code, by_id
from vanban.identification.verdicts import is_normative
from vanban.model import Field, Target
from vanban.review.proposer import proposer_of
from vanban.rules import Rules
from vanban.rules.review_rows import ListKind
from vanban.timeline.gathered import GatheredFacts

CONSOLIDATED = "van-ban-hop-nhat"  # another form of an act, not a document of its own


class Registered(msgspec.Struct, frozen=True):
    """One document as a list names it. `absent`: its text is not here, all is as the acting clause prints it.

    `fields` are what its text and title tell, `proposer` the id of the body on whose proposal it was made ("": none).
    """

    work: str
    family: str
    type: str
    type_name: str
    symbol: str
    issuer: str
    issuer_name: str
    date: dt.date | None
    title: str
    normative: bool | None
    fields: tuple[Field, ...] = ()
    proposer: str = ""
    absent: bool = False

    @property
    def kind(self) -> ListKind | None:
        """Which lists it belongs to; None where that cannot be told."""
        if self.family == "party":
            return "party"
        if self.family != "state" or self.normative is None:
            return None
        return "normative" if self.normative else "administrative"


class Openings:
    """What the registry keeps of each text as it is read: its fields, and on whose proposal it was made."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self.fields: dict[str, tuple[Field, ...]] = {}
        self.proposers: dict[str, str] = {}

    def note(self, text: PlainText) -> None:
        """Keep what is needed of one text."""
        self.fields[text.work] = text.fields
        self.proposers[text.work] = proposer_of(text.content, self._rules)


def registered(facts: GatheredFacts, openings: Openings, rules: Rules) -> Iterator[Registered]:
    """Every document of the archive but translations and consolidated texts; then the absent ones, sorted by name."""
    for row in facts.rows.values():
        if row.language == "vi" and row.type != CONSOLIDATED:
            yield _here(row, openings)
    for work in sorted(facts.absent):
        acting = next((impact.acting for impact in facts.upon(work)), "")
        yield _absent(work, facts.absent[work], facts.rows.get(acting), rules)


def _here(row: WorkRow, openings: Openings) -> Registered:
    return Registered(
        row.id, row.family, row.type, row.type_name, row.symbol, row.issuer, row.issuer_name, row.date, row.title,
        row.normative, openings.fields.get(row.id, ()), openings.proposers.get(row.id, ""),
    )  # fmt: skip


def _absent(work: str, target: Target, acting: WorkRow | None, rules: Rules) -> Registered:
    """What the printed symbol, name and day tell of a document that is not here; a local one has its ender's body."""
    symbol = symbols.parse(target.symbol, rules) if target.symbol else None
    kind = target.type or (symbol.types[0] if symbol is not None and symbol.types else "")
    row = next((each for each in rules.document_types if each.id == kind), None)
    bodies = tuple(body for code in symbol.bodies for body in by_code(code, rules)[:1]) if symbol is not None else ()
    body = bodies[0] if bodies else by_id(row.issuer or "", rules) if row is not None else None
    issuer, name = (body.id, body.name) if body is not None else ("", "")
    if body is None and acting is not None and symbol is not None and _same_bodies(symbol, acting, rules):
        issuer, name = acting.issuer, acting.issuer_name
    return Registered(
        work, symbol.family if symbol is not None else "state", kind, row.name if row is not None else "",
        target.symbol, issuer, name, target.date, target.title,
        is_normative(row, symbol) if symbol is not None else (row is not None and row.normative == "always"),
        absent=True,
    )  # fmt: skip


def _same_bodies(symbol: symbols.Symbol, acting: WorkRow, rules: Rules) -> bool:
    other = symbols.parse(acting.symbol, rules)
    return bool(symbol.bodies) and symbol.bodies == other.bodies
