"""Filters said by id or by name; what nothing is called by is refused."""

import pytest

from vanban.model.errors import UsageError
from vanban.rules import load
from vanban.search import Filters
from vanban.search.filtering import by_id

BODIES = {"ubnd--tinh-song-lam": "Ủy ban nhân dân tỉnh Sông Lam"}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (Filters(types=("thong-tu",)), Filters(types=("thong-tu",))),
        (Filters(types=("Thông tư",)), Filters(types=("thong-tu",))),
        (Filters(types=("TTLT", "nghị định")), Filters(types=("thong-tu-lien-tich", "nghi-dinh"))),
        (Filters(issuers=("Bộ Y tế",)), Filters(issuers=("bo-y-te",))),
        (Filters(issuers=("UBND tỉnh Sông Lam",)), Filters(issuers=("ubnd--tinh-song-lam",))),
        (Filters(issuers=("ubnd--tinh-song-lam",)), Filters(issuers=("ubnd--tinh-song-lam",))),
        (Filters(fields=("Đất đai",), years=(2024,)), Filters(fields=("dat-dai",), years=(2024,))),
        (Filters(families=("Đảng",)), Filters(families=("party",))),
    ],
)
def test_a_name_is_as_good_as_an_id(said: Filters, meant: Filters) -> None:
    assert by_id(said, load(), lambda: BODIES) == meant


@pytest.mark.parametrize("said", [Filters(types=("thông tứ xyz",)), Filters(issuers=("UBND tỉnh Sông Lo",))])
def test_what_nothing_is_called_by_is_refused_with_what_is_near(said: Filters) -> None:
    with pytest.raises(UsageError) as refused:
        by_id(said, load(), lambda: BODIES)
    assert refused.value.code == "no-such-filter"
    assert ("Thông tư" if said.types else "Ủy ban nhân dân tỉnh Sông Lam") in refused.value.details["names"]
