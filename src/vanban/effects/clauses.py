"""The clauses of a document that act, in the order of the text, each instruction with the context it stands in."""

import re
from bisect import bisect_left

import msgspec

from vanban.effects import context, dates, named, phrases, sentence, sentences, standards, times
from vanban.effects.context import Context
from vanban.effects.instruction import Instruction, Page
from vanban.effects.sentences import Sentence
from vanban.effects.wording import Clause
from vanban.rules.effect_phrases import AmendingPhrase

_HEADING = 400  # the furthest that the heading of an appendix goes
# The day of one line of a list, behind whatever its title says: "…; thiết bị an toàn kể từ ngày 01 tháng 7 năm 2027;".
_DAY_AT_END = re.compile(rf"\bke\s+tu\s+(?P<day>{dates.DAY})\s*[;,.]?\s*(?:va\s*)?$")
# The head and the tail of a document name acts but act on none.
_NOT_CLAUSES = frozenset({"preface", "preamble", "conclusions"})


class Read(msgspec.Struct, frozen=True):
    """A clause with its instructions, and the context that each stands in."""

    clause: Clause
    instructions: tuple[Instruction, ...]
    contexts: tuple[Context, ...]


def read(page: Page) -> tuple[dict[int, Read], list[tuple[int, Sentence]]]:
    """Every clause that can act, with its context; parents stand before their children in the order of the text.

    And the sentences that begin like an instruction but gave none, each with the place of its clause.
    """
    wording = page.wording
    contexts: dict[int, Context] = {-1: _of_whole(page)}
    reads: dict[int, Read] = {}
    unread: list[tuple[int, Sentence]] = []
    acting = frozenset(wording.holding(wording.signs.acting))
    telling: dict[int, bool] = {-1: False}
    for place, clause in enumerate(wording.clauses):
        outer = contexts[clause.above]
        if outer.divided_alike or clause.level == "appendix":
            outer = standards.within(page, clause, outer)
        contexts[place] = outer
        if place not in acting and outer.list_of is None:
            continue
        if _is_frame(page, clause) or _tells(page, place, telling):
            continue
        if clause.attached and not _acts_attached(page, place):
            continue
        contexts[place] = context.without_list(outer)
        instructions, inner, last, left = _instructions(page, clause, outer)
        if left:
            unread += [(place, line) for line in left]
        if instructions:
            reads[place] = Read(clause, instructions, inner)
            contexts[place] = last
        elif outer.list_of is not None or outer.exception_of is not None:
            contexts[place] = outer
    return reads, unread


def _of_whole(page: Page) -> Context:
    """What the title of the document gives to all its clauses."""
    standard = standards.amended(page, 0, len(page.wording.folded))
    if standard is not None:
        return Context(standard, divided_alike=True)
    return context.of_title(page.wording, page.acts, page.work)


def _tells(page: Page, place: int, known: dict[int, bool]) -> bool:
    """Whether a clause stands in an article that only tells of amendments: what the document is about, its words.

    `known` holds what was told of other clauses, and takes what is told of this one and those above it.
    """
    if place not in known:
        wording = page.wording
        clause = wording.clauses[place]
        heading = clause.level == "article" and phrases.wording_at(
            page.rules, "telling-heading", wording.folded, clause.start, clause.end
        )
        known[place] = bool(heading) or _tells(page, clause.above, known)
    return known[place]


def _is_frame(page: Page, clause: Clause) -> bool:
    """Head and tail act on nothing, but the closing words of a council's resolution say how long it is in force."""
    if clause.eid not in _NOT_CLAUSES:
        return False
    return clause.eid != "conclusions" or page.wording.folded.find("hieu luc", clause.start, clause.end) < 0


