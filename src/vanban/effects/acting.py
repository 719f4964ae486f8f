"""From instructions to effects: each clause's instructions, completed by the lines above, one effect for each target."""

import re

import msgspec

from vanban.effects import anchors, context, instruction, named
from vanban.effects.acts import Act
from vanban.effects.context import Context
from vanban.effects.instruction import Instruction, Page
from vanban.effects.named import Named
from vanban.effects.wording import Clause, Sentence
from vanban.model import Effect, Finding, Provision, Target, Unit, Verb
from vanban.rules.effect_phrases import AmendingPhrase
from vanban.structure import Tree

# No instruction is without one of these.
_ANCHORS = (
    "sua doi", "bo sung", "thay the", "thay cum", "thay tu", "thay cac", "thay mot", "thay doan", "thay so", "thay noi", "thay doi",
    "bai bo", "huy bo", "xoa bo", "luoc bo", "bo cum", "bo cac", "bo mot", "bo tu", "bo doan", "bo noi", "bo diem", "bo khoan",
    "bo dieu", "bo muc", "bo phu", "bo mau", "bo cau", "bo chu", "bo phan", "sua ten", "sua tieu", "sua cum", "sua lai",
    "dinh chinh", "hieu luc", "ngung", "tam dung", "dinh chi", "keo dai", "khong ap dung", "khong thuc hien", "so thu tu", "so lai", "lai so",
)  # fmt: skip
# An instruction that begins like this but was not understood is told; other prose that begins so is left alone.
_CERTAIN = re.compile(
    r"(?:sua doi|bo sung|thay the|bai bo|huy bo|bo|thay|dinh chinh)\b[^.\n]{0,160}?(?:\b(?:dieu|khoan|diem|muc|chuong|phan|phu luc|mau so|tiet)\s+(?:so\s+)?[\divxa-d]|nhu sau\s*:|\")"
)
_ENDED = re.compile(r"(?:het|cham dut|khong con) hieu luc")


_ACTING_HEADING = re.compile(
    r"^\s*(?:(?:noi dung )?(?:sua doi|bo sung|thay the|bai bo|dinh chinh)\b|danh muc (?:cac )?van ban[^\n]{0,60}(?:bi bai bo|het hieu luc|bai bo))",
    re.MULTILINE,
)
# The head and the tail of a document name acts but act on none.
_NOT_CLAUSES = frozenset({"preface", "preamble", "conclusions"})


class Read(msgspec.Struct, frozen=True):
    """A clause with its instructions, and the context that each stands in."""

    clause: Clause
    instructions: tuple[Instruction, ...]
    contexts: tuple[Context, ...]


def find(page: Page, provisions: tuple[Provision, ...]) -> tuple[tuple[Effect, ...], tuple[Finding, ...]]:
    """The effects of a document's clauses in the order of the text, and what was not understood."""
    tree = Tree(provisions)
    reads, unread = _read_all(page)
    heads = _heads(page, reads, unread)
    effects: list[Effect] = []
    findings = _silent(page, heads, unread)
    for place in sorted(reads):
        read = reads[place]
        header = place in heads
        of_clause: list[tuple[Instruction, tuple[Effect, ...]]] = []
        for given, outer in zip(read.instructions, read.contexts, strict=True):
            if given.opens or (isinstance(given.row, AmendingPhrase) and header):
                continue
            of_clause.append((given, _effects(page, tree, read, outer, given)))
        for number, (given, made) in enumerate(of_clause):
            if _is_heading_of(given, made, of_clause[number + 1 :]):
                continue
            effects.extend(made)
            if any(_is_adrift(effect.target) for effect in made):
                findings.append(_not_understood(page, given.start, given.end, "effect-target-unnamed"))
            if not made and _is_told(page, read, given):
                findings.append(_not_understood(page, given.start, given.end))
    return _distinct(effects), tuple(findings)


def _read_all(page: Page) -> tuple[dict[int, Read], list[tuple[int, Sentence]]]:
    """Every clause that can act, with its context; parents stand before their children in the order of the text.

    And the sentences that begin like an instruction but gave none, each with the place of its clause.
    """
    wording = page.wording
    contexts: dict[int, Context] = {-1: context.of_title(wording, page.acts, page.work)}
    reads: dict[int, Read] = {}
    unread: list[tuple[int, Sentence]] = []
    attached: dict[int, bool] = {}
    acting = {wording.at(anchor) for anchor in anchors.find(wording.folded, _ANCHORS)}
    for place, clause in enumerate(wording.clauses):
        outer = contexts[clause.above]
        if clause.eid in _NOT_CLAUSES or (clause.attached and not _acts_attached(page, place, attached)):
            contexts[place] = outer
            continue
        contexts[place] = msgspec.structs.replace(outer, list_of=None, exception_of=None)
        if outer.list_of is None and place not in acting:
            if outer.exception_of is not None:
                contexts[place] = outer
            continue
        instructions, inner, last, left = _instructions(page, clause, outer)
        unread.extend((place, sentence) for sentence in left if last.act is not None or instructions)
        if instructions:
            reads[place] = Read(clause, instructions, inner)
            contexts[place] = last
        elif outer.list_of is not None or outer.exception_of is not None:
            contexts[place] = outer
    return reads, unread


