"""The order of documents in lists, and of the units of a document whose text is not here."""

import datetime as dt

from vanban.review.endings import numbered
from vanban.review.ordering import order_key
from vanban.review.registered import Registered
from vanban.rules import Rules


def _decree(symbol: str, date: dt.date | None) -> Registered:
    return Registered(
        f"/akn/vn/act/{symbol}", "state", "nghi-dinh", "Nghị định", symbol, "chinh-phu", "Chính phủ", date, "", True
    )


def test_a_document_without_a_day_stands_at_the_end_of_its_year(rules: Rules) -> None:
    documents = [
        _decree("903/2019/NĐ-CP", dt.date(2019, 1, 3)),
        _decree("904/2018/NĐ-CP", None),
        _decree("905/2018/NĐ-CP", dt.date(2018, 6, 1)),
        _decree("906/NĐ", None),
    ]
    ordered = sorted(documents, key=lambda each: order_key(each, rules))
    assert [each.symbol.partition("/")[0] for each in ordered] == ["905", "904", "903", "906"]


def test_units_stand_in_the_order_of_their_numbers_annexes_last() -> None:
    units = ["app_1", "art_73", "art_8__cl_1", "art_8", "art_16__cl_1__point_d", "art_16__cl_1__point_dd1"]
    assert sorted(units, key=numbered) == [
        "art_8", "art_8__cl_1", "art_16__cl_1__point_d", "art_16__cl_1__point_dd1", "art_73", "app_1",
    ]  # fmt: skip
