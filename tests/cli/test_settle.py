"""`vanban settle`: an instruction that no machine may decide, decided by a person, and told in the text."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Ran
from tests.consolidation.drafting import BASE, HEAD

Vanban = Callable[..., Ran]
LAW = "901/2017/QH14"
DAY = ("--consolidated-at", "2021-01-01")


@pytest.fixture
def archive(vanban: Vanban, tmp_path: Path) -> Path:
    """The law on landings, dated, and an act that repeals a clause which the law does not have."""
    folder = tmp_path / "in"
    folder.mkdir()
    dated = "Hà Nội, ngày {} tháng 11 năm {}\n"
    law = BASE.replace("LUẬT\n", dated.format(20, 2017) + "LUẬT\n", 1)
    words = HEAD.format(symbol="905/2019/QH14", title="sửa đổi, bổ sung một số điều của Luật Bến nước")
    act = (
        words.replace("LUẬT\n", dated.format(25, 2019) + "LUẬT\n", 1)
        + "Điều 1. Sửa đổi, bổ sung một số điều của Luật Bến nước số 901/2017/QH14\n"
        + "1. Sửa đổi, bổ sung khoản 9 Điều 2 như sau:\n“9. Xã quản lý bến.”\n"
        + "Điều 2. Hiệu lực thi hành\nLuật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2020.\n"
    )
    (folder / "law.txt").write_text(law, encoding="utf-8")
    (folder / "act.txt").write_text(act, encoding="utf-8")
    vanban("add", folder, "--archive", tmp_path / "a.db")
    return tmp_path / "a.db"


def _filled(vanban: Vanban, archive: Path, **choice: str) -> Path:
    code, out, _ = vanban("settle", LAW, *DAY, "--archive", archive)
    file = yaml.safe_load(out)
    assert code == 0 and [case["quote"][:8] for case in file["cases"]] == ["Sửa đổi,"]
    file["cases"][0] |= choice
    path = archive.parent / "quyet-dinh.yaml"
    path.write_text(yaml.safe_dump(file, allow_unicode=True), encoding="utf-8")
    return path


def test_words_given_by_a_person_are_written_and_told(vanban: Vanban, archive: Path) -> None:
    path = _filled(vanban, archive, choice="write", unit="khoản 3 Điều 2", text="3. Xã quản lý bến.",
                   why="Luật in nhầm số khoản", by="Vụ Pháp chế")  # fmt: skip
    code, out, _ = vanban("settle", "--apply", path, "--archive", archive)
    assert code == 0 and "Đã ghi 1 quyết định" in out
    _, text, _ = vanban("text", LAW, *DAY, "--archive", archive)
    assert "3.[2] Xã quản lý bến." in text
    assert "Áp dụng theo quyết định của Vụ Pháp chế: Luật in nhầm số khoản." in text
    _, left, _ = vanban("settle", LAW, *DAY, "--archive", archive)
    assert yaml.safe_load(left)["cases"] == []


def test_a_rejected_instruction_stays_out_and_is_told(vanban: Vanban, archive: Path) -> None:
    path = _filled(vanban, archive, choice="reject", why="Không có khoản 9", by="Vụ Pháp chế")
    assert vanban("settle", "--apply", path, "--archive", archive)[0] == 0
    _, out, _ = vanban("text", LAW, *DAY, "--json", "--archive", archive)
    (refused,) = json.loads(out)["refused"]
    assert refused["reason"] == "rejected"


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ({"choice": "at", "unit": "khoản 3 Điều 2", "by": "Vụ Pháp chế"}, "thiếu lý do"),
        ({"choice": "write", "unit": "khoản 3 Điều 2", "why": "nhầm", "by": "Vụ Pháp chế"}, "thiếu đơn vị"),
        ({"choice": "perhaps"}, "không đúng dạng"),
    ],
)
def test_a_case_that_is_not_right_keeps_nothing(
    vanban: Vanban, archive: Path, choice: dict[str, str], told: str
) -> None:
    path = _filled(vanban, archive, **choice)
    code, _, err = vanban("settle", "--apply", path, "--archive", archive)
    assert code == 2 and told in err
    _, kept, _ = vanban("judgements", "export", "--archive", archive)
    assert kept == ""


def test_a_case_whose_instruction_is_gone_is_listed(vanban: Vanban, archive: Path) -> None:
    path = _filled(vanban, archive, choice="reject", why="nhầm", by="Vụ Pháp chế", case="effect:gone:000000000000")
    code, out, err = vanban("settle", "--apply", path, "--archive", archive)
    assert code == 1 and "Đã ghi 0" in out and "effect:gone:000000000000" in err
