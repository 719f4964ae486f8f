"""Where an insertion goes: "vào sau khoản 8 Điều 2", "vào Điều 8", "vào cuối khoản 4"."""

import re

import msgspec

from vanban.effects import named
from vanban.effects.instruction import Instruction, Page, finished
from vanban.effects.loose import loosely_named
from vanban.effects.named import Listing, Named
from vanban.effects.phrases import wording_at
from vanban.effects.place_groups import RANK
from vanban.effects.wording import Clause
from vanban.model import Unit
from vanban.rules.effect_phrases import AmendingPhrase

_INTO = re.compile(
    r"\s*,?\s*(?:vao\s+)?(?:lien\s+|ngay\s+)?(?P<place>sau|truoc|duoi|tren|phia sau|phia truoc)\s+(?:cum tu\s+)?"
)
# The other neighbour: "vào sau khoản 8 và trước khoản 9 Điều 154 của Bộ luật …".
_OTHER_SIDE = re.compile(
    r"\s*(?:,|va)\s+(?:vao\s+)?(?:lien\s+|ngay\s+)?(?:phia\s+)?(?:sau|truoc)\s+(?=(?:dieu|khoan|diem|tiet|muc|"
    r"tieu muc|chuong|phan|phu luc|mau|so thu tu|dong|doan|gach)\s)"
)
_CONTAINER = re.compile(r"\s*,?\s*(?:vao|tai|cho)\s+(?:cuoi\s+)?")


def read(page: Page, clause: Clause, row: AmendingPhrase, start: int, at: int, end: int) -> Instruction | None:
    """The instruction of an inserting verb that ends at `at`; None where no new unit is named.

    "Bổ sung khoản 9 vào sau khoản 8 Điều 2", "… vào sau Điều 5 Điều 5a", "… khoản 6 vào Điều 8", "… vào cuối khoản 4".
    """
    wording, folded = page.wording, page.wording.folded
    first = _into(page, at, end)
    listing = named.read(wording, page.acts, first[1] if first else at, end)
    if not listing.items and first is not None and first[2] is None:
        # "Bổ sung vào (cuối) khoản 4 như sau": a paragraph after those that the unit has.
        holder = first[0]
        new = msgspec.structs.replace(holder, path=(*holder.path, Unit("paragraph", "")))
        made = finished(page, clause, row, start, Listing((new,), first[1]), end)
        return msgspec.structs.replace(made, anchor=holder.path, place="after")
    if (
        not listing.items
        and first is None
        and (loose := wording_at(page.rules, "what-changes", folded, at, end)) is not None
    ):
        listing = loosely_named(page, loose.end(), end)
        if listing.items:
            # "Bổ sung bảng định mức … tại Phụ lục V", "Bổ sung chú thích cho Bảng 2 như sau": something goes into what
            # is there.
            held_by = tuple(
                msgspec.structs.replace(item, path=(*item.path, Unit("paragraph", ""))) for item in listing.items
            )
            return finished(page, clause, row, start, Listing(held_by, listing.end), end)
    if not listing.items:
        return None
    own = tuple(item for item in listing.items if item.path and item.act is not None and item.act.own)
    if len(own) == len(listing.items):
        # "Bổ sung Phụ lục III ban hành kèm theo Thông tư này (vào sau Phụ lục II …)": what is added, under its number.
        listing = Listing(tuple(msgspec.structs.replace(item, act=None) for item in own), listing.end)
    else:
        own = ()
    later = first or _into(page, listing.end, end)
    if later is None and (
        prose := re.compile(r"[.,]?\s[^;:\"~\n]{3,240}?(?=\svao (?:sau|truoc)\s)").match(folded, listing.end, end)
    ):
        later = _into(page, prose.end(), end)
    anchor: tuple[Unit, ...] = ()
    place = None
    items = listing.items
    finish = listing.end
    if later is not None:
        holder, finish, place = later[0], max(listing.end, later[1]), later[2]
        items = tuple(held(item, holder) for item in items)
        anchor = holder.path if place else ()
        if place is None and (beside := _into(page, finish, end)) is not None and beside[2] is not None:
            anchor, finish, place = beside[0].path, beside[1], beside[2]  # "vào Mục 5 Chương II trước Điều 54"
        if not own and holder.act is not None and holder.act.own and all(i.path[0].level == "appendix" for i in items):
            own = items  # "Phụ lục 5 vào trước Phụ lục 6 ban hành kèm theo Thông tư này"
            items = tuple(msgspec.structs.replace(item, act=None) for item in items)
    made = finished(page, clause, row, start, Listing(items, finish), end)
    return msgspec.structs.replace(made, anchor=anchor, place=place, by=made.by or own)


def _into(page: Page, at: int, end: int) -> tuple[Named, int, str | None] | None:
    """Where an insertion goes: the unit named, the end of its words, "after"/"before" or None for inside it."""
    folded = page.wording.folded
    into = _INTO.match(folded, at, end)
    shape = into or _CONTAINER.match(folded, at, end)
    if shape is None:
        return None
    listing = named.read(page.wording, page.acts, shape.end(), end, lead=into is None)
    if not listing.items:
        return None
    if into is not None and len(listing.items) > 1 and _INTO.match(folded, listing.end, end):
        # "vào sau Mục 5 và Điều 17a vào sau Điều 17": what is named last is a further insertion, read next.
        listing = Listing(listing.items[:-1], listing.items[-2].end)
    place = (
        None
        if into is None
        else "before"
        if "truoc" in into.group("place") or "tren" in into.group("place")
        else "after"
    )
    beside, finish = listing.items[-1 if place == "after" else 0], listing.end
    other = _OTHER_SIDE.match(folded, finish, end) if into is not None and beside.act is None else None
    if other is not None and (across := named.read(page.wording, page.acts, other.end(), end, lead=False)).items:
        # What holds both neighbours is only told with the second.
        beside, finish = held(beside, across.items[0]), across.end
    return beside, finish, place


def held(item: Named, holder: Named) -> Named:
    """A new unit with the units and the act that hold its neighbour or that it is put into."""
    top = min([RANK[unit.level] for unit in item.path], default=99)
    outer = [unit for unit in holder.path if RANK[unit.level] < top]
    return msgspec.structs.replace(item, path=(*outer, *item.path), act=item.act or holder.act)
