"""What is named after words that say what changes in it."""

import re

import msgspec

from vanban.effects import named
from vanban.effects.instruction import Page
from vanban.effects.named import Listing
from vanban.orthography import fold

_AMENDING_TITLE = re.compile(r"(?:\w+ ){0,3}?(?:sua doi|bo sung|thay the|bai bo|dinh chinh)\b")
# "một điểm, khoản của Điều 36": how many units, and of what kind, is no matter.
_COUNTED = re.compile(r"\s*(?:[a-z]+\s+)?(?:\(?\d+\)?\s+)?(?:dieu|khoan|diem|muc|noi dung)(?:\s*,[^,]*)*\s*$")
_LINK = re.compile(r"\s+(?:(?:duoc\s+)?(?:quy dinh|neu|ban hanh)\s+)?(?:tai|cua|trong)\s*$")


def of_something(page: Page, listing: Listing, at: int) -> Listing:
    """The places named, each with the words from `at` on that say what changes in it: "công thức tính P10".

    Only that changes, not the place as a whole, which a person must see to.
    """
    if not listing.items or listing.items[0].matter:
        return listing
    folded = page.wording.folded[at : listing.items[0].start]
    if (link := _LINK.search(folded)) is None or _COUNTED.match(folded, 0, link.start()):
        return listing
    matter = " ".join(page.wording.content[at : at + link.start()].split())
    return Listing(tuple(msgspec.structs.replace(item, matter=matter) for item in listing.items), listing.end)


def loosely_named(page: Page, at: int, end: int) -> Listing:
    """What is named after words that say what changes in it ("Sửa đổi định mức … tại Phụ lục VIII Thông tư số …").

    Only where new wording follows, or in an amending document on an act named outright: in other documents such words
    are duties of people ("bổ sung hồ sơ quy định tại khoản 2 Điều 5").
    """
    listing = named.read(page.wording, page.acts, at, end)
    if "nhu sau" in page.wording.folded[at:end]:
        return listing
    outright = all(item.act is not None and not item.act.own for item in listing.items)
    return listing if outright and _AMENDING_TITLE.match(fold(page.work.title)) else Listing((), at)
