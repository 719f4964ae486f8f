"""Invented papers as values, for tests that need facts and not a reader."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence

from vanban.archive.arranging import arrange
from vanban.archive.entry import entry_of
from vanban.archive.keeping import keep_entries, keep_origins, known_among
from vanban.archive.resolving import resolve_open
from vanban.archive.run import begin_run
from vanban.archive.store import Store
from vanban.identification.identifier import work_id
from vanban.model import Effect, Force, Issuer, Parsed, Provision, Reference, Source, Target, Text, Unit, Work
from vanban.rules import Rules

NAMES = {"nghi-dinh": "Nghị định", "luat": "Luật", "quyet-dinh": "Quyết định", "": ""}


def paper(
    symbol: str = "",
    date: str | None = None,
    *,
    type: str = "nghi-dinh",
    issuer: str = "chinh-phu",
    title: str = "",
    cites: Sequence[Target] = (),
    effects: Sequence[tuple[str, Target]] = (),
    body: str = "",
    media_type: str = "text/plain",
    complete: bool = True,
    translation_of: str | None = None,
    force: str | None = None,
) -> Parsed:
    """One parsed paper; its text names everything that it holds, so that two papers differ in their hash."""
    day = dt.date.fromisoformat(date) if date else None
    head = f"{NAMES.get(type, type)} {symbol} {date} {issuer} {title} {translation_of} {body}"
    content = head + "".join(f"\n{target.symbol} {target.title}" for target in [*cites, *(to for _, to in effects)])
    sha256 = hashlib.sha256(f"{content}{media_type}{complete}{force}".encode()).hexdigest()
    identifier = work_id(
        kind="act",
        type=type,
        issuer=issuer,
        date=day,
        symbol=translation_of or symbol,
        title=title,
        fallback=sha256[:16],
    )
    start = len(head) + 1
    pointers, acts = [], []
    for target in cites:
        pointers.append(Reference(start, start + len(target.symbol), "art_1", "cites", target))
        start += len(f"{target.symbol} {target.title}") + 1
    for verb, target in effects:
        acts.append(Effect(verb, "art_1", start, start + len(target.symbol), target))  # type: ignore[arg-type]
        start += len(f"{target.symbol} {target.title}") + 1
    return Parsed(
        text=Text(content, Source(sha256, media_type, "a name", len(content)), complete=complete),
        work=Work(
            identifier, "state", type, NAMES.get(type, type), symbol, symbol, symbol.partition("/")[0],
            day.year if day else None, Issuer(issuer, issuer), day, "", title,
            language="en" if translation_of else "vi", translation_of=translation_of, complete=complete,
        ),
        provisions=(Provision("art_1", "article", "1", "", 0, len(content)),),
        references=tuple(pointers),
        effects=tuple(acts),
        force=Force(dt.date.fromisoformat(force) if force else None),
        tasks=(),
        findings=(),
    )  # fmt: skip


def to(symbol: str = "", *path: tuple[str, str], title: str = "", type: str = "", date: str | None = None) -> Target:
    """A target: `to("1/2016/NĐ-CP", ("article", "5"))`."""
    units = tuple(Unit(level, num) for level, num in path)  # type: ignore[arg-type]
    return Target(type, symbol, title, dt.date.fromisoformat(date) if date else None, provision=units)


def put(store: Store, rules: Rules, papers: Iterable[Parsed]) -> None:
    """Store papers as `add` does after reading them, one batch."""
    entries = {parsed.text.source.sha256: entry_of(parsed, rules) for parsed in papers}
    with store.writing() as connection:
        new = [entry for sha256, entry in entries.items() if sha256 not in known_among(connection, entries)]
        run = begin_run(connection, rules, dt.datetime(2026, 1, 2, tzinfo=dt.UTC))
        arrange(connection, keep_entries(connection, run, new), only_new=True)
        keep_origins(connection, {sha256: [f"{sha256[:4]}.txt"] for sha256 in entries})
    resolve_open(store, rules)
