"""Where the name of an act ends that no table knows. The acts are made up."""

import pytest

from tests.references.test_find import pointers


@pytest.mark.parametrize(
    ("words", "title", "symbol"),
    [
        ("Luật Sông hồ, bến bãi và vận tải số 3/2028/QH16 quy định", "Sông hồ, bến bãi và vận tải", "3/2028/QH16"),
        ("Luật Quản lý tài sản trên sông tại cửa biển số 3/2028/QH16.", "Quản lý tài sản trên sông tại cửa biển", "3/2028/QH16"),
        ("Luật Phổ biến pháp luật số 3/2028/QH16.", "Phổ biến pháp luật", "3/2028/QH16"),
        ("Luật sông hồ số 3/2028/QH16 được", "sông hồ", "3/2028/QH16"),
        ("Luật Đất đai, ruộng vườn và rừng số 3/2028/QH16.", "Đất đai, ruộng vườn và rừng", "3/2028/QH16"),
        ("Luật Đất đai và Nghị định số 5/2028/NĐ-CP.", "Đất đai", ""),
        ("Luật Đất đai, Luật Sông hồ số 3/2028/QH16.", "Đất đai", ""),
        ("Luật Sông hồ được sửa đổi theo Luật số 3/2028/QH16.", "Sông hồ", ""),
    ],
)  # fmt: skip
def test_a_name_runs_to_its_own_number_and_no_further(words: str, title: str, symbol: str) -> None:
    first = pointers(f"theo {words}")[0]
    assert (first.target.title, first.target.symbol) == (title, symbol)


@pytest.mark.parametrize("several", ["12 luật có liên quan đến", "các luật liên quan đến"])
def test_an_amending_law_may_only_count_what_it_amends(several: str) -> None:
    title = f"sửa đổi, bổ sung một số điều của {several} quy hoạch sông"
    (item,) = pointers(f"theo Luật {title} số 93/2028/QH16 và hồ sơ.")
    assert (item.target.title, item.target.symbol) == (title, "93/2028/QH16")


def test_a_law_that_is_only_counted_has_no_name() -> None:
    (item,) = pointers("sửa đổi 10 Luật có liên quan đến sông hồ số 3/2028/QH16.")
    assert item.target.title == ""


def test_a_legal_basis_is_named_to_the_end_of_its_line() -> None:
    found = pointers("Căn cứ Luật Sông hồ, bến bãi;\nCăn cứ Luật Sông hồ, Luật Bến bãi;\n")
    assert [item.target.title for item in found] == ["Sông hồ, bến bãi", "Sông hồ", "Bến bãi"]


def test_a_name_said_once_in_full_is_read_whole_afterwards() -> None:
    content = (
        "Căn cứ Luật Sông hồ, bến bãi và vận tải số 3/2028/QH16;\nĐiều 1. Phạm vi\n"
        "Theo khoản 1 Điều 5 Luật Sông hồ, bến bãi và vận tải, Luật Đất đai; theo luật sông hồ, bến bãi và vận tải.\n"
    )
    _, cited, land = pointers(content)
    assert (cited.target.title, cited.target.symbol) == ("Sông hồ, bến bãi và vận tải", "")
    assert land.target.title == "Đất đai"


def test_a_text_may_end_where_a_name_is_awaited() -> None:
    assert [item.target.title for item in pointers("Luật sửa đổi, bổ sung một số điều của Luật")] == []
