"""Draw `docs/picture.svg`: what `make run` prints, on the day of the sample. Run: `python docs/make_picture.py`."""

import datetime as dt
import io
import tempfile
from pathlib import Path

from rich.console import Console

from vanban.api import Archive
from vanban.cli.overview import tell
from vanban.cli.words import Words
from vanban.rules import load

ROOT = Path(__file__).parents[1]
DAY = dt.date(2026, 11, 21)

with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "a.db") as archive:
    archive.add(ROOT / "examples" / "tinh-song-lam")
    console = Console(record=True, width=132, file=io.StringIO(), highlight=False)
    tell(archive.overview(DAY), Words(load(), "vi"), console)
    drawn = console.export_svg(title="make run")

# The terminal's web fonts are left out: a picture of ours fetches nothing from anywhere.
rules = drawn.split("@font-face")
kept = rules[0] + "".join(rule.split("}", 1)[1] for rule in rules[1:])
(ROOT / "docs" / "picture.svg").write_text(kept.replace("Fira Code", "monospace"), encoding="utf-8")
