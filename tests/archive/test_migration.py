"""The tables that the migrations make are the tables that the code believes in; other databases are refused."""

import datetime as dt
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from vanban.archive import Store, add, counts, judge, judgements, migration, open_archive, tasks
from vanban.archive.schema import metadata
from vanban.model import Judgement
from vanban.model.errors import UsageError
from vanban.rules import Rules


def test_the_last_migration_makes_the_tables_of_the_schema(store: Store) -> None:
    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_version_written_in_the_code_is_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(migration.FOLDER))
    script = ScriptDirectory.from_config(config)
    assert script.get_current_head() == migration.HEAD
    assert {revision.revision for revision in script.walk_revisions()} == set(migration.KNOWN)


def test_opening_again_needs_no_alembic(tmp_path: Path) -> None:
    open_archive(tmp_path / "a.db").close()
    code = (
        "import sys; from vanban.archive import open_archive; open_archive(sys.argv[1]).close();"
        "print('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.db")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "False"


def test_a_newer_archive_is_refused_in_one_sentence(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UsageError) as caught:
        open_archive(store.address)
    assert caught.value.code == "archive-newer"
    assert caught.value.details["version"] == "9999"


def test_other_files_and_databases_are_refused(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("đây không phải là cơ sở dữ liệu" * 100)
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE things (a)")
    for name in ("note.txt", "other.db"):
        with pytest.raises(UsageError) as caught:
            open_archive(tmp_path / name)
        assert caught.value.code == "not-an-archive"


def test_an_archive_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "no" / "a.db", tmp_path):
        with pytest.raises(UsageError):
            open_archive(path)
    with pytest.raises(UsageError):
        open_archive(tmp_path / "a.db", create=False)
    assert not (tmp_path / "a.db").exists()


def test_a_database_that_does_not_answer(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        open_archive(f"postgresql://someone:secret@/nothing?host={tmp_path}")
    assert caught.value.code == "database-unreachable"
    assert "secret" not in str(caught.value)


def test_a_disk_that_refuses_is_told_in_one_sentence(sqlite_store: Store) -> None:
    with pytest.raises(UsageError) as caught, sqlite_store.writing() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
        connection.execute(text("DELETE FROM works"))
    assert caught.value.code == "archive-not-written"
    assert "readonly" in caught.value.details["reason"]


def test_an_empty_file_becomes_an_archive(tmp_path: Path) -> None:
    (tmp_path / "a.db").touch()
    with open_archive(tmp_path / "a.db") as store:
        assert counts(store).works == 0


def test_no_table_or_index_is_keyed_by_a_person() -> None:
    """Decision 0016: persons stand in the printed text only; `by` of a judgement is told, never looked up by."""
    for table in metadata.tables.values():
        keyed = {column.name for index in table.indexes for column in index.columns}
        keyed |= {column.name for column in table.primary_key.columns}
        assert not keyed & {"by", "signer", "signers", "name_of_person", "recipient", "recipients"}
        assert not {column.name for column in table.columns} & {"signer", "signers", "recipients"}


def test_an_archive_of_the_first_tables_gets_its_tasks_and_keeps_its_judgements(tmp_path: Path, rules: Rules) -> None:
    path = tmp_path / "a.db"
    content = "QUYẾT ĐỊNH\nSố: 12/QĐ-UBND\nĐiều 1. Giao Sở Sông ngòi kiểm tra bến nước trước ngày 30/9/2026.\n"
    (tmp_path / "qd.txt").write_text(content, encoding="utf-8")
    with open_archive(path) as store:
        assert add(store, [tmp_path / "qd.txt"], rules, workers=1).added == 1
        (now,) = tasks(store)
        decision = Judgement(now.subject, "confirmed", "văn phòng", dt.datetime(2026, 10, 1, tzinfo=dt.UTC))
        judge(store, [decision], rules)
        _as_of("0001", store)
    with open_archive(path) as store:
        assert tuple(tasks(store)) == (now,)
        assert tuple(judgements(store)) == (decision,)


def _as_of(version: str, store: Store) -> None:
    """Take away what later migrations than `version` have made, tables and columns."""
    config = Config()
    config.set_main_option("script_location", str(migration.FOLDER))
    engine = create_engine("sqlite://")
    with engine.connect() as older, store.writing() as connection:
        config.attributes["connection"] = older
        command.upgrade(config, version)
        known = {
            name: {column["name"] for column in inspect(older).get_columns(name)}
            for name in inspect(older).get_table_names()
        }
        here = inspect(connection)
        for name in here.get_table_names():
            if name not in known:
                connection.execute(text(f"DROP TABLE {name}"))
                continue
            for column in here.get_columns(name):
                if column["name"] not in known[name]:
                    connection.execute(text(f"ALTER TABLE {name} DROP COLUMN {column['name']}"))
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{version}'"))
