"""The sample's made files say what their sources say."""

import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from tests.absent import absent
from tests.sample_truth import EXAMPLES, SAMPLE, Duty, NoDuty, Question, truth
from vanban import api


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files made anew."""
    folder = tmp_path_factory.mktemp("made")
    sys.path.insert(0, str(EXAMPLES))
    try:
        from make_files import make
        from reportlab.pdfbase.ttfonts import TTFError, TTFont

        try:
            TTFont("DejaVuSerif", "DejaVuSerif.ttf")
        except TTFError:
            absent("the font DejaVu Serif is not on this machine")
        make(folder)
    finally:
        sys.path.remove(str(EXAMPLES))
    return folder


def _says(path: Path) -> list[str]:
    """The words of a file, past the packing that libraries may change."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            parts = [name for name in package.namelist() if name in ("word/document.xml", "word/footnotes.xml")]
            return [package.read(name).decode("utf-8") for name in sorted(parts)]
    if path.suffix == ".pdf":
        return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
    return [path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("kind", [".docx", ".pdf", ".html"])
def test_committed_files_are_those_that_the_sources_make(made: Path, kind: str) -> None:
    names = sorted(path.name for path in made.iterdir() if path.suffix == kind)
    assert names == sorted(path.name for path in SAMPLE.iterdir() if path.suffix == kind)
    for name in names:
        assert _says(made / name) == _says(SAMPLE / name), f"{name}: run `python examples/make_files.py`"


def test_the_readme_names_every_document() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in SAMPLE.iterdir() if f"`{path.name}`" not in readme] == []


@pytest.mark.parametrize("question", truth().status, ids=lambda question: question.id)
def test_the_truth_agrees_with_itself(question: Question) -> None:
    """A day in force lies in its period, one before it is not yet, one after it has ended; acts cited are known."""
    start, end = question.start_on, question.end_before
    if question.status in ("in-force", "ended-in-part", "suspended", "suspended-in-part"):
        assert start is not None and start <= question.on
        assert end is None or question.on < end
    elif question.status == "not-yet":
        assert start is not None and question.on < start
    elif question.status == "ended":
        assert end is not None and end <= question.on
    else:
        assert (start, end) == (None, None)
    known = {identity.symbol for identity in truth().identity}
    assert {acting[0] for acting in (question.start, question.end) if acting} <= known


@pytest.mark.parametrize("duty", (*truth().tasks, *truth().no_tasks), ids=lambda duty: duty.quote[:40])
def test_duties_quote_their_documents(duty: Duty | NoDuty) -> None:
    words = " ".join(api.parse(SAMPLE / duty.file).text.content.split())
    quotes = [duty.quote]
    if isinstance(duty, Duty):
        quotes += [quote for quote in (*duty.lead, *duty.join, duty.product, duty.deadline, duty.condition) if quote]
    assert [quote for quote in quotes if quote not in words] == []
