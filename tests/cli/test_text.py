"""`vanban text`, `diff` and `blame` over the sample archive."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema

from tests.cli.conftest import Ran
from tests.consolidation.drafting import BASE, HEAD

Vanban = Callable[..., Ran]

ROOT = Path(__file__).parents[2]
DECREE = "902/2018/NĐ-CP"


def test_the_words_depend_on_the_day(vanban: Vanban, sample_archive: Path) -> None:
    code, before, _ = vanban("text", DECREE, "điểm b khoản 2 Điều 4", "--on", "2023-07-31", "--archive", sample_archive)
    assert code == 0 and "0,9 mét" in before
    _, after, _ = vanban("text", DECREE, "điểm b khoản 2 Điều 4", "--on", "2023-08-01", "--archive", sample_archive)
    assert "1,1 mét" in after
    # Promulgated before it begins: the official form shows it already.
    _, official, _ = vanban("text", DECREE, "điểm b khoản 2 Điều 4", "--consolidated-at", "2023-07-31",
                            "--archive", sample_archive)  # fmt: skip
    assert official == after


def test_json_keeps_to_its_schema(vanban: Vanban, sample_archive: Path) -> None:
    code, out, _ = vanban("text", DECREE, "--on", "2024-02-01", "--json", "--archive", sample_archive)
    answer = json.loads(out)
    schema = json.loads((ROOT / "docs" / "schemas" / "text.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(answer, schema)
    assert code == 0 and answer["applied"] and not answer["refused"]
    unit = next(each for each in answer["provisions"] if each["eid"] == "art_4__cl_3")
    assert answer["text"][unit["start"] : unit["end"]].strip() == "3. (được bãi bỏ)"
    assert unit["since"] == "2023-08-01"


def test_each_page_has_a_note_for_each_change(vanban: Vanban, sample_archive: Path) -> None:
    _, page, _ = vanban("text", DECREE, "--on", "2024-02-01", "--markdown", "--archive", sample_archive)
    marks = [line for line in page.splitlines() if line.startswith("[^")]
    assert len(marks) > 10 and all(f"[^{number}]" in page for number in range(1, len(marks) + 1))
    _, html, _ = vanban("text", DECREE, "--on", "2024-02-01", "--html", "--archive", sample_archive)
    assert html.count('<div id="n') == len(marks)


def test_the_official_form_has_its_list_and_its_notes(vanban: Vanban, sample_archive: Path) -> None:
    day = ("--consolidated-at", "2023-07-31", "--archive", sample_archive)
    _, page, _ = vanban("text", DECREE, *day)
    assert "sửa đổi, bổ sung bởi:\nNghị định số 911/2023/NĐ-CP ngày 12 tháng 6 năm 2023 của Chính phủ" in page
    assert "b)[3] Lan can cao ít nhất 1,1 mét;" in page
    _, out, _ = vanban("text", DECREE, *day, "--json")
    answer = json.loads(out)
    schema = json.loads((ROOT / "docs" / "schemas" / "text.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(answer, schema)
    assert all(note["lines"] for note in answer["notes"]) and page.count("\n[") == len(answer["notes"])


def test_a_docx_is_written_or_the_fault_is_told(vanban: Vanban, sample_archive: Path, tmp_path: Path) -> None:
    day = ("--consolidated-at", "2023-07-31", "--archive", sample_archive)
    code, _, _ = vanban("text", DECREE, *day, "--docx", tmp_path / "hop-nhat.docx")
    assert code == 0 and (tmp_path / "hop-nhat.docx").stat().st_size > 10_000
    code, _, err = vanban("text", DECREE, *day, "--docx", tmp_path / "absent" / "hop-nhat.docx")
    assert code != 0 and "absent" in err and "Traceback" not in err
    code, _, err = vanban(
        "text", DECREE, "--on", "2024-01-01", "--docx", tmp_path / "a.docx", "--archive", sample_archive
    )
    assert code == 2 and "--consolidated-at" in err


def test_two_days_are_a_mistake(vanban: Vanban, sample_archive: Path) -> None:
    code, _, err = vanban(
        "text", DECREE, "--on", "2024-02-01", "--consolidated-at", "2024-02-01", "--archive", sample_archive
    )
    assert code == 2 and "--on" in err


def test_diff_and_blame(vanban: Vanban, sample_archive: Path) -> None:
    _, out, _ = vanban("diff", DECREE, "--from", "2023-07-31", "--to", "2023-08-01", "--archive", sample_archive)
    assert "[-0,9-] [+1,1+]" in out
    _, page, _ = vanban(
        "diff", DECREE, "--from", "2023-07-31", "--to", "2023-08-01", "--html", "--archive", sample_archive
    )
    assert "<del>0,9</del> <ins>1,1</ins>" in page and page.count("<h2 ") == out.count("\n\n")
    _, none, _ = vanban("diff", DECREE, "--from", "2023-07-01", "--to", "2023-07-02", "--archive", sample_archive)
    assert none.strip() == "Không có gì thay đổi giữa hai ngày."
    _, told, _ = vanban("blame", DECREE, "khoản 2 Điều 5", "--on", "2024-02-01", "--archive", sample_archive)
    assert "911/2023/NĐ-CP" in told and "1-8-2023" in told


def test_an_amending_act_that_is_told_of_but_absent_is_named(vanban: Vanban, tmp_path: Path) -> None:
    (tmp_path / "base.txt").write_text(BASE, encoding="utf-8")
    amending = HEAD.format(symbol="905/2019/QH14", title="sửa đổi, bổ sung một số điều của Luật Bến nước") + (
        "Điều 1. Sửa đổi, bổ sung một số điều của Luật Bến nước số 901/2017/QH14 đã được sửa đổi, bổ sung một số điều "
        "theo Luật số 903/2018/QH14\n1. Bãi bỏ khoản 1 Điều 2.\nĐiều 2. Hiệu lực thi hành\n"
        "Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2020.\n"
    )
    dated = amending.replace("LUẬT\n", "Hà Nội, ngày 20 tháng 11 năm 2019\nLUẬT\n")
    (tmp_path / "act.txt").write_text(dated, encoding="utf-8")
    _, out, told = vanban("text", "901/2017/QH14", "--on", "2021-01-01", "--files", tmp_path)
    assert "1. (được bãi bỏ)" in out
    assert "903/2018/QH14" in told and "905/2019/QH14" not in told
    _, out, _ = vanban("text", "901/2017/QH14", "--on", "2021-01-01", "--files", tmp_path, "--json")
    assert json.loads(out)["absent"] == ["903/2018/QH14"]
    official = ("text", "901/2017/QH14", "--consolidated-at", "2019-12-31", "--files", tmp_path)
    assert "903/2018/QH14" in vanban(*official)[1]
    assert "903/2018/QH14" in vanban(*official, "--html")[1]
    assert json.loads(vanban(*official, "--json")[1])["absent"] == ["903/2018/QH14"]


def test_two_texts_of_an_amending_act_that_part_are_told(vanban: Vanban, tmp_path: Path) -> None:
    (tmp_path / "base.txt").write_text(BASE, encoding="utf-8")
    amending = HEAD.format(symbol="905/2019/QH14", title="sửa đổi, bổ sung một số điều của Luật Bến nước") + (
        "Điều 1. Sửa đổi, bổ sung một số điều của Luật Bến nước số 901/2017/QH14\n1. Sửa đổi, bổ sung khoản 1 Điều 2 "
        "như sau:\n“1. Bến nước là nơi {place}. Dân trong xã và khách qua đường được đến bến.”.\n"
        "Điều 2. Hiệu lực thi hành\n"
        "Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2020.\n"
    )
    amending = amending.replace("LUẬT\n", "Hà Nội, ngày 20 tháng 11 năm 2019\nLUẬT\n")
    for name, place in (("one.txt", "lấy nước chung"), ("two.txt", "lấy nước, chung")):
        (tmp_path / name).write_text(amending.format(place=place), encoding="utf-8")
    _, out, told = vanban("text", "901/2017/QH14", "--on", "2021-01-01", "--files", tmp_path)
    assert "1. Bến nước là nơi lấy nước chung. Dân trong xã" in out
    assert "khoản 1 Điều 2" in told and "“,”" in told
    _, out, _ = vanban("text", "901/2017/QH14", "--on", "2021-01-01", "--files", tmp_path, "--json")
    (doubt,) = json.loads(out)["doubts"]
    assert doubt["eid"] == "art_2__cl_1" and {doubt["printed"], doubt["other"]} == {"", ","}


def test_what_seems_a_slip_of_the_amending_act_is_told_and_stands_as_printed(vanban: Vanban, tmp_path: Path) -> None:
    (tmp_path / "base.txt").write_text(BASE, encoding="utf-8")
    elsewhere = "\n".join(f"{at}. Bộ trưởng Bộ Sông nước giữ phao số {at}." for at in range(1, 5))
    amending = HEAD.format(symbol="905/2019/QH14", title="sửa đổi, bổ sung một số điều của Luật Bến nước") + (
        "Điều 1. Sửa đổi, bổ sung một số điều của Luật Bến nước số 901/2017/QH14\n1. Sửa đổi, bổ sung khoản 1 Điều 2 "
        f"như sau:\n“1. Bộ trường Bộ Sông nước giữ bến.”.\nĐiều 2. Trách nhiệm\n{elsewhere}\n"
        "Điều 3. Hiệu lực thi hành\nLuật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2020.\n"
    )
    dated = amending.replace("LUẬT\n", "Hà Nội, ngày 20 tháng 11 năm 2019\nLUẬT\n")
    (tmp_path / "act.txt").write_text(dated, encoding="utf-8")
    _, out, told = vanban("text", "901/2017/QH14", "--on", "2021-01-01", "--files", tmp_path)
    assert "1. Bộ trường Bộ Sông nước giữ bến." in out
    assert "“Bộ trường Bộ”" in told and "“Bộ trưởng Bộ”" in told
    official = ("text", "901/2017/QH14", "--consolidated-at", "2019-12-31", "--files", tmp_path)
    assert "“Bộ trưởng Bộ”" in "".join(vanban(*official)[1:])
