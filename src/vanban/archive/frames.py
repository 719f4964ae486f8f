"""Messages between the archive and its reading processes: a length, then MessagePack."""

import struct
from typing import IO

_LENGTH = struct.Struct("<I")


def write_frame(stream: IO[bytes], payload: bytes) -> None:
    """Send one message."""
    stream.write(_LENGTH.pack(len(payload)))
    stream.write(payload)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The next message; None where the other side has closed."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    return stream.read(_LENGTH.unpack(head)[0])


def take_frames(buffer: bytearray) -> list[bytes]:
    """Cut every whole message from the front of a buffer, leaving the rest for later."""
    found, at = [], 0
    while len(buffer) - at >= _LENGTH.size:
        (size,) = _LENGTH.unpack_from(buffer, at)
        if len(buffer) - at - _LENGTH.size < size:
            break
        found.append(bytes(buffer[at + _LENGTH.size : at + _LENGTH.size + size]))
        at += _LENGTH.size + size
    del buffer[:at]
    return found
