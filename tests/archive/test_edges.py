"""Every stored effect upon a work of the archive comes in the one pass over all of them, none lost, none twice."""

from collections import Counter

from vanban import archive
from vanban.api import Archive


def test_the_pass_gives_what_the_single_questions_give(sample: Archive) -> None:
    passed = Counter((acting, on) for acting, on, *_ in archive.effect_edges(sample.store))
    single = Counter(
        (each.work, work.id) for work in sample.works() for each in archive.effects_on(sample.store, work.id)
    )
    assert passed == single
    assert sum(passed.values()) > 40
