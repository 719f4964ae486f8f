"""Answers as JSON on standard output."""

import sys
from typing import Any

import msgspec


def show_json(answer: Any) -> None:
    """Write one answer as one JSON object and a line end; UTF-8 whatever the terminal says."""
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(answer), indent=1) + b"\n")
    sys.stdout.buffer.flush()
