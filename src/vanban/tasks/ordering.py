"""The items of a body as tasks: a duty stands under the body that its heading names, or names its own.

What a document only tells (results, aims, plans of others, time limits of procedures) is no task, nor is the general
duty to carry a document out ("… chịu trách nhiệm thi hành Quyết định này").
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import msgspec

from vanban.model import Deadline, Task
from vanban.tasks import bodies, deadlines, hints, phrases, sentences
from vanban.tasks.items import Item
from vanban.tasks.labels import labelled
from vanban.tasks.wording import Wording, trimmed

_LONGEST_FRAME = 1500
_LONGEST_HEADING = 200
_COMMA = re.compile("[,;:]")


class Scope(msgspec.Struct, frozen=True):
    """What holds below a heading or a lead: whether orders stand there, and who they are laid on."""

    path: tuple[str, ...]
    orders: bool
    lead: tuple[str, ...] = ()
    join: tuple[str, ...] = ()
    deadline: Deadline | None = None


_NOTHING = Scope((), orders=False)


def tasks(words: Wording, items: Sequence[Item], known: hints.Hints | None) -> Iterator[Task]:
    """The tasks of the items, in order; `within` is left empty.

    A normative act gives orders only where it says "giao" (`known`) and under the heading of its implementation;
    elsewhere it sets standing powers and procedures. None: a document that can order anywhere.
    """
    scopes: list[Scope] = []
    last: Task | None = None
    for item, following in zip_longest(items, items[1:]):
        while scopes and not _below(item.path, scopes[-1].path):
            scopes.pop()
        above = scopes[-1] if scopes else _NOTHING
        free = known is None or above.orders
        silent = known is not None and not (
            free or known.speaks(item.start, item.end) or known.leads_to_dates(item.start)
        )
        scope = _organising(words, item, above) if silent else _scope(words, item, above, law=known is not None)
        if scope is not None:
            scopes.append(_over(words, scope, item, following, above))
            continue
        if silent:
            continue
        found = list(_of_item(words, item, above, None if free else known))
        if last and found and _only_more(words, item, found):
            last = _extended(words, last, found[0])
            continue
        if last:
            yield last
            last = None
        yield from found[:-1]
        if found:
            last = found[-1]
            # what hangs below is theirs, too
            scopes.append(Scope(item.path, above.orders, last.lead, above.join, above.deadline))
    if last:
        yield last


def _over(words: Wording, scope: Scope, item: Item, following: Item | None, above: Scope) -> Scope:
    """The scope of a lead in a paragraph of its own reaches over the list that follows, wherever that stands.

    What it only has from above ends with its article: the name of the next chapter hands no orders on, and nobody that
    they were laid on.
    """
    if following is None or item.path[-1] != "para" or _below(following.path, scope.path):
        return scope
    if following.path == ("article",) and item.path[0] == "article":
        if _organising(words, item, above) is not None:
            return Scope((), orders=True)
        if scope.orders == above.orders:
            return scope
    return msgspec.structs.replace(scope, path=following.path[:-1])


def _only_more(words: Wording, item: Item, found: Sequence[Task]) -> bool:
    """Whether an item only goes on with the task before it: "Thời gian hoàn thành: …" in a line of its own."""
    folded = words.folded
    begins = found[0].start
    return len(found) == 1 and begins == item.start and folded.startswith(("thoi gian", "thoi han", "san pham"), begins)


def _extended(words: Wording, task: Task, more: Task) -> Task:
    return msgspec.structs.replace(
        task, end=more.end, deadline=task.deadline or more.deadline, product=task.product or more.product
    )


def _below(path: tuple[str, ...], above: tuple[str, ...]) -> bool:
    return len(path) > len(above) and path[: len(above)] == above


def _scope(words: Wording, item: Item, above: Scope, *, law: bool) -> Scope | None:
    """The scope that this item opens; None where it is no heading and no lead."""
    start, end = trimmed(words.content, item.start, item.end)
    folded = words.folded
    for report in phrases.used(words.rules, "report"):
        if report.pattern.fullmatch(folded, start, end):
            return Scope(item.path, orders=False)
    if named := _heading(words, start, end):
        return Scope(item.path, above.orders or not law, named)
    if words.content[start:end].isupper() and end - start < _LONGEST_HEADING:
        return _organised(words, item, above, start, end) or msgspec.structs.replace(above, path=item.path)
    if not folded.endswith((":", " yeu cau", " nhu sau"), start, end):
        return _organised(words, item, above, start, end)
    start = sentences.split(words, start, end)[-1][0]
    if end - start > _LONGEST_FRAME:
        return None
    order = sentences.order(words, start, end)
    lead = order.named.names if order and (order.strong or order.request or above.orders) else above.lead
    frame = phrases.any_stands(phrases.used(words.rules, "frame"), folded, words.content, start, end)
    frame = frame or phrases.organising(words.rules).fullmatch(folded, start, end) is not None
    # the paragraphs after a lead are its items, too, where nothing is numbered
    path = item.path[:-1] if item.path[-1] == "para" else item.path
    # "Vụ Tổ chức cán bộ: tham mưu Lãnh đạo Bộ:": the bodies stand as in a heading
    headed = order is not None and order.named.start == start and folded.startswith(":", order.named.end)
    orders = above.orders or (not law and (frame or headed or bool(order and order.strong)))
    join = bodies.joining(words, order.duty, end) if order else ()
    limit = deadlines.find(words, order.duty, end) if order else above.deadline
    return Scope(path, orders, lead, join, limit)


def _organising(words: Wording, item: Item, above: Scope) -> Scope | None:
    """The scope below "Tổ chức thực hiện", "Trách nhiệm thi hành" and the like; who was told before is told here."""
    return _organised(words, item, above, *trimmed(words.content, item.start, item.end))


def _organised(words: Wording, item: Item, above: Scope, start: int, end: int) -> Scope | None:
    """The same of an item whose words stand in `start:end`."""
    if end - start > _LONGEST_HEADING or phrases.organising(words.rules).fullmatch(words.folded, start, end) is None:
        return None
    return Scope(item.path, True, above.lead, above.join, above.deadline)


def _heading(words: Wording, start: int, end: int) -> tuple[str, ...]:
    """The bodies that a heading is made of: "1. Sở Công Thương", "1.1. Giao Công an tỉnh"."""
    assign = phrases.first(phrases.used(words.rules, "assign"), words.folded, words.content, start, end)
    named = bodies.alone(words, assign.end() if assign else start, end)
    return named.names if named else ()


def _of_item(words: Wording, item: Item, above: Scope, known: hints.Hints | None) -> Iterator[Task]:
    """The tasks of one item: each sentence with a subject of its own begins one, the sentences after it go on.

    `known`: where alone orders can stand; None where they can stand anywhere.
    """
    held: tuple[int, int, sentences.Order | None] | None = None
    for start, end in sentences.split(words, item.start, item.end):
        if held is None and known is not None and not known.may_order(start, end):
            continue
        if _is_other(words, start, end):
            if held:
                yield _task(words, held, above)
            held = None
            continue
        order = sentences.order(words, start, end)
        dated = known is not None and known.dates(start, end)
        if order is not None and (_counts(words, order, above, law=known is not None) or (dated and order.strong)):
            if held:
                yield _task(words, held, above)
            held = (start, end, order)
        elif order is None and held and _goes_on(words, start, end):
            held = (held[0], end, held[2])
        elif (
            order is None
            and (above.orders or dated)
            and above.lead
            and held is None
            and _inherits(words, item, start, end)
        ):
            held = (start, end, None)
    if held:
        yield _task(words, held, above)


def _counts(words: Wording, order: sentences.Order, above: Scope, *, law: bool) -> bool:
    """Whether the words, or the place where they stand, make an order of them."""
    if above.orders:
        return True
    if law:
        before = words.folded[max(0, order.named.start - 9) : order.named.start]
        given = before.endswith(("giao ", "de nghi "))
        end = order.duty + _LONGEST_HEADING
        own = any(row.pattern.match(words.folded, order.duty, end) for row in phrases.used(words.rules, "own"))
        return (order.strong and own) or ((order.strong or order.request) and given)
    return order.strong or order.request


def _is_other(words: Wording, start: int, end: int) -> bool:
    return phrases.any_stands(phrases.used(words.rules, "other"), words.folded, words.content, start, end)


def _inherits(words: Wording, item: Item, start: int, end: int) -> bool:
    """Whether a sentence without a subject is laid on the bodies of the heading; a bare line must begin with a duty."""
    if phrases.first(phrases.used(words.rules, "assign"), words.folded, words.content, start, end) is not None:
        return False  # "Giao ông A …": laid on somebody else, who is no body
    if item.path[-1] == "para" and not _goes_on(words, start, end):
        return False
    return " " in words.content[start:end] and not _told(words, start, end)


def _told(words: Wording, start: int, end: int) -> bool:
    """Whether the sentence tells of the past or of what others plan: the word stands before its first comma."""
    if phrases.duty_words(words.rules).match(words.folded, start, end):
        return False  # "Rà soát quy trình đã được phê duyệt": the duty comes first
    comma = _COMMA.search(words.content, start, end)
    stop = comma.start() if comma else end
    return any(past.search(words.folded, words.content, start, stop) for past in phrases.used(words.rules, "past"))


def _goes_on(words: Wording, start: int, end: int) -> bool:
    more = phrases.first(phrases.used(words.rules, "more"), words.folded, words.content, start, end)
    return more is not None or phrases.duty_words(words.rules).match(words.folded, start, end) is not None


def _task(words: Wording, held: tuple[int, int, sentences.Order | None], above: Scope) -> Task:
    start, end, order = held
    start, end = trimmed(words.content, start, end, "./;")
    begins = order.duty if order else start
    given = labelled(words, begins, end)
    names = order.named.names if order else above.lead
    joining = given.join or bodies.joining(words, begins, end) or (() if order else above.join)
    return Task(
        duty=" ".join(words.content[begins : min(end, given.begins)].split()),
        lead=given.lead or names,
        join=joining,
        product=given.product,
        deadline=given.deadline or deadlines.find(words, start, end) or above.deadline,
        condition=order.condition if order else sentences.conditional(words, start, end),
        within="",
        start=start,
        end=end,
    )
