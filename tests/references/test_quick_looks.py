"""Quick looks: what they pass by can be nothing that the patterns behind them would take."""

from hypothesis import given
from hypothesis import strategies as st

from vanban.orthography import fold
from vanban.references import dates_after, items, runs

_DATES = st.lists(
    st.sampled_from([" ", "\n", "\t", ",", "(", "ký", "ban hành", "được", "thông qua", "ngày", "tháng", "năm", "1", "12", "/", "2013", "1999"]),
    max_size=14,
).map("".join)  # fmt: skip


@given(_DATES.map(fold))
def test_what_begins_no_date_or_year_is_none(folded: str) -> None:
    if dates_after._DAY_OR_YEAR.match(folded):
        assert folded[:2] in dates_after._BEGINNINGS


def test_every_wording_of_a_date_passes_the_quick_look() -> None:
    for said in (
        "ngày 5/2/2031",
        " ngày 5 tháng 2 năm 2031",
        ", ban hành ngày 5-2-2031",
        "(được thông qua ngày 5.2.2031",
    ):
        dated = dates_after.date_or_year_after(fold(said), 0, bare=False)
        assert dated is not None and str(dated[0]) == "2031-02-05", said
    for said in (" năm 2013", "(năm 2013)", "năm 2013"):
        assert (dates_after.date_or_year_after(fold(said), 0, bare=False) or (0, 0))[1] == 2013, said
    assert (dates_after.date_or_year_after(" 2013", 0, bare=True) or (0, 0))[1] == 2013


def test_a_blank_inside_a_line_stands_behind_nothing_that_begins_one() -> None:
    for before in runs._INSIDE_LINE:
        assert runs._STARTS_LINE.fullmatch(before) is None, before


@given(
    st.lists(
        st.sampled_from([" ", "của ", "QCVN", "TCVN", "ISO", "TCKT", "QCĐ1", "quy chuẩn", "tiêu chuẩn", " này", " 5"]),
        max_size=5,
    ).map("".join)
)
def test_every_standard_passes_the_quick_look(words: str) -> None:
    folded = fold(words)
    if runs._STANDARD.match(folded):
        assert folded.startswith(runs._OF_STANDARDS)


@given(st.lists(st.sampled_from([" ", ",", "vào ", "ngay ", "liền ", "tiếp ", "sau ", "trước ", "dưới ", "các ", "trừ ", "ngoại trừ ", "không bao gồm "]), max_size=6).map("".join))  # fmt: skip
def test_words_that_join_two_runs_are_no_longer_than_is_looked(words: str) -> None:
    folded = fold(" ".join(words.split(" ")))
    if "  " not in folded and (items._POSITION.fullmatch(folded) or items._EXCEPT.fullmatch(folded)):
        assert len(folded) <= items._BESIDE
