"""The grammar of pinpoints: each wording and the paths that a person reads in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.orthography import fold
from vanban.references.pinpoint import RUN, parse_run

_SHORT = {
    "article": "A", "clause": "C", "point": "P", "subpoint": "S", "section": "M", "subsection": "N", "chapter": "H",
    "part": "Q", "appendix": "X", "form": "F", "paragraph": "D", "sentence": "E", "indent": "I", "title": "T",
}  # fmt: skip


def read(words: str) -> list[str]:
    """The paths of the first run in the words, in short: "A5.C2.Pa"; what "này" stands for begins with "~"."""
    match = RUN.search(fold(words))
    assert match is not None, words
    paths = [path for group in parse_run(words[match.start() : match.end()]) for path in group.paths]
    return [
        ".".join(
            [*([f"~{path.relative[5:]}"] if path.relative else []), *(_SHORT[u.level] + u.num for u in path.units)]
        )
        for path in paths
    ]


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        ("các điểm a, b và c khoản 3 Điều 31", "A31.C3.Pa A31.C3.Pb A31.C3.Pc"),
        ("khoản 1, khoản 2, khoản 3 Điều 18", "A18.C1 A18.C2 A18.C3"),
        ("khoản 3,4, 5 và 6 Điều 44", "A44.C3 A44.C4 A44.C5 A44.C6"),
        ("các khoản 2, 2a và 2b Điều 52", "A52.C2 A52.C2a A52.C2b"),
        ("từ khoản 3 đến khoản 6 Điều 5", "A5.C3 A5.C4 A5.C5 A5.C6"),
        ("khoản 1 đến khoản 3 Điều 5", "A5.C1 A5.C2 A5.C3"),
        ("các điểm từ a đến đ khoản 2 Điều 8", "A8.C2.Pa A8.C2.Pb A8.C2.Pc A8.C2.Pd A8.C2.Pđ"),
        ("các Điều 110a đến 110c", "A110a A110b A110c"),
        ("khoản 3 Điều 7; điểm d, điểm đ khoản 3 và khoản 5 Điều 9", "A7.C3 A9.C3.Pd A9.C3.Pđ A9.C5"),
        ("điểm a, khoản 1, Điều 43", "A43.C1.Pa"),
        ("khoản 2 của Điều 5", "A5.C2"),
        ("khoản 2 các Điều 5, 6 và 7", "A5.C2 A6.C2 A7.C2"),
        ("điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I", "QI.HXII.M5.A103.C2.Pa"),
        ("điểm a khoản 1 Điều 24 Tiểu mục 1 Mục 1 Chương III", "HIII.M1.N1.A24.C1.Pa"),
        ("đoạn 2 khoản 1 Điều 5", "A5.C1.D2"),
        ("câu thứ nhất điểm a khoản 2 Điều này", "~article.C2.Pa.E1"),
        ("gạch đầu dòng thứ hai điểm a khoản 1 Điều 3", "A3.C1.Pa.I2"),
        ("tiết a1 điểm a khoản 2 Điều 5", "A5.C2.Pa.Sa1"),
        ("tiết này", "~subpoint"),
        ("tiết này khoản 1 Điều 5", "~subpoint A5.C1"),
        ("tiết (i) và tiết (ii) điểm này", "~point.Si ~point.Sii"),
        ("điểm a(iii) khoản 5 Điều này", "~article.C5.Pa.Siii"),
        ("điểm b.4.5 khoản này", "~clause.Pb.4.5"),
        ("tên Điều 21", "A21.T"),
        ("Điều 5, khoản 2", "A5.C2"),
        ("Mẫu số 03.GĐN tại Phụ lục I", "XI.F03.GĐN"),
        ("Mẫu số 04 quy định tại Phụ lục IV", "XIV.F04"),
        ("mẫu số 12/TB, mẫu số 18a/TB-HĐ Phụ lục V", "XV.F12/TB XV.F18a/TB-HĐ"),
        ("Mẫu 2, Mẫu 3 Phụ lục IV", "XIV.F2 XIV.F3"),
        ("Mẫu 3 - Biên bản", "F3"),
        ("Mẫu số 3-sđ", "F3-sđ"),
        ("điểm a - khoản 1 - Điều 8", "A8.C1.Pa"),
        ("Điều 5 - khoản 2", "A5.C2"),
        ("từ Điều 5 - Điều 7", "A5 A6 A7"),
        ("Phụ lục Xa, Phụ lục Xb", "XXa XXb"),
        ("Phụ lục ban hành kèm theo", "X"),
        ("mục 2, phần III", "QIII.M2"),
        ("mục số 5 của Phụ lục số 02", "X02.M5"),
        ("khoản 2 Điều 3 và tại mục số 5 của Phụ lục số 02", "A3.C2 X02.M5"),
        ("mục số 7 điểm a khoản 3 Điều 1", "A1.C3.Pa.M7"),
        ("Mục 2 Điều 5", "M2 A5"),
        ("mẫu biểu số 08/TC kèm theo Phụ lục I", "XI.F08/TC"),
        ("Mục II.3", "MII.3"),
        ("khoản 2 Mục 7 Phụ lục I", "XI.M7.C2"),
        ("khoản 6 vào Điều 8", "A8.C6"),
        ("khoản 5, điểm b khoản 6 Điều này, khoản 4 Điều 25", "~article.C5 ~article.C6.Pb A25.C4"),
        (
            "các điểm đ, đ1 khoản này, khoản 1a Điều 55, điểm b khoản 1 Điều 8",
            "~clause.Pđ ~clause.Pđ1 A55.C1a A8.C1.Pb",
        ),
        ("Điều 39, khoản 2, điểm b khoản 3 Điều 42", "A39 A42.C2 A42.C3.Pb"),
        ("KHOẢN 1 ĐIỀU 5", "A5.C1"),
    ],
)
def test_each_wording_gives_its_paths(words: str, paths: str) -> None:
    assert read(words) == paths.split()


@pytest.mark.parametrize("words", ["mức 2", "cấu 3", "đoàn 2", "Đoàn thể", "máu 4", "diều 5", "MỤC LỤC"])
def test_words_that_only_fold_alike_are_none(words: str) -> None:
    match = RUN.search(fold(words))
    assert match is None or not parse_run(words[match.start() : match.end()])


_NUMBER = st.integers(1, 99).map(str)
_POINT = st.sampled_from("abcdđeghik")


@given(st.lists(_POINT, min_size=1, max_size=4, unique=True), _NUMBER, _NUMBER)
def test_what_is_written_as_a_list_is_read_as_that_list(points: list[str], clause: str, article: str) -> None:
    listed = " và ".join([", ".join(points[:-1]), points[-1]]) if len(points) > 1 else points[0]
    assert read(f"các điểm {listed} khoản {clause} Điều {article}") == [f"A{article}.C{clause}.P{p}" for p in points]


@given(st.lists(st.tuples(_NUMBER, _NUMBER), min_size=1, max_size=6))
def test_a_list_of_chains_keeps_each_chain(chains: list[tuple[str, str]]) -> None:
    words = "; ".join(f"khoản {clause} Điều {article}" for clause, article in chains)
    assert read(words) == [f"A{article}.C{clause}" for clause, article in chains]