def _acts_attached(page: Page, place: int) -> bool:
    """Whether the appendix that a clause stands in acts by its heading ("Sửa đổi …", "Danh mục văn bản bị bãi bỏ").

    Other appendices tell of amendments without making them: plans, lists of what ministries shall amend, forms.
    """
    wording = page.wording
    clause = wording.clauses[place]
    while clause.above >= 0 and wording.clauses[clause.above].attached:
        clause = wording.clauses[clause.above]
    end = min(clause.end, clause.start + _HEADING)
    return phrases.first_wording(page.rules, "acting-heading", wording.folded, clause.start, end) is not None


def _instructions(
    page: Page, clause: Clause, outer: Context
) -> tuple[tuple[Instruction, ...], tuple[Context, ...], Context, tuple[Sentence, ...]]:
    """The instructions of a clause, the context of each, and that of the clauses below; the sentences not understood.

    The sentences of a clause follow one another like lines below a heading: "Điều 2. Sửa đổi, bổ sung Điều 8" gives
    its article to "Bổ sung khoản 4a sau khoản 4 như sau:" on the next line.
    """
    lines = sentences.of(page.wording, clause)
    if clause.level in ("part", "chapter", "section", "subsection") and lines:
        lines = (Sentence(lines[0].start, lines[-1].end),)
    found: list[Instruction] = []
    contexts: list[Context] = []
    empty: list[Sentence] = []
    current = outer
    acting = page.wording.signs.acting
    for line in lines:
        word = bisect_left(acting, line.start)
        given = sentence.read(page, clause, line) if word < len(acting) and acting[word] < line.end else ()
        if not given and current.list_of is not None:
            listing = named.read(page.wording, page.acts, line.start, line.end, narrowed=True, line=True)
            if listing.items:
                given = (_listed(page, clause, current.list_of, listing, line),)
        if given:
            found += given
            contexts += (current,) * len(given)
            current = context.below(current, given)
        else:
            empty.append(line)
    if current is outer:
        current = context.without_list(outer)
    elif current.list_of is not None and not any(given.opens for given in found):
        current = msgspec.structs.replace(current, list_of=None)
    # Where no act is amended, above or here, such words are none of an instruction.
    amends = found or current.act is not None
    left = tuple([line for line in empty if surely_instructs(page, line.start, line.end)]) if amends else ()
    return tuple(found), tuple(contexts), current, left


def _listed(page: Page, clause: Clause, opener: Instruction, listing: named.Listing, line: Sentence) -> Instruction:
    """One line of a list under a verb: "a) Thông tư số …;" under "Bãi bỏ các văn bản sau:"."""
    when = times.read(page.wording, page.acts, page.work, listing.end, line.end, line.end)
    if when.start_on is None and (day := _DAY_AT_END.search(page.wording.folded, listing.end, line.end)) is not None:
        when = msgspec.structs.replace(when, start_on=dates.read(day.group("day")))
    merged = msgspec.structs.replace(
        opener.when,
        start_on=when.start_on or opener.when.start_on,
        end_before=when.end_before or opener.when.end_before,
        exception=when.exception or opener.when.exception,
    )
    if opener.swaps:
        swaps = tuple(msgspec.structs.replace(swap, at=listing.items) for swap in opener.swaps)
        return Instruction(opener.row, line.start, when.end, when=merged, swaps=swaps)
    return Instruction(opener.row, line.start, when.end, listing.items, merged, matter=opener.matter)


def surely_instructs(page: Page, at: int, end: int) -> bool:
    """Whether the words at `at` begin as only an instruction does."""
    return phrases.wording_at(page.rules, "surely-instructs", page.wording.folded, at, end) is not None


def heads(page: Page, reads: dict[int, Read], unread: list[tuple[int, Sentence]]) -> set[int]:
    """The clauses above one that amends, or means to: they are themselves only headings."""
    acting = [
        place for place, read in reads.items() if all(isinstance(i.row, AmendingPhrase) for i in read.instructions)
    ]
    found: set[int] = set()
    for place in (*acting, *(place for place, _ in unread)):
        above = page.wording.clauses[place].above
        while above >= 0:
            found.add(above)
            above = page.wording.clauses[above].above
    return found
