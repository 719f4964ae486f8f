"""The impact of a new document as lines for a person."""

from collections.abc import Iterator
from itertools import groupby

from vanban.exports.messages import label
from vanban.exports.overview import Say
from vanban.review.impact import Affected, Clause, ImpactAnswer

_SHOWN = 3


def impact_lines(answer: ImpactAnswer, say: Say) -> Iterator[str]:
    """The documents to review by khoản of Điều 39, each with its nearest clauses; last what was left out, and why."""
    names = {each.work: each.name for each in answer.affected if each.through is None}
    yield say("impact.of", name=answer.name, title=answer.title)
    for paragraph, group in groupby(answer.affected, key=lambda each: each.paragraph):
        listed = list(group)
        yield say(f"impact.{paragraph}", count=len(listed))
        for each in listed:
            yield from _lines(each, names.get(each.through or "", ""), say)
    for why, count in sorted(answer.left_out.items()):
        yield say(f"impact.left-{why}", count=count)


def _lines(each: Affected, changed: str, say: Say) -> Iterator[str]:
    tie = ", ".join(_tie(name, say) for name in each.tie.split(", "))
    doubt = "" if each.grade == "explicit" else f" [{label('grade', each.grade, say.rules, say.language)}]"
    absent = "" if each.present else f" [{say('impact.absent')}]"
    through = f" {changed}" if changed else ""
    yield f"  {each.name} — {tie}{through}, {say(f'impact.reach-{each.reach}')}{doubt}{absent}"
    for clause in each.clauses[:_SHOWN]:
        if clause.quote:
            yield f"    {_place(clause)}“{clause.quote}”"
    if len(each.clauses) > _SHOWN:
        yield f"    … +{len(each.clauses) - _SHOWN}"


def _tie(name: str, say: Say) -> str:
    for kind in ("role", "verb"):
        said = label(kind, name, say.rules, say.language)
        if said != name:
            return said
    return say("impact.same-matter") if name == "same-matter" else name


def _place(clause: Clause) -> str:
    pointed = f" → {clause.cited}" if clause.cited else ""
    return f"{clause.unit}{pointed}: " if clause.unit or pointed else ""
