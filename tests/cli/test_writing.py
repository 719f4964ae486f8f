"""Every option that writes a file says in one sentence where it cannot, and leaves no traceback."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLE, Ran

DRAFT = SAMPLE / "ke-hoach-88-kh-ubnd.docx"
DECREE = "902/2018/NĐ-CP"
WRITES = (
    ("annotate", SAMPLE / "luat-931-2026-qh16.md", "-o", "{missing}/x.html"),
    ("tasks", "--xlsx", "{missing}/x.xlsx"),
    ("tasks", "--ics", "{missing}/x.ics"),
    ("check", DECREE, "--html", "{missing}/x.html"),
    ("judgements", "export", "{missing}/x.jsonl"),
    ("judgements", "sheet", "{missing}/x.csv"),
    ("review", "lists", "--year", "2025", "--out", "{file}"),
    ("review", "draft", DRAFT, "--on", "2026-11-21", "--out", "{missing}/x.docx"),
    ("text", DECREE, "--consolidated-at", "2024-02-01", "--docx", "{missing}/x.docx"),
)


@pytest.mark.parametrize("words", WRITES, ids=lambda words: " ".join(map(str, words[:2])) + f" {words[-2]}")
def test_what_cannot_be_written_is_one_sentence(
    words: tuple[str | Path, ...], vanban: Callable[..., Ran], sample_archive: Path, tmp_path: Path
) -> None:
    file = tmp_path / "tệp"
    file.write_text("có sẵn", encoding="utf-8")
    line = [str(word).replace("{missing}", str(tmp_path / "không-có")).replace("{file}", str(file)) for word in words]
    ran = vanban(*line, *([] if words[0] == "annotate" else ["--archive", sample_archive]))
    assert ran.code == 2 and ran.err.startswith("vanban: Không ghi được tệp ") and str(tmp_path) in ran.err
    assert file.read_text(encoding="utf-8") == "có sẵn"
