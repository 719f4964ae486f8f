"""The enacted text with changes applied, each instruction whole or not at all."""

from collections.abc import Iterable

from vanban.consolidation.change import Change, in_order, instructions
from vanban.consolidation.collating import Collated, Reading
from vanban.consolidation.draft import Draft
from vanban.consolidation.node import Node
from vanban.consolidation.settling import apply_settled
from vanban.consolidation.wording import Acting
from vanban.consolidation.writing import RefusedError, Writing
from vanban.model import Applied, Doubt, Expression, Parsed, Refusal, Refused
from vanban.timeline.addressing import PARTS

_OF_UNITS = frozenset({"substitute", "insert", "correct"})
_Done = tuple[Change, list[Node]]
_Failed = tuple[Change, Refused, tuple[Node, ...]]


def consolidate(base: Parsed, changes: Iterable[Change]) -> Expression:
    """The wording of `base` after `changes`, in their legal order; without changes it is the enacted text.

    An instruction whose target, old words or place do not match exactly one place is refused whole, by name, and the
    text is as if it had not been given: each of its changes is told with its own fault, or as refused with another. The
    same changes in any order give the same expression.
    """
    draft = Draft(base.text.content, base.provisions)
    acts: dict[int, Acting] = {}
    copies: dict[int, Collated] = {}
    applied: list[_Done] = []
    refused: list[_Failed] = []
    doubtful: list[tuple[str, Reading]] = []
    for group in instructions(in_order(changes)):
        of = group[0].acting
        if id(of) not in acts:
            acts[id(of)] = Acting(of)
            copies[id(of)] = Collated(group[0].copies, base.text.content)
        acting = acts[id(of)]
        done, failed = _one_instruction(draft, acting, group)
        applied += done
        refused += failed
        if group[0].copies:
            new = (node for change, nodes in done if _brings_units(change) for node in nodes)
            doubtful += ((acting.work, reading) for node in new for reading in copies[id(of)].settle(node))
    text, provisions, eids = draft.expressed()
    return Expression(
        base.work.id,
        text,
        provisions,
        tuple(_applied(change, nodes, eids) for change, nodes in applied),
        tuple(_refusal(change, reason, nodes, eids) for change, reason, nodes in refused),
        doubts=tuple(
            Doubt(eids[id(each.node)], work, each.source, each.printed, each.other, each.taken)
            for work, each in doubtful
            if id(each.node) in eids and each.stands()
        ),
    )


def _one_instruction(draft: Draft, acting: Acting, group: list[Change]) -> tuple[list[_Done], list[_Failed]]:
    done: list[_Done] = []
    rejected: list[_Failed] = []
    for change in group:
        if _is_rejected(change):
            rejected.append((change, "rejected", ()))
            continue
        try:
            done.append((change, _written(draft, acting, change)))
        except RefusedError:
            draft.undo()
            return [], [_why(draft, acting, each) for each in group]
    draft.keep()
    return done, rejected


def _written(draft: Draft, acting: Acting, change: Change) -> list[Node]:
    return apply_settled(Writing(draft, change.effect, acting, change.since), change.settled)


def _brings_units(change: Change) -> bool:
    """Whether the units that the change wrote are wholly in the words of its act."""
    path = change.effect.target.provision
    in_words = change.settled is not None and bool(change.settled.words)
    return change.effect.verb in _OF_UNITS and path[-1].level not in PARTS and not in_words


def _is_rejected(change: Change) -> bool:
    """Whether a person decided that the change is not to be made."""
    return change.settled is not None and not change.settled.path


def _why(draft: Draft, acting: Acting, change: Change) -> _Failed:
    """Why a change of a refused instruction is not applied: its own fault, or only that of another one beside it."""
    if _is_rejected(change):
        return change, "rejected", ()
    try:
        _written(draft, acting, change)
    except RefusedError as refusal:
        return change, refusal.reason, refusal.candidates
    else:
        return change, "with-another", ()
    finally:
        draft.undo()


def _applied(change: Change, nodes: list[Node], eids: dict[int, str]) -> Applied:
    units = tuple(eids[id(node)] for node in nodes if id(node) in eids)
    return Applied(change.effect, change.acting.work.id, change.since, units, change.settled)


def _refusal(change: Change, reason: Refused, nodes: tuple[Node, ...], eids: dict[int, str]) -> Refusal:
    candidates = tuple(eids[id(node)] for node in nodes if id(node) in eids)
    return Refusal(change.effect, change.acting.work.id, change.since, reason, candidates, change.settled)
