"""The sample archive against its truth, which was written before the program could answer."""

import datetime as dt
from collections import Counter

import pytest

from tests.sample_truth import SAMPLE, Fault, Identity, truth
from tests.saying import say_provision
from vanban import api
from vanban.model import Effect, Parsed
from vanban.model.errors import SourceError
from vanban.orthography import fold


def _parse(file: str) -> Parsed:
    return api.parse(SAMPLE / file)


def _check(name: str, told: list[str]) -> None:
    """Fail with what is told."""
    assert not told, "\n".join([name, *told])


def _plain(words: str, prefix: str = "") -> str:
    return " ".join(fold(words).removeprefix(fold(prefix)).split()).strip(" .|")


def test_every_file_has_its_identity_and_nothing_else() -> None:
    assert sorted(identity.file for identity in truth().identity) == sorted(path.name for path in SAMPLE.iterdir())


@pytest.mark.parametrize("expected", truth().identity, ids=lambda identity: identity.file)
def test_identity(expected: Identity) -> None:
    name = f"identity: {expected.file}"
    try:
        work = _parse(expected.file).work
    except SourceError as error:
        return _check(name, [f"cannot be read: {error.code}"])
    told = [
        f"{field}: {getattr(work, field)!r}, not {getattr(expected, field)!r}"
        for field in ("family", "type", "symbol", "date", "language", "translation_of")
        if getattr(work, field) != getattr(expected, field)
    ]
    if expected.title and _plain(work.title, work.type_name) != _plain(expected.title):
        told.append(f"title: {work.title!r}, not {expected.title!r}")
    issuer = _plain(expected.issuer)
    if (
        issuer
        and work.issuer.id != issuer.replace(" ", "-")
        and set(issuer.split()) != set(_plain(work.issuer.name).split())
    ):
        told.append(f"issuer: {work.issuer.name!r}, not {expected.issuer!r}")
    _check(name, told)


def _triple(effect: Effect) -> tuple[str, str, str]:
    target = effect.target
    return (effect.verb, target.symbol or target.title.casefold(), say_provision(target.provision))


# The truth lists what acts do to other acts: not when they start and end themselves, nor what they carry out.
_OWN = ("commence", "detail", "consolidate")


@pytest.mark.parametrize("symbol", truth().effects)
def test_effects(symbol: str) -> None:
    name = f"effects: {symbol}"
    file = next(
        identity.file for identity in truth().identity if identity.symbol == symbol and identity.language == "vi"
    )
    try:
        parsed = _parse(file)
    except SourceError as error:
        return _check(name, [f"cannot be read: {error.code}"])
    found = Counter(
        _triple(effect) for effect in parsed.effects if effect.verb not in _OWN and not effect.target.relative
    )
    titles = {identity.symbol: identity.title.casefold() for identity in truth().identity if identity.type == "luat"}
    expected = Counter(truth().effects[symbol])
    for verb, target, place in list(expected):
        # A law may be named by its title alone.
        if target in titles and (verb, titles[target], place) in found:
            expected[verb, titles[target], place] = expected.pop((verb, target, place))
    told = [f"missing: {' '.join(effect)}" for effect in expected - found]
    told += [f"too much: {' '.join(effect)}" for effect in found - expected]
    _check(name, told)


def _needs_others(fault: Fault) -> bool:
    return fault.fault.startswith(("reference-", "provision-"))


@pytest.mark.parametrize("fault", list(filter(_needs_others, truth().findings)), ids=lambda fault: fault.fault)
def test_faults_between_documents(fault: Fault, sample: api.Archive) -> None:
    """An unknown document, an unknown provision and an ended one are found at the quoted words."""
    symbol = next(identity.symbol for identity in truth().identity if identity.file == fault.file)
    quotes = [
        each.quote for each in sample.check(symbol, on=dt.date(2026, 11, 21)).faults if each.finding.code == fault.fault
    ]
    assert any(fault.quote in quote for quote in quotes), quotes


def test_no_false_alarms_between_documents(sample: api.Archive) -> None:
    """Over the whole archive, nothing is warned of that the truth does not hold."""
    given = {(fault.file, fault.fault) for fault in truth().findings}
    files = {identity.symbol: identity.file for identity in truth().identity if identity.language == "vi"}
    told = [each for each in sample.check(on=dt.date(2026, 11, 21)).faults if each.finding.severity != "info"]
    assert [(each.finding.code, each.message) for each in told
            if (files[each.work.symbol], each.finding.code) not in given] == []  # fmt: skip


@pytest.mark.parametrize(
    "fault",
    [each for each in truth().findings if not _needs_others(each)],
    ids=lambda fault: f"{fault.file} {fault.fault}",
)
def test_faults_within_one_document(fault: Fault) -> None:
    name = f"findings: {fault.file} {fault.fault}"
    found = {finding.code: finding.severity for finding in _parse(fault.file).findings}
    if fault.fault == "none":
        _check(name, [f"too much: {code}" for code, severity in found.items() if severity != "info"])
    else:
        _check(name, [] if fault.fault in found else [f"missing: {fault.fault}; found {sorted(found)}"])


@pytest.mark.parametrize("identity", truth().identity, ids=lambda identity: identity.file)
def test_no_false_alarms(identity: Identity) -> None:
    """No document is warned of but for the faults that it was given."""
    given = {fault.fault for fault in truth().findings if fault.file == identity.file}
    told = [finding.code for finding in _parse(identity.file).findings if finding.severity != "info"]
    _check(f"alarms: {identity.file}", [f"too much: {code}" for code in told if code not in given])
