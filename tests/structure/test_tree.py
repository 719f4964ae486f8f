"""The index over provisions: what stands at an offset, above it, and what a path names."""

from vanban.model import Provision, Unit
from vanban.structure.tree import Tree

UNITS = (
    Provision("preface", "paragraph", "", "", 0, 10),
    Provision("chp_I", "chapter", "I", "QUY ĐỊNH CHUNG", 10, 60),
    Provision("art_1", "article", "1", "Phạm vi", 20, 40, "chp_I"),
    Provision("art_1__cl_1", "clause", "1", "", 25, 30, "art_1"),
    Provision("art_1__cl_2", "clause", "2", "", 30, 40, "art_1"),
    Provision("art_1__cl_2__point_a", "point", "a", "", 33, 40, "art_1__cl_2"),
    Provision("art_2", "article", "2", "", 40, 60, "chp_I"),
    Provision("art_2__qstr_1__art_1", "article", "1", "", 45, 60, "art_2", quoted=True),
    Provision("art_2__qstr_1__art_1__cl_2", "clause", "2", "", 50, 60, "art_2__qstr_1__art_1", quoted=True),
    Provision("app_I", "appendix", "I", "", 60, 90),
    Provision("app_I__art_1", "article", "1", "", 70, 90, "app_I"),
)
TREE = Tree(UNITS)


def test_the_innermost_unit_stands_at_an_offset() -> None:
    assert [TREE.at(offset) for offset in (0, 12, 22, 29, 31, 33, 55, 89)] == [
        "preface", "chp_I", "art_1", "art_1__cl_1", "art_1__cl_2", "art_1__cl_2__point_a",
        "art_2__qstr_1__art_1__cl_2", "app_I__art_1",
    ]  # fmt: skip
    assert TREE.at(90) is None


def test_this_article_is_the_article_that_holds_the_words() -> None:
    assert TREE.enclosing("art_1__cl_2__point_a", "article") == "art_1"
    assert TREE.enclosing("art_1", "article") == "art_1"
    assert TREE.enclosing("art_1", "clause") is None


def test_quoted_words_never_mean_the_quoting_act() -> None:
    assert TREE.enclosing("art_2__qstr_1__art_1__cl_2", "article") == "art_2__qstr_1__art_1"
    assert TREE.enclosing("art_2__qstr_1__art_1__cl_2", "chapter") is None
    assert TREE.find([Unit("article", "1")]) == "art_1"
    assert TREE.find([Unit("clause", "2")], "art_2") is None


def test_a_path_is_found_below_a_unit_and_skips_levels() -> None:
    assert TREE.find([Unit("article", "1"), Unit("clause", "2"), Unit("point", "a")]) == "art_1__cl_2__point_a"
    assert TREE.find([Unit("clause", "2")], "art_1") == "art_1__cl_2"
    assert TREE.find([Unit("clause", "3")], "art_1") is None


def test_an_appendix_has_its_own_numbering() -> None:
    assert TREE.find([Unit("appendix", "I"), Unit("article", "1")]) == "app_I__art_1"
    assert TREE.find([Unit("article", "1")], "app_I") == "app_I__art_1"
    assert TREE.enclosing("app_I__art_1", "appendix") is None


def test_two_units_of_the_same_number_are_both_listed() -> None:
    twice = Tree((*UNITS[:-2], Provision("art_1-2", "article", "1", "", 60, 70)))
    assert twice.find_all([Unit("article", "1")]) == ("art_1-2",)
    flat = Tree((Provision("art_1", "article", "1", "", 0, 5), Provision("art_1-2", "article", "1", "", 5, 9)))
    assert flat.find([Unit("article", "1")]) is None
    assert flat.find_all([Unit("article", "1")]) == ("art_1", "art_1-2")


def test_children_and_ancestors() -> None:
    assert [unit.eid for unit in TREE.children("chp_I")] == ["art_1", "art_2"]
    assert [unit.eid for unit in TREE.ancestors("art_1__cl_2__point_a")] == ["art_1__cl_2", "art_1", "chp_I"]
