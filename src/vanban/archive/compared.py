"""What was found between the texts of one work: told again where both stand as they stood, compared anew otherwise.

A work that comes in many copies would otherwise be compared as often as copies arrive, each time with all of them.
"""

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection, select

from vanban.archive import schema
from vanban.archive.blob import unpack
from vanban.archive.chunks import chunks
from vanban.archive.differences import CODE, differences, short
from vanban.archive.shelving import Leaf, Shelf
from vanban.model import Finding, Parsed

_findings = msgspec.msgpack.Decoder(Finding)


class Compared:
    """The comparisons that still hold. `before`: text -> (its work, whether it was the base text); {} trusts none."""

    def __init__(self, connection: Connection, before: Mapping[int, tuple[str, bool]]) -> None:
        self._connection = connection
        self._before = before
        self._told: dict[tuple[int, str], Finding] = {}
        table = schema.findings
        for piece in chunks(text for text, (_, base) in before.items() if base):
            rows = connection.execute(
                select(table.c.text, table.c.finding).where(
                    table.c.text.in_(piece), table.c.stage == "shelf", table.c.code == CODE
                )
            )
            for text, encoded in rows:
                finding = _findings.decode(encoded)
                self._told[text, finding.details["other"]] = finding

    def differences(self, shelf: Shelf) -> tuple[Finding, ...]:
        """Where the originals of one work differ from its base text; translations are another matter."""
        base = shelf.leaves[0]
        others = [leaf for leaf in shelf.leaves[1:] if not leaf.identity.is_translation]
        if not others or base.identity.is_translation:
            return ()
        facts: Parsed | None = None
        found: list[Finding] = []
        for leaf in others:
            if self._holds(shelf.work, base, leaf):
                told = self._told.get((base.text, short(leaf.sha256)))
                found += [told] if told else []
                continue
            facts = facts or self._facts(base.text)
            found += differences(facts, self._facts(leaf.text), leaf.sha256)
        return tuple(found)

    def _holds(self, work: str, base: Leaf, leaf: Leaf) -> bool:
        return self._before.get(base.text) == (work, True) and self._before.get(leaf.text) == (work, False)

    def _facts(self, text: int) -> Parsed:
        table = schema.facts
        return unpack(self._connection.execute(select(table.c.blob).where(table.c.text == text)).scalar_one())
