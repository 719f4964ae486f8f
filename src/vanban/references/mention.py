"""A mention: one document named in the words, before anything is decided about it."""

import datetime as dt

import msgspec

from vanban.model import Relative


class Mention(msgspec.Struct, gc=False):
    """A document named at `content[start:end]`, as far as the words say; built up within one call of `find`.

    `typed` tells whether a type word stands before it ("Nghị định số 34/2016/NĐ-CP") or it goes on a list ("và số …").
    `digits` is where the number itself stands (-1 without one). `tail` is -1 for a mention that another has taken over.
    """

    start: int
    end: int
    type: str = ""
    symbol: str = ""
    title: str = ""
    date: dt.date | None = None
    year: int | None = None
    issuer: str = ""
    relative: Relative | None = None
    typed: bool = True
    plural: bool = False
    tail: int = 0
    digits: int = -1
