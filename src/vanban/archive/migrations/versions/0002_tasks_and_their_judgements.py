"""An index of the tasks, and what a judgement on a task says beside its verdict."""

import zlib

import msgspec
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

Plain = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_AT_ONCE = 200


def upgrade() -> None:
    """Make the table and fill it from the facts that are stored."""
    tasks = op.create_table(
        "tasks",
        sa.Column("text", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("due", Plain, nullable=True),
        sa.Column("task", sa.LargeBinary(), nullable=False),
        sa.Column("quote", Plain, nullable=False),
        sa.PrimaryKeyConstraint("text", "seq"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tasks_due", "tasks", ["due"], unique=False)
    for name in ("day", "proof", "office"):
        op.add_column("judgements", sa.Column(name, Plain, nullable=False, server_default=""))
    _fill(tasks)


def _fill(tasks: sa.Table) -> None:
    """Read the blobs as plain values, so that this step does not depend on what the model becomes."""
    connection = op.get_bind()
    last = 0
    question = sa.text("SELECT text, blob FROM facts WHERE text > :last ORDER BY text LIMIT :count")
    while rows := connection.execute(question, {"last": last, "count": _AT_ONCE}).all():
        for text, blob in rows:
            parsed = msgspec.msgpack.decode(zlib.decompress(bytes(blob)))
            content = parsed["text"]["content"]
            found = [
                {
                    "text": text,
                    "seq": seq,
                    "due": (task["deadline"] or {}).get("to"),
                    "task": msgspec.msgpack.encode(task),
                    "quote": content[task["start"] : task["end"]],
                }
                for seq, task in enumerate(parsed["tasks"])
            ]
            if found:
                connection.execute(tasks.insert(), found)
        last = rows[-1].text
