"""From instructions to effects: each clause's instructions, completed by the lines above, one effect a target."""

import re
from collections.abc import Callable
from functools import cache, partial

import msgspec

from vanban.effects import clauses, lending, limits, new_wording, targets
from vanban.effects.clauses import Read, surely_instructs
from vanban.effects.context import Context
from vanban.effects.instruction import Instruction, Page
from vanban.effects.named import Named
from vanban.effects.sentences import Sentence
from vanban.model import Effect, Finding, Provision, Target, Unit, Verb
from vanban.rules.effect_phrases import AmendingPhrase, EndingPhrase
from vanban.structure import Tree

# What a transitional clause orders for some cases only, and the line above says for which.
_IN_CASES = frozenset({"disapply", "continue", "suspend", "extend"})


def find(page: Page, provisions: tuple[Provision, ...]) -> tuple[tuple[Effect, ...], tuple[Finding, ...]]:
    """The effects of a document's clauses in the order of the text, and what was not understood."""
    tree = cache(partial(Tree, provisions))
    reads, unread = clauses.read(page)
    heads = clauses.heads(page, reads, unread)
    done: list[tuple[Read, Instruction, tuple[Effect, ...]]] = []
    findings = _silent(page, heads, unread)
    for place in sorted(reads):
        read = reads[place]
        header = place in heads
        of_clause: list[tuple[Instruction, tuple[Effect, ...]]] = []
        for given, outer in zip(read.instructions, read.contexts, strict=True):
            if given.opens or (header and _heads(read, given)):
                continue
            of_clause.append((given, _effects(page, tree, read, outer, given)))
        for number, (given, made) in enumerate(of_clause):
            if _is_heading_of(given, made, of_clause[number + 1 :]):
                continue
            done.append((read, given, made))
    act = lending.lender(effect for _, _, made in done for effect in made)
    effects: list[Effect] = []
    for read, given, made in done:
        if act is not None and isinstance(given.row, AmendingPhrase):
            made = lending.lent(page, read.clause, made, act)
        effects.extend(made)
        if any(targets.is_adrift(effect.target) for effect in made):
            findings.append(_not_understood(page, given.start, given.end, "effect-target-unnamed"))
        if not made and _is_told(page, read, given):
            findings.append(_not_understood(page, given.start, given.end))
    return _distinct(effects), tuple(findings)


def _heads(read: Read, given: Instruction) -> bool:
    """Whether an instruction above others only heads them; the last over new wording of its own clause does not."""
    over_wording = given is read.instructions[-1] and given.payload is not None and bool(read.clause.quoted)
    return isinstance(given.row, AmendingPhrase) and not over_wording


def _silent(page: Page, heads: set[int], unread: list[tuple[int, Sentence]]) -> list[Finding]:
    """A finding for each sentence that begins like an instruction and gave none, unless it only heads those below."""
    return [_not_understood(page, sentence.start, sentence.end) for place, sentence in unread if place not in heads]


def _effects(
    page: Page, tree: Callable[[], Tree], read: Read, outer: Context, given: Instruction
) -> tuple[Effect, ...]:
    if given.swaps:
        return _of_words(page, tree, read, outer, given)
    found: list[Effect] = []
    for number, item in enumerate(given.items):
        target = targets.find(page, tree, read.clause, outer, item, amending=isinstance(given.row, AmendingPhrase))
        if target is None or _is_recited(page, given, target):
            continue
        verb = _verb(given, target)
        about = _matter_replaced(page, item, given) if verb == "substitute" and not target.provision else None
        if about is not None:
            verb = "replace-work"
        if verb == "commence" and targets.is_whole(item) and given.when.end_before is not None:
            # "có hiệu lực từ ngày … đến hết ngày …": the document's own end, told with its start.
            own_end = msgspec.structs.replace(_made(page, read, given, "end", target), end_before=None)
            found.append(msgspec.structs.replace(own_end, start_on=given.when.end_before))
            continue
        if verb is None or (verb == "commence" and not _is_commencement(item, given)):
            continue
        if given.of_words:
            continue  # a heading over changes of words changes none itself
        if given.umbrella and verb in ("repeal", "repeal-work", "replace-work", "end"):
            continue  # "bãi bỏ một số quy định tại Chương III" does not end Chương III
        new_eids, new = new_wording.find(page, tree, read, given, target.provision or item.path, number)
        if verb in ("substitute", "insert") and not (target.provision or new_eids or new or given.by):
            continue  # "Sửa đổi, bổ sung một số điều của …" with nothing readable below it says nothing yet
        effect = _made(page, read, given, verb, target)
        if effect.exception is None and (words := limits.left_out(page, given, item)) is not None:
            effect = msgspec.structs.replace(effect, exception=words)
        if verb in _IN_CASES and (cases := limits.cases_above(page, read.clause)) is not None:
            condition = "; ".join(words for words in (cases, effect.condition) if words)
            effect = msgspec.structs.replace(effect, condition=condition)
        in_part = isinstance(given.row, EndingPhrase) and given.row.in_part
        vague = in_part or (given.umbrella and not given.by)
        matter = item.matter or given.matter or about or None
        if targets.is_adrift(target) or vague or matter is not None:
            part = _IN_PART.search(page.wording.folded, given.start, given.end) if in_part else None
            said = (page.wording.content[part.start() : part.end()] if part else None, matter, effect.condition)
            doubtful = "; ".join(words for words in said if words) or None
            effect = msgspec.structs.replace(effect, grade="candidate", condition=doubtful)
        if new_eids or new:
            effect = msgspec.structs.replace(effect, new_eids=new_eids, new=new or effect.new)
        if given.renumbered:
            effect = msgspec.structs.replace(effect, new=_renumbered(page, given, number))
        found.append(effect)
    return tuple(found)


