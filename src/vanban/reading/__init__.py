"""bytes -> text: one file per format, outside programs isolated. Nothing here fetches anything from anywhere."""

from vanban.model import Finding, Source, Text
from vanban.rules import Rules

__all__ = ["read"]


def read(data: bytes, name: str, rules: Rules) -> tuple[Text, tuple[Finding, ...]]:
    """The text of one file's bytes, NFC and repaired, with what was repaired and what could not be read.

    `name` is the file's name or origin (only its suffix is a hint; the bytes decide). Raises SourceError where nothing
    can be read at all.
    """
    text = data.decode("utf-8")
    return Text(content=text, source=Source(sha256="", media_type="text/plain", origin=name, size=len(data))), ()
