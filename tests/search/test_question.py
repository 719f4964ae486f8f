"""What is looked for in what was typed."""

import re

import pytest

from vanban.orthography import fold, spellings
from vanban.rules import Rules, load
from vanban.rules.abbreviation import Abbreviation
from vanban.rules.question_kind import QuestionKind
from vanban.rules.question_phrase import QuestionPhrase
from vanban.search import question
from vanban.search.kinds import KindAsked, plain
from vanban.search.symbols import filed, pieces, read_symbol
from vanban.search.writing_out import without_asking, written_out


def test_words_and_phrases_are_told_apart() -> None:
    read = question.read('mức phạt "thu hồi đất" Hộ')
    assert read.words == ("mức", "phạt", "hộ")
    assert read.phrases == (("thu", "hồi", "đất"),)
    assert read.accented


def test_a_question_without_accents_is_told() -> None:
    assert not question.read("thu hoi dat").accented
    assert question.read("thu hoi đat").accented


@pytest.mark.parametrize(
    ("word", "other"), [("hóa", "hoá"), ("thủy", "thuỷ"), ("lý", "lí"), ("kỹ", "kĩ"), ("khỏe", "khoẻ"), ("quý", "quí")]
)
def test_one_syllable_in_two_spellings(word: str, other: str) -> None:
    assert other in spellings(word) and word in spellings(other)


@pytest.mark.parametrize("word", ["đất", "hoán", "tuy-nen", "quyết", "ngay", "thuế"])
def test_most_syllables_have_one_spelling(word: str) -> None:
    assert spellings(word) == ()


@pytest.mark.parametrize("row", load().abbreviations, ids=lambda row: row.id)
def test_an_abbreviation_is_written_out(row: Abbreviation, rules: Rules) -> None:
    for example in row.examples:
        read = written_out(question.read(f"lệ phí {example}"), rules)
        assert read.words == ("lệ", "phí", *question.words_of(row.long)), example
    for example in row.not_examples:
        assert question.words_of(row.long) != written_out(question.read(example), rules).words


@pytest.mark.parametrize("row", load().question_phrases, ids=lambda row: row.id)
def test_words_that_only_ask(row: QuestionPhrase) -> None:
    for example in row.examples:
        assert re.search(row.pattern, fold(example)), example
    for example in row.not_examples:
        assert not re.search(row.pattern, fold(example)), example


@pytest.mark.parametrize("row", load().question_kinds, ids=lambda row: row.id)
def test_kinds_of_question_and_their_headings(row: QuestionKind) -> None:
    for example in row.examples:
        assert re.search(row.pattern, plain(example)), example
    for example in row.not_examples:
        assert not re.search(row.pattern, plain(example)), example
    for heading in row.headings:
        assert re.search(row.heading, plain(heading)), heading
    for heading in row.other_headings:
        assert not re.search(row.heading, plain(heading)), heading


def _seen(asked: str, heading: str, text: str, rules: Rules) -> tuple[float, float, float]:
    words = plain(asked)
    return KindAsked(f" {words} ", dict.fromkeys(words.split(), 1.0), rules).see(heading, text)


@pytest.mark.parametrize("asked", ["Cơ quan nào quản lý nhà nước về đê?", "co quan nao quan ly nha nuoc ve de"])
def test_an_article_of_the_kind_that_is_asked(asked: str, rules: Rules) -> None:
    assert _seen(asked, "Trách nhiệm của Bộ Công an", "", rules) == (1, 0, 0)
    assert _seen(asked, "Hiệu lực thi hành", "", rules) == (0, 1, 0)
    assert _seen(asked, "Đê sông", "", rules) == (0, 0, 0)


@pytest.mark.parametrize("asked", ["Thế nào là bến khách", "Bến khách là gì", "ben khach la gi"])
def test_the_line_that_says_what_something_is(asked: str, rules: Rules) -> None:
    """The longest term counts, as a share of the question's words; a term inside a line does not."""
    items = "Trong Luật này:\n1. Bến là nơi neo đậu.\n2. Bến khách là bến đón, trả khách."
    assert _seen(asked, "Giải thích từ ngữ", items, rules) == (1, 1, 2 / 4 if "gi" in plain(asked).split() else 2 / 5)
    assert _seen(asked, "Phao", "Nơi neo đậu của bến khách là luồng.", rules)[2] == 0


def test_what_is_left_is_what_is_looked_for(rules: Rules) -> None:
    assert without_asking("Thuyền phải có đèn, đúng hay sai?", rules).strip() == "Thuyền phải có đèn"
    assert without_asking("Đúng hay sai?", rules) == "Đúng hay sai?"


@pytest.mark.parametrize(
    "typed",
    [
        "34/2016/NĐ-CP", "34/2016/nd-cp", "34/2016/ND-CP", "nd 34 2016", "34 2016 nđ cp", "34 / 2016 / nđ - cp",
        "số 034/2016/NĐ-CP", "Nghị định số 34/2016/NĐ-CP", "nghi dinh 34 nam 2016", "34-2016-nd-cp", "34/2016/ndcp",
    ],
)  # fmt: skip
def test_a_symbol_in_any_spelling(typed: str, rules: Rules) -> None:
    asked = read_symbol(typed, rules)
    assert asked is not None and asked.rest.strip() == ""
    assert set(asked.pieces) <= set(filed("34/2016/NĐ-CP"))
    assert {"34", "2016"} <= set(asked.pieces)


def test_a_symbol_among_other_words_leaves_the_rest(rules: Rules) -> None:
    asked = read_symbol("điểm a khoản 2 Điều 5 Nghị định 34/2016/NĐ-CP", rules)
    assert asked is not None and asked.type == "nghi-dinh"
    assert asked.rest.strip() == "điểm a khoản 2 Điều 5"


def test_pieces_are_the_same_in_all_alphabets() -> None:
    assert pieces("13/2015/TT-BTС") == pieces("13/2015/tt-btc")  # the last letter is Cyrillic
    assert pieces("126- QĐ/TW") == ("126", "qd", "tw")
