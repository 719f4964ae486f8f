"""Identifiers of works after the Akoma Ntoso naming convention, and the slugs that they are made of.

`/akn/vn/act/nghi-dinh/chinh-phu/2016-05-14/34-2016-nd-cp`.
"""

import datetime as dt
import hashlib
from typing import Literal

from vanban.orthography.blanking import plain_words

_LONGEST = 80
_DIGEST = 12


def slug(words: str, longest: int = 0) -> str:
    """Words as part of an address: "Hội đồng nhân dân" -> "hoi-dong-nhan-dan"; cut at a word where `longest` is set."""
    text = "-".join(plain_words(words))
    if not longest or len(text) <= longest:
        return text
    return text[: longest + 1].rsplit("-", 1)[0][:longest].strip("-")


def work_id(
    *,
    kind: Literal["act", "doc"],
    type: str,
    issuer: str,
    date: dt.date | None,
    symbol: str,
    title: str = "",
    fallback: str = "",
) -> str:
    """The identifier of a work. `type` and `issuer` are ids; unknown parts become "van-ban", "khong-ro", "0000".

    Without a symbol the last part of an act is a slug of its title, of any other paper a digest of it: what is no act
    may be about a person, and a person's name is no part of a key (decision 0016). Without a title it is `fallback` (a
    piece of the text's hash), so that two papers without any identity stay two.
    """
    named = slug(title, _LONGEST) if kind == "act" else _digest(title)
    last = slug(symbol) or named or fallback or "khong-so"
    return f"/akn/vn/{kind}/{type or 'van-ban'}/{issuer or 'khong-ro'}/{date.isoformat() if date else '0000'}/{last}"


def _digest(title: str) -> str:
    """What two printings of one title share and nobody can read; "" for no title."""
    words = slug(title)
    return hashlib.sha256(words.encode()).hexdigest()[:_DIGEST] if words else ""
