"""Places as amending clauses name them, annexes above all; each with the paths that it names, outermost unit first."""

import pytest

from vanban.effects.places import chains_at
from vanban.orthography import fold

SHORT = {"article": "Đ", "clause": "k", "point": "đ", "appendix": "PL", "form": "mẫu", "part": "Ph", "section": "M",
         "subsection": "TM", "row": "dòng", "column": "cột", "paragraph": "đoạn", "heading": "tên", "chapter": "Ch"}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        ("khoản 1 và khoản 3 Điều 5", ["Đ5 k1", "Đ5 k3"]),
        ("khoản 1, Điều 5", ["Đ5 k1"]),
        ("Phần D Mục 1 Phụ lục I.10", ["PLI.10 M1 PhD"]),
        ("các khoản B.II, B.VII, phần D Mục 1 Phụ lục I.3", ["PLI.3 M1 kB.II", "PLI.3 M1 kB.VII", "PLI.3 M1 PhD"]),
        ("Mục 1; khoản I, II Mục 2 Phụ lục I.13", ["PLI.13 M1", "PLI.13 M2 kI", "PLI.13 M2 kII"]),
        ("mục 1 và các Mẫu 01, 02 mục 2 tại Phụ lục VI", ["PLVI M1", "PLVI M2 mẫu01", "PLVI M2 mẫu02"]),
        ("điểm 4.1 tiểu mục 04, mục II, Phần A thuộc Phụ lục số 01", ["PL01 PhA MII TM04 đ4.1"]),
        ("số thứ tự 13 Phần I Phụ lục II", ["PLII PhI dòng13"]),
        ("quy hoạch số thứ tự 1a Phụ lục II", ["PLII dòng1a"]),
        ("cột thứ 3 của Phụ lục I", ["PLI cột3"]),
        ("khổ đầu khoản 4 Điều 260", ["Đ260 k4 đoạn1"]),
        ("Nơi nhận của Phụ lục 03 và Phụ lục 04", ["PL03 PhNơi nhận", "PL04 PhNơi nhận"]),
        ("phần “Tên quỹ” tại Phụ lục số 01, 02", ["PL01 PhTên quỹ", "PL02 PhTên quỹ"]),
        ("ghi chú số (2) Phụ lục 2", ["PL2 Phghi chú số (2)"]),
        ("phần căn cứ ban hành, Điều 1 và tên Chương II", ["Phcăn cứ ban hành", "Đ1", "ChII tên"]),
        ("tiêu đề Chương II, Mục 1, Mục 2 Chương II, Điều 2", ["ChII tên", "ChII M1 tên", "ChII M2 tên", "Đ2"]),
        ("điểm b(i), (ii) khoản 2 Điều 14", ["Đ14 k2 đb(i)", "Đ14 k2 đb(ii)"]),
        ("Mục 5, Chương II", ["ChII M5"]),
        ("khoản 1 Điều 2 Nghị quyết và điểm c khoản 1 Điều 3", ["Đ2 k1", "Đ3 k1 đc"]),
        ("tiêu đề Chương II, Mục 1 Chương III", ["ChII tên", "ChIII M1"]),
        ("Phụ lục Xa, Phụ lục Xb tại Phụ lục X", ["PLX PLXa", "PLX PLXb"]),
        ("Mẫu số 23 Phụ lục II tại Phụ lục IX", ["PLII mẫu23"]),
        ("khoản vi phạm hành chính", []),
        ("Chương II; khoản 2 Phụ lục I", ["ChII", "PLI k2"]),
    ],
)
def test_places(words: str, paths: list[str]) -> None:
    blanked = words.replace("Tên quỹ", "~" * len("Tên quỹ")) if "“" in words else words
    folded = fold(blanked)
    chains = chains_at(words, folded, 0, len(words))
    assert [" ".join(SHORT[u.level] + u.num for u in path) for chain in chains for path in chain.paths()] == paths
