"""The annotated page: the words of the text, every pointer a link, one link per element of a list."""

import re
from html import unescape

from vanban import pipeline
from vanban.exports.annotated import annotated
from vanban.exports.elements import elements
from vanban.model import Reference, Target, Unit
from vanban.rules import Rules

WORDS = "theo các điểm a, b và đ khoản 2 Điều 5 và từ khoản 3 đến khoản 6 Điều 7."


def listed(start: int, end: int, *paths: str) -> list[Reference]:
    def unit(step: str) -> Unit:
        level, num = step.split(":")
        return Unit({"d": "article", "k": "clause", "p": "point"}[level], num)  # type: ignore[arg-type]

    return [
        Reference(start, end, "art_1", "cites", Target(provision=tuple(unit(step) for step in path.split())))
        for path in paths
    ]


def test_an_element_begins_with_its_unit_word_and_leaves_the_list_sign_out() -> None:
    words = "Theo điểm a, điểm b khoản 2 Điều 5 và Phụ lục I, Phụ lục II."
    end = words.index(" và")
    points = list(elements(words, listed(5, end, "d:5 k:2 p:a", "d:5 k:2 p:b")))
    assert [words[a:b] for a, b, _ in points] == ["điểm a", "điểm b khoản 2 Điều 5"]


def test_one_element_for_each_letter_of_a_list() -> None:
    end = WORDS.index(" và từ")
    found = list(elements(WORDS, listed(5, end, "d:5 k:2 p:a", "d:5 k:2 p:b", "d:5 k:2 p:đ")))
    assert [WORDS[a:b] for a, b, _ in found] == ["các điểm a", "b", "đ khoản 2 Điều 5"]


def test_what_a_range_leaves_unsaid_goes_with_its_first_number() -> None:
    start = WORDS.index("từ khoản")
    found = list(elements(WORDS, listed(start, len(WORDS) - 1, "d:7 k:3", "d:7 k:4", "d:7 k:5", "d:7 k:6")))
    assert [len(owners) for _, _, owners in found] == [3, 1]


def test_the_page_holds_the_text_and_nothing_else(rules: Rules) -> None:
    text = "THÔNG TƯ\nĐiều 1. Phạm vi <A & B>\n1. Theo Điều 2 của Nghị định số 900/2023/NĐ-CP.\n2. Theo khoản 1 Điều này.\n"
    parsed = pipeline.parse(text.encode(), "a.txt", rules)
    body = annotated(parsed).split("<body>\n")[1].split("\n</body>")[0]
    assert unescape(re.sub(r"<[^>]+>", "", body)) == parsed.text.content
