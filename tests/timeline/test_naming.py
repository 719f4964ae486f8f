"""Names of provisions, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.model import Unit
from vanban.model.errors import UsageError
from vanban.orthography import POINT_LETTERS
from vanban.rules import Rules, load
from vanban.timeline.naming import eid_of, parse_provision, path_name, path_of, provision_name


@pytest.mark.parametrize(
    ("typed", "eid"),
    [
        ("điểm a khoản 2 Điều 5", "art_5__cl_2__point_a"),
        ("Điểm a, Khoản 2, Điều 5", "art_5__cl_2__point_a"),
        ("d5 k2 a", "art_5__cl_2__point_a"),
        ("Đ.5 K.2", "art_5__cl_2"),
        ("d5k2", "art_5__cl_2"),
        ("5.2.a", "art_5__cl_2__point_a"),
        ("điểm d khoản 2 điều 5", "art_5__cl_2__point_d"),
        ("điểm đ khoản 2 điều 5", "art_5__cl_2__point_dd"),
        ("Điều 4a, khoản 1, điểm đ1", "art_4a__cl_1__point_dd1"),
        ("khoản 3 Điều 110đ", "art_110dd__cl_3"),
        ("chương viia", "chp_VIIa"),
        ("Mục 2 Chương II", "chp_II__sec_2"),
        ("Phụ lục XIII", "app_XIII"),
        ("art_4a__cl_2__point_dd1", "art_4a__cl_2__point_dd1"),
        ("khoản 2 Điều 5 Chương II", "art_5__cl_2"),
    ],
)
def test_what_a_person_types(typed: str, eid: str, rules: Rules) -> None:
    assert eid_of(parse_provision(typed, rules), rules) == eid


@pytest.mark.parametrize("typed", ["", "xyz", "Điều", "điều 5 điều 6", "khoản", "Luật Đất đai"])
def test_what_names_no_provision(typed: str, rules: Rules) -> None:
    with pytest.raises(UsageError):
        parse_provision(typed, rules)


@pytest.mark.parametrize(
    ("eid", "vi", "en"),
    [
        ("art_4a__cl_2__point_dd1", "điểm đ1 khoản 2 Điều 4a", "point đ1, clause 2, Article 4a"),
        ("chp_II__sec_1", "Mục 1 Chương II", "Section 1, Chapter II"),
        ("preamble", "phần mở đầu", "the preamble"),
        (None, "văn bản", "the document"),
        (
            "art_1__cl_2__qstr_1__art_5",
            "Điều 5 (trích tại khoản 2 Điều 1)",
            "Article 5 (quoted in clause 2, Article 1)",
        ),
    ],
)
def test_names(eid: str | None, vi: str, en: str, rules: Rules) -> None:
    assert provision_name(eid, rules) == vi
    assert provision_name(eid, rules, "en") == en


_number = st.builds(lambda n, tail: f"{n}{tail}", st.integers(1, 200), st.sampled_from(["", "a", "b", "đ"]))
_letter = st.builds(lambda a, n: f"{a}{n}", st.sampled_from(POINT_LETTERS), st.sampled_from(["", "1", "2"]))


@given(article=_number, clause=_number, point=_letter)
def test_a_name_is_read_back(article: str, clause: str, point: str) -> None:
    rules = load()
    path = (Unit("article", article), Unit("clause", clause), Unit("point", point))
    assert path_of(eid_of(path, rules), rules) == path
    assert parse_provision(path_name(path, rules), rules) == path
