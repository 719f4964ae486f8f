"""The run that facts are tied to: which code, which tables, and when we learned them."""

import datetime as dt

from sqlalchemy import Connection

from vanban.archive import schema
from vanban.archive.keeping import next_id
from vanban.model.version import VERSION
from vanban.rules import Rules


def begin_run(connection: Connection, rules: Rules, recorded_at: dt.datetime) -> int:
    """Note a new run; returns its number."""
    number = next_id(connection, schema.runs)
    moment = recorded_at.astimezone(dt.UTC).isoformat(timespec="seconds")
    connection.execute(
        schema.runs.insert().values(id=number, code_version=VERSION, rules_version=rules.version, recorded_at=moment)
    )
    return number
