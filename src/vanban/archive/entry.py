"""One text as the archive will keep it: identity, blob and index rows, made by the process that parsed it."""

import datetime as dt
from functools import lru_cache

import msgspec

from vanban.archive.blob import encode, pack
from vanban.archive.identity import Identity, identity_of
from vanban.identification.persons import without_persons
from vanban.model import Effect, Finding, Parsed, Reference, Target, Task
from vanban.references import keys_of
from vanban.rules import Rules

_Bare = tuple[str, str, str, str | None, int | None, str]


class TargetRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A target outside the document, its provision left out, with the catalogue keys that could answer it."""

    target: bytes
    keys: tuple[str, ...]


class ReferenceRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A reference that leaves its document. `target` numbers a TargetRow, `seq` the parsed document's references."""

    target: int
    seq: int
    start: int
    stop: int
    eid: str
    role: str
    provision: str


class EffectRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An effect; `own` where it stays inside its own work."""

    seq: int
    target: int | None
    own: bool
    verb: str
    effect: bytes


class FindingRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A finding of the per-document stages."""

    seq: int
    code: str
    severity: str
    finding: bytes


class TaskRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A task, the day its time limit ends before (ISO), and its words."""

    seq: int
    due: str | None
    task: bytes
    quote: str


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Everything that is stored of one text. A translation yields neither references nor effects."""

    sha256: str
    media_type: str
    size: int
    identity: Identity
    blob: bytes
    targets: tuple[TargetRow, ...]
    references: tuple[ReferenceRow, ...]
    effects: tuple[EffectRow, ...]
    findings: tuple[FindingRow, ...]
    tasks: tuple[TaskRow, ...] = ()


def entry_of(parsed: Parsed, rules: Rules) -> Entry:
    """The rows of a parsed text. The file's name is left out, so that the same bytes give the same entry."""
    source = msgspec.structs.replace(parsed.text.source, origin="")
    parsed = msgspec.structs.replace(parsed, text=msgspec.structs.replace(parsed.text, source=source))
    identity = identity_of(parsed, rules)
    targets = _Targets(rules)
    translation = identity.is_translation
    return Entry(
        sha256=source.sha256,
        media_type=source.media_type,
        size=source.size,
        identity=identity,
        blob=pack(parsed),
        references=() if translation else tuple(_references(parsed.references, targets)),
        effects=()
        if translation
        else tuple(_effect(seq, effect, targets) for seq, effect in enumerate(parsed.effects)),
        targets=tuple(targets.rows),
        findings=tuple(_finding(seq, finding) for seq, finding in enumerate(parsed.findings)),
        tasks=tuple(_task(seq, task, parsed.text.content) for seq, task in enumerate(parsed.tasks)),
    )


class _Targets:
    """The distinct targets of one document, numbered in the order of their first mention."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.rows: list[TargetRow] = []
        self._numbers: dict[_Bare, int | None] = {}

    def number(self, target: Target) -> int | None:
        """The number of a target; None where it stays inside its document or says too little to be looked up."""
        date = target.date.isoformat() if target.date else None
        bare = (target.type, target.symbol, target.title, date, target.year, target.issuer)
        if bare not in self._numbers:
            row = _row(bare, self.rules)
            self._numbers[bare] = None if row is None else len(self.rows)
            if row is not None:
                self.rows.append(row)
        return self._numbers[bare]


@lru_cache(maxsize=4_096)
def _row(bare: _Bare, rules: Rules) -> TargetRow | None:
    """The row of a target; kept at hand, because thousands of documents cite the same laws in the same words."""
    type, symbol, title, date, year, issuer = bare
    if not symbol and not title:
        return None
    target = Target(type, symbol, title, dt.date.fromisoformat(date) if date else None, year, issuer)
    asked = msgspec.structs.replace(target, title=without_persons(title))  # no person is part of a key (decision 0016)
    keys = keys_of(Reference(0, 0, "", "cites", asked), rules)
    return TargetRow(encode(target), keys) if keys else None


def provision_path(target: Target) -> str:
    """The provision that a target names, as JSON: `[["article","5"],["clause","2"]]`; `[]` is the whole work."""
    if not target.provision:
        return "[]"
    return msgspec.json.encode([[unit.level, unit.num] for unit in target.provision]).decode()


def _references(references: tuple[Reference, ...], targets: _Targets) -> list[ReferenceRow]:
    rows = []
    for seq, reference in enumerate(references):
        number = targets.number(reference.target)
        if number is not None:
            path = provision_path(reference.target)
            rows.append(
                ReferenceRow(number, seq, reference.start, reference.end, reference.within, reference.role, path)
            )
    return rows


def _effect(seq: int, effect: Effect, targets: _Targets) -> EffectRow:
    number = targets.number(effect.target)
    own = number is None and (effect.target.relative is not None or effect.target.eid is not None)
    return EffectRow(seq, number, own, effect.verb, encode(effect))


def _finding(seq: int, finding: Finding) -> FindingRow:
    return FindingRow(seq, finding.code, finding.severity, encode(finding))


def _task(seq: int, task: Task, content: str) -> TaskRow:
    limit = task.deadline.end_before if task.deadline else None
    return TaskRow(seq, limit.isoformat() if limit else None, encode(task), content[task.start : task.end])
