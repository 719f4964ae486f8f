"""Which texts are of one work, and which of them is its base text."""

import msgspec

from tests.archive.papers import paper
from vanban.archive.identity import identity_of
from vanban.archive.shelving import Leaf, Shelf, shelve
from vanban.model import Parsed
from vanban.rules import load

FULL = paper("91/2031/NĐ-CP", "2031-05-14", title="Quy định về bến đò")
PAGE = paper("91/2031/NĐ-CP", "2031-05-14", media_type="text/html")
CUT = paper("91/2031/NĐ-CP", "2031-05-14", media_type="text/html", complete=False)
GAZETTE = paper("91/2031/NĐ-CP", "2031-05-14", body="\nCÔNG BÁO/Số 12 + 13/Ngày 1-6-2031")
ENGLISH = paper("91/2031/ND-CP", None, translation_of="91/2031/NĐ-CP", issuer="")


def shelves(*papers: Parsed) -> list[Shelf]:
    leaves = [Leaf(number, each.text.source.sha256, identity_of(each, load())) for number, each in enumerate(papers)]
    assert len({leaf.identity.match_key() for leaf in leaves}) == 1
    return list(shelve(leaves))


def test_complete_before_cut_and_gazette_before_page_before_copy() -> None:
    (shelf,) = shelves(CUT, FULL, PAGE, GAZETTE)
    assert [leaf.text for leaf in shelf.leaves] == [3, 2, 1, 0]
    assert shelf.work == FULL.work.id


def test_what_the_base_text_lacks_comes_from_the_next() -> None:
    (shelf,) = shelves(PAGE, FULL)
    assert (shelf.leaves[0].text, shelf.identity.title) == (0, "Quy định về bến đò")


def test_a_text_without_a_date_stands_with_the_one_work_that_it_fits() -> None:
    undated = paper("91/2031/NĐ-CP", None)
    assert [shelf.work for shelf in shelves(undated, FULL)] == [FULL.work.id]
    assert ["/0000/" in shelf.work for shelf in shelves(undated)] == [True]


def test_a_text_that_fits_several_works_stays_by_itself() -> None:
    one = paper("5/QĐ-UBND", "2031-01-01", type="quyet-dinh", issuer="ubnd-tinh--a")
    other = paper("5/QĐ-UBND", "2032-01-01", type="quyet-dinh", issuer="ubnd-tinh--b")
    undated = paper("5/QĐ-UBND", None, type="quyet-dinh", issuer="")
    assert len(shelves(one, other, undated)) == 3
    assert len(shelves(one, undated)) == 1


def test_a_law_and_a_resolution_of_one_number_are_two_works() -> None:
    law = paper("10/2031/QH17", "2031-06-01", type="luat", issuer="quoc-hoi")
    resolution = paper("10/2031/QH17", "2031-06-01", type="nghi-quyet", issuer="quoc-hoi")
    assert len(shelves(law, resolution)) == 2


def test_papers_that_say_too_little_stay_two_and_say_so() -> None:
    here = paper("5/QĐ-UBND", None, type="quyet-dinh", issuer="", body="xã này")
    there = paper("5/QĐ-UBND", None, type="quyet-dinh", issuer="", body="xã kia")
    found = shelves(here, there)
    assert len({shelf.work for shelf in found}) == 2
    assert [finding.code for shelf in found for finding in shelf.findings] == ["identity-unsure"] * 2
    assert not shelves(here)[0].findings


STORY = " ".join(f"chữ thứ {number} của một văn bản dài" for number in range(200))


def test_one_paper_in_two_formats_without_number_or_date_is_one_work() -> None:
    about = {"date": None, "type": "thong-bao", "issuer": "", "title": "Về việc nghỉ Tết"}
    text, page = paper("", body=STORY, **about), paper("", body=f"{STORY}.", media_type="text/html", **about)
    other = paper("", body=STORY.replace("chữ", "từ"), **about)
    (shelf,) = shelves(text, page)
    assert (shelf.work, len(shelf.leaves), shelf.findings) == (text.work.id, 2, ())
    assert [len(each.leaves) for each in shelves(text, page, other)] in ([1, 2], [2, 1])


def test_a_paper_without_number_or_date_joins_a_dated_one_only_by_its_words() -> None:
    about = {"type": "thong-bao", "issuer": "bo-song-ngoi", "title": "Về việc nghỉ Tết"}
    dated = paper("", "2031-01-05", body=STORY, **about)
    assert len(shelves(dated, paper("", None, body=f"{STORY}.", **about))) == 1
    assert len(shelves(dated, paper("", None, body="năm khác", **about))) == 2


def test_long_titles_that_begin_alike_are_not_one_work() -> None:
    """Identifiers are cut; the same body may sign two papers on one day."""
    begin = "Về việc phê duyệt kết quả lựa chọn nhà thầu thực hiện gói thầu xây lắp của dự án bến đò ngang sông "
    about = {"date": "2031-01-05", "type": "quyet-dinh", "issuer": "ubnd-tinh--song-lam"}
    assert len(shelves(paper("", title=f"{begin}A", **about), paper("", title=f"{begin}B", **about))) == 2


def test_translations_of_several_unknown_acts_are_not_one_work() -> None:
    """Their originals are not here, and their titles are the same as far as an identifier goes."""
    about = {"date": None, "issuer": "chinh-phu", "title": "Defining the functions of a ministry"}
    one, other = (paper("", body=STORY.replace("chữ", word), **about) for word in ("one", "two"))
    english = [
        msgspec.structs.replace(each, work=msgspec.structs.replace(each.work, language="en", id=f"{each.work.id}/eng"))
        for each in (one, other)
    ]
    assert len(shelves(*english)) == 2
    (alone,) = shelves(english[0])
    assert alone.work == one.work.id


def test_a_number_with_and_without_its_zero_is_one_work() -> None:
    (shelf,) = shelves(
        paper("05/2031/TT-BSN", "2031-02-03", type="thong-tu", issuer="bo-song-ngoi"),
        paper("5/2031/TT-BSN", "2031-02-03", type="thong-tu", issuer="bo-song-ngoi"),
    )
    assert shelf.work.endswith("/05-2031-tt-bsn")


def test_a_translation_stands_with_the_work_that_it_renders_and_never_before_it() -> None:
    (shelf,) = shelves(ENGLISH, CUT)
    assert [leaf.text for leaf in shelf.leaves] == [1, 0]
    assert shelf.identity.language == "vi"


def test_a_translation_alone_is_a_work_without_effects_or_force() -> None:
    (shelf,) = shelves(ENGLISH)
    assert shelf.identity.language == "en"
    assert shelf.work == ENGLISH.work.id
