"""Every row of `citation_phrases` and `named_acts` says what its examples say."""

from vanban.orthography import fold
from vanban.references.named_acts import of_name
from vanban.references.places import places_in
from vanban.references.role_before import citing_words, role_before, verbs_before
from vanban.rules import Rules


def test_each_phrase_gives_its_role_to_what_follows_its_examples(rules: Rules) -> None:
    for row in rules.citation_phrases:
        for example in row.examples:
            words = fold("Văn bản số 5 " + example)
            verb_end = next(verbs_before(places_in(words, rules).verb_ends, [len(words)]))
            assert role_before(words, len(words), verb_end, citing_words(rules)) == row.role, (row.id, example)


def test_no_phrase_fits_what_it_must_not(rules: Rules) -> None:
    import re

    for row in rules.citation_phrases:
        pattern = re.compile(rf"(?:(?<![a-z0-9])|(?=\s))(?:{row.pattern})$", re.ASCII)
        for example in row.not_examples:
            assert pattern.search(fold(example)) is None, (row.id, example)


def test_every_example_of_a_phrase_of_change_holds_one_of_its_verbs(rules: Rules) -> None:
    for row in rules.citation_phrases:
        for example in row.examples if row.verbs else ():
            assert any(verb in fold(example) for verb in row.verbs), (row.id, example)


def test_a_phrase_without_a_verb_of_change_leaves_a_citation_what_it_is(rules: Rules) -> None:
    assert {row.role for row in rules.citation_phrases if not row.verbs} == {"cites"}


def test_every_named_act_is_found_by_its_names_and_its_successor_exists(rules: Rules) -> None:
    ids = {act.id for act in rules.named_acts}
    for act in rules.named_acts:
        for name in (act.name, *act.aliases):
            assert act in of_name(act.type, name, rules), act.id
        assert act.replaced_by is None or act.replaced_by in ids, act.id
        assert act.sources >= 1


def test_acts_of_one_name_differ_in_number_or_day(rules: Rules) -> None:
    seen = [(act.type, act.name.lower(), act.symbol, act.date) for act in rules.named_acts]
    assert len(seen) == len(set(seen))