def _is_recited(page: Page, given: Instruction, target: Target) -> bool:
    """Whether a paper that lays down nothing (a letter) only repeats an instruction of the act that it speaks of."""
    return page.work.normative is False and isinstance(given.row, AmendingPhrase) and targets.is_adrift(target)


# "các quy định của Luật xây dựng về quy hoạch xây dựng được thay thế bằng các quy định của Luật này".
_ABOUT_REPLACED = re.compile(r"\s*(?P<matter>(?:về\s[^.;\n]+?)?)\s*(?:được|bị)\s+thay\s")


# The words of a clause that ends an act "một phần" without saying which.
_IN_PART = re.compile(r"\bmot phan\b")


def _matter_replaced(page: Page, item: Named, given: Instruction) -> str | None:
    """The words that narrow another act where the document as a whole replaces it ("": nothing narrows it).

    None where units or words of the document are the new wording, so that nothing replaces the act as a whole.
    """
    if item.act is None or not given.by or any(other.path for other in given.by):
        return None
    said = _ABOUT_REPLACED.match(page.wording.content, item.act.end, given.end)
    return " ".join(said.group("matter").split()) if said is not None else ""


def _is_heading_of(
    given: Instruction, made: tuple[Effect, ...], later: list[tuple[Instruction, tuple[Effect, ...]]]
) -> bool:
    """Whether an instruction is only the heading over later lines of its clause, which act on its targets' parts."""
    told = given.payload is not None and (not made or any(effect.new or effect.new_eids for effect in made))
    if told or given.by or given.swaps or not isinstance(given.row, AmendingPhrase):
        return False
    others = [effect.target for other, effects in later if isinstance(other.row, AmendingPhrase) for effect in effects]
    if others and (given.umbrella or (not made and given.items and not any(item.path for item in given.items))):
        return True
    return any(
        other.symbol == effect.target.symbol and _holds(effect.target.provision, other.provision)
        for effect in made
        for other in others
    )


def _holds(outer: tuple[Unit, ...], path: tuple[Unit, ...]) -> bool:
    """Whether a place stands in `outer`, or is it; "Phụ lục" in a heading holds Phụ lục 03 and Phụ lục 04."""
    return len(outer) <= len(path) and all(
        unit in (inner, Unit(inner.level, "")) for unit, inner in zip(outer, path, strict=False)
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
    return not targets.is_whole(item) and (given.when.start_on is not None or given.when.condition is not None)


def _renumbered(page: Page, given: Instruction, number: int) -> str | None:
    if len(given.renumbered) != len(given.items):
        return None
    new = given.renumbered[number]
    return page.wording.content[new.start : new.end]


def _of_words(
    page: Page, tree: Callable[[], Tree], read: Read, outer: Context, given: Instruction
) -> tuple[Effect, ...]:
    assert isinstance(given.row, AmendingPhrase) and given.row.words is not None
    found: list[Effect] = []
    for swap in given.swaps:
        where = swap.at or outer.named or (Named((), None, given.start, given.start),)
        for item in where:
            target = targets.find(page, tree, read.clause, outer, item, amending=True)
            if target is None:
                continue
            verb = "replace-words" if given.row.words == "remove-words" and swap.new else given.row.words
            effect = _made(page, read, given, verb, target)
            page_named = limits.on_printed_page(page, read.clause, given.start)
            if page_named is not None or targets.is_adrift(target):
                condition = "; ".join(words for words in (page_named, effect.condition) if words) or None
                effect = msgspec.structs.replace(effect, grade="candidate", condition=condition)
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
        return surely_instructs(page, given.start, read.clause.end)
    return given.row.verb == "end" and any(item.act is not None for item in given.items)


def _not_understood(page: Page, start: int, end: int, code: str = "effect-not-understood") -> Finding:
    quote = " ".join(page.wording.content[start:end].split())
    return Finding(code, "warning", start, end, {"quote": quote[:300]})
