"""What the stages say of one document, as golden files."""

import json
from collections.abc import Iterable
from typing import Any

from tests.saying import say_target
from vanban.model import Parsed, Provision


def render(parsed: Parsed) -> dict[str, str]:
    """The golden files of a document by name; each ends with a line end."""
    return {
        "work.json": json.dumps(_work(parsed), ensure_ascii=False, indent=2) + "\n",
        "tree.txt": _lines(_tree(parsed)),
        "references.tsv": _lines(_references(parsed)),
        "effects.tsv": _lines(_effects(parsed)),
        "tasks.tsv": _lines(_tasks(parsed)),
        "findings.txt": _lines(_findings(parsed)),
    }


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _quote(parsed: Parsed, start: int, end: int, width: int = 90) -> str:
    """The words at a span on one line, the middle left out where they are many."""
    words = " ".join(parsed.text.content[start:end].split())
    return words if len(words) <= width else f"{words[: width - 32]} … {words[-28:]}"


def _work(parsed: Parsed) -> dict[str, Any]:
    work, force = parsed.work, parsed.force
    return {
        "id": work.id,
        "family": work.family,
        "language": work.language,
        "translation_of": work.translation_of,
        "complete": work.complete,
        "normative": work.normative,
        "type": work.type,
        "type_name": work.type_name,
        "symbol": work.symbol,
        "issuer": [work.issuer.id, work.issuer.name],
        "date": str(work.date) if work.date else None,
        "place": work.place,
        "title": work.title,
        "fields": [[field.id, field.grade] for field in work.fields],
        "signers": [[signer.name, signer.capacity] for signer in work.signers],
        "recipients": list(work.recipients),
        "legal_bases": [_quote(parsed, basis.start, basis.end, 400) for basis in work.legal_bases],
        "force": {
            "from": str(force.start_on) if force.start_on else None,
            "words": _quote(parsed, force.basis.start, force.basis.end, 400) if force.basis else None,
        },
    }


def _tree(parsed: Parsed) -> Iterable[str]:
    depth: dict[str | None, int] = {None: -1}
    ends = {unit.eid: unit for unit in parsed.provisions}
    for index, unit in enumerate(parsed.provisions):
        depth[unit.eid] = depth.get(unit.parent, -1) + 1
        following = parsed.provisions[index + 1] if index + 1 < len(parsed.provisions) else None
        lead_end = following.start if following and following.parent == unit.eid else ends[unit.eid].end
        mark = '" ' if unit.quoted else ""
        yield f"{'  ' * depth[unit.eid]}{mark}{unit.eid}  {_words_of(parsed, unit, lead_end)}".rstrip()


def _words_of(parsed: Parsed, unit: Provision, lead_end: int) -> str:
    return _quote(parsed, unit.start, lead_end, 100)


def _references(parsed: Parsed) -> Iterable[str]:
    yield "in\trole\ttarget\teid\twords"
    for found in parsed.references:
        words = _quote(parsed, found.start, found.end)
        yield "\t".join((found.within, found.role, say_target(found.target), found.target.eid or "", words))


def _effects(parsed: Parsed) -> Iterable[str]:
    yield "in\tverb\ttarget\told\tnew\tfrom\tto\texcept\tcondition\tgrade\twords"
    for found in parsed.effects:
        new = ", ".join(found.new_eids) or found.new or ""
        cells = (
            found.within, found.verb, say_target(found.target), found.old or "", new, found.start_on or "",
            found.end_before or "", found.exception or "", found.condition or "", found.grade,
            _quote(parsed, found.start, found.end),
        )  # fmt: skip
        yield "\t".join(" ".join(str(cell).split()) for cell in cells)


def _tasks(parsed: Parsed) -> Iterable[str]:
    yield "in\tlead\tjoin\tduty\tproduct\tlimit\tfrom\tto\trecurs\tcondition"
    for found in parsed.tasks:
        limit = found.deadline
        cells = (
            found.within, "; ".join(found.lead), "; ".join(found.join), found.duty, found.product or "",
            limit.text if limit else "", (limit and limit.start_on) or "", (limit and limit.end_before) or "",
            (limit and limit.recurs) or "", found.condition or "",
        )  # fmt: skip
        yield "\t".join(" ".join(str(cell).split()) for cell in cells)


def _findings(parsed: Parsed) -> Iterable[str]:
    for found in parsed.findings:
        words = _quote(parsed, found.start, found.end)
        details = ", ".join(f"{name}={value}" for name, value in sorted(found.details.items()))
        yield " ".join(filter(None, (f"{found.severity} {found.code}", f"[{words}]" if words else "", details)))
