"""The order of adding does not matter, nor how the documents are cut into batches, nor which database keeps them."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.archive.papers import paper, put, to
from vanban.archive import Store, export, open_archive, remove
from vanban.model import Parsed
from vanban.rules import Rules

BASE = paper("91/2031/NĐ-CP", "2031-05-14", title="Quy định về bến đò", force="2031-07-01")
BASE_AS_PAGE = paper("91/2031/NĐ-CP", "2031-05-14", title="Quy định về bến đò", media_type="text/html")
BASE_CUT = paper("91/2031/NĐ-CP", "2031-05-14", title="Quy định về bến đò", complete=False)
BASE_UNDATED = paper("91/2031/NĐ-CP", None, title="Quy định về bến đò", body="trích")
BASE_IN_ENGLISH = paper("91/2031/ND-CP", "2031-05-14", title="On ferry landings", translation_of="91/2031/NĐ-CP")
AMENDING = paper(
    "92/2032/NĐ-CP",
    "2032-01-02",
    cites=[
        to("91/2031/NĐ-CP", ("article", "1")),
        to("91/2031/NĐ-CP"),
        to("05-NQ/TU"),
        to(title="Luật Bến", type="luat"),
    ],
    effects=[("repeal", to("91/2031/NĐ-CP", ("article", "1"))), ("repeal-work", to("5/QĐ-UBND"))],
)
OLD_LAW = paper("1/2020/QH15", "2020-06-01", type="luat", issuer="quoc-hoi", title="Luật Bến")
NEW_LAW = paper("2/2030/QH16", "2030-06-01", type="luat", issuer="quoc-hoi", title="Luật Bến")
LATER_LAW = paper("3/2033/QH16", "2033-06-01", type="luat", issuer="quoc-hoi", title="Luật Bến")
UNDATED_HERE = paper("5/QĐ-UBND", None, type="quyet-dinh", issuer="", body="xã này")
UNDATED_THERE = paper("5/QĐ-UBND", None, type="quyet-dinh", issuer="", body="xã kia", cites=[to("91/2031/NĐ-CP")])
NAMELESS = paper("", None, type="", issuer="", body="không rõ là gì")
STORY = " ".join(f"chữ thứ {number} của một văn bản dài" for number in range(60))
NOTICES = [
    paper("", date, type="thong-bao", issuer="", title="Về việc nghỉ Tết", body=body, media_type=media)
    for date, body, media in (
        (None, STORY, "text/plain"), (None, f"{STORY}.", "text/html"), (None, STORY.replace("chữ", "từ"), "text/plain"),
        ("2031-01-05", STORY.replace("chữ", "tiếng"), "text/plain"),
    )
]  # fmt: skip
ALL = [
    *NOTICES,
    BASE, BASE_AS_PAGE, BASE_CUT, BASE_UNDATED, BASE_IN_ENGLISH, AMENDING, OLD_LAW, NEW_LAW, LATER_LAW, UNDATED_HERE,
    UNDATED_THERE, NAMELESS,
]  # fmt: skip


def exported(rules: Rules, batches: Sequence[Sequence[Parsed]], gone: Sequence[str] = ()) -> bytes:
    with TemporaryDirectory() as folder, open_archive(Path(folder) / "a.db") as store:
        for batch in batches:
            put(store, rules, batch)
        for work in gone:
            assert remove(store, work, rules) > 0
        return b"".join(export(store))


@hypothesis_settings(max_examples=25)
@given(order=st.permutations(ALL), cuts=st.lists(st.integers(0, len(ALL)), max_size=4))
def test_any_order_and_any_batches_give_the_same_bytes(rules: Rules, order: list[Parsed], cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(ALL)]
    batches = [order[start:end] for start, end in pairwise(edges)]
    assert exported(rules, batches) == exported(rules, [ALL])


@hypothesis_settings(max_examples=15)
@given(
    order=st.permutations(ALL),
    gone=st.lists(st.sampled_from([AMENDING, OLD_LAW, NEW_LAW, LATER_LAW, NAMELESS]), unique_by=id),
)
def test_removing_leaves_what_never_adding_would_have(rules: Rules, order: list[Parsed], gone: list[Parsed]) -> None:
    removed = exported(rules, [order], [each.work.id for each in gone])
    assert removed == exported(rules, [[each for each in order if each not in gone]])


def test_both_databases_answer_with_the_same_bytes(sqlite_store: Store, postgresql_store: Store, rules: Rules) -> None:
    for store in (sqlite_store, postgresql_store):
        put(store, rules, ALL[::-1])
        put(store, rules, ALL)
    assert b"".join(export(sqlite_store)) == b"".join(export(postgresql_store))
    assert b'"state":"resolved"' in b"".join(export(sqlite_store))
