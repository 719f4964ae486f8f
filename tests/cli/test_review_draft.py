"""`vanban review draft`: comments in a copy, citations against the archive, faults of use."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from tests.cli.conftest import Ran
from tests.review.drafting import BODY, FOOT_LEFT, FOOT_RIGHT, LEFT, RIGHT, write_draft

Vanban = Callable[..., Ran]


def test_comments_stand_at_the_words_and_the_draft_is_untouched(tmp_path: Path, vanban: Vanban) -> None:
    path = write_draft(tmp_path / "a.docx", was="của Luật Bến nước", now="tại Khoản 2, Điều 3 Luật Bến nước")
    before = path.read_bytes()
    code, out, _ = vanban("review", "draft", path, "--out", tmp_path / "b.docx", "--on", "2026-11-05")
    assert code == 0 and "không có dấu phẩy" in out  # hints alone are no failure
    assert path.read_bytes() == before
    copy = Document(str(tmp_path / "b.docx"))
    told = [comment.text for comment in copy.comments]
    assert len(told) == 2 and all("Nghị định 30/2020/NĐ-CP, Phụ lục II" in words for words in told)
    assert [paragraph.text for paragraph in copy.paragraphs] == [p.text for p in Document(str(path)).paragraphs]
    body = copy.element.body.xml
    marked = body[body.index("commentRangeStart") : body.index("commentRangeEnd")]
    assert "Khoản 2" in marked and "Rà soát" not in marked


def test_citations_are_held_against_the_archive(tmp_path: Path, vanban: Vanban, sample_archive: Path) -> None:
    path = write_draft(tmp_path / "a.docx", was="của Luật Bến nước", now="tại Điều 99 của Luật Bến nước")
    code, out, _ = vanban("review", "draft", path, "--archive", sample_archive, "--on", "2026-11-05", "--json")
    answer = json.loads(out)
    assert code == 1 and answer["archive"]
    assert "provision-unknown" in [fault["rule"] for fault in answer["faults"]]


@pytest.mark.parametrize("name", ["a.docx", "b.txt"])
def test_a_copy_that_cannot_be_made_is_told(name: str, tmp_path: Path, vanban: Vanban) -> None:
    path = write_draft(tmp_path / "a.docx")
    if name.endswith(".txt"):
        path = tmp_path / name
        path.write_text(f"{LEFT}\n{RIGHT}\n{BODY}\n{FOOT_LEFT}\n{FOOT_RIGHT}", encoding="utf-8")
    code, _, err = vanban("review", "draft", path, "--out", tmp_path / "a.docx")
    assert code == 2 and str(path) in err
