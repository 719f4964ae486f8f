"""Whatever edits are made, every offset still quotes what it quoted."""

from hypothesis import given
from hypothesis import strategies as st

from vanban.model import Place, Repair, Table
from vanban.reading.draft import Draft, Edit, apply, merged


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text of distinct characters and edits in order that do not overlap."""
    length = draw(st.integers(0, 60))
    content = "".join(chr(0x4E00 + i) for i in range(length))
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=12)))
    if len(cuts) % 2:
        cuts.pop()
    new = draw(st.lists(st.text("abc", max_size=3), min_size=len(cuts) // 2, max_size=len(cuts) // 2))
    kinds = draw(st.lists(st.sampled_from(["", "control"]), min_size=len(new), max_size=len(new)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=True))
    return content, [Edit(a, b, n, k) for (a, b), n, k in zip(pairs, new, kinds, strict=True)]


@given(edited())
def test_characters_that_stay_keep_their_place(case: tuple[str, list[Edit]]) -> None:
    content, edits = case
    places = tuple(Place(index, paragraph=index) for index in range(len(content)))
    done = apply(Draft(content, places=places), edits)
    gone = {i for edit in edits for i in range(edit.start, edit.end)}
    starts = {place.paragraph: place.start for place in done.places}
    for index, character in enumerate(content):
        if index not in gone and index in starts:
            assert done.content[starts[index]] == character
    assert [place.start for place in done.places] == sorted(place.start for place in done.places)


@given(edited())
def test_what_was_and_what_is_rebuild_the_source(case: tuple[str, list[Edit]]) -> None:
    content, edits = case
    told = [Edit(e.start, e.end, e.new, "control") for e in edits if e.start < e.end]
    done = apply(Draft(content), told)
    pieces, at = [], 0
    for repair in done.repairs:
        pieces += [done.content[at : repair.at], repair.was]
        at = repair.at + repair.length
    assert "".join([*pieces, done.content[at:]]) == content


def test_tables_move_with_their_cells() -> None:
    draft = Draft("xx ab cd", tables=(Table(3, 8, (((3, 5), (6, 8)),)),))
    done = apply(draft, [Edit(0, 3, "")])
    (table,) = done.tables
    assert [done.content[a:b] for a, b in table.rows[0]] == ["ab", "cd"]


def test_repairs_of_one_kind_that_touch_are_told_once() -> None:
    assert merged([Repair(0, 1, "control", "a"), Repair(1, 1, "control", "b")]) == (Repair(0, 2, "control", "ab"),)
