"""A queue of the works that changed, for products that are made of the archive such as the index of search."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

Plain = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table, with every work in it: no product was made of any yet."""
    op.create_table(
        "changed_works",
        sa.Column("work", Plain, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("work"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_changed_works_place", "changed_works", ["place"], unique=False)
    op.execute("INSERT INTO changed_works (work, place) SELECT id, 1 FROM works")
