"""What a clause leaves unsaid because the lines above it say it: the act in the document's title or a chapter heading,
the article in the line above a list, the verb of a list of acts.
"""

import re
from collections.abc import Sequence

import msgspec

from vanban.effects.acts import Act, Acts
from vanban.effects.instruction import Instruction
from vanban.effects.named import Named
from vanban.effects.place_groups import ARTICLE, RANK
from vanban.effects.wording import Wording
from vanban.model import Unit, Work

_CHANGING = re.compile(r"\b(?:sua doi|bo sung|thay the|bai bo|dinh chinh|ngung hieu luc|keo dai)\b")
_COORDINATE = re.compile(r"(?:,|\bva)\s+(?:cac\s+)?$")


class Context(msgspec.Struct, frozen=True):
    """What holds for a clause from above: the act, the path into it, and the list whose verb acts on the clause.

    `named` are the places that a heading over changes of words names, for those below it that name none.
    `divided_alike` where the divisions of the paper are those of the act that it amends.
    """

    act: Act | None = None
    path: tuple[Unit, ...] = ()
    named: tuple[Named, ...] = ()
    list_of: Instruction | None = None
    exception_of: Instruction | None = None
    divided_alike: bool = False


def of_title(wording: Wording, acts: Acts, work: Work) -> Context:
    """The one act that an amending title names ("Sửa đổi, bổ sung một số điều của Nghị định số …").

    A title that names several acts side by side ("của các Thông tư số 1 và số 2") is a context for none.
    """
    span = work.evidence.title
    if span is None:
        return Context()
    folded = wording.folded
    changing = _CHANGING.search(folded, span.start, span.end)
    named = (
        [act for act in acts.between(changing.end(), span.end) if not act.own and not act.history] if changing else []
    )
    if changing is None or not named:
        return Context()
    first = named[0]
    if re.search(r"\b(?:quy dinh|huong dan|ve|chi tiet)\b", folded[changing.end() : first.start]):
        return Context()
    for other in named[1:]:
        between = folded[first.end : other.start]
        if _COORDINATE.search(between) and not re.search(r"\b(?:huong dan|chi tiet|thi hanh|sua doi)\b", between):
            return Context()
    return Context(act=first)


def below(outer: Context, instructions: tuple[Instruction, ...]) -> Context:
    """The context of the clauses below a clause that itself gives `instructions` under `outer`."""
    act, path = outer.act, outer.path
    list_of = exception_of = None
    for instruction in instructions:
        if instruction.opens:
            list_of = instruction
        if instruction.when.exception is not None and instruction.when.exception.rstrip().endswith(":"):
            exception_of = instruction
        other = instruction.items[0].act if instruction.items else None
        if other is not None and not other.own and (act is None or not same_act(act, other)):
            act, path = other, ()
    # A heading over several things ("một số khoản của Điều 13; bổ sung Phụ lục 5") gives what they have in common.
    inner = [item.path for instruction in instructions for item in instruction.items]
    path = joined(path, common(inner))
    named = instructions[0].items if len(instructions) == 1 and instructions[0].of_words else ()
    return Context(act, path, named, list_of, exception_of)


def without_list(context: Context) -> Context:
    """The context without the list, and the exceptions, that a clause of its own ends."""
    if context.list_of is None and context.exception_of is None:
        return context
    return msgspec.structs.replace(context, list_of=None, exception_of=None)


def same_act(one: Act, other: Act) -> bool:
    """Whether two mentions name the same act, as far as their words say.

    A symbol cut short by the typist or the scanner ("69/2010/NĐ-C P") is the one of the line above that it begins.
    """
    if one.target.symbol and other.target.symbol:
        cut = other.target.symbol.count("/") > 1 and one.target.symbol.startswith(other.target.symbol)
        return one.target.symbol == other.target.symbol or cut
    return bool(one.target.title) and one.target.title == other.target.title


def joined(outer: tuple[Unit, ...], inner: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """A path completed by what stands above it: what `inner` names itself, and larger units, replace `outer`'s."""
    if not inner or not outer:
        return inner or outer
    top = min([RANK[unit.level] for unit in inner])
    # "một số khoản và mẫu tại Phụ lục" over "Bãi bỏ khoản 6 Điều 26": an appendix without a number holds no article.
    if outer[0].num == "" and outer[0].level == "appendix" and any(unit.level == "article" for unit in inner):
        return inner
    # An article is numbered through the whole act; only an appendix or form has numbers of its own.
    if top == ARTICLE and not any(unit.level in ("appendix", "form") for unit in outer):
        return inner
    return (*[unit for unit in outer if RANK[unit.level] < top], *inner)


def common(paths: Sequence[tuple[Unit, ...]]) -> tuple[Unit, ...]:
    """The units that all paths begin with; the whole path where there is one."""
    if not paths:
        return ()
    first = paths[0]
    if len(paths) == 1:
        return first
    for length in range(len(first), 0, -1):
        if all(path[:length] == first[:length] for path in paths):
            return first[:length]
    return ()
