"""The JSON of a parsed document: a contract. Fields are added, never renamed.

The model's values are kept compact; these are the shapes that the world sees, and the JSON Schema is made from them.
"""

from datetime import date

import msgspec

from vanban.exports.messages import Language, message
from vanban.model import Effect, Family, Finding, Force, Level, Parsed, Reference, Severity, Signer, Span, Task, Work
from vanban.rules import Rules

SCHEMA = "vanban/1"


class WorkJson(msgspec.Struct, frozen=True):
    """`work`: which document this is."""

    id: str
    family: Family
    language: str
    translation_of: str | None
    complete: bool
    fields: tuple[dict[str, str], ...]
    type: str
    type_name: str
    symbol: str
    symbol_printed: str
    number: str
    year: int | None
    issuer: dict[str, str]
    date: date | None
    place: str
    title: str
    normative: bool | None
    signers: tuple[Signer, ...]
    recipients: tuple[str, ...]
    legal_bases: tuple[Span, ...]


class ProvisionJson(msgspec.Struct, frozen=True):
    """One item of `provisions`, in document order; offsets into `text`."""

    eid: str
    level: Level
    num: str
    heading: str
    start: int
    end: int
    parent: str | None
    quoted: bool


class FindingJson(msgspec.Struct, frozen=True):
    """One item of `findings`: code, severity, evidence, and the sentence in the language asked for."""

    code: str
    severity: Severity
    start: int
    end: int
    message: str


class DocumentJson(msgspec.Struct, frozen=True):
    """The whole object of `vanban parse FILE --json`."""

    schema: str
    work: WorkJson
    text: str
    provisions: tuple[ProvisionJson, ...]
    references: tuple[Reference, ...]
    effects: tuple[Effect, ...]
    force: Force
    tasks: tuple[Task, ...]
    findings: tuple[FindingJson, ...]
    source: str | None = None


def document(parsed: Parsed, rules: Rules, *, language: Language = "vi", source: str | None = None) -> DocumentJson:
    """The contract's object for one document; `source` is the path it came from, where there are several."""
    return DocumentJson(
        schema=SCHEMA,
        work=work(parsed.work),
        text=parsed.text.content,
        provisions=tuple(
            ProvisionJson(p.eid, p.level, p.num, p.heading, p.start, p.end, p.parent, p.quoted)
            for p in parsed.provisions
        ),
        references=parsed.references,
        effects=parsed.effects,
        force=parsed.force,
        tasks=parsed.tasks,
        findings=tuple(finding(item, rules, language) for item in parsed.findings),
        source=source,
    )


def work(value: Work) -> WorkJson:
    """The identity of a document as the contract shows it."""
    return WorkJson(
        id=value.id,
        family=value.family,
        language=value.language,
        translation_of=value.translation_of,
        complete=value.complete,
        fields=tuple({"id": f.id, "name": f.name, "grade": f.grade, "basis": f.basis} for f in value.fields),
        type=value.type,
        type_name=value.type_name,
        symbol=value.symbol,
        symbol_printed=value.symbol_printed,
        number=value.number,
        year=value.year,
        issuer={"id": value.issuer.id, "name": value.issuer.name},
        date=value.date,
        place=value.place,
        title=value.title,
        normative=value.normative,
        signers=value.signers,
        recipients=value.recipients,
        legal_bases=tuple(Span(basis.start, basis.end) for basis in value.legal_bases),
    )


def finding(value: Finding, rules: Rules, language: Language = "vi") -> FindingJson:
    """A finding with its sentence."""
    return FindingJson(value.code, value.severity, value.start, value.end, message(value, rules, language))
