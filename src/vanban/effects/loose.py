"""What is named after words that say what changes in it."""

import re

from vanban.effects import named
from vanban.effects.instruction import Page
from vanban.effects.named import Listing
from vanban.orthography import fold

_AMENDING_TITLE = re.compile(r"(?:\w+ ){0,3}?(?:sua doi|bo sung|thay the|bai bo|dinh chinh)\b")


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
