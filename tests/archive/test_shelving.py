"""Which texts are of one work, and which of them is its base text."""

from tests.archive.papers import paper
from vanban.archive.identity import identity_of
from vanban.archive.shelving import Leaf, Shelf, shelve
from vanban.model import Parsed

FULL = paper("91/2031/NĐ-CP", "2031-05-14", title="Quy định về bến đò")
PAGE = paper("91/2031/NĐ-CP", "2031-05-14", media_type="text/html")
CUT = paper("91/2031/NĐ-CP", "2031-05-14", media_type="text/html", complete=False)
GAZETTE = paper("91/2031/NĐ-CP", "2031-05-14", body="\nCÔNG BÁO/Số 12 + 13/Ngày 1-6-2031")
ENGLISH = paper("91/2031/ND-CP", None, translation_of="91/2031/NĐ-CP", issuer="")


def shelves(*papers: Parsed) -> list[Shelf]:
    leaves = [Leaf(number, each.text.source.sha256, identity_of(each)) for number, each in enumerate(papers)]
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
