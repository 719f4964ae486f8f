"""`vanban check`, and the dead citations that `references` and `status` tell."""

import json
from collections.abc import Callable
from pathlib import Path

Vanban = Callable[..., "tuple[int, str, str]"]


def test_a_dead_citation_is_crossed_out(vanban: Vanban, sample_archive: Path) -> None:
    _, out, _ = vanban("references", "356/SSN-QLBN", "--archive", sample_archive)
    row = next(line for line in out.splitlines() if "Điều 25 Nghị định" in line)
    assert "\t✗\t" in row and row.endswith("Dẫn đến Điều 25, nhưng Nghị định 921/2025/NĐ-CP không có quy định này")
    assert any("khoản 1 Điều 10 Luật Bến nước\t✓" in line for line in out.splitlines())


def test_its_json_holds_the_finding(vanban: Vanban, sample_archive: Path) -> None:
    _, out, _ = vanban("references", "356/SSN-QLBN", "--json", "--archive", sample_archive)
    found = {line["quote"]: [each["code"] for each in line["findings"]] for line in json.loads(out)["from"]}
    assert found["Điều 25 Nghị định số 921/2025/NĐ-CP"] == ["provision-unknown"]


def test_the_whole_archive_by_code(vanban: Vanban, sample_archive: Path) -> None:
    code, out, _ = vanban("check", "--archive", sample_archive)
    assert code == 0 and "provision-unknown [cần sửa] (1)" in out and "reference-ended [cần sửa] (1)" in out
    assert out.count("  → ") > 1
    assert "/akn/" not in out
    code, out, _ = vanban("check", "--json", "--archive", sample_archive, lang="en")
    answer = json.loads(out)
    assert code == 0 and answer["counts"]["provision-unknown"] == 1
    assert sum(answer["counts"].values()) == len(answer["faults"])


def test_one_document(vanban: Vanban, sample_archive: Path) -> None:
    _, out, _ = vanban("check", "356/SSN-QLBN", "--json", "--archive", sample_archive)
    answer = json.loads(out)
    assert answer["works"] == 1 and {each["work"]["symbol"] for each in answer["faults"]} == {"356/SSN-QLBN"}


def test_status_tells_what_is_at_odds(vanban: Vanban, sample_archive: Path) -> None:
    line = ("status", "929/2026/NQ-CP", "--on", "2026-11-22", "--archive", sample_archive)
    assert "Cần xem lại:" in vanban(*line)[1]
    assert [each["code"] for each in json.loads(vanban(*line, "--json")[1])["findings"]] == ["start-too-early"]


def test_a_window_that_runs_backwards_is_a_fault(vanban: Vanban, sample_archive: Path) -> None:
    code, out, err = vanban("changes", "--from", "2026-02-01", "--to", "1-1-2026", "--archive", sample_archive)
    assert (code, out) == (2, "") and "sau ngày cuối" in err


def test_one_form_of_a_day_on_the_screen(vanban: Vanban, sample_archive: Path) -> None:
    line = ("effects", "929/2026/NQ-CP", "--archive", sample_archive)
    assert "\t1-5-2026\t" in vanban(*line)[1] and "\t2026-05-01\t" in vanban(*line, lang="en")[1]


def test_a_missing_act_is_told_once_a_document(vanban: Vanban, sample_archive: Path) -> None:
    _, out, _ = vanban("check", "--json", "--archive", sample_archive)
    faults = json.loads(out)["faults"]
    missing = [
        (fault["work"]["id"], fault["finding"]["details"]["name"])
        for fault in faults
        if fault["finding"]["code"] == "reference-unknown"
    ]
    assert missing
    assert len(missing) == len(set(missing))
