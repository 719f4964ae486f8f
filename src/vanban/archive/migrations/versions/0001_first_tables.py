"""The first tables of an archive."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Plain = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
NEW = sa.text("state = 'new'")


def upgrade() -> None:
    """Make every table and index."""
    op.create_table(
        "effects",
        sa.Column("text", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("verb", Plain, nullable=False),
        sa.Column("effect", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("text", "seq"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_effects_target", "effects", ["text", "target"], unique=False)
    op.create_table(
        "external_references",
        sa.Column("text", sa.Integer(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("eid", Plain, nullable=False),
        sa.Column("role", Plain, nullable=False),
        sa.Column("provision", Plain, nullable=False),
        sa.PrimaryKeyConstraint("text", "target", "seq"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "facts",
        sa.Column("text", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("blob", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("text"),
    )
    op.create_table(
        "findings",
        sa.Column("text", sa.Integer(), nullable=False),
        sa.Column("stage", Plain, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("code", Plain, nullable=False),
        sa.Column("severity", Plain, nullable=False),
        sa.Column("finding", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("text", "stage", "seq"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_findings_code", "findings", ["code"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("work", Plain, nullable=False),
        sa.Column("kind", Plain, nullable=False),
        sa.Column("target", Plain, nullable=False),
        sa.Column("quote", Plain, nullable=False),
        sa.Column("verdict", Plain, nullable=False),
        sa.Column("by", Plain, nullable=False),
        sa.Column("at", Plain, nullable=False),
        sa.Column("note", Plain, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_judgements_work", "judgements", ["work"], unique=False)
    op.create_table(
        "origins",
        sa.Column("sha256", Plain, nullable=False),
        sa.Column("origin", Plain, nullable=False),
        sa.PrimaryKeyConstraint("sha256", "origin"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code_version", Plain, nullable=False),
        sa.Column("rules_version", Plain, nullable=False),
        sa.Column("recorded_at", Plain, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "settings",
        sa.Column("name", Plain, nullable=False),
        sa.Column("value", Plain, nullable=False),
        sa.PrimaryKeyConstraint("name"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sources",
        sa.Column("sha256", Plain, nullable=False),
        sa.Column("media_type", Plain, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_index("ix_sources_size", "sources", ["size"], unique=False)
    op.create_table(
        "stirred", sa.Column("key", Plain, nullable=False), sa.PrimaryKeyConstraint("key"), sqlite_with_rowid=False
    )
    op.create_table(
        "target_keys",
        sa.Column("key", Plain, nullable=False),
        sa.Column("text", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "text", "n"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_target_keys_text", "target_keys", ["text"], unique=False)
    op.create_table(
        "targets",
        sa.Column("text", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("key", Plain, nullable=False),
        sa.Column("target", sa.LargeBinary(), nullable=False),
        sa.Column("state", Plain, nullable=False),
        sa.Column("work", Plain, nullable=True),
        sa.Column("grade", Plain, nullable=True),
        sa.Column("candidates", Plain, nullable=False),
        sa.Column("mismatches", Plain, nullable=False),
        sa.PrimaryKeyConstraint("text", "n"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_targets_new", "targets", ["text", "n"], unique=False, sqlite_where=NEW, postgresql_where=NEW)
    op.create_table(
        "texts",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", Plain, nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("printed", Plain, nullable=False),
        sa.Column("work", Plain, nullable=False),
        sa.Column("base", sa.Boolean(), nullable=False),
        sa.Column("match_key", Plain, nullable=False),
        sa.Column("identity", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sha256"),
    )
    op.create_index("ix_texts_match_key", "texts", ["match_key"], unique=False)
    op.create_index("ix_texts_printed", "texts", ["printed"], unique=False)
    op.create_index("ix_texts_work", "texts", ["work"], unique=False)
    op.create_table(
        "work_keys",
        sa.Column("key", Plain, nullable=False),
        sa.Column("work", Plain, nullable=False),
        sa.PrimaryKeyConstraint("key", "work"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_work_keys_work", "work_keys", ["work"], unique=False)
    op.create_table(
        "works",
        sa.Column("id", Plain, nullable=False),
        sa.Column("text", sa.Integer(), nullable=False),
        sa.Column("texts", sa.Integer(), nullable=False),
        sa.Column("family", Plain, nullable=False),
        sa.Column("type", Plain, nullable=False),
        sa.Column("type_name", Plain, nullable=False),
        sa.Column("symbol", Plain, nullable=False),
        sa.Column("number", Plain, nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("issuer", Plain, nullable=False),
        sa.Column("issuer_name", Plain, nullable=False),
        sa.Column("date", Plain, nullable=True),
        sa.Column("title", Plain, nullable=False),
        sa.Column("folded", Plain, nullable=False),
        sa.Column("language", Plain, nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("normative", sa.Boolean(), nullable=True),
        sa.Column("force_start", Plain, nullable=True),
        sa.Column("force", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_works_date", "works", ["date"], unique=False)
