"""Shelving inside a transaction: after texts came, changed or went, the works of their match keys are set right."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, select, update

from vanban.archive import schema
from vanban.archive.blob import encode
from vanban.archive.bulk import insert_rows
from vanban.archive.changed import note_changed
from vanban.archive.chunks import chunks
from vanban.archive.compared import Compared
from vanban.archive.identity import Identity
from vanban.archive.judged_identity import with_judged
from vanban.archive.shelving import Leaf, Shelf, own_id, shelve
from vanban.identification.persons import without_persons
from vanban.model import Force
from vanban.orthography import fold
from vanban.references import keys_of_work

_identities = msgspec.msgpack.Decoder(Identity)
_Row = tuple[Any, ...]


def arrange(
    connection: Connection, match_keys: Iterable[str], emptied: Iterable[str] = (), only_new: bool = False
) -> None:
    """Shelve every text of these match keys anew, and note which catalogue keys changed.

    `emptied` names works that lost a text which is no longer there to tell. `only_new`: all that changed is that texts
    came that are on no shelf yet, so what was found between the others still holds. What depends on a changed work (the
    references that could mean it, the references that it makes itself) is marked for resolving, not resolved here.
    """
    for piece in chunks(sorted(set(match_keys))):
        _arrange(connection, piece, (), only_new)
    _arrange(connection, [], emptied, only_new)


def _arrange(connection: Connection, match_keys: list[str], emptied: Iterable[str], only_new: bool) -> None:
    table = schema.texts
    leaves: defaultdict[str, list[Leaf]] = defaultdict(list)
    before: dict[int, tuple[str, bool]] = {}
    columns = (table.c.id, table.c.sha256, table.c.identity, table.c.match_key, table.c.work, table.c.base)
    for number, sha256, identity, key, work, base in connection.execute(
        select(*columns).where(table.c.match_key.in_(match_keys))
    ):
        leaves[key].append(Leaf(number, sha256, _identities.decode(identity)))
        before[number] = (work, bool(base))
    judged = _judged(connection, [leaf for members in leaves.values() for leaf in members])
    shelves = [
        shelf for members in leaves.values() for shelf in shelve(judged.get(leaf.text, leaf) for leaf in members)
    ]
    _move_texts(connection, shelves, before)
    compared = Compared(connection, before if only_new else {})
    _keep_findings(connection, shelves, before, compared)
    touched = {work for work, _ in before.values() if work} | set(emptied)
    changed = _change_works(connection, shelves, touched)
    note_changed(connection, touched | {shelf.work for shelf in shelves})
    _reopen(
        connection,
        [
            leaf.text
            for shelf in shelves
            for leaf in shelf.leaves
            if (was := before[leaf.text][0]) and (shelf.work in changed or was != shelf.work)
        ],
    )


def _judged(connection: Connection, leaves: list[Leaf]) -> dict[int, Leaf]:
    """The texts whose identity people decided about, with it laid over; of several decisions the latest counts."""
    table = schema.judgements
    names = {name for leaf in leaves for name in (leaf.identity.id, own_id(leaf))}
    question = select(table.c.work, table.c.target, table.c.verdict).order_by(table.c.at, table.c.verdict)
    decided: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for piece in chunks(sorted(names)):
        rows = connection.execute(question.where(table.c.kind == "identity", table.c.work.in_(piece)))
        for work, part, verdict in rows:
            decided[work][part] = verdict
    changed = {}
    for leaf in leaves:
        judged = {**decided.get(leaf.identity.id, {}), **decided.get(own_id(leaf), {})}
        if judged:
            changed[leaf.text] = msgspec.structs.replace(leaf, identity=with_judged(leaf.identity, judged))
    return changed


def _move_texts(connection: Connection, shelves: list[Shelf], before: dict[int, tuple[str, bool]]) -> None:
    moves = [
        {"number": leaf.text, "to": shelf.work, "is_base": place == 0}
        for shelf in shelves
        for place, leaf in enumerate(shelf.leaves)
        if before[leaf.text] != (shelf.work, place == 0)
    ]
    if moves:
        table = schema.texts
        statement = update(table).where(table.c.id == bindparam("number"))
        connection.execute(statement.values(work=bindparam("to"), base=bindparam("is_base")), moves)


def _keep_findings(
    connection: Connection, shelves: list[Shelf], before: dict[int, tuple[str, bool]], compared: Compared
) -> None:
    table = schema.findings
    old = [number for number, (work, _) in before.items() if work]
    for piece in chunks(old):
        connection.execute(delete(table).where(table.c.text.in_(piece), table.c.stage == "shelf"))
    insert_rows(
        connection,
        table,
        [
            (shelf.leaves[0].text, "shelf", seq, finding.code, finding.severity, encode(finding))
            for shelf in shelves
            for seq, finding in enumerate((*shelf.findings, *compared.differences(shelf)))
        ],
    )


def _change_works(connection: Connection, shelves: list[Shelf], touched: set[str]) -> set[str]:
    """Write the works of the shelves, drop those that are left without texts; returns the new and changed ones."""
    table, keys = schema.works, schema.work_keys
    wanted = {shelf.work: _work_row(shelf) for shelf in shelves}
    present: dict[str, _Row] = {}
    for piece in chunks(sorted(touched | wanted.keys())):
        present |= {row.id: tuple(row) for row in connection.execute(select(table).where(table.c.id.in_(piece)))}
    changed = {work for work, row in wanted.items() if present.get(work) != row}
    gone = present.keys() - wanted.keys()
    stirred: set[str] = set()
    for piece in chunks(sorted((changed & present.keys()) | gone)):
        stirred |= {key for (key,) in connection.execute(select(keys.c.key).where(keys.c.work.in_(piece)))}
        connection.execute(delete(keys).where(keys.c.work.in_(piece)))
        connection.execute(delete(table).where(table.c.id.in_(piece)))
    filed = [
        (key, shelf.work) for shelf in shelves if shelf.work in changed for key in dict.fromkeys(_keys(shelf.identity))
    ]
    insert_rows(connection, table, [wanted[work] for work in sorted(changed)])
    insert_rows(connection, keys, filed)
    stir(connection, stirred | {key for key, _ in filed})
    return changed


def _keys(identity: Identity) -> tuple[str, ...]:
    """The catalogue keys of a work; no person in a title is part of one (decision 0016)."""
    facts = identity.facts()
    return keys_of_work(msgspec.structs.replace(facts, title=without_persons(facts.title)))


def _work_row(shelf: Shelf) -> _Row:
    """The row of a work, in the order of the table's columns."""
    identity = shelf.identity
    folded = fold(f"{identity.type_name} {identity.symbol} {without_persons(identity.title)}")
    day = identity.date.isoformat() if identity.date else None
    force = Force() if identity.is_translation else identity.force
    begins = force.start_on.isoformat() if force.start_on else None
    return (
        shelf.work, shelf.leaves[0].text, len(shelf.leaves), identity.family, identity.type, identity.type_name,
        identity.symbol, identity.number, identity.year, identity.issuer, identity.issuer_name, day, identity.title,
        folded, identity.language, identity.complete, identity.normative, begins,
        encode(force),
    )  # fmt: skip


def stir(connection: Connection, keys: Iterable[str]) -> None:
    """Note catalogue keys whose works changed; what they could answer is resolved again before the next answer."""
    wanted = set(keys)
    table = schema.stirred
    for piece in chunks(sorted(wanted)):
        wanted -= {key for (key,) in connection.execute(select(table.c.key).where(table.c.key.in_(piece)))}
    insert_rows(connection, table, [(key,) for key in sorted(wanted)])


def _reopen(connection: Connection, texts: Iterable[int]) -> None:
    """What a work cites is resolved on its own date: another date, another answer."""
    table = schema.targets
    for piece in chunks(texts):
        connection.execute(update(table).where(table.c.text.in_(piece)).values(state="new"))
