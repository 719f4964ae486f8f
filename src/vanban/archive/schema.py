"""The tables of an archive. Portable SQL only: the same definitions serve SQLite and PostgreSQL.

What can be recomputed from the originals is one compact blob a text (`facts`) plus index rows for the questions that
run over the whole archive. `works` is derived from `texts` by `shelving`; nothing in it is entered by hand. The index
rows hang on texts, not on works, so a text that moves to another work moves with two columns. There are no foreign
keys: every row is written beside its text in one transaction, and the check on each of a million rows is not free.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

# Compared byte by byte in every database, so that an order never depends on the server's language.
Plain = Text().with_variant(Text(collation="C"), "postgresql")

metadata = MetaData()
_NEW = text("state = 'new'")

# One call of `add` or `reread`: which code and which tables made the facts, and when we learned them.
runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("code_version", Plain, nullable=False),
    Column("rules_version", Plain, nullable=False),
    Column("recorded_at", Plain, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("sha256", Plain, primary_key=True),
    Column("media_type", Plain, nullable=False),
    Column("size", Integer, nullable=False),
    Column("added", Integer, nullable=False),  # the run that brought it
    Index("ix_sources_size", "size"),
)

# Under which names a source was given; the same bytes may come under several.
origins = Table(
    "origins",
    metadata,
    Column("sha256", Plain, nullable=False),
    Column("origin", Plain, nullable=False),
    PrimaryKeyConstraint("sha256", "origin"),
    sqlite_with_rowid=False,
)

# One text of a source. `identity` is what the text says of itself (`identity.Identity`), `work` where it was shelved.
texts = Table(
    "texts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("sha256", Plain, nullable=False, unique=True),
    Column("run", Integer, nullable=False),  # the run that made the facts
    Column("printed", Plain, nullable=False),  # the identifier that the text's own words make
    Column("work", Plain, nullable=False),
    Column("base", Boolean, nullable=False),
    Column("match_key", Plain, nullable=False),
    Column("identity", LargeBinary, nullable=False),
    Index("ix_texts_work", "work"),
    Index("ix_texts_printed", "printed"),
    Index("ix_texts_match_key", "match_key"),
)

facts = Table(
    "facts",
    metadata,
    Column("text", Integer, primary_key=True, autoincrement=False),
    Column("blob", LargeBinary, nullable=False),
)

works = Table(
    "works",
    metadata,
    Column("id", Plain, primary_key=True),
    Column("text", Integer, nullable=False),  # the base text
    Column("texts", Integer, nullable=False),  # how many there are
    Column("family", Plain, nullable=False),
    Column("type", Plain, nullable=False),
    Column("type_name", Plain, nullable=False),
    Column("symbol", Plain, nullable=False),
    Column("number", Plain, nullable=False),
    Column("year", Integer),
    Column("issuer", Plain, nullable=False),
    Column("issuer_name", Plain, nullable=False),
    Column("date", Plain),
    Column("title", Plain, nullable=False),
    Column("folded", Plain, nullable=False),  # type, symbol and title folded, for finding by any part
    Column("language", Plain, nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("normative", Boolean),
    Column("force_start", Plain),
    Column("force", LargeBinary, nullable=False),  # Force, MessagePack: the day and the words that say so
    Index("ix_works_date", "date"),
    sqlite_with_rowid=False,
)

# The catalogue: under which keys a work is filed (`references.keys_of_work`).
work_keys = Table(
    "work_keys",
    metadata,
    Column("key", Plain, nullable=False),
    Column("work", Plain, nullable=False),
    PrimaryKeyConstraint("key", "work"),
    Index("ix_work_keys_work", "work"),
    sqlite_with_rowid=False,
)

# What a text points at outside itself, each distinct target once: a law cited forty times is resolved once.
targets = Table(
    "targets",
    metadata,
    Column("text", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    Column("key", Plain, nullable=False),  # the first of its keys, by which missing acts are counted
    Column("target", LargeBinary, nullable=False),  # Target without provision, MessagePack
    Column("state", Plain, nullable=False),  # new | resolved | ambiguous | waiting
    Column("work", Plain),
    Column("grade", Plain),
    Column("candidates", Plain, nullable=False),  # JSON
    Column("mismatches", Plain, nullable=False),  # JSON
    PrimaryKeyConstraint("text", "n"),
    # Only what is still to do, in the order of the table, so that resolving a million writes page after page. No index
    # on `work`: whatever points at a work has asked under one of its keys (`target_keys`).
    Index("ix_targets_new", "text", "n", sqlite_where=_NEW, postgresql_where=_NEW),
    sqlite_with_rowid=False,
)

# Under which keys a target asks (`references.keys_of`): a work that arrives reopens the targets of its keys.
target_keys = Table(
    "target_keys",
    metadata,
    Column("key", Plain, nullable=False),
    Column("text", Integer, nullable=False),
    Column("n", Integer, nullable=False),
    PrimaryKeyConstraint("key", "text", "n"),
    Index("ix_target_keys_text", "text"),
    sqlite_with_rowid=False,
)

# References that leave their document; `seq` is the place in the parsed document's list.
references = Table(
    "external_references",
    metadata,
    Column("text", Integer, nullable=False),
    Column("target", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("eid", Plain, nullable=False),
    Column("role", Plain, nullable=False),
    Column("provision", Plain, nullable=False),  # JSON: [["article","5"],["clause","2"]]
    PrimaryKeyConstraint("text", "target", "seq"),
    sqlite_with_rowid=False,
)

# Every effect. `target` is None where it stays inside its own work (`own`) or names nothing.
effects = Table(
    "effects",
    metadata,
    Column("text", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("target", Integer),
    Column("own", Boolean, nullable=False),
    Column("verb", Plain, nullable=False),
    Column("effect", LargeBinary, nullable=False),  # the whole Effect, MessagePack
    PrimaryKeyConstraint("text", "seq"),
    Index("ix_effects_target", "text", "target"),
    sqlite_with_rowid=False,
)

# Faults that the per-document stages found, and (`stage` "shelf") those seen when texts were put together.
findings = Table(
    "findings",
    metadata,
    Column("text", Integer, nullable=False),
    Column("stage", Plain, nullable=False),  # parse | shelf
    Column("seq", Integer, nullable=False),
    Column("code", Plain, nullable=False),
    Column("severity", Plain, nullable=False),
    Column("finding", LargeBinary, nullable=False),  # the whole Finding, MessagePack
    PrimaryKeyConstraint("text", "stage", "seq"),
    Index("ix_findings_code", "code"),
    sqlite_with_rowid=False,
)

# Every task of a text; `due` is the first day after its time limit, where the limit can be computed.
tasks = Table(
    "tasks",
    metadata,
    Column("text", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("due", Plain),
    Column("task", LargeBinary, nullable=False),  # the whole Task, MessagePack
    Column("quote", Plain, nullable=False),
    PrimaryKeyConstraint("text", "seq"),
    Index("ix_tasks_due", "due"),
    sqlite_with_rowid=False,
)

# Keys whose works have changed since references were last resolved: the work that a kill may leave over.
stirred = Table(
    "stirred",
    metadata,
    Column("key", Plain, primary_key=True),
    sqlite_with_rowid=False,
)

# Works that changed, in the order in which they did: the queue of what is made of the archive (`changed`).
changed_works = Table(
    "changed_works",
    metadata,
    Column("work", Plain, primary_key=True),
    Column("place", Integer, nullable=False),
    Index("ix_changed_works_place", "place"),
    sqlite_with_rowid=False,
)

# People append; nothing here is ever changed or keyed by a person.
judgements = Table(
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("work", Plain, nullable=False),
    Column("kind", Plain, nullable=False),
    Column("target", Plain, nullable=False),
    Column("quote", Plain, nullable=False),
    Column("verdict", Plain, nullable=False),
    Column("by", Plain, nullable=False),
    Column("at", Plain, nullable=False),
    Column("note", Plain, nullable=False),
    Column("day", Plain, nullable=False, server_default=""),  # "" where the verdict needs none
    Column("proof", Plain, nullable=False, server_default=""),
    Column("office", Plain, nullable=False, server_default=""),
    Index("ix_judgements_work", "work"),
)

# What the archive must remember of itself, such as where the originals lie.
settings = Table(
    "settings",
    metadata,
    Column("name", Plain, primary_key=True),
    Column("value", Plain, nullable=False),
    sqlite_with_rowid=False,
)
