"""Searching an archive: what is found, in which words, from which day."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.search.conftest import REGULATION
from vanban.api import Archive
from vanban.search import Answer, Filters
from vanban.search.place import folder_of

NOW, BEFORE = dt.date(2026, 11, 22), dt.date(2019, 6, 1)


def found(answer: Answer) -> list[tuple[str, str | None]]:
    return [(result.work.symbol, result.eid) for result in answer.results]


def first(archive: Archive, words: str, on: dt.date = NOW) -> tuple[str, str | None]:
    return found(archive.search(words, on=on))[0]


@pytest.mark.parametrize(
    "words",
    [
        "đăng ký bến",
        "dang ky ben",
        "ĐĂNG KÝ BẾN",
        "đăng kí bến",
        '"sơ đồ luồng lạch"',
        "so do luong lach",
        "UBND xã hồ sơ",
    ],
)
def test_accents_case_spelling_and_abbreviations_do_not_matter(archive: Archive, words: str) -> None:
    assert first(archive, words, BEFORE) == ("901/2017/QH14", "art_2")


def test_either_place_of_the_tone_mark(archive: Archive) -> None:
    """The circular prints "hoá đơn"."""
    assert first(archive, "hóa đơn") == first(archive, "hoá đơn") == ("12/2019/TT-BTC", "art_1")


def test_a_slip_of_typing_is_put_right_and_told(archive: Archive) -> None:
    answer = archive.search("luồng lạcg", on=NOW)
    assert ("901/2017/QH14", "art_2") in found(answer)
    assert answer.read_as == "luồng lạch"


def test_a_slip_that_is_a_word_itself_is_put_right_where_nothing_has_all_the_words(archive: Archive) -> None:
    """Both words of "bổ sông" stand in the texts, never beside each other."""
    assert archive.search("sông", on=NOW).total
    answer = archive.search("bổ sông", on=NOW)
    assert (answer.read_as, answer.exact) == ("bổ sung", True)
    assert found(answer) == found(archive.search("bổ sung", on=NOW))
    assert archive.search("sông bến", on=NOW).read_as == ""


def test_missing_accents_are_restored_and_told(archive: Archive) -> None:
    assert archive.search("le phi neo dau", on=NOW).read_as == "lệ phí neo đậu"
    assert archive.search("lệ phí neo đậu", on=NOW).read_as == ""


def test_accents_that_were_typed_count(archive: Archive) -> None:
    """Typed without accents, "ho" is "hồ" and "hộ" and "hố"; typed with them, it is only itself."""
    assert archive.search("hồ", on=NOW).total <= archive.search("ho", on=NOW).total
    assert archive.search('"neo đậu"', on=NOW).total == archive.search('"neo dau"', on=NOW).total


@pytest.mark.parametrize("typed", ["12/2019/TT-BTC", "12/2019/tt-btc", "tt 12 2019", "12 2019 tt btc", "thông tư 12"])
def test_a_symbol_finds_its_act_first(archive: Archive, typed: str) -> None:
    assert first(archive, typed) == ("12/2019/TT-BTC", None)


def test_a_unit_of_an_act_named_by_its_symbol(archive: Archive) -> None:
    result = archive.search("khoản 2 Điều 2 Luật 901/2017/QH14", on=NOW).results[0]
    assert (result.work.symbol, result.eid, result.within) == ("901/2017/QH14", "art_2", "art_2__cl_2")
    assert result.snippet.startswith("2. Hồ sơ đăng ký")


@pytest.fixture
def with_regulation(archive: Archive, papers: Path) -> Archive:
    (papers / "regulation.txt").write_text(REGULATION, encoding="utf-8")
    archive.add(papers, workers=1)
    return archive


def test_a_unit_of_what_a_decision_promulgates(with_regulation: Archive) -> None:
    """Điều 5 of a decision of three articles is that of the regulation, as `show` has it."""
    symbol = "16/2019/QĐ-UBND"
    answer = with_regulation.search(f"Điều 5 {symbol}", on=NOW)
    assert [(each.work.symbol, each.eid) for each in answer.results] == [
        (symbol, with_regulation.show(symbol, "Điều 5").eid)
    ]
    assert with_regulation.search(f"khoản 2 Điều 5 {symbol}", on=NOW).results[0].snippet.startswith("2. Chủ bến")


def test_a_chapter_of_an_act_is_its_articles(with_regulation: Archive) -> None:
    answer = with_regulation.search("Chương II 16/2019/QĐ-UBND", on=NOW)
    assert [each.heading for each in answer.results] == ["Giờ đưa khách", "Áo phao"] and answer.total == 2


def test_a_unit_that_the_act_does_not_have_is_answered_by_the_act(with_regulation: Archive) -> None:
    answer = with_regulation.search("Điều 77 16/2019/QĐ-UBND", on=NOW)
    assert found(answer) == [("16/2019/QĐ-UBND", None)] and answer.total == 1


def test_facets_of_a_symbol_count_its_results(with_regulation: Archive) -> None:
    """Not the passages of the acts that are named."""
    for typed, total in (("16/2019/QĐ-UBND", 1), ("Chương II 16/2019/QĐ-UBND", 2), ("2019", 2)):
        answer = with_regulation.search(typed, on=NOW)
        assert answer.total == total == len(answer.results)
        assert sum(count.count for count in answer.facets.types) == total
    narrowed = with_regulation.search("Điều 5 16/2019/QĐ-UBND", on=NOW, filters=Filters(types=("luat",)))
    assert not any(result.work.type != "luat" for result in narrowed.results)


def test_the_wording_of_the_day_is_searched(archive: Archive) -> None:
    new, old = "đăng ký qua cổng điện tử", "đăng ký với Ủy ban nhân dân xã"
    assert ("901/2017/QH14", "art_2") in found(archive.search(new, on=NOW))
    assert not archive.search(f'"{new}"', on=BEFORE).exact
    assert ("901/2017/QH14", "art_2") in found(archive.search(f'"{old}"', on=BEFORE))
    assert not archive.search(f'"{old}"', on=NOW).exact
    result = next(each for each in archive.search(new, on=NOW).results if each.work.symbol == "901/2017/QH14")
    assert result.since == dt.date(2021, 1, 1)


def test_a_snippet_quotes_the_words_of_the_day(archive: Archive) -> None:
    for words in ("cổng điện tử", "luồng lạch", "neo đậu", "dang ky"):
        for result in archive.search(words, on=NOW).results:
            if result.eid is not None:
                unit = archive.text(result.work.id, result.eid, on=NOW).text
                assert unit[result.start : result.end] == result.snippet
            for start, end in result.marks:
                assert result.snippet[start:end].strip() == result.snippet[start:end] != ""


def test_a_day_before_the_act_was_made_does_not_find_it(archive: Archive) -> None:
    assert archive.search("neo đậu", on=dt.date(2018, 1, 1)).total == 1
    assert archive.search("bến nước", on=dt.date(2010, 1, 1)).total == 0


def test_filters_and_facets(archive: Archive) -> None:
    """The title of the circular has the words, so each of its passages answers; of the law, one article."""
    answer = archive.search("neo đậu", on=NOW)
    assert {count.id: count.count for count in answer.facets.types} == {"luat": 1, "thong-tu": 3}
    narrowed = archive.search("neo đậu", on=NOW, filters=Filters(types=("thong-tu",)))
    assert narrowed.total == 3 and {result.work.type for result in narrowed.results} == {"thong-tu"}
    assert archive.search("neo đậu", on=NOW, filters=Filters(years=(2017,))).total == 1
    assert archive.search("neo đậu", on=NOW, filters=Filters(issuers=("bo-tai-chinh",))).total == 3
    assert archive.search("neo đậu", on=NOW, filters=Filters(families=("party",))).total == 0


def test_a_filter_leaves_what_has_some_of_the_words(archive: Archive) -> None:
    """Where nothing has every word, a passage of the type asked for must still have one of them."""
    law = Filters(types=("luat",))
    for words in ("neo đậu qwxzt", "lệ phí neo đậu của thuyền khách trên sông qwxzt"):
        answer = archive.search(words, on=NOW, filters=law)
        assert not answer.exact and ("901/2017/QH14", "art_3") in found(answer)
        assert 0 < answer.total < archive.search("luật", on=NOW, filters=law).total
    assert archive.search("qwxzt", on=NOW, filters=law).total == 0


def test_only_what_is_in_force_on_the_day(archive: Archive) -> None:
    day = dt.date(2018, 6, 30)
    assert archive.search("lệ phí", on=day).results[0].status == "not-yet"
    assert archive.search("lệ phí", on=day, filters=Filters(in_force=True)).total == 0
    later = archive.search("lệ phí", on=dt.date(2018, 7, 1), filters=Filters(in_force=True))
    assert [result.status for result in later.results] == ["in-force"]


def test_pages_join_without_a_gap(archive: Archive) -> None:
    whole = archive.search("quy định", on=NOW, limit=50)
    parts = [archive.search("quy định", on=NOW, limit=2, offset=at) for at in range(0, whole.total, 2)]
    assert [each for part in parts for each in found(part)] == found(whole)
    assert {part.total for part in parts} == {whole.total}


def test_nothing_typed_finds_nothing(archive: Archive) -> None:
    for words in ("", "  ", "?!", '""'):
        assert archive.search(words, on=NOW).total == 0


def test_words_that_are_nowhere(archive: Archive) -> None:
    answer = archive.search("xyzzyqwert", on=NOW)
    assert answer.total == 0 and answer.results == ()


def test_a_person_is_not_found_by_name(archive: Archive) -> None:
    """Decision 0016: no one is looked up, completed or counted by name; the printed words stay as they are."""
    for name in ("Nguyễn Văn Bến", "nguyen van ben", '"Nguyễn Văn Bến"', "Lê Văn Mẫu"):
        answer = archive.search(name, on=NOW)
        assert not any(result.work.symbol == "15/QĐ-UBND" for result in answer.results if answer.exact), name
    assert archive.suggest("nguyễn v") == () and archive.suggest("Nguyen Van B") == ()
    assert first(archive, "khen thưởng") in (("15/QĐ-UBND", None), ("15/QĐ-UBND", "art_1"))


@pytest.mark.parametrize("address", ["ông", "bà", "đồng chí", "đ/c", "cụ", "anh", "chị", "cháu", "liệt sĩ"])
@pytest.mark.parametrize("letters", [str, str.lower, str.upper, str.title])
def test_no_word_of_address_lets_a_person_be_found(
    address: str, letters: Callable[[str], str], papers: Path, tmp_path: Path
) -> None:
    about = letters(f"về việc trợ cấp {address} Hoàng Thị Mơ")
    named = (papers / "decision.txt").read_text().replace("Về việc khen thưởng ông Nguyễn Văn Bến", about)
    (tmp_path / "named.txt").write_text(named.replace("ông Nguyễn Văn Bến", f"{address} Hoàng Thị Mơ"), "utf-8")
    with Archive(tmp_path / "p.db") as archive:
        archive.add(tmp_path / "named.txt", workers=1)
        assert first(archive, "trợ cấp")[0] == "15/QĐ-UBND"
        for name in ("Hoàng Thị Mơ", "hoang thi mo", '"thị mơ"'):
            assert not archive.search(name, on=NOW).exact or not archive.search(name, on=NOW).results
        assert archive.suggest("hoàng thị m") == () and archive.suggest("thi mo") == ()


def test_suggestions_while_typing(archive: Archive) -> None:
    assert [each.symbol for each in archive.suggest("thông tư quy định mức th")] == ["12/2019/TT-BTC"]
    assert {each.work for each in archive.suggest("bến nư")} >= {archive.find("901/2017/QH14").id}
    assert any(each.kind == "heading" and each.text == "Đăng ký bến" for each in archive.suggest("dang ky b"))
    assert archive.suggest("") == ()


def test_the_index_follows_the_archive(archive: Archive, papers: Path) -> None:
    assert archive.search("cầu phao", on=NOW).total == 0
    (papers / "new.txt").write_text(
        (papers / "circular.txt").read_text().replace("12/2019", "13/2019").replace("neo đậu", "qua cầu phao"), "utf-8"
    )
    archive.add(papers, workers=1)
    assert archive.search("cầu phao", on=NOW).results[0].work.symbol == "13/2019/TT-BTC"
    archive.remove("13/2019/TT-BTC")
    assert archive.search('"cầu phao"', on=NOW).total == 0


def test_an_amending_act_that_goes_takes_its_wording_along(archive: Archive) -> None:
    assert ("901/2017/QH14", "art_2") in found(archive.search('"cổng điện tử"', on=NOW))
    archive.remove("915/2020/QH14")
    assert archive.search('"cổng điện tử"', on=NOW).exact is False
    assert ("901/2017/QH14", "art_2") in found(archive.search('"với Ủy ban nhân dân xã"', on=NOW))


def test_an_amending_act_that_comes_later_changes_the_wording(papers: Path, tmp_path: Path) -> None:
    later = (papers / "amending.txt").rename(tmp_path / "later.txt")
    with Archive(tmp_path / "b.db") as archive:
        archive.add(papers, workers=1)
        assert archive.search('"cổng điện tử"', on=NOW).exact is False
        archive.add(later, workers=1)
        assert ("901/2017/QH14", "art_2") in found(archive.search('"cổng điện tử"', on=NOW))


def test_a_lost_or_broken_index_is_made_anew(archive: Archive, tmp_path: Path) -> None:
    wanted = found(archive.search("lệ phí", on=NOW))
    folder = folder_of(archive.store)
    shutil.rmtree(folder)
    with Archive(tmp_path / "a.db") as again:
        assert found(again.search("lệ phí", on=NOW)) == wanted
    (folder / "index.json").write_text("{}")
    with Archive(tmp_path / "a.db") as again:
        assert found(again.search("lệ phí", on=NOW)) == wanted
    for piece in folder.rglob("*.idx"):
        piece.write_bytes(b"")
    with Archive(tmp_path / "a.db") as again:
        assert found(again.search("lệ phí", on=NOW)) == wanted
