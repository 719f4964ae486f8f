"""The loader takes nothing that a person mistyped."""

from pathlib import Path

import pytest

from vanban.model.errors import RuleError
from vanban.rules.finding_messages import FindingMessage
from vanban.rules.loader import read_table

ROW = "- {id: a, severity: error, vi: x, en: y}\n"


def table(folder: Path, text: str) -> Path:
    path = folder / "findings.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_table(tmp_path: Path) -> None:
    assert read_table(table(tmp_path, ROW), FindingMessage)[0].id == "a"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {id: a, id: b, severity: error, vi: x, en: y}\n", "stands twice"),
        ("- {id: a, severity: error, vi: x, en: y, colour: red}\n", "colour"),
        ("- {id: a, severity: grave, vi: x, en: y}\n", "grave"),
        ("- {id: a, vi: x, en: y}\n", "severity"),
        (ROW + ROW, "stands twice"),
        ("id: a\n", "list of rows"),
        ("- {id: a\n", "not readable"),
    ],
)
def test_a_wrong_table_is_refused_by_name(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(RuleError) as caught:
        read_table(table(tmp_path, text), FindingMessage)
    assert "findings.yaml" in str(caught.value) and says in str(caught.value)
