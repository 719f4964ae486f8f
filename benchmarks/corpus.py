"""The development corpus: where it is and how its files are opened. Never copied into the project."""

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def root() -> Path:
    """The corpus folder (`VANBAN_CORPUS`, default `../shared/corpus`). Exits with one clear line where it is absent."""
    folder = Path(os.environ.get("VANBAN_CORPUS", "../shared/corpus"))
    if not folder.is_dir():
        raise SystemExit(f"no corpus at {folder}: set VANBAN_CORPUS to its folder")
    return folder


def rows(relative: str) -> Iterator[dict[str, Any]]:
    """The rows of a JSON-lines file of the corpus, packed or not."""
    path = root() / relative
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def load(relative: str) -> Any:
    """A JSON file of the corpus, whole."""
    return json.loads((root() / relative).read_text(encoding="utf-8"))
