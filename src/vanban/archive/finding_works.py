"""Works by what a person knows of them: the symbol in any spelling, a part of the title, the identifier."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Select, and_, func, select

from vanban.archive.chunks import chunks
from vanban.archive.rows import WorkRow
from vanban.archive.schema import work_keys
from vanban.archive.schema import works as table
from vanban.archive.store import Store
from vanban.identification.persons import without_persons
from vanban.model import Force
from vanban.orthography import fold
from vanban.references.keys import symbol_key, title_key

_AT_ONCE = 1_000
_NAMES = tuple(field.name for field in msgspec.structs.fields(WorkRow))
_DATE, _FORCE = _NAMES.index("date"), _NAMES.index("force")
QUESTION: Select[Any] = select(*(table.c[name] for name in _NAMES))
_SYMBOL = re.compile(r"\d[\w.]*(?:\s*[/-]\s*\w[\w.]*)+")
# What may stand beside a symbol: "Nghị định số … ngày 14/5/2016". The longest type is "Thông tư liên tịch".
_SO = re.compile(r"\bso\b|[:.]")
_DAY = re.compile(r"\s*(?:,?\s*(?:ngay )?\d{1,2}[-/. ].*)?")
_LONGEST_TYPE = 4
_force = msgspec.msgpack.Decoder(Force)
_WORD = re.compile(r"[a-z0-9]+")
_LETTERS = re.compile(r"[^\W_]+")


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


def newest_works(store: Store, on: dt.date, limit: int) -> tuple[WorkRow, ...]:
    """The works latest made by the day `on`, the newest first."""
    question = QUESTION.where(table.c.date <= on.isoformat()).order_by(table.c.date.desc(), table.c.id)
    with store.reading() as connection:
        return tuple(as_work(row) for row in connection.execute(question.limit(limit)))


def issuer_names(store: Store, issuers: list[str] | None = None) -> dict[str, str]:
    """The name of each of these bodies (None: of all) as its documents print it, the first in the alphabet."""
    question = select(table.c.issuer, func.min(table.c.issuer_name)).group_by(table.c.issuer)
    with store.reading() as connection:
        if issuers is None:
            return {issuer: name for issuer, name in connection.execute(question) if issuer}
        return {
            issuer: name
            for piece in chunks(issuers)
            for issuer, name in connection.execute(question.where(table.c.issuer.in_(piece)))
        }


def find_works(store: Store, words: str, limit: int = 50) -> tuple[WorkRow, ...]:
    """The works that `words` can mean, best first, then newest first; () where none is here.

    An identifier or a symbol ("126- QĐ/TW", "34/2016/nđ-cp", "Nghị định 34/2016/NĐ-CP") means that work alone; several
    works of one symbol are all listed, fewer where the words name the type too. Otherwise every word must stand in the
    type, symbol or title, with or without diacritics; persons whom a title names are not found by their names.
    """
    words = words.strip()
    if not words:
        return ()
    with store.reading() as connection:
        exact = connection.execute(QUESTION.where(table.c.id == words)).all()
        found = list(exact) or _by_symbol(connection, words)
        if found is None:
            found = _by_words(connection, words, limit)
    return tuple(as_work(row) for row in found[:limit])


def _by_symbol(connection: Any, words: str) -> list[Any] | None:
    """The works of the symbol that the words are; None where they are more than a symbol with its type and day."""
    match = _SYMBOL.search(words)
    if match is None or not _DAY.fullmatch(fold(words[match.end() :])):
        return None
    before = _SO.sub("", fold(words[: match.start()])).strip()
    question = QUESTION.join(work_keys, work_keys.c.work == table.c.id)
    rows = connection.execute(
        question.where(work_keys.c.key == f"s:{symbol_key(match.group())}").order_by(table.c.date.desc(), table.c.id)
    ).all()
    named = [row for row in rows if row.type_name and fold(row.type_name) == before]
    if before and not named:
        # "Thông tư liên tịch 1/2031/…" is a name; "sửa đổi một số điều của Nghị định 1/2031/…" is another act's title.
        return list(rows) if len(before.split()) <= _LONGEST_TYPE else None
    return named or list(rows)


def _by_words(connection: Any, words: str, limit: int) -> list[Any]:
    pieces = _WORD.findall(fold(words))
    if not pieces:
        return []
    question = QUESTION.where(and_(*(table.c.folded.contains(piece, autoescape=True) for piece in pieces)))
    # Of very many the shortest names: "Luật Đất đai" itself before the hundreds of decrees that detail it.
    shortest = question.order_by(func.length(table.c.title), table.c.id).limit(20 * limit)
    rows = connection.execute(shortest).all()
    # Whole words, and accents count where they are typed: "Luật Giá" is not "Luật Giám định", nor about a "luật gia".
    typed = _LETTERS.findall(unicodedata.normalize("NFC", words.lower()))
    accented = {key for word in typed if not word.isascii() for key in _accented(word)}
    bare = {word for word in typed if word.isascii()}
    found = []
    for row in rows:
        name = f"{row.type_name} {row.symbol} {without_persons(row.title)}"
        if bare <= set(_WORD.findall(fold(name))) and accented <= set(_accented(name)):
            found.append(row)
    found.sort(key=lambda row: (row.date or "", row.id), reverse=True)
    return sorted(found, key=lambda row: _distance(" ".join(pieces), row))


def _accented(words: str) -> list[str]:
    """The words with their accents, "hoá" as "hóa", as `references.keys` writes them (the tone after the syllable)."""
    return title_key("", words).lstrip(":").split()


def _distance(phrase: str, row: Any) -> int:
    """0 where the phrase is the name itself, 1 where the name begins with it, 2 where it holds it, 3 otherwise."""
    title = " ".join(_WORD.findall(fold(without_persons(row.title))))
    named = " ".join(_WORD.findall(fold(f"{row.type_name} {title}")))
    if phrase in (title, named):
        return 0
    if title.startswith(f"{phrase} ") or named.startswith(f"{phrase} "):
        return 1
    return 2 if f" {phrase} " in f" {named} " else 3


def as_work(row: Any) -> WorkRow:
    """A row of QUESTION as a value."""
    columns = list(row)
    date = columns[_DATE]
    if date is not None:
        columns[_DATE] = dt.date.fromisoformat(date)
    columns[_FORCE] = _force.decode(columns[_FORCE])
    return WorkRow(*columns)
