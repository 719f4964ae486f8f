"""A draft's DOCX with a comment at the words of each fault; the file checked is not touched."""

import copy
from collections.abc import Iterator, Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from vanban.exports.messages import Language
from vanban.exports.review_draft import fault_sentence
from vanban.model import Text
from vanban.review.drafting import Draft, Fault
from vanban.rules import Rules

_AUTHOR, _INITIALS = "vanban", "vb"
_ENOUGH = 24  # characters of a quote that find its paragraph where the whole of it does not


def write_commented(source: Path, out: Path, text: Text, draft: Draft, rules: Rules, language: Language) -> None:
    """Write a copy of `source` to `out` with a comment for each fault; one about the whole at its first line."""
    document = Document(str(source))
    paragraphs = list(_paragraphs(document))
    # From the last to the first: a run that is cut for one comment does not move the words of the others before it.
    for fault in sorted(draft.faults, key=lambda each: each.start, reverse=True):
        runs = _runs(paragraphs, text, fault) or next((p.runs for p in paragraphs if p.runs), None)
        if runs:
            words = fault_sentence(fault, rules, language)
            document.add_comment(runs=runs, text=words, author=_AUTHOR, initials=_INITIALS)
    document.save(str(out))


def _paragraphs(document: DocumentObject) -> Iterator[Paragraph]:
    """Every paragraph of the body, those in tables too, in the order of the file."""
    for element in document.element.body.iter(qn("w:p")):
        yield Paragraph(element, document._body)


def _runs(paragraphs: Sequence[Paragraph], text: Text, fault: Fault) -> list[Run] | None:
    """The runs of the words; None where the fault has no words, or they stand in no paragraph as they were read."""
    words = fault.quote.strip().split("\n")[0]
    if fault.end <= fault.start or not words:
        return None
    place = text.place(fault.start)
    near = place.paragraph if place is not None and place.paragraph is not None else 0
    for wanted in (words, words[:_ENOUGH]):
        holding = [number for number, paragraph in enumerate(paragraphs) if wanted in paragraph.text]
        if holding:
            paragraph = paragraphs[min(holding, key=lambda number: abs(number - near))]
            start = paragraph.text.index(wanted)
            return _cut(paragraph, start, start + len(wanted))
    return None


def _cut(paragraph: Paragraph, start: int, end: int) -> list[Run]:
    """The runs of `text[start:end]`, cut at its edges; a run of more than plain words is taken whole."""
    found: list[Run] = []
    at = 0
    for run in list(paragraph.runs):
        begins, ends = at, at + len(run.text)
        at = ends
        if ends <= start or begins >= end:
            continue
        if begins < end < ends:
            run = _split(run, end - begins)[0]
        if begins < start:
            run = _split(run, start - begins)[-1]
        found.append(run)
    return found


def _split(run: Run, at: int) -> tuple[Run, ...]:
    """A run cut in two after `at` characters; itself where it holds more than plain words."""
    if [child.tag for child in run._r if child.tag != qn("w:rPr")] != [qn("w:t")]:
        return (run,)
    words = run.text
    second = copy.deepcopy(run._r)
    run._r.addnext(second)
    run.text = words[:at]
    other = Run(second, run._parent)
    other.text = words[at:]
    return (run, other)