def _acts_attached(page: Page, place: int, known: dict[int, bool]) -> bool:
    """Whether the appendix that a clause stands in acts by its heading ("Sửa đổi …", "Danh mục văn bản bị bãi bỏ").

    Other appendices tell of amendments without making them: plans, lists of what ministries shall amend, forms.
    """
    clause = page.wording.clauses[place]
    if clause.above >= 0 and page.wording.clauses[clause.above].attached:
        known[place] = known.get(clause.above, False)
    else:
        known[place] = (
            _ACTING_HEADING.search(page.wording.folded, clause.start, min(clause.end, clause.start + 400)) is not None
        )
    return known[place]


def _instructions(
    page: Page, clause: Clause, outer: Context
) -> tuple[tuple[Instruction, ...], tuple[Context, ...], Context, tuple[Sentence, ...]]:
    """The instructions of a clause, the context of each, and that of the clauses below; the sentences not understood.

    The sentences of a clause follow one another like lines below a heading: "Điều 2. Sửa đổi, bổ sung Điều 8" gives
    its article to "Bổ sung khoản 4a sau khoản 4 như sau:" on the next line.
    """
    sentences = page.wording.sentences(clause)
    if clause.level in ("part", "chapter", "section", "subsection") and sentences:
        sentences = (Sentence(sentences[0].start, sentences[-1].end),)
    found: list[Instruction] = []
    contexts: list[Context] = []
    left: list[Sentence] = []
    current = outer
    for sentence in sentences:
        given = instruction.read(page, clause, sentence)
        if not given and current.list_of is not None:
            listing = named.read(page.wording, page.acts, sentence.start, sentence.end)
            if listing.items:
                given = (_listed(page, clause, current.list_of, listing, sentence),)
        if given:
            found.extend(given)
            contexts.extend(current for _ in given)
            current = context.below(current, given)
        elif _CERTAIN.match(page.wording.folded, sentence.start, sentence.end):
            left.append(sentence)
    if current is outer:
        current = msgspec.structs.replace(outer, list_of=None, exception_of=None)
    elif not any(given.opens for given in found):
        current = msgspec.structs.replace(current, list_of=None)
    return tuple(found), tuple(contexts), current, tuple(left)


def _listed(page: Page, clause: Clause, opener: Instruction, listing: named.Listing, sentence: Sentence) -> Instruction:
    """One line of a list under a verb: "a) Thông tư số …;" under "Bãi bỏ các văn bản sau:"."""
    from vanban.effects import times

    when = times.read(page.wording, page.acts, page.work, listing.end, sentence.end, sentence.end)
    merged = msgspec.structs.replace(
        opener.when,
        start_on=when.start_on or opener.when.start_on,
        end_before=when.end_before or opener.when.end_before,
        exception=when.exception or opener.when.exception,
    )
    if opener.swaps:
        swaps = tuple(msgspec.structs.replace(swap, at=listing.items) for swap in opener.swaps)
        return Instruction(opener.row, sentence.start, when.end, when=merged, swaps=swaps)
    return Instruction(opener.row, sentence.start, when.end, listing.items, merged, matter=opener.matter)


def _silent(page: Page, heads: set[int], unread: list[tuple[int, Sentence]]) -> list[Finding]:
    """A finding for each sentence that begins like an instruction and gave none, unless it only heads those below."""
    return [_not_understood(page, sentence.start, sentence.end) for place, sentence in unread if place not in heads]


def _heads(page: Page, reads: dict[int, Read], unread: list[tuple[int, Sentence]]) -> set[int]:
    """The clauses above one that amends, or means to: they are themselves only headings."""
    acting = [
        place for place, read in reads.items() if all(isinstance(i.row, AmendingPhrase) for i in read.instructions)
    ]
    heads: set[int] = set()
    for place in (*acting, *(place for place, _ in unread)):
        above = page.wording.clauses[place].above
        while above >= 0:
            heads.add(above)
            above = page.wording.clauses[above].above
    return heads


