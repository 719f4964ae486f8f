"""What binds a sentence from outside it: the lines above that name cases, and the sentence before that it goes on from.

"Người đã nộp hồ sơ trước ngày …, việc cấp phép được thực hiện như sau:" holds for each line below. The wordings are the
rows of `effect_wordings` with the uses `began-before`, `cases-above`, `lead-of-cases`, `lead-ends`,
`refers-back` and `sub-case`.
"""

import re

from vanban.effects import limits, phrases, sentences
from vanban.effects.instruction import Page
from vanban.effects.sentences import Sentence
from vanban.effects.wording import Clause
from vanban.rules.effect_wording import Use

_THEN = re.compile(r"[\s,]*\bthì\b", re.IGNORECASE)


def above(page: Page, clause: Clause) -> tuple[str, ...]:
    """The words of the lines above a clause that name cases, as printed, the outermost first."""
    found: list[str] = []
    place = clause.above
    while place >= 0:
        holder = page.wording.clauses[place]
        said = _lead(page, holder)
        found += [said] if said else []
        place = holder.above
    return tuple(reversed(found))


def _lead(page: Page, holder: Clause) -> str | None:
    """The cases that the last sentence of a clause names for the clauses below it; None where it names none."""
    said = limits.cases_in(page, holder)
    if said is not None:
        return said
    lines = sentences.of(page.wording, holder)
    if not lines:
        return None
    end = lines[-1].end
    # A line that begins with a small letter goes on from the one above: "… xây dựng mới:⏎cảng hàng không …".
    start = next((line.start for line in reversed(lines) if not page.wording.content[line.start].islower()), end)
    if not any(_holds(page, use, start, end) for use in ("began-before", "lead-of-cases")):
        return None
    ends = phrases.first_wording(page.rules, "lead-ends", page.wording.folded, start, end)
    return page.wording.content[start : ends[1].start()] if ends is not None else None


def before(page: Page, clause: Clause, sentence: Sentence, order: int) -> str | None:
    """The cases of the sentence before, where `sentence` only goes on from it; None where it stands by itself.

    It goes on where the words before its order point back ("quy định tại khoản này", "các hồ sơ này"), or where it is a
    case ("Trường hợp …") in one paragraph with the other and says of nothing of its own when it began.
    """
    content = page.wording.content
    all_of_it = sentences.of(page.wording, clause)
    place = all_of_it.index(sentence)
    if place == 0:
        return None
    last = all_of_it[place - 1]
    one_paragraph = "\n" not in content[last.end : sentence.start]
    sub_case = phrases.wording_at(page.rules, "sub-case", page.wording.folded, sentence.start, order) is not None
    alone = not one_paragraph or not sub_case or _holds(page, "began-before", sentence.start, order)
    if alone and not _holds(page, "refers-back", sentence.start, order):
        return None
    if not _holds(page, "began-before", last.start, last.end):
        return None
    then = _THEN.search(content, last.start, last.end)
    return content[last.start : then.start() if then is not None else last.end]


def _holds(page: Page, use: Use, start: int, end: int) -> bool:
    return phrases.first_wording(page.rules, use, page.wording.folded, start, end) is not None
