"""The status questions about the sample archive, asked of the timeline over a real archive."""

from collections.abc import Iterator

import pytest

from tests.sample_truth import SAMPLE, Question, truth
from vanban import archive, timeline
from vanban.archive import Store
from vanban.model.errors import UsageError
from vanban.rules import Rules
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.naming import provision_name


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = archive.open_archive(tmp_path_factory.mktemp("sample") / "vanban.db")
    archive.add(made, [SAMPLE], _rules(), workers=1)
    yield made
    made.close()


def _rules() -> Rules:
    from vanban.rules import load

    return load()


def _work(store: Store, symbol: str) -> str:
    """The id of the work with exactly this symbol; of one only spoken of, the name that the timeline gives it."""
    found = [row.id for row in archive.works(store) if row.symbol == symbol and row.language == "vi"]
    return found[0] if len(found) == 1 else f"?{symbol}"


def _told(question: Question, store: Store, rules: Rules) -> list[str]:
    facts = ArchivedFacts(store, rules)
    work = _work(store, question.symbol)
    try:
        unit = timeline.locate(work, question.provision, facts, rules) if question.provision else None
        answer = timeline.status(work, unit, question.on, facts, rules)
    except UsageError as error:
        return [f"refused: {error}"]
    told = []
    if answer.status not in (question.status, *question.accept):
        told.append(f"status: {answer.status}, not {question.status}")
    elif answer.status == question.status:
        if answer.start_on != question.start_on:
            told.append(f"from: {answer.start_on}, not {question.start_on}")
        if answer.end_before != question.end_before:
            told.append(f"to: {answer.end_before}, not {question.end_before}")
        symbols = {row.id: row.symbol for row in archive.works(store)}
        proofs = {(symbols.get(reason.work, ""), provision_name(reason.eid, rules)) for reason in answer.reasons}
        for acting in (question.start, question.end):
            if acting is not None and acting not in proofs:
                told.append(f"no proof from {acting[1]} {acting[0]}; only {sorted(proofs)}")
    days = {reason.day for reason in answer.candidates}
    if (question.candidate.end_before if question.candidate else None) not in (days or {None}):
        told.append(f"candidate ends: {days}, not {question.candidate}")
    return told


@pytest.mark.parametrize("question", truth().status, ids=lambda question: question.id)
def test_status(question: Question, store: Store, rules: Rules) -> None:
    told = _told(question, store, rules)
    assert not told, "\n".join([f"{question.symbol} {question.provision or ''} {question.on}: {question.why}", *told])


def test_acts_that_are_cited_and_missing(store: Store) -> None:
    missing = {row.target.symbol for row in archive.missing(store, 1000)}
    assert set(truth().missing) <= missing