def _effects(page: Page, tree: Tree, read: Read, outer: Context, given: Instruction) -> tuple[Effect, ...]:
    if given.swaps:
        return _of_words(page, tree, read, outer, given)
    found: list[Effect] = []
    for number, item in enumerate(given.items):
        target = _target(page, tree, read, outer, item, amending=isinstance(given.row, AmendingPhrase))
        if target is None:
            continue
        verb = _verb(given, target)
        if verb == "commence" and _is_whole(item) and given.when.end_before is not None:
            # "có hiệu lực từ ngày … đến hết ngày …": the document's own end, told with its start.
            own_end = msgspec.structs.replace(_made(page, read, given, "end", target), end_before=None)
            found.append(msgspec.structs.replace(own_end, start_on=given.when.end_before))
            continue
        if verb is None or (verb == "commence" and not _is_commencement(item, given)):
            continue
        if given.umbrella and verb in ("repeal", "repeal-work", "replace-work", "end"):
            continue  # "bãi bỏ một số quy định tại Chương III" does not end Chương III
        new_eids, new = _new(page, tree, read, given, item, number)
        if verb in ("substitute", "insert") and not (target.provision or new_eids or new or given.by):
            continue  # "Sửa đổi, bổ sung một số điều của …" with nothing readable below it says nothing yet
        effect = _made(page, read, given, verb, target)
        vague = given.umbrella and not given.by
        if _is_adrift(target) or vague or given.matter is not None:
            condition = "; ".join(words for words in (given.matter, effect.condition) if words) or None
            effect = msgspec.structs.replace(effect, grade="candidate", condition=condition)
        effect = msgspec.structs.replace(effect, new_eids=new_eids, new=new or effect.new)
        if given.renumbered:
            effect = msgspec.structs.replace(effect, new=_renumbered(page, given, number))
        found.append(effect)
    return tuple(found)


def _is_heading_of(
    given: Instruction, made: tuple[Effect, ...], later: list[tuple[Instruction, tuple[Effect, ...]]]
) -> bool:
    """Whether an instruction is only the heading over later lines of its clause, which act on its targets' parts."""
    if given.payload is not None or given.by or given.swaps or not isinstance(given.row, AmendingPhrase):
        return False
    others = [effect.target for other, effects in later if isinstance(other.row, AmendingPhrase) for effect in effects]
    if others and (given.umbrella or (not made and given.items and not any(item.path for item in given.items))):
        return True
    return any(
        other.symbol == effect.target.symbol
        and other.provision[: len(effect.target.provision)] == effect.target.provision
        for effect in made
        for other in others
    )


def _made(page: Page, read: Read, given: Instruction, verb: Verb, target: Target) -> Effect:
    content = page.wording.content
    end = given.end
    while end > given.start and content[end - 1] in " \t\n.;,:/":
        end -= 1
    return Effect(
        verb=verb,
        within=read.clause.eid,
        start=given.start,
        end=end,
        target=target,
        start_on=given.when.start_on,
        end_before=given.when.end_before,
        exception=given.when.exception,
        condition=given.when.condition,
        rules=(given.row.id,),
        anchor=given.anchor,
        place=given.place,  # type: ignore[arg-type]
    )


def _verb(given: Instruction, target: Target) -> Verb | None:
    if isinstance(given.row, AmendingPhrase):
        return given.row.unit if target.provision else given.row.work
    return given.row.verb


def _is_commencement(item: Named, given: Instruction) -> bool:
    """Only a day, or another event, makes a start of its own; the document as a whole is `Force`, not an effect."""
    if item.act is not None and not item.act.own and not item.path:
        return False  # what is said of another act's start is its history
    return not _is_whole(item) and (given.when.start_on is not None or given.when.condition is not None)


def _is_whole(item: Named) -> bool:
    """Whether the document itself is named, as a whole."""
    return not item.path and item.act is not None and item.act.own


def _target(page: Page, tree: Tree, read: Read, outer: Context, item: Named, *, amending: bool) -> Target | None:
    """The target of one thing named, its act and larger units taken from the context where the words leave them out.

    None where no act is known (a wrong guess is worse than none), and where an amending verb would act on its own act.
    """
    path = item.path
    if any(unit.num == "này" for unit in path) or (item.act is not None and item.act.own):
        return None if amending else _own(page, tree, read, path)
    act: Act | None = item.act
    if act is None:
        if not amending and outer.act is None:
            return _own(page, tree, read, path)
        act = outer.act or page.acts.carried.get(item.start)
        path = context.joined(outer.path, path)
    elif outer.act is not None and context.same_act(act, outer.act) and path and outer.path:
        path = context.joined(outer.path, path) if _needs_outer(path) else path
    if act is None:
        return Target(provision=path) if path else None
    return msgspec.structs.replace(act.target, provision=path)


