"""A source is bytes: where they came from and what they are."""

import msgspec


class Source(msgspec.Struct, frozen=True):
    """The bytes of one file, by their hash. The bytes never change; the origin is only told, never trusted.

    `sha256` in lower-case hex; `media_type` as sniffed from the bytes; `size` in bytes.
    """

    sha256: str
    media_type: str
    origin: str = ""
    size: int = 0
