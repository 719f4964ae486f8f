"""Reading the originals again: facts follow the code and the tables, judgements and identities stay."""

import datetime as dt
import hashlib
from pathlib import Path

import msgspec

from tests.archive.papers import paper, put, to
from vanban.archive import Store, add, export, judge, judgements, originals, reread, subject_of_effect, texts, works
from vanban.model import Judgement
from vanban.rules import Rules


def test_the_same_rules_say_the_same(store: Store, rules: Rules, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Một văn bản không số, không ngày, không cơ quan ban hành.\n", encoding="utf-8")
    add(store, [tmp_path / "a.txt"], rules)
    before = b"".join(export(store))
    report = reread(store, rules)
    assert (report.read, report.changed, report.not_read, report.exit_code) == (1, 0, (), 0)
    assert reread(store, rules, changed_only=True).read == 0
    assert b"".join(export(store)) == before


def test_other_tables_make_another_run(store: Store, rules: Rules, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Một văn bản không số, không ngày, không cơ quan ban hành.\n", encoding="utf-8")
    day = dt.datetime(2026, 5, 6, 7, 8, 9, tzinfo=dt.UTC)
    add(store, [tmp_path / "a.txt"], rules, recorded_at=day)
    newer = msgspec.structs.replace(rules, version="newer tables")
    assert reread(store, newer, changed_only=True, recorded_at=day + dt.timedelta(days=1)).read == 1
    (work,) = works(store)
    (text,) = texts(store, work.id)
    assert (text.rules_version, text.recorded_at) == ("newer tables", day + dt.timedelta(days=1))
    assert text.origins == ("a.txt",)


def test_wrong_facts_are_replaced_and_judgements_stay(store: Store, rules: Rules) -> None:
    """The archive holds facts that today's stages would not find in that original."""
    data = b"A paper of which nothing whatever can be told, however long.\n"
    sha256 = hashlib.sha256(data).hexdigest()
    wrong = paper("92/2032/NĐ-CP", "2032-01-02", effects=[("repeal", to("91/2031/NĐ-CP"))], cites=[to("91/2031/NĐ-CP")])
    source = msgspec.structs.replace(wrong.text.source, sha256=sha256)
    wrong = msgspec.structs.replace(wrong, text=msgspec.structs.replace(wrong.text, source=source))
    put(store, rules, [wrong])
    originals.keep(store.files, sha256, data)
    decision = Judgement(subject_of_effect(wrong, wrong.effects[0]), "confirmed", "x", dt.datetime(2026, 1, 1))
    judge(store, [decision], rules)
    report = reread(store, rules)
    assert (report.read, report.changed) == (1, 1)
    assert [work.symbol for work in works(store)] == [""]
    assert b'"effect":{"work"' not in b"".join(export(store))
    assert list(judgements(store)) == [decision]


def test_an_original_that_is_gone_or_altered_keeps_its_facts(store: Store, rules: Rules, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(
            f"Một văn bản {name} không số, không ngày, không cơ quan ban hành.\n", encoding="utf-8"
        )
        add(store, [tmp_path / f"{name}.txt"], rules)
    before = b"".join(export(store))
    gone, altered = sorted(path for path in store.files.rglob("*") if path.is_file())
    gone.unlink()
    altered.write_text("Something else, of which nothing whatever can be told.\n")
    report = reread(store, rules)
    assert sorted(each.code for each in report.not_read) == ["original-altered", "unreadable"]
    assert (report.read, report.exit_code) == (0, 1)
    assert b"".join(export(store)) == before
