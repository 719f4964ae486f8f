"""Copies of one work that differ: compared once, told every time, and compared anew where a text says another thing."""

import datetime as dt

import msgspec
import pytest
from sqlalchemy import select

from tests.archive.papers import paper, put
from vanban.archive import compared, schema
from vanban.archive.arranging import arrange
from vanban.archive.entry import entry_of
from vanban.archive.keeping import replace_entries
from vanban.archive.run import begin_run
from vanban.archive.store import Store
from vanban.model import Finding
from vanban.rules import Rules

SYMBOL, DAY = "12/2024/NĐ-CP", "2024-03-04"


def others(store: Store) -> list[str]:
    table = schema.findings
    with store.reading() as connection:
        question = select(table.c.finding).where(table.c.code == "texts-differ").order_by(table.c.seq)
        return [msgspec.msgpack.decode(row, type=Finding).details["other"] for (row,) in connection.execute(question)]


def test_each_pair_is_compared_once(store: Store, rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    copies = [paper(SYMBOL, DAY, body=word) for word in ("một", "hai", "ba", "bốn")]
    pairs = []

    def counted(base: object, other: object, sha256: str) -> object:
        pairs.append(sha256)
        return plain(base, other, sha256)  # type: ignore[arg-type]

    plain = compared.differences
    monkeypatch.setattr(compared, "differences", counted)
    ordered = sorted(copies, key=lambda copy: copy.text.source.sha256)  # the least hash is the base text
    for copy in ordered:
        put(store, rules, [copy])
    hashes = [copy.text.source.sha256 for copy in ordered[1:]]
    assert pairs == hashes
    assert others(store) == [sha256[:12] for sha256 in hashes]


def test_another_base_text_is_compared_with_all(store: Store, rules: Rules) -> None:
    copies = sorted(
        (paper(SYMBOL, DAY, body=word) for word in ("một", "hai", "ba")), key=lambda copy: copy.text.source.sha256
    )
    for copy in reversed(copies):
        put(store, rules, [copy])
    assert others(store) == [copy.text.source.sha256[:12] for copy in copies[1:]]


def test_a_text_read_anew_is_compared_anew(store: Store, rules: Rules) -> None:
    copies = [paper(SYMBOL, DAY, body=word) for word in ("một", "hai")]
    put(store, rules, copies)
    assert len(others(store)) == 1
    base, other = sorted(copies, key=lambda copy: copy.text.source.sha256)
    with store.writing() as connection:
        numbers = {row.sha256: row.id for row in connection.execute(select(schema.texts.c.sha256, schema.texts.c.id))}
        run = begin_run(connection, rules, dt.datetime(2026, 1, 3, tzinfo=dt.UTC))
        alike = entry_of(paper(SYMBOL, DAY, body="một"), rules)
        entries = {numbers[copy.text.source.sha256]: alike for copy in (base, other)}
        arrange(connection, replace_entries(connection, run, entries))
    assert others(store) == []
