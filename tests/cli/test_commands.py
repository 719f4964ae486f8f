"""The command line: languages, faults as one sentence, exit codes, JSON everywhere."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from vanban.cli.app import build
from vanban.cli.words import Words, language_of
from vanban.rules import Rules

Vanban = Callable[..., "tuple[int, str, str]"]
ROOT = Path(__file__).parents[2]


def commands(rules: Rules) -> list[str]:
    app = build(Words(rules, "vi"))
    groups = [group.name for group in app.registered_groups]
    return [name for name in [command.name for command in app.registered_commands] + groups if name]


def test_every_command_is_in_the_readme(rules: Rules) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in commands(rules) if f"vanban {name}" not in readme] == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_command_has_help_in_both_languages(rules: Rules, vanban: Vanban, lang: str) -> None:
    for name in commands(rules):
        code, out, _ = vanban(name, "--help", lang=lang)
        assert code == 0
        assert ("Cách dùng:" in out) == (lang == "vi"), name


@pytest.mark.parametrize(
    ("line", "language", "rest"),
    [
        (["--lang", "en", "add", "x"], "en", ["add", "x"]),
        (["add", "x", "--lang=en"], "en", ["add", "x"]),
        (["add"], "vi", ["add"]),
    ],
)
def test_language_stands_anywhere(line: list[str], language: str, rest: list[str]) -> None:
    assert language_of(line, {}) == (language, rest)


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        (("parse", "không-có.txt"), 2, "Không có tệp"),
        (("show", "x", "--archive", "không-có.db"), 2, "không-có.db"),
        (("nhảm",), 2, "nhảm"),
        (("parse",), 2, "Thiếu PATHS"),
        (("status",), 2, "Thiếu SYMBOL"),
        (("changes",), 2, "Thiếu --from"),
        (("parse", "--nhảm", "x"), 2, "--nhảm"),
        (("review", "nhảm"), 2, "Không có lệnh “nhảm”"),
        (("search", "x", "--limit", "ba"), 2, "Giá trị của --limit không đúng kiểu"),
        (("search", "x", "--limit"), 2, "Sau --limit còn thiếu giá trị"),
        (("show", "902/2018/NĐ-CP", "Điều", "5", "khoản"), 2, "Thừa trong dòng lệnh: 5 khoản"),
    ],
)
def test_a_fault_is_one_sentence_and_an_exit_code(vanban: Vanban, line: tuple[str, ...], code: int, says: str) -> None:
    given, out, err = vanban(*line)
    assert (given, out) == (code, "")
    assert err.startswith("vanban: ") and says in err and err.count("\n") == 1


def test_a_fault_of_a_file_names_the_file(vanban: Vanban, tmp_path: Path) -> None:
    (tmp_path / "rỗng.txt").write_bytes(b"")
    code, out, err = vanban("parse", tmp_path / "rỗng.txt")
    assert (code, out) == (3, "") and err.startswith("vanban: rỗng.txt: ")


def test_a_slip_in_a_path_makes_no_archive(vanban: Vanban, tmp_path: Path) -> None:
    code, _, err = vanban("add", tmp_path / "không có", "--archive", tmp_path / "a.db")
    assert code == 2 and "không có" in err
    assert list(tmp_path.iterdir()) == []


def test_an_empty_archive_at_a_glance(vanban: Vanban, tmp_path: Path) -> None:
    (tmp_path / "không").mkdir()
    vanban("add", tmp_path / "không", "--archive", tmp_path / "a.db")
    code, out, _ = vanban("overview", "--archive", tmp_path / "a.db")
    assert code == 0 and "0 văn bản từ 0 tệp (Nhà nước 0; " in out
    assert "HIỆU LỰC" not in out


def test_a_fault_in_english(vanban: Vanban) -> None:
    assert "No file or folder" in vanban("parse", "none.txt", lang="en")[2]


def test_a_folder_with_bad_files_goes_on_and_tells(vanban: Vanban, tmp_path: Path) -> None:
    docs = tmp_path / "văn bản"
    docs.mkdir()
    (docs / "tốt.txt").write_text("THÔNG TƯ\nĐiều 1. Phạm vi\n1. Một.\n", encoding="utf-8")
    (docs / "rỗng.txt").write_bytes(b"")
    (docs / "hỏng.docx").write_bytes(b"PK\x03\x04 not a zip")
    code, out, err = vanban("add", docs, "--archive", tmp_path / "a.db")
    assert code == 1 and "Đã thêm 1" in out
    assert "rỗng.txt" in err and "hỏng.docx" in err
    again, out, _ = vanban("add", docs, "--archive", tmp_path / "a.db", "--json")
    report = json.loads(out)
    assert again == 1 and report["added"] == 0 and report["already_here"] == 1 and len(report["not_read"]) == 2


def test_lines_of_json_in_order_with_their_sources(vanban: Vanban) -> None:
    folder = ROOT / "examples" / "tinh-song-lam"
    code, out, _ = vanban("parse", folder, "--jsonl")
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [answer["source"] for answer in answers] == [str(path) for path in sorted(folder.iterdir())]


def test_json_of_every_listing(vanban: Vanban, sample_archive: Path) -> None:
    where = ("--archive", sample_archive, "--json")
    for line in (("show", "902/2018/NĐ-CP"), ("references", "902/2018/NĐ-CP"), ("effects", "902/2018/NĐ-CP")):
        code, out, err = vanban(*line, *where)
        assert code == 0, err
        assert json.loads(out)


def test_a_provision_by_what_a_person_types(vanban: Vanban, sample_archive: Path) -> None:
    _, whole, _ = vanban("show", "nd 902/2018/nđ-cp", "điều 1", "--archive", sample_archive)
    assert whole.startswith("Điều 1")
    code, _, err = vanban("show", "902/2018/NĐ-CP", "Điều 999", "--archive", sample_archive)
    assert code == 2 and "Điều 999" in err
