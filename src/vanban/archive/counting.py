"""How much is here, and what is missing most."""

import msgspec
from sqlalchemy import distinct, func, select

from vanban.archive import schema
from vanban.archive.store import Store
from vanban.model import Target

_target = msgspec.msgpack.Decoder(Target)


class Counts(msgspec.Struct, frozen=True):
    """How much an archive holds. References are those that leave their document, each pointer once."""

    works: int
    texts: int
    translations: int
    incomplete: int
    by_family: dict[str, int]
    by_type: dict[str, int]
    references: dict[str, int]
    effects: int
    effects_resolved: int
    findings: dict[str, int]


class Missing(msgspec.Struct, frozen=True):
    """An act that is cited and not here: as most citing documents name it, and how many works cite it how often."""

    key: str
    target: Target
    works: int
    references: int


def counts(store: Store) -> Counts:
    """Count everything, in a few questions."""
    works, texts, references, targets, effects, found = (
        schema.works, schema.texts, schema.references, schema.targets, schema.effects, schema.findings,
    )  # fmt: skip
    base = select(texts.c.id).where(texts.c.base)
    with store.reading() as connection:

        def ask(question: object) -> dict[str, int]:
            return {str(name): int(number) for name, number in connection.execute(question)}  # type: ignore[call-overload]

        def one(question: object) -> int:
            return int(connection.execute(question).scalar() or 0)  # type: ignore[call-overload]

        by_state = ask(
            select(targets.c.state, func.count())
            .select_from(references)
            .join(targets, (targets.c.text == references.c.text) & (targets.c.n == references.c.target))
            .where(references.c.text.in_(base))
            .group_by(targets.c.state)
        )
        by_state["waiting"] = by_state.pop("new", 0) + by_state.get("waiting", 0)
        resolved = (
            select(func.count())
            .select_from(effects)
            .join(
                targets,
                (targets.c.text == effects.c.text) & (targets.c.n == effects.c.target),
                isouter=True,
            )
            .where(effects.c.text.in_(base), effects.c.own | targets.c.work.is_not(None))
        )
        count = func.count
        return Counts(
            works=one(select(count()).select_from(works)),
            texts=one(select(count()).select_from(texts)),
            translations=one(select(count()).select_from(works).where(works.c.language != "vi")),
            incomplete=one(select(count()).select_from(works).where(~works.c.complete)),
            by_family=ask(select(works.c.family, count()).group_by(works.c.family).order_by(works.c.family)),
            by_type=ask(select(works.c.type, count()).group_by(works.c.type).order_by(works.c.type)),
            references={state: by_state.get(state, 0) for state in ("resolved", "ambiguous", "waiting")},
            effects=one(select(count()).select_from(effects).where(effects.c.text.in_(base))),
            effects_resolved=one(resolved),
            findings=ask(select(found.c.code, count()).group_by(found.c.code).order_by(found.c.code)),
        )


def missing(store: Store, limit: int = 10) -> tuple[Missing, ...]:
    """The acts most cited that are not here: by the number of works that cite them, then of references, then by key."""
    texts, references, targets = schema.texts, schema.references, schema.targets
    cited = func.count(distinct(texts.c.work)).label("cited")
    times = func.count().label("times")
    question = (
        select(targets.c.key, cited, times)
        .select_from(targets)
        .join(references, (references.c.text == targets.c.text) & (references.c.target == targets.c.n))
        .join(texts, texts.c.id == targets.c.text)
        .where(targets.c.state == "waiting", texts.c.base)
        .group_by(targets.c.key)
        .order_by(cited.desc(), times.desc(), targets.c.key)
        .limit(limit)
    )
    with store.reading() as connection:
        rows = connection.execute(question).all()
        # The wording that most documents use; of equally common ones the first by its bytes.
        wordings = (
            select(targets.c.key, targets.c.target)
            .where(targets.c.state == "waiting", targets.c.key.in_([row.key for row in rows]))
            .group_by(targets.c.key, targets.c.target)
            .order_by(func.count(), targets.c.target.desc())
        )
        commonest = {key: bytes(target) for key, target in connection.execute(wordings)}
    return tuple(Missing(row.key, _target.decode(commonest[row.key]), row.cited, row.times) for row in rows)
