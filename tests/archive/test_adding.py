"""Files and folders into an archive: what is stored, what is refused, and what survives a kill."""

import hashlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from vanban import pipeline
from vanban.archive import (
    Progress,
    Store,
    add,
    counts,
    every_parsed,
    export,
    hand,
    is_settled,
    open_archive,
    remove,
    reread,
    works,
)
from vanban.archive.crew import outcomes
from vanban.archive.originals import place
from vanban.archive.outcome import Job, printable
from vanban.model.errors import UsageError
from vanban.rules import Rules


def write(folder: Path, name: str, words: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    return path


def decree(number: int) -> str:
    return (
        f"CHÍNH PHỦ\nSố: {number}/2031/NĐ-CP\nHà Nội, ngày 14 tháng 5 năm 2031\nNGHỊ ĐỊNH\nQuy định về bến đò số {number}\n"
        f"Điều 1. Phạm vi\nNghị định này sửa đổi Nghị định số {number + 1}/2031/NĐ-CP.\n"
    )


def test_a_folder_goes_in_with_its_originals(store: Store, rules: Rules, tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt", decree(901))
    write(tmp_path, "in/deep/b.txt", decree(902))
    seen: list[Progress] = []
    report = add(store, [tmp_path / "in"], rules, progress=seen.append)
    assert (report.added, report.already_here, report.not_read, report.exit_code) == (2, 0, (), 0)
    assert (seen[-1].done, seen[-1].total) == (2, 2)
    assert counts(store).texts == 2
    for parsed in every_parsed(store):
        original = place(store.files, parsed.text.source.sha256).read_bytes()
        assert hashlib.sha256(original).hexdigest() == parsed.text.source.sha256


def test_the_same_bytes_are_one_document(store: Store, rules: Rules, tmp_path: Path) -> None:
    first, second = write(tmp_path, "a.txt", decree(901)), write(tmp_path, "copy.txt", decree(901))
    assert add(store, [first, second], rules).added == 1
    before = b"".join(export(store))
    again = add(store, [second, first], rules)
    assert (again.added, again.already_here) == (0, 2)
    assert b"".join(export(store)) == before


def test_a_lost_original_comes_back_with_the_file(sqlite_store: Store, rules: Rules, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", decree(901))
    add(sqlite_store, [path], rules)
    (original,) = [each for each in sqlite_store.files.rglob("*") if each.is_file()]
    original.unlink()
    assert add(sqlite_store, [path], rules).already_here == 1
    assert original.read_bytes() == path.read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="no way to ask whether a process lives")
def test_what_a_killed_process_was_writing_is_swept(sqlite_store: Store, rules: Rules, tmp_path: Path) -> None:
    """The half-written original of a dead process goes at the next addition, that of a living one stays."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    folder = sqlite_store.files / ".drafts"
    dead, living = (write(folder, f"{'ab' * 32}.{each}", "half") for each in (process.pid, os.getpid()))
    assert add(sqlite_store, [write(tmp_path, "a.txt", decree(901))], rules).added == 1
    assert (dead.exists(), living.exists()) == (False, True)


@pytest.mark.parametrize(("words", "kept"), [("ghi chú", False), ("THÔNG TƯ\nĐiều 1. Một", True), ("x " * 30, True)])
def test_a_word_or_two_is_no_document(
    sqlite_store: Store, rules: Rules, tmp_path: Path, words: str, kept: bool
) -> None:
    report = add(sqlite_store, [write(tmp_path, "a.txt", words)], rules, workers=1)
    assert (report.added == 1) == kept
    assert [each.code for each in report.not_read] == ([] if kept else ["no-document"])


def test_a_bad_file_is_told_and_the_rest_goes_on(store: Store, rules: Rules, tmp_path: Path) -> None:
    folder, secret = tmp_path / "in", write(tmp_path, "secret.txt", decree(999))
    write(folder, "good.txt", decree(901))
    write(folder, "empty.txt", "")
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "link.txt").symlink_to(secret)
    (folder / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(folder / "pipe.txt")
    (folder / "gone.txt").symlink_to("nothing.txt")
    (folder / "within").symlink_to("real", target_is_directory=True)
    (folder / "without").symlink_to(tmp_path, target_is_directory=True)
    write(folder, "real/word.txt", "abc")
    report = add(store, [folder], rules)
    assert report.added == 1
    assert report.exit_code == 1
    codes = {Path(each.path).name: each.code for each in report.not_read}
    assert codes["empty.txt"] == "empty-file"
    assert codes["link.txt"] == "outside-folder"
    assert {"noise.txt", "loop.txt"} <= codes.keys()
    assert (codes["gone.txt"], codes["within"], codes["without"]) == ("unreadable", "not-a-file", "outside-folder")
    assert codes["word.txt"] == "no-document"
    assert counts(store).texts == 1
    assert len([path for path in store.files.rglob("*") if path.is_file()]) == 1


def test_every_code_has_its_sentence(rules: Rules) -> None:
    told = {row.id for row in rules.findings}
    ours = {
        "archive-busy", "archive-newer", "not-an-archive", "no-archive", "no-files-folder", "original-missing",
        "original-not-kept", "original-altered", "stage-crashed", "reader-not-started", "archive-not-written", "database-unreachable", "reader-died", "reader-too-slow", "identity-unsure",
        "texts-differ", "not-a-judgement", "not-of-identity", "bad-day",
    }  # fmt: skip
    assert ours <= told


def test_a_name_that_is_no_text(store: Store, rules: Rules, tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/v\xc4\x83n \xff\n.txt"
    Path(os.fsdecode(odd)).write_text(decree(901), encoding="utf-8")
    assert add(store, [tmp_path], rules).added == 1
    assert any(b"v\xc4\x83n \\\\xff\\\\x0a.txt" in line for line in export(store))
    assert printable(os.fsdecode(b"a\xff\n")) == "a\\xff\\x0a"


def test_a_path_that_is_not_there_stops_before_anything_is_stored(store: Store, rules: Rules, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        add(store, [write(tmp_path, "a.txt", decree(901)), tmp_path / "none"], rules)
    assert counts(store).texts == 0


MISBEHAVING = """
import os, time
import vanban.archive.outcome as outcome
real = outcome.pipeline.parse
def parse(data, name, rules):
    if name == 'deadly.txt': os._exit(11)
    if name == 'slow.txt': time.sleep(60)
    if name == 'faulty.txt': raise ZeroDivisionError('nothing to divide')
    return real(data, name, rules)
outcome.pipeline.parse = parse
"""


@pytest.mark.parametrize("forked", [True, False])
def test_a_process_that_dies_costs_one_file(
    rules: Rules, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forked: bool
) -> None:
    """The reading process is made to die on one file, and to hang on another."""
    monkeypatch.setattr(hand, "_runs_one_thread", lambda: forked)
    monkeypatch.setattr(pipeline, "parse", pipeline.parse)
    if forked:
        exec(MISBEHAVING, {})
    else:
        write(tmp_path / "stand_in", "sitecustomize.py", MISBEHAVING)
        monkeypatch.syspath_prepend(str(tmp_path / "stand_in"))
    names = [f"{number}.txt" for number in range(8)]
    names[2], names[3], names[5] = "deadly.txt", "slow.txt", "faulty.txt"
    jobs = [
        Job(os.fsencode(write(tmp_path, name, decree(900 + number))), b"", name) for number, name in enumerate(names)
    ]
    told = {job.name: outcome.code for job, outcome in outcomes(jobs, rules, tmp_path / "files", 2, patience=2.0)}
    assert len(told) == len(jobs)
    assert {name: code for name, code in told.items() if code} == {
        "deadly.txt": "reader-died",
        "slow.txt": "reader-too-slow",
        "faulty.txt": "stage-crashed",
    }


COUNT = 120
ADDING = """
import signal, sys
from pathlib import Path
from vanban.archive import add, open_archive
from vanban.archive import adding
from vanban.rules import load
adding._BATCH = 5
signal.signal(signal.SIGINT, signal.default_int_handler)  # a test run in the background is started deaf to Ctrl-C
with open_archive(sys.argv[1]) as store:
    report = add(store, [sys.argv[2]], load(), progress=lambda told: print(told.added, flush=True))
print("stopped" if report.stopped else "done", report.exit_code, flush=True)
"""


def _folder(tmp_path: Path, count: int) -> Path:
    for number in range(count):
        write(tmp_path, f"in/{number}.txt", decree(1000 + number) + "Một dòng nữa.\n" * 200)
    return tmp_path / "in"


def _start(tmp_path: Path, archive: Path) -> "subprocess.Popen[str]":
    folder = _folder(tmp_path, COUNT)
    command = [sys.executable, "-c", ADDING, str(archive), str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)


def _whole(store: Store) -> None:
    """Every text has its facts and its original, and stands with a work."""
    total = 0
    for parsed in every_parsed(store):
        data = place(store.files, parsed.text.source.sha256).read_bytes()
        assert hashlib.sha256(data).hexdigest() == parsed.text.source.sha256
        total += 1
    assert total == counts(store).texts == len(list(works(store)))


def test_a_kill_loses_nothing_that_was_told(rules: Rules, tmp_path: Path) -> None:
    archive = tmp_path / "killed.db"
    process = _start(tmp_path, archive)
    assert process.stdout
    told = 0
    while told < 20:
        told = int(process.stdout.readline())
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    with open_archive(archive) as store:
        _whole(store)
        stored = counts(store).texts
        assert told <= stored < COUNT
        report = add(store, [tmp_path / "in"], rules)
        assert is_settled(store)
        assert (report.added, report.already_here) == (COUNT - stored, stored)
        _whole(store)
        with open_archive(tmp_path / "fresh.db") as fresh:
            add(fresh, [tmp_path / "in"], rules)
            assert b"".join(export(fresh)) == b"".join(export(store))


def test_control_c_stops_between_batches(tmp_path: Path) -> None:
    archive = tmp_path / "stopped.db"
    process = _start(tmp_path, archive)
    assert process.stdout
    while int(process.stdout.readline()) < 10:
        pass
    begun = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    rest = process.stdout.read().split("\n")
    assert process.wait(timeout=30) == 0
    assert rest[-2] == "stopped 130"
    assert time.monotonic() - begun < 10
    with open_archive(archive) as store:
        _whole(store)
        assert 0 < counts(store).texts < COUNT


def test_a_process_that_does_not_start_blames_no_file(
    rules: Rules, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hand, "_runs_one_thread", lambda: False)
    write(tmp_path / "stand_in", "vanban/__init__.py", "raise ImportError('broken installation')\n")
    monkeypatch.syspath_prepend(str(tmp_path / "stand_in"))
    job = Job(os.fsencode(write(tmp_path, "a.txt", decree(901))), b"", "a.txt")
    with pytest.raises(UsageError) as caught:
        list(outcomes([job], rules, tmp_path / "files", 1))
    assert caught.value.code == "reader-not-started"


def test_a_program_with_threads_is_not_forked(rules: Rules, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock that another thread holds would stay locked in the copy for ever: a process of its own reads instead."""
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("forked"))
    job = Job(os.fsencode(write(tmp_path, "a.txt", decree(901))), b"", "a.txt")
    ended = threading.Event()
    other = threading.Thread(target=ended.wait)
    other.start()
    try:
        ((_, outcome),) = outcomes([job], rules, tmp_path / "files", 1)
    finally:
        ended.set()
        other.join()
    assert outcome.entry is not None


def test_two_processes_may_add_at_once(rules: Rules, tmp_path: Path) -> None:
    archive, folder = tmp_path / "shared.db", _folder(tmp_path, 40)
    open_archive(archive).close()
    command = [sys.executable, "-c", ADDING, str(archive), str(folder)]
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    with open_archive(archive) as store:
        assert counts(store).texts == 40
        _whole(store)


def test_removing_takes_the_original_too(store: Store, rules: Rules, tmp_path: Path) -> None:
    add(store, [write(tmp_path, "a.txt", decree(901)), write(tmp_path, "b.txt", decree(902))], rules)
    first = next(works(store))
    assert remove(store, first.id, rules) == 1
    assert remove(store, first.id, rules) == 0
    assert counts(store).texts == 1
    assert len([path for path in store.files.rglob("*") if path.is_file()]) == 1
    assert reread(store, rules).read == 1