def _is_adrift(target: Target) -> bool:
    """Whether the words do not tie a place to an act, or to a unit that the act numbers through.

    Such an effect says what its words say and no more; it is a candidate that a person must complete.
    """
    if target.relative is not None:
        return False
    path = target.provision
    loose = bool(path) and path[0].level in (
        "clause",
        "point",
        "subpoint",
        "paragraph",
        "sentence",
        "indent",
        "heading",
    )
    return loose or not (target.symbol or target.title)


def _needs_outer(path: tuple[Unit, ...]) -> bool:
    return path[0].level in ("clause", "point", "subpoint", "paragraph", "sentence", "indent")


def _own(page: Page, tree: Tree, read: Read, path: tuple[Unit, ...]) -> Target | None:
    """A place of the document itself: "khoản 2 Điều này" with the number of the article that says so."""
    full: list[Unit] = []
    for unit in path:
        if unit.num != "này":
            full.append(unit)
            continue
        eid = tree.enclosing(read.clause.eid, unit.level) if read.clause.eid in tree else None
        if eid is None:
            return None
        full.append(Unit(unit.level, tree[eid].num))
    if full and full[0].level in ("clause", "point") and read.clause.eid in tree:
        article = tree.enclosing(read.clause.eid, "article")
        if article is None:
            return None
        return None
    return Target(relative="this-work", provision=tuple(full), eid=tree.find(full) if full else None)


def _new(
    page: Page, tree: Tree, read: Read, given: Instruction, item: Named, number: int
) -> tuple[tuple[str, ...], str | None]:
    """The quoted units, own appendices or quoted words that are the new wording of this target."""
    if given.by:
        units = [tree.find(other.path) for other in given.by]
        if len(units) == len(given.items) and units[number] is not None:
            return (units[number] or "",), None
        return tuple(unit for unit in units if unit is not None), None
    if not isinstance(given.row, AmendingPhrase) or given.row.unit not in ("substitute", "insert", "correct"):
        return (), None
    quoted = [tree[eid] for eid in read.clause.quoted if eid in tree]
    if quoted and given is read.instructions[-1]:
        if item.path:
            last = item.path[-1]
            exact = tuple(unit.eid for unit in quoted if unit.level == last.level and unit.num == last.num)
            if exact:
                return exact, None
        return tuple(unit.eid for unit in quoted) if len(given.items) == 1 else (), None
    if given.payload is not None:
        inline = re.compile(r"\s*\"(~+)\"").match(page.wording.folded, given.payload, read.clause.end)
        if inline is not None:
            return (), page.wording.content[inline.start(1) : inline.end(1)]
    return (), None


def _renumbered(page: Page, given: Instruction, number: int) -> str | None:
    if len(given.renumbered) != len(given.items):
        return None
    new = given.renumbered[number]
    return page.wording.content[new.start : new.end]


def _of_words(page: Page, tree: Tree, read: Read, outer: Context, given: Instruction) -> tuple[Effect, ...]:
    assert isinstance(given.row, AmendingPhrase) and given.row.words is not None
    found: list[Effect] = []
    for swap in given.swaps:
        where = swap.at or (Named((), None, given.start, given.start),)
        for item in where:
            target = _target(page, tree, read, outer, item, amending=True)
            if target is None:
                continue
            effect = _made(page, read, given, given.row.words, target)
            if _is_adrift(target):
                effect = msgspec.structs.replace(effect, grade="candidate")
            found.append(msgspec.structs.replace(effect, old=swap.old, new=swap.new, place=swap.place))
    return tuple(found)


def _distinct(effects: list[Effect]) -> tuple[Effect, ...]:
    """Each effect once: a heading and the line below it often say the same."""
    found: dict[tuple[object, ...], Effect] = {}
    for effect in effects:
        target = effect.target
        key = (
            effect.within,
            effect.verb,
            target.symbol or target.title,
            target.provision,
            target.relative,
            effect.old,
            effect.new if effect.old else None,
        )
        kept = found.get(key)
        if kept is None or (not kept.new_eids and effect.new_eids):
            found[key] = effect
    return tuple(sorted(found.values(), key=lambda effect: (effect.start, effect.end)))


def _is_told(page: Page, read: Read, given: Instruction) -> bool:
    """Whether an instruction without effect deserves a finding: it changes or ends something that is not its own."""
    if any(item.act is not None and item.act.own for item in given.items):
        return False
    if isinstance(given.row, AmendingPhrase):
        return _CERTAIN.match(page.wording.folded, given.start, read.clause.end) is not None
    return given.row.verb == "end" and any(item.act is not None for item in given.items)


def _not_understood(page: Page, start: int, end: int, code: str = "effect-not-understood") -> Finding:
    quote = " ".join(page.wording.content[start:end].split())
    return Finding(code, "warning", start, end, {"quote": quote[:300]})
