"""The golden files: what the stages say of the sample today is what was read and accepted."""

from pathlib import Path

import pytest

from tests.golden import comparing


@pytest.mark.parametrize("document", comparing.documents(), ids=lambda path: path.name)
def test_golden(document: Path) -> None:
    assert comparing.folder_of(document).is_dir(), "no golden files yet: read them, then `make golden-accept`"
    lines = list(comparing.differences(document))
    assert not lines, "differs from the golden files (`make golden`):\n" + "\n".join(lines)


def test_no_golden_files_without_a_document() -> None:
    assert comparing.stale_folders() == []
