"""What becomes of one file: an entry that can be stored, or a code that says why it was not read."""

from pathlib import Path

import msgspec

from vanban import pipeline
from vanban.archive import originals
from vanban.archive.entry import Entry, entry_of
from vanban.model import Parsed
from vanban.model.errors import SourceError
from vanban.reading import open_file
from vanban.rules import Rules

_SHORTEST = 40  # letters; the heads alone of the shortest papers are longer


class Job(msgspec.Struct, frozen=True, array_like=True):
    """A file to read: its path and the folder it must stay in, as bytes (a name need not be valid text), and its name.

    `root` is b"" where the file itself was asked for.
    """

    path: bytes
    root: bytes
    name: str


class Outcome(msgspec.Struct, frozen=True, array_like=True):
    """The answer to one job: `entry`, or the code of the table `findings` with its details."""

    entry: Entry | None
    code: str = ""
    details: dict[str, str] = {}


def read_one(job: Job, rules: Rules, files: Path) -> Outcome:
    """Read, parse and keep the original of one file. Never raises for a fault of the file or of a stage."""
    try:
        path = Path(_text(job.path))
        data = open_file(path, Path(_text(job.root)) if job.root else None)
        parsed = pipeline.parse(data, job.name, rules)
        if _says_nothing(parsed):
            raise SourceError("no-document", name=job.name)
        entry = entry_of(parsed, rules)
    except SourceError as error:
        return Outcome(None, error.code, {key: printable(str(value)) for key, value in error.details.items()})
    except Exception as error:  # the edge of the batch: a crash on one document is a finding, and the rest goes on
        return Outcome(
            None, "stage-crashed", {"name": job.name, "error": printable(f"{type(error).__name__}: {error}")}
        )
    try:
        originals.keep(files, entry.sha256, data)
    except OSError as error:
        return Outcome(None, "original-not-kept", {"name": job.name, "reason": printable(str(error))})
    return Outcome(entry)


def _says_nothing(parsed: Parsed) -> bool:
    """Whether a text is a word or two without any sign of a document: no identity, no unit, shorter than any paper."""
    if len(parsed.text.content.strip()) >= _SHORTEST or any(unit.num for unit in parsed.provisions):
        return False
    return any(finding.code == "no-identity" for finding in parsed.findings)


def printable(name: str) -> str:
    """A file name as text that can be stored and shown: bytes that are no UTF-8 become `\\xNN`, controls too."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(letter if letter.isprintable() or letter == " " else f"\\x{ord(letter):02x}" for letter in text)


def _text(path: bytes) -> str:
    return path.decode("utf-8", "surrogateescape")
