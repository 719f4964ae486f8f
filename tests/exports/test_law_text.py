"""The words of a document as HTML: tables as tables, pointers as links, nothing added and nothing lost."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from vanban.exports.law_text import Anchor, Dress, Side, law_text
from vanban.model import ExpressedProvision, Expression, Reference, Table, Target

PLAIN: Dress[Reference] = Dress(lambda eid: f"/~{eid}", lambda owners: Anchor("/x", "ref"), {})


def unit(
    eid: str, level: str, start: int, end: int, parent: str | None = None, heading: str = ""
) -> ExpressedProvision:
    return ExpressedProvision(eid, level, eid.rpartition("_")[2], heading, start, end, parent)  # type: ignore[arg-type]


def words(html: str) -> list[str]:
    return unescape(re.sub(r"<[^>]+>", " ", html)).split()


TEXT = "Chương I\nCHUNG\nĐiều 1. Bến\n1. Theo khoản 2 Điều 5.\na) Lan can;\nb) Phao.\nCột A\nCột B\nHết.\n"


def made() -> Expression:
    at = {word: TEXT.index(word) for word in ("Điều 1", "1. Theo", "a)", "b)", "Cột A")}
    end = len(TEXT)
    units = (
        unit("chp_I", "chapter", 0, end, None, "CHUNG"),
        unit("art_1", "article", at["Điều 1"], end, "chp_I", "Bến"),
        unit("art_1__cl_1", "clause", at["1. Theo"], end, "art_1"),
        unit("art_1__cl_1__point_a", "point", at["a)"], at["b)"], "art_1__cl_1"),
        unit("art_1__cl_1__point_b", "point", at["b)"], at["Cột A"], "art_1__cl_1"),
    )
    return Expression("/akn/x", TEXT, units, (), ())


def test_units_stand_in_units_and_headings_in_order() -> None:
    html = law_text(made(), (), PLAIN)
    assert words(html) == TEXT.split()
    assert '<h2><a class="n" href="/~chp_I">Chương I</a> <span>CHUNG</span></h2>' in html
    assert '<h3><a class="n" href="/~art_1">Điều 1.</a> Bến</h3>' in html
    assert '<a class="n" href="/~art_1__cl_1__point_a">a)</a> Lan can;</p></div>' in html


def test_a_pointer_is_a_link_and_a_mark_stands_beside() -> None:
    start = TEXT.index("khoản 2")
    link = Reference(start, start + len("khoản 2 Điều 5"), "art_1__cl_1", "cites", Target())
    html = law_text(made(), (link,), PLAIN._replace(sides={"art_1": [Side("changed", "Sửa <đổi>", "/y")]}))
    assert '<a class="ref" href="/x">khoản 2 Điều 5</a>' in html
    assert '<a class="mark changed" href="/y">Sửa &lt;đổi&gt;</a>' in html


def test_a_table_is_a_table() -> None:
    first, second = TEXT.index("Cột A"), TEXT.index("Cột B")
    table = Table(first, second + 5, (((first, first + 5), (second, second + 5)),))
    html = law_text(made(), (), PLAIN, (table,))
    assert "<tr><td>Cột A</td><td>Cột B</td></tr>" in html and words(html) == TEXT.split()


def test_a_part_of_a_document_begins_with_the_headings_above_it() -> None:
    expression = made()
    html = law_text(expression, (), PLAIN, units=[expression.provisions[3], expression.provisions[4]])
    assert words(html) == TEXT.split()
    alone = law_text(expression, (), PLAIN, units=[expression.provisions[1]])
    assert "<h2>" in alone and "Chương" not in alone


@given(st.text(alphabet="a<>&\"'đ \n.)1", max_size=60))
def test_markup_in_the_words_stays_words(text: str) -> None:
    expression = Expression("/akn/x", text, (unit("art_1", "article", 0, len(text)),), (), ())
    html = law_text(expression, (), PLAIN)
    assert "".join(words(html)) == "".join(text.split())
