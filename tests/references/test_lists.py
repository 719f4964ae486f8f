"""Which act a member of a list belongs to, and which units hold it. The words are ours."""

from tests.references.test_find import pointers
from vanban.model import Reference


def path(item: Reference) -> str:
    """As "article:5 clause:2"."""
    return " ".join(f"{unit.level}:{unit.num}" for unit in item.target.provision)


def test_a_list_that_details_an_act_speaks_of_that_act() -> None:
    content = (
        "Điều 1. Phạm vi\n1. Quy định chi tiết một số điều của Luật Sông hồ số 3/2028/QH16 về:\n"
        "a) Bến bãi theo quy định tại khoản 4 Điều 8;\nb) Điều 2 Nghị định này.\n2. Theo khoản 1 Điều 1.\n"
    )
    found = pointers(content)
    assert [(item.target.symbol, path(item)) for item in found[1:]] == [
        ("3/2028/QH16", "article:8 clause:4"),
        ("", "article:2"),
        ("", "article:1 clause:1"),
    ]


def test_a_list_that_an_act_is_only_named_before_speaks_of_itself() -> None:
    content = "Điều 1. Hồ sơ\n1. Hồ sơ theo Luật Sông hồ gồm:\na) Tờ khai;\nb) Giấy tờ quy định tại Điều 2.\nĐiều 2. Giấy tờ\nMột."
    assert [(item.target.title, item.target.eid) for item in pointers(content)[1:]] == [("", "art_2")]


def test_a_list_goes_on_over_what_else_is_related() -> None:
    (first, second) = pointers("theo khoản 9 Điều 60, Điều 84 và các nội dung có liên quan của Luật Sông hồ.")
    assert (first.target.title, second.target.title) == ("Sông hồ", "Sông hồ")


def test_the_one_appendix_closes_a_chain() -> None:
    (item,) = pointers("Sửa đổi dòng 3 tại Mục 2 Phần I Phụ lục như sau:")
    assert path(item) == "appendix: part:I section:2"


def test_a_table_is_on_the_way_to_its_appendix() -> None:
    (item,) = pointers("quy định tại mục 1.4.2 Bảng 1.4 Phụ lục I.")
    assert path(item) == "appendix:I section:1.4.2"


def test_a_word_that_folds_to_a_numeral_is_no_number() -> None:
    content = "không có trong Phụ lục II, vì vậy áp dụng Chương III, chi phí khác."
    assert [path(item) for item in pointers(content)] == ["appendix:II", "chapter:III"]


def test_an_appendix_in_small_letters_is_one_where_its_act_follows() -> None:
    found = pointers("tại phụ lục kèm theo Nghị định này; một số phụ lục kèm theo Nghị định này.")
    assert [path(item) for item in found] == ["appendix:", ""]


def test_the_place_of_an_insertion_lies_in_the_article_of_the_lead() -> None:
    content = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Luật Sông hồ số 3/2028/QH16\n"
        "1. Sửa đổi, bổ sung một số khoản của Điều 50 như sau:\na) Bổ sung khoản 4 vào sau khoản 3 như sau:\n“4. Một.”.\n"
    )
    assert [path(item) for item in pointers(content)[2:]] == ["article:50 clause:4", "article:50 clause:3"]


def test_a_rider_goes_on_over_the_issuer() -> None:
    words = (
        "theo Nghị định số 1/2029/NĐ-CP được sửa đổi bởi Nghị định số 2/2030/NĐ-CP ngày 18 tháng 3 năm 2030 của Chính phủ "
        "và Nghị định số 3/2030/NĐ-CP."
    )
    assert [item.role for item in pointers(words)] == ["cites", "history", "history"]


def test_what_is_proposed_is_no_amendment() -> None:
    (item,) = pointers("Bộ Xây dựng nghiên cứu, đề xuất sửa đổi, bổ sung khoản 9 Điều 60 Luật Sông hồ.")
    assert item.role == "cites"


def test_a_bracket_closed_at_the_end_of_a_line_closes_its_rider() -> None:
    content = (
        "Điều 1. Áp dụng\n1. Quy định tại Thông tư số 5/2029/TT-BCT được tiếp tục áp dụng, gồm:\n"
        "a) Khoản 3 Điều 10 (đã được sửa đổi tại khoản 3 Điều 1 Thông tư số 6/2030/TT-BCT);\nb) Khoản 6 Điều 12.\n"
    )
    *_, last = pointers(content)
    assert (last.role, last.target.symbol, path(last)) == ("cites", "5/2029/TT-BCT", "article:12 clause:6")


def test_a_unit_of_the_attached_standard_is_one_and_of_another_is_none() -> None:
    found = pointers("theo Mục 2.3 Quy chuẩn này và Mục 6.3.3 TCVN 13439:2022.")
    assert [path(item) for item in found] == ["section:2.3"]


def test_a_form_may_be_numbered_with_letters() -> None:
    (item,) = pointers("theo mẫu BM-07 quy định tại Phụ lục ban hành kèm theo Nghị định này.")
    assert path(item) == "appendix: form:BM-07"


def test_what_is_attached_to_the_document_is_no_part_of_an_act_that_its_lead_cites() -> None:
    content = (
        "Điều 3. Mẫu văn bản\nBan hành kèm theo Thông tư này mẫu văn bản theo quy định tại Nghị định số 5/2029/NĐ-CP:\n"
        "1. Phụ lục I: Mẫu tờ khai.\n2. Khoản 2 Điều 7: Mẫu khác.\n"
    )
    found = pointers(content)[2:]
    assert [(item.target.symbol, path(item)) for item in found] == [
        ("", "appendix:I"),
        ("5/2029/NĐ-CP", "article:7 clause:2"),
    ]


def test_a_list_of_what_is_amended_goes_on_in_its_article() -> None:
    content = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Luật Sông hồ số 3/2028/QH16\n"
        "1. Sửa đổi, bổ sung điểm a khoản 2 Điều 7 và khoản 3 như sau:\n“a) Một.”.\n"
    )
    assert [path(item) for item in pointers(content)[1:]] == ["article:7 clause:2 point:a", "article:7 clause:3"]


def test_the_title_of_a_regulation_may_hold_semicolons() -> None:
    words = "tại khoản 2 Điều 5 Quy chế tuyển sinh; xét chuyển vào học ban hành kèm theo Thông tư số 5/2029/TT-BCT."
    (item,) = pointers(words)
    assert (item.target.symbol, path(item)) == ("5/2029/TT-BCT", "article:5 clause:2")
