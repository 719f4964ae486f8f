"""New wording held against the other texts of the same amending act."""

import msgspec
import pytest

from tests.consolidation.drafting import act, base, changes, words
from vanban.consolidation import consolidate
from vanban.consolidation.collating import Copy
from vanban.model import Expression


def _made(printed: str, *copies: str) -> Expression:
    """The law after an act that prints `printed`, of which other texts print `copies`."""
    acting = act(printed)
    others = tuple(Copy(f"sha{number}", act(words).text.content) for number, words in enumerate(copies))
    return consolidate(base(), [msgspec.structs.replace(each, copies=others) for each in changes(acting)])


def _body(words: str) -> str:
    return f"1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:\n“1. {words}”."


SENTENCE = "Ở mỗi bến, người giữ bến có nhiệm vụ sau đây: mở bến lúc sáng, giữ bến cho sạch và đóng bến lúc tối."


def test_texts_that_agree_leave_no_doubt() -> None:
    spaced = SENTENCE.replace("sau đây: ", "sau đây:\n")
    noted = SENTENCE.replace("sạch", "sạch [Cụm từ này được sửa đổi bởi Điểm a Khoản 1 Điều 116 Luật Đò 2030]")
    made = _made(_body(SENTENCE), _body(spaced), _body(noted))
    assert not made.doubts
    assert words(made, "art_2__cl_1") == f"1. {SENTENCE}"


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        (("người giữ bến có nhiệm vụ", "người giữ bến, có nhiệm vụ"), (",", "")),  # the law says "giữ bến có nhiệm vụ"
        (("người giữ bến có nhiệm vụ", "người giữ bến nhiệm vụ"), ("", "có")),
        (("người giữ bến có nhiệm vụ", "người giữ bến cỏ nhiệm vụ"), ("cỏ", "có")),
    ],
)
def test_the_reading_that_the_amended_act_has_is_taken_and_told(
    printed: tuple[str, str], other: tuple[str, str]
) -> None:
    made = _made(_body(SENTENCE.replace(*printed)), _body(SENTENCE))
    assert words(made, "art_2__cl_1") == f"1. {SENTENCE}"
    assert [(each.eid, each.source, each.printed, each.other, each.taken) for each in made.doubts] == [
        ("art_2__cl_1", "sha0", *other, True)
    ]


def test_where_the_amended_act_does_not_tell_the_words_in_use_stay() -> None:
    other = SENTENCE.replace("cho sạch", "thật sạch")
    made = _made(_body(SENTENCE), _body(other))
    assert words(made, "art_2__cl_1") == f"1. {SENTENCE}"
    assert [(each.printed, each.other, each.taken) for each in made.doubts] == [("cho", "thật", False)]


def test_two_spellings_of_a_word_are_no_doubt() -> None:
    one = SENTENCE.replace("cho sạch", "cho khỏe")
    made = _made(_body(one), _body(one.replace("khỏe", "khoẻ")))
    assert not made.doubts and words(made, "art_2__cl_1") == f"1. {one}"


def test_another_passage_is_no_evidence() -> None:
    made = _made(_body(SENTENCE), _body("Bến nước do xã trông coi, không ai phải trả phí khi lấy nước ở bến nước này."))
    assert not made.doubts


def test_a_doubt_goes_with_the_words_that_it_was_about() -> None:
    first, second = act(_body(SENTENCE)), act("1. Bãi bỏ khoản 1 Điều 2.", "906/2020/QH14", "01 tháng 01 năm 2021")
    other = Copy("sha", act(_body(SENTENCE.replace("cho sạch", "thật sạch"))).text.content)
    upon = [msgspec.structs.replace(each, copies=(other,)) for each in changes(first)]
    assert consolidate(base(), upon).doubts
    assert not consolidate(base(), [*upon, *changes(second)]).doubts
