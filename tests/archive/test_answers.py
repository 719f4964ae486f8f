"""What an archive answers about the works that it holds."""

from tests.archive.papers import paper, put, to
from vanban.archive import (
    Store,
    counts,
    disagreements,
    effects_of,
    effects_on,
    find_works,
    missing,
    parsed,
    references_from,
    references_to,
    works,
)
from vanban.model import Unit
from vanban.rules import Rules

BASE = paper("91/2031/NĐ-CP", "2031-05-14", title="Quy định về bến đò")
AMENDING = paper(
    "92/2032/NĐ-CP",
    "2032-01-02",
    title="Sửa đổi, bổ sung một số điều của Nghị định số 91/2031/NĐ-CP",
    cites=[to("91/2031/NĐ-CP", ("article", "1")), to("91/2031/NĐ-CP", ("article", "12")), to("77/2030/NĐ-CP")],
    effects=[("substitute", to("91/2031/NĐ-CP", ("article", "1")))],
)


def test_a_reference_waits_for_its_work_and_resolves_when_it_arrives(store: Store, rules: Rules) -> None:
    put(store, rules, [AMENDING])
    assert [reference.state for reference in references_from(store, AMENDING.work.id)] == ["waiting"] * 3
    assert [(act.key, act.works, act.references) for act in missing(store)] == [
        ("s:91/2031/NĐ-CP", 1, 2),
        ("s:77/2030/NĐ-CP", 1, 1),
    ]
    put(store, rules, [BASE])
    assert [reference.resolution.work for reference in references_from(store, AMENDING.work.id)] == [
        BASE.work.id,
        BASE.work.id,
        None,
    ]
    assert [act.key for act in missing(store)] == ["s:77/2030/NĐ-CP"]


def test_references_to_a_provision_leave_out_its_neighbours(store: Store, rules: Rules) -> None:
    put(store, rules, [BASE, AMENDING])
    assert len(list(references_to(store, BASE.work.id))) == 2
    found = list(references_to(store, BASE.work.id, [Unit("article", "1")]))
    assert [reference.target.provision for reference in found] == [(Unit("article", "1"),)]


def test_effects_are_told_from_both_sides(store: Store, rules: Rules) -> None:
    put(store, rules, [BASE, AMENDING])
    (of,), (on,) = list(effects_of(store, AMENDING.work.id)), list(effects_on(store, BASE.work.id))
    assert of == on
    assert of.effect == AMENDING.effects[0]
    assert of.on == BASE.work.id


def test_the_facts_come_back_as_they_were_stored(store: Store, rules: Rules) -> None:
    put(store, rules, [BASE, AMENDING])
    back = parsed(store, AMENDING.work.id)
    assert back is not None
    assert back.text.content == AMENDING.text.content
    assert (back.references, back.effects, back.work) == (AMENDING.references, AMENDING.effects, AMENDING.work)


def test_a_work_is_found_by_symbol_title_and_identifier(store: Store, rules: Rules) -> None:
    put(store, rules, [BASE, AMENDING])
    for words in (
        "91/2031/NĐ-CP",
        "91 / 2031/nđ-cp",
        "Nghị định số 91/2031/NĐ-CP ngày 14/5/2031",
        "bến đò",
        "ben do",
        BASE.work.id,
    ):
        assert [work.id for work in find_works(store, words)][:1] == [BASE.work.id], words
    assert len(find_works(store, "nghị định")) == 2
    assert find_works(store, "không có gì") == ()


def test_a_symbol_that_is_not_here_is_not_found_in_the_titles_of_others(store: Store, rules: Rules) -> None:
    put(store, rules, [AMENDING])
    assert find_works(store, "91/2031/NĐ-CP") == find_works(store, "Nghị định số 91/2031/NĐ-CP") == ()
    (found,) = find_works(store, "Sửa đổi, bổ sung một số điều của Nghị định số 91/2031/NĐ-CP")
    assert found.id == AMENDING.work.id


def test_counts_and_streams(store: Store, rules: Rules) -> None:
    put(store, rules, [BASE, AMENDING, BASE])
    told = counts(store)
    assert (told.works, told.texts, told.effects, told.effects_resolved) == (2, 2, 1, 1)
    assert told.references == {"resolved": 2, "ambiguous": 0, "waiting": 1}
    assert [work.symbol for work in works(store)] == ["91/2031/NĐ-CP", "92/2032/NĐ-CP"]


def test_a_name_finds_the_act_before_those_that_speak_of_it_and_the_newest_first(store: Store, rules: Rules) -> None:
    about = {"type": "luat", "issuer": "quoc-hoi", "title": "Bến đò"}
    laws = [paper("1/2020/QH15", "2020-06-01", **about), paper("2/2030/QH16", "2030-06-01", **about)]
    decrees = [
        paper(f"{number}/2031/NĐ-CP", "2031-05-14", title=f"Quy định chi tiết Luật Bến đò, phần thứ {number}")
        for number in range(60)
    ]
    put(store, rules, [*decrees, *laws])
    found = find_works(store, "luật bến đò", limit=3)
    assert [work.symbol for work in found[:2]] == ["2/2030/QH16", "1/2020/QH15"]
    assert len(found) == 3


def test_words_are_whole_and_accents_count_where_they_are_typed(store: Store, rules: Rules) -> None:
    about = {"type": "luat", "issuer": "quoc-hoi"}
    prices = paper("1/2020/QH15", "2020-06-01", title="Giá", **about)
    experts = paper("2/2030/QH16", "2030-06-01", title="Giám định", **about)
    lawyers = paper("3/2030/QH16", "2030-06-01", title="Hội luật gia", **about)
    put(store, rules, [experts, lawyers])
    assert find_works(store, "Luật Giá") == find_works(store, "luat giam d") == ()
    put(store, rules, [prices])
    assert [work.symbol for work in find_works(store, "Luật Giá")] == ["1/2020/QH15"]
    assert [work.symbol for work in find_works(store, "luat gia")] == ["1/2020/QH15", "3/2030/QH16"]


def test_a_citation_that_denies_the_cited_work_is_a_finding(store: Store, rules: Rules) -> None:
    citing = paper("93/2032/NĐ-CP", "2032-03-04", cites=[to("91/2031/NĐ-CP"), to("91/2031/NĐ-CP", date="2031-05-15")])
    put(store, rules, [citing])
    assert list(disagreements(store)) == []
    put(store, rules, [BASE])
    (fault,) = disagreements(store, citing.work.id)
    assert (fault.work, fault.sha256) == (citing.work.id, citing.text.source.sha256)
    assert (fault.finding.code, fault.finding.details) == (
        "citation-disagrees",
        {"what": "date", "meant": BASE.work.id},
    )
    assert citing.text.content[fault.finding.start : fault.finding.end] == "91/2031/NĐ-CP"
