"""Many rows into one table, the fastest way that the database offers."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table

Row = tuple[Any, ...]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert `rows`, each with a value for every column in the order of the table.

    PostgreSQL: COPY. SQLite: one prepared statement; building a mapping for each row would cost more than the insert.
    """
    if not rows:
        return
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    if connection.dialect.name == "postgresql":
        driver: Any = connection.connection
        with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
        return
    connection.exec_driver_sql(_statement(table.name, columns, len(table.columns)), list(rows))


@cache
def _statement(table: str, columns: str, count: int) -> str:
    return f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join("?" * count)})'
