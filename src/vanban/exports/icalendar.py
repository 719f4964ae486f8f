"""Calendars of whole-day events (RFC 5545)."""

import datetime as dt
import hashlib
from collections.abc import Iterable

import msgspec

_OCTETS = 74


class Event(msgspec.Struct, frozen=True):
    """One day of a calendar. `key` tells it from all others, whenever the calendar is made: importing twice doubles
    nothing. `repeats` is the value of RRULE; `done` marks what needs no reminder any more.
    """

    key: str
    day: dt.date
    summary: str
    description: str = ""
    repeats: str = ""
    done: bool = False


def calendar(events: Iterable[Event], product: str, made: dt.datetime) -> bytes:
    """An iCalendar file. `made` is when it was made (DTSTAMP), given by the face."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//vanban//{product}//VI"]
    for event in events:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{hashlib.sha256(event.key.encode()).hexdigest()[:32]}@vanban",
            f"DTSTAMP:{made.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
            *([f"RRULE:{event.repeats}"] if event.repeats else []),
            f"SUMMARY:{_escaped(event.summary)}",
            *([f"DESCRIPTION:{_escaped(event.description)}"] if event.description else []),
            *(["STATUS:CONFIRMED", "TRANSP:TRANSPARENT"] if event.done else []),
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _escaped(words: str) -> str:
    """Text as a property value (RFC 5545, 3.3.11)."""
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A content line of at most 75 octets a row, never cut inside a letter (RFC 5545, 3.1)."""
    rows: list[bytes] = []
    row = b""
    for letter in line:
        octets = letter.encode()
        if len(row) + len(octets) > _OCTETS:
            rows.append(row)
            row = b" "
        row += octets
    return b"\r\n".join([*rows, row]) + b"\r\n"
