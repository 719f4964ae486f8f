"""Bytes of a text file -> characters: UTF-8, UTF-16 with or without a mark, else a clear refusal."""

import re
from contextlib import suppress

from vanban.model.errors import SourceError

_CHARSET = re.compile(rb"""charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_CONTROL_BYTES = bytes([*range(9), *range(14, 27), *range(28, 32)])
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, name: str) -> str:
    """The characters of a text file. Raises SourceError `not-text` where the bytes are no text in Unicode.

    A few broken bytes in a text that is else UTF-8 become U+FFFD, so that one damaged letter costs one letter.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"), name)
    if b"\x00" in data[:4096]:
        little = data[1:4096:2].count(0) >= data[:4096:2].count(0)
        return _checked(data.decode("utf-16-le" if little else "utf-16-be", "replace"), name)
    try:
        content = data.decode("utf-8")
    except UnicodeDecodeError:
        return _checked(data.decode("utf-8", "replace"), name)
    odd = len(data) - len(data.translate(None, _CONTROL_BYTES))  # much faster than looking through the characters
    return _checked(content, name) if odd > 3 else content


def decode_html(data: bytes, name: str) -> str:
    """The same for a page, which may name its encoding (windows-1258, say) in its head."""
    declared = _CHARSET.search(data[:4096])
    if declared is not None and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        encoding = declared.group(1).decode("ascii").lower()
        if encoding not in ("utf-8", "utf8", "utf-16", "unicode") and not _is_utf8(data):
            with suppress(LookupError, UnicodeDecodeError):
                return _checked(data.decode(encoding), name)
    return decode(data, name)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _checked(content: str, name: str) -> str:
    """The content, unless too much of it is damage: binaries and texts in old 8-bit encodings."""
    bad = content.count("\ufffd") + len(_CONTROLS.findall(content))
    if bad > 3 and bad * 200 > len(content):
        raise SourceError("not-text", name=name)
    return content
