"""Values written after their label in or below a duty: "Đơn vị chủ trì: …; Đơn vị phối hợp: …; Thời gian: …"."""

import re

import msgspec

from vanban.model import Deadline
from vanban.tasks import bodies, deadlines, phrases
from vanban.tasks.wording import Wording, trimmed

_USES = ("lead", "join", "time", "product")
_ENDS = re.compile(r"[;\n]|\.(?=\s|$)|/\./")


class Labelled(msgspec.Struct, frozen=True):
    """What the labels of a duty say, and where the first of them begins (`begins`; beyond the text: nowhere)."""

    lead: tuple[str, ...] = ()
    join: tuple[str, ...] = ()
    deadline: Deadline | None = None
    product: str | None = None
    begins: int = 2**62


def labelled(words: Wording, start: int, end: int) -> Labelled:
    """The labels in `start:end`."""
    if words.content.find(":", start, end) < 0:
        return Labelled()
    places = {use: _value(words, use, start, end) for use in _USES}
    found = {use: place for use, place in places.items() if place is not None}
    if not ({"lead", "join"} & found.keys()):
        return Labelled()
    lead, join, time, product = (found.get(use) for use in _USES)
    return Labelled(
        lead=bodies.listed(words, lead[1], lead[2]) if lead else (),
        join=bodies.listed(words, join[1], join[2]) if join else (),
        deadline=deadlines.whole(words, time[1], time[2]) if time else None,
        product=" ".join(words.content[product[1] : product[2]].split()) if product else None,
        begins=min(place[0] for place in found.values()),
    )


def _value(words: Wording, use: str, start: int, end: int) -> tuple[int, int, int] | None:
    """(where the label begins, where its value begins and ends)."""
    for phrase in phrases.used(words.rules, f"{use}-label"):
        found = phrase.search(words.folded, words.content, start, end)
        if found and ":" in found.group():
            stop = _ENDS.search(words.content, found.end(), end)
            return found.start(), *trimmed(words.content, found.end(), stop.start() if stop else end, ".;/")
    return None
