"""What people decided about the review of documents: judgements of the kind "review", the last one counting.

The subject is the work; its `target` names what is decided, the verdict is the value: "handling" (a row of the table
`review_handlings`), "reason", "drafting", "deadline" (words for Mẫu 04), "field" (a row of `regulation_fields`), "kind"
(normative, administrative), "lapse" (confirmed, rejected).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from vanban.archive.subjects import OF_THE_WORK, REVIEW_PARTS
from vanban.model import Judgement

Decided = Mapping[str, Mapping[str, Judgement]]


def decided(judgements: Iterable[Judgement]) -> Decided:
    """By work and part, the judgement that counts: the last."""
    found: defaultdict[str, dict[str, Judgement]] = defaultdict(dict)
    for judgement in sorted(judgements, key=lambda each: each.at):
        subject = judgement.subject
        if subject.kind == OF_THE_WORK and subject.target in REVIEW_PARTS:
            found[subject.work][subject.target] = judgement
    return found


def verdict(found: Decided, work: str, part: str) -> str:
    """What was decided of one part of a work; "" where nothing was."""
    judgement = found.get(work, {}).get(part)
    return judgement.verdict if judgement is not None else ""
