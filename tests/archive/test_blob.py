"""The facts of a text as a blob: what was packed comes back, also from an archive that the standard library packed."""

import zlib

import msgspec

from vanban import pipeline
from vanban.archive.blob import pack, unpack
from vanban.rules import Rules

_PAPER = "QUYẾT ĐỊNH\nSố: 5/QĐ-UBND\nĐiều 1. Những từ".encode()


def test_what_was_packed_comes_back(rules: Rules) -> None:
    parsed = pipeline.parse(_PAPER, "a.txt", rules)
    assert unpack(pack(parsed)) == parsed
    assert pack(parsed) == pack(parsed)


def test_the_format_is_that_of_the_standard_library(rules: Rules) -> None:
    parsed = pipeline.parse(_PAPER, "a.txt", rules)
    assert zlib.decompress(pack(parsed)) == msgspec.msgpack.encode(parsed)
    assert unpack(zlib.compress(msgspec.msgpack.encode(parsed), 6)) == parsed
