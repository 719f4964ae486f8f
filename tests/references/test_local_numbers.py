"""Numbers of local bodies: whose they are, as far as the words say. The places are real, the documents are not."""

import pytest

from tests.references.test_find import pointers
from tests.references.test_resolve import citing, pointer
from vanban.model import Work
from vanban.references import Shelf, WorkFacts, resolve
from vanban.references.local_numbers import is_local, place_of
from vanban.rules import Rules


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("của Ủy ban nhân dân tỉnh Hà Tĩnh quy định mức chi", "ubnd-tinh-ha-tinh"),
        ("của UBND tỉnh Nghệ An", "ubnd-tinh-nghe-an"),
        ("của Chủ tịch Ủy ban nhân dân thành phố Hà Nội về việc", "chu-tich-ubnd-thanh-pho-ha-noi"),
        ("do Ủy ban nhân dân\ntỉnh Lào Cai ban hành", "ubnd-tinh-lao-cai"),
        ("của Ủy ban nhân dân huyện Bảo Thắng ban hành", "ubnd-huyen-bao-thang"),
        ("của Ủy ban nhân dân tỉnh về việc", ""),
        ("của Chủ tịch UBND tỉnh.\nĐiều 4. Thi hành", ""),
        ("của UBND TP. Hà Nội", "ubnd-thanh-pho-ha-noi"),
        ("về mức chi của Ủy ban nhân dân tỉnh Hà Tĩnh", ""),
        ("của Chính phủ", ""),
    ],
)
def test_the_body_named_after_a_local_number_is_its_issuer(words: str, issuer: str) -> None:
    (item, *_) = pointers(f"theo Quyết định số 12/2020/QĐ-UBND ngày 02/3/2020 {words}.")
    assert (item.target.symbol, item.target.issuer) == ("12/2020/QĐ-UBND", issuer)


def test_a_number_of_the_party_in_a_province_names_its_committee() -> None:
    (item,) = pointers("theo Nghị quyết số 05-NQ/TU ngày 02/3/2020 của Tỉnh ủy Lào Cai về rừng.")
    assert item.target.issuer == "tinh-uy-lao-cai"


def test_the_body_named_beside_a_number_decides_before_the_place_of_the_writer(rules: Rules) -> None:
    facts = [
        WorkFacts(place, "state", "quyet-dinh", "12/2020/QĐ-UBND", "x", f"ubnd-tinh-{place}", None)
        for place in ("ha-tinh", "nghe-an")
    ]
    here: Work = citing(issuer="ubnd-tinh-nghe-an")
    said = pointer(type="quyet-dinh", symbol="12/2020/QĐ-UBND", issuer="ubnd-tinh-ha-tinh")
    unsaid = pointer(type="quyet-dinh", symbol="12/2020/QĐ-UBND")
    assert [resolve(each, here, Shelf(facts), rules).work for each in (said, unsaid)] == ["ha-tinh", "nghe-an"]


def test_which_numbers_are_local_stands_in_the_table_of_bodies(rules: Rules) -> None:
    local = ("72/2004/QĐ-UB", "05/2016/NQ-HĐND8", "61/2025/QĐ-CTUBND", "05-NQ/TU", "42-KH/ĐU")
    central = ("65/HĐBT", "126-QĐ/TW", "12/TB-VPCP", "34/2016/NĐ-CP", "519-QĐ/UBKTTW")
    assert all(is_local(symbol, rules) for symbol in local)
    assert not any(is_local(symbol, rules) for symbol in central)


@pytest.mark.parametrize(
    ("issuer", "place"),
    [
        ("ubnd-tinh-ha-tinh", "ha-tinh"),
        ("chu-tich-ubnd-thanh-pho-ha-noi", "ha-noi"),
        ("tinh-uy-ha-tinh", "ha-tinh"),
        ("ban-to-chuc-tinh-uy-ha-tinh", "ha-tinh"),
        ("so-tu-phap-tinh-lao-cai", "lao-cai"),
        ("dang-uy-xa-tan-lap", "tan-lap"),
        ("bo-tai-chinh", ""),
        ("chinh-phu", ""),
    ],
)
def test_the_place_stands_in_the_issuers_id(issuer: str, place: str, rules: Rules) -> None:
    assert place_of(issuer, rules) == place


def test_a_committee_of_the_province_cites_a_body_of_its_own_place(rules: Rules) -> None:
    guidance = WorkFacts("h", "party", "huong-dan", "09-HD/BTCTU", "x", "ban-to-chuc-tinh-uy-ha-tinh", None)
    said = pointer(type="huong-dan", symbol="09-HD/BTCTU")
    assert resolve(said, citing(issuer="tinh-uy-ha-tinh"), Shelf([guidance]), rules).work == "h"
    assert resolve(said, citing(issuer="tinh-uy-nghe-an"), Shelf([guidance]), rules).work is None
