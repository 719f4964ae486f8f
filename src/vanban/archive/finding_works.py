"""Works by what a person knows of them: the symbol in any spelling, a part of the title, the identifier."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Select, and_, select

from vanban.archive.rows import WorkRow
from vanban.archive.schema import work_keys
from vanban.archive.schema import works as table
from vanban.archive.store import Store
from vanban.model import Force
from vanban.orthography import fold
from vanban.references.keys import symbol_key

_AT_ONCE = 1_000
_NAMES = tuple(field.name for field in msgspec.structs.fields(WorkRow))
QUESTION: Select[Any] = select(*(table.c[name] for name in _NAMES))
_SYMBOL = re.compile(r"\d[\w.]*\s*[/-]\s*[\w/\s.-]*\w")
_force = msgspec.msgpack.Decoder(Force)
_WORD = re.compile(r"[a-z0-9]+")


def works(store: Store, *, family: str | None = None, type: str | None = None) -> Iterator[WorkRow]:
    """Every work, sorted by identifier, streamed."""
    question = QUESTION.order_by(table.c.id)
    if family is not None:
        question = question.where(table.c.family == family)
    if type is not None:
        question = question.where(table.c.type == type)
    with store.reading() as connection:
        for row in connection.execution_options(yield_per=_AT_ONCE).execute(question):
            yield as_work(row)


def work(store: Store, work_id: str) -> WorkRow | None:
    """The work of that identifier; None where it is not here."""
    with store.reading() as connection:
        row = connection.execute(QUESTION.where(table.c.id == work_id)).first()
    return None if row is None else as_work(row)


def find_works(store: Store, words: str, limit: int = 50) -> tuple[WorkRow, ...]:
    """The works that `words` can mean, best first, then newest first; () where none is here.

    An identifier or a symbol ("126- QĐ/TW", "34/2016/nđ-cp", "Nghị định 34/2016/NĐ-CP") means that work alone; several
    works of one symbol are all listed, fewer where the words name the type too. Otherwise every word must stand in the
    type, symbol or title, with or without diacritics.
    """
    words = words.strip()
    if not words:
        return ()
    with store.reading() as connection:
        exact = connection.execute(QUESTION.where(table.c.id == words)).all()
        found = exact or _by_symbol(connection, words) or _by_words(connection, words, limit)
    return tuple(as_work(row) for row in found[:limit])


def _by_symbol(connection: Any, words: str) -> list[Any]:
    match = _SYMBOL.search(words)
    if match is None:
        return []
    question = QUESTION.join(work_keys, work_keys.c.work == table.c.id)
    rows = connection.execute(
        question.where(work_keys.c.key == f"s:{symbol_key(match.group())}").order_by(table.c.date.desc(), table.c.id)
    ).all()
    before = fold(words[: match.start()])
    named = [row for row in rows if row.type_name and fold(row.type_name) in before]
    return named or list(rows)


def _by_words(connection: Any, words: str, limit: int) -> list[Any]:
    pieces = _WORD.findall(fold(words))
    if not pieces:
        return []
    phrase = " ".join(pieces)
    question = QUESTION.where(and_(*(table.c.folded.contains(piece, autoescape=True) for piece in pieces)))
    rows = connection.execute(question.order_by(table.c.date.desc(), table.c.id).limit(20 * limit)).all()

    def fit(row: Any) -> tuple[bool, bool, bool]:
        """False sorts first: the title itself, the title's beginning, the phrase anywhere."""
        title = " ".join(_WORD.findall(fold(row.title)))
        named = " ".join(_WORD.findall(fold(f"{row.type_name} {row.title}")))
        return (
            phrase not in (title, named),
            not (title.startswith(phrase) or named.startswith(phrase)),
            (phrase not in named),
        )

    return sorted(rows, key=fit)


def as_work(row: Any) -> WorkRow:
    """A row of QUESTION as a value."""
    columns = dict(zip(_NAMES, row, strict=True))
    columns["force"] = _force.decode(columns["force"])
    return msgspec.convert(columns, WorkRow)
