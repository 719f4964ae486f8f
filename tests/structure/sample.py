"""A short way to divide a text written in a test."""

from vanban import structure
from vanban.model import Finding, Issuer, Provision, Source, Text, Work
from vanban.rules import load

WORK = Work(
    id="", family="state", type="", type_name="", symbol="", symbol_printed="", number="", year=None,
    issuer=Issuer("", ""), date=None, place="", title="",
)  # fmt: skip


def divide(content: str, **parts: object) -> tuple[Provision, ...]:
    """The provisions of a text given as a string; `parts` are further fields of `Text` (tables, notes)."""
    return divide_all(content, **parts)[0]


def divide_all(content: str, **parts: object) -> tuple[tuple[Provision, ...], tuple[Finding, ...]]:
    """The provisions and the findings."""
    text = Text(content=content, source=Source("", "text/plain"), **parts)  # type: ignore[arg-type]
    return structure.parse(text, WORK, load())


def eids(content: str, **parts: object) -> list[str]:
    """The eids in document order; quoted ones with a quotation mark in front."""
    return [("“" if unit.quoted else "") + unit.eid for unit in divide(content, **parts)]
