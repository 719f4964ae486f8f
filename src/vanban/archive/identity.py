"""What one text says of itself, as far as telling works apart needs it."""

import datetime as dt
from typing import Literal

import msgspec

from vanban.archive.kinds import Kind, kind_of
from vanban.archive.likeness import sketch
from vanban.identification.identifier import slug
from vanban.model import Family, Force, Parsed
from vanban.references import WorkFacts
from vanban.rules import Rules


class Identity(msgspec.Struct, frozen=True, array_like=True):
    """The identity of one text, as printed in it. `id` is the work's identifier made from these facts alone.

    `translates` is the symbol of the work that a translation renders ("" for originals). `sketch` (see `likeness`) is
    kept only where the identity alone does not tell the paper from others. Unknown is "" or None.
    """

    id: str
    family: Family
    type: str
    type_name: str
    symbol: str
    number: str
    year: int | None
    issuer: str
    issuer_name: str
    date: dt.date | None
    title: str
    language: Literal["vi", "en"]
    translates: str
    complete: bool
    normative: bool | None
    force: Force
    kind: Kind
    sketch: tuple[int, ...]

    @property
    def is_translation(self) -> bool:
        """Whether the text renders a Vietnamese original in another language: it yields neither effects nor status."""
        return self.language != "vi" or bool(self.translates)

    @property
    def is_certain(self) -> bool:
        """Whether the identity is enough to call two texts of it one work (numbers repeat over bodies and years).

        Numbers repeat: each year, each term, each province. So a number needs its day and its issuer, and without a
        number it takes type, body, day and title.
        """
        return bool(self.type and self.issuer and self.date and (self.symbol or self.title))

    def facts(self) -> WorkFacts:
        """The same as the catalogue holds it."""
        return WorkFacts(
            self.id, self.family, self.type, self.symbol, self.title, self.issuer, self.date, self.force.start_on
        )

    def match_key(self) -> str:
        """The key that every text of one work shares: the last part of its identifier, without leading zeros.

        Two texts whose identifiers could ever be the same have the same key; a translation has its original's.
        """
        return (slug(self.symbol) or self.id.rpartition("/")[2]).lstrip("0")


def identity_of(parsed: Parsed, rules: Rules) -> Identity:
    """The identity that a parsed text prints."""
    work = parsed.work
    translates = work.translation_of or ""
    identity = Identity(
        # The identifier of a translation is its original's. A text of which nothing was told needs a place of its own.
        id=work.id.removesuffix("/eng") or f"/akn/vn/doc/van-ban/khong-ro/0000/{parsed.text.source.sha256[:16]}",
        family=work.family,
        type=work.type,
        type_name=work.type_name,
        symbol=(translates if translates and not translates.startswith("/") else work.symbol),
        number=work.number,
        year=work.year,
        issuer=work.issuer.id,
        issuer_name=work.issuer.name,
        date=work.date,
        title=work.title,
        language=work.language,
        translates=translates,
        complete=work.complete and parsed.text.complete,
        normative=work.normative,
        force=parsed.force,
        kind=kind_of(parsed, rules),
        sketch=(),
    )
    if identity.is_certain and identity.symbol:
        return identity
    return msgspec.structs.replace(identity, sketch=sketch(parsed.text.content))
