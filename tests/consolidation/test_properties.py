"""What holds for every set of changes."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.consolidation.drafting import act, base, changes
from vanban.consolidation import consolidate
from vanban.consolidation.difference import own_words
from vanban.consolidation.draft import Draft

_BASE = base()
_CHANGES = changes(
    act(
        "1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:\n“1. Bến là nơi lấy nước.”.\n"
        "2. Bổ sung điểm đ và điểm d1 vào sau điểm d khoản 2 Điều 2 như sau:\n“d1) Trồng cây;\nđ) Tưới cây;”.\n"
        "3. Bãi bỏ khoản 3 Điều 2.\n"
        "4. Thay thế cụm từ “bến nước” bằng cụm từ “bến” tại Điều 1.\n"
        "5. Bỏ cụm từ “con đò” tại Điều 1.\n"
    ),
    act("1. Bổ sung Điều 1a vào sau Điều 1 như sau:\n“Điều 1a. Áp dụng\nÁp dụng cho mọi bến nước.”.",
        "906/2020/QH14", "01 tháng 01 năm 2021"),
)  # fmt: skip


def test_the_changes_are_read() -> None:
    assert len(_CHANGES) >= 6


@given(st.permutations(range(len(_CHANGES))))
def test_the_order_in_which_changes_are_given_does_not_matter(order: list[int]) -> None:
    same = consolidate(_BASE, [_CHANGES[at] for at in order]) == consolidate(_BASE, _CHANGES)
    assert same


@settings(max_examples=60)
@given(st.sets(st.sampled_from(range(len(_CHANGES)))))
def test_units_tile_the_text_and_each_has_one_writer(chosen: set[int]) -> None:
    expression = consolidate(_BASE, [_CHANGES[at] for at in chosen])
    assert len({unit.eid for unit in expression.provisions}) == len(expression.provisions)
    tops = [unit for unit in expression.provisions if unit.parent is None]
    assert "".join(expression.text[unit.start : unit.end] for unit in tops) == expression.text
    spans = {unit.eid: (unit.start, unit.end) for unit in expression.provisions}
    for unit in expression.provisions:
        assert (unit.since is None) == (unit.by is None)
        if unit.parent is not None:
            start, end = spans[unit.parent]
            assert start <= unit.start < unit.end <= end


@settings(max_examples=40)
@given(st.permutations([at for at, change in enumerate(_CHANGES) if change.effect.verb != "insert"]))
def test_independent_effects_commute(order: list[int]) -> None:
    one = consolidate(_BASE, [_CHANGES[at] for at in order])
    whole = consolidate(_BASE, [_CHANGES[at] for at in sorted(order)])
    assert one.text == whole.text


@given(st.dates(dt.date(2019, 12, 25), dt.date(2021, 1, 8)))
def test_the_day_before_an_effect_is_the_text_without_it(day: dt.date) -> None:
    def on(when: dt.date) -> str:
        return consolidate(_BASE, [each for each in _CHANGES if each.since is not None and each.since <= when]).text

    starting = [each for each in _CHANGES if each.since == day]
    without = [each for each in _CHANGES if each.since is not None and each.since <= day and each not in starting]
    assert on(day - dt.timedelta(days=1)) == consolidate(_BASE, without).text
    if not starting:
        assert on(day) == on(day - dt.timedelta(days=1))


@given(st.sets(st.sampled_from(range(len(_CHANGES)))))
def test_the_words_of_every_unit_come_from_exactly_one_act(chosen: set[int]) -> None:
    expression = consolidate(_BASE, [_CHANGES[at] for at in chosen])
    before = {eid: words.split() for eid, words in own_words(consolidate(_BASE, [])).items()}
    acts = {(applied.work, applied.effect.within) for applied in expression.applied}
    for unit in expression.provisions:
        if unit.by is None:
            assert own_words(expression)[unit.eid].split() == before[unit.eid]
        else:
            assert (unit.by.work, unit.by.eid) in acts


def test_every_change_is_told_either_way() -> None:
    expression = consolidate(_BASE, _CHANGES)
    assert len(expression.applied) + len(expression.refused) == len(_CHANGES)
    assert {refusal.reason for refusal in expression.refused} == {"words-absent"}


def test_a_draft_that_is_undone_is_as_before() -> None:
    draft = Draft(_BASE.text.content, _BASE.provisions)
    node = draft.root.children[1]
    draft.rewrite(node, ["x"])
    draft.undo()
    assert draft.expressed()[0] == _BASE.text.content
