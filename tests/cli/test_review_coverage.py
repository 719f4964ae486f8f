"""`vanban review coverage` over the sample archive."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Vanban = Callable[..., "tuple[int, str, str]"]
LIST = "# các cơ quan\nHĐND tỉnh Sông Lam\nUBND tỉnh Sông Lam\nTỉnh ủy Sông Lam\n\n"


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "danh-sach.txt"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_who_has_issued_and_who_has_not(vanban: Vanban, sample_archive: Path, listed: Path) -> None:
    asked = ("review", "coverage", "901/2017/QH14", "--bodies", listed, "--on", "2021-12-31", "--json")
    code, out, err = vanban(*asked, "--archive", sample_archive)
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert [(each["body"], each["state"]) for each in answer["bodies"]] == [
        ("HĐND tỉnh Sông Lam", "issued"),
        ("UBND tỉnh Sông Lam", "issued"),
        ("Tỉnh ủy Sông Lam", "missing"),
    ]
    assert [each["symbol"] for each in answer["bodies"][1]["documents"]] == ["15/2019/QĐ-UBND", "23/2021/QĐ-UBND"]
    assert answer["counts"] == {"issued": 2, "candidate": 0, "missing": 1}
    assert [call["quote"] == "Chính phủ quy định chi tiết Điều này." for call in answer["calls"]].count(True) == 1


def test_a_title_that_names_the_higher_document_ties_its_body(
    vanban: Vanban, sample_archive: Path, listed: Path
) -> None:
    asked = ("review", "coverage", "61-KL/TU", "--bodies", listed, "--on", "2026-12-31", "--json")
    _, out, _ = vanban(*asked, "--archive", sample_archive)
    documents = json.loads(out)["bodies"][1]["documents"]
    assert [(each["symbol"], each["tie"]) for each in documents] == [("88/KH-UBND", "title")]


def test_an_unknown_list_is_told(vanban: Vanban, sample_archive: Path) -> None:
    code, _, err = vanban("review", "coverage", "61-KL/TU", "--bodies", "xã", "--archive", sample_archive)
    assert code == 2 and "provinces" in err
