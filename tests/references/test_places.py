"""Places: every word that a reference is found around, wherever it stands."""

from hypothesis import given
from hypothesis import strategies as st

from vanban.orthography import fold
from vanban.references import runs
from vanban.references.places import places_in
from vanban.rules import load

_PIECES = st.sampled_from(
    ["Điều ", "khoản ", "điểm\n", "\nkhoản ", "Luật ", " này", "bãi bỏ", "đình chỉnh", "hết hiệu lực", "5", ",", "x ", "này ", "mục ", "phụ lục ", "IV", "từ 1", "mẫu ", "số ", "phần thứ ", "chương "]
)  # fmt: skip

_UNITS = ("dieu ", "diem ", "khoan ", "muc ", "mau ", "chuong ", "phan ", "phu luc ")


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_each_place_is_that_of_its_words_and_none_is_left_out(words: str) -> None:
    folded = fold(words)
    places = places_in(folded, load())
    for found, known_by in (
        (places.units_below, ("\ndieu ", "\nkhoan ")),
        (places.units_cut, ("diem\n", "dieu \n", "khoan \n")),
        (places.laws, ("luat ",)),
        (places.selves, (" nay",)),
    ):
        assert found == [at for at in range(len(folded)) if folded.startswith(known_by, at)]
    assert set(places.units) <= {at for at in range(len(folded)) if folded.startswith(_UNITS, at)}
    anchors = {at for at in range(len(folded)) if runs._ANCHOR.match(folded, at)}
    assert anchors <= set(places.units)
    assert all(folded.endswith(("bai bo", "dinh chi", "dinh chinh"), 0, end) for end in places.verb_ends)
