"""The official consolidated text (văn bản hợp nhất): the expression, the acts that made it, and its notes.

Pháp lệnh 01/2012/UBTVQH13, Điều 11–17. Every amendment promulgated by the day is in it, with its own first day in its
note: official texts are made within days of publication and show what is not yet in force.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from vanban.consolidation.change import Change, acts_of
from vanban.consolidation.consolidating import consolidate
from vanban.consolidation.implementing import implementing_articles, implementing_unit
from vanban.consolidation.marking import marks
from vanban.consolidation.note import Cause, OfficialNote
from vanban.consolidation.slips import suspected
from vanban.model import Expression, Parsed, Table, Work
from vanban.rules import Rules


class SourceAct(msgspec.Struct, frozen=True):
    """An act with a part in the text: who it is, and its first day in force as it says itself (None: it does not)."""

    work: Work
    since: dt.date | None


class OfficialText(msgspec.Struct, frozen=True):
    """The base act, the acts that changed it in the order of their passing, the text, and its notes in order.

    `offered` are the symbols of all acts whose changes were to be applied, whether or not any could be. `tables` are
    the tables of the source texts that stand in the text unchanged, their spans in the expression's text.
    """

    base: SourceAct
    acts: tuple[SourceAct, ...]
    expression: Expression
    notes: tuple[OfficialNote, ...]
    tables: tuple[Table, ...] = ()
    offered: tuple[str, ...] = ()


def official_text(
    base: Parsed,
    changes: Sequence[Change],
    starts: Mapping[str, dt.date | None],
    rules: Rules,
    absent: tuple[str, ...] = (),
) -> OfficialText:
    """The official text of `base` with all of `changes`; `starts` gives the first day of each act by its id, `absent`
    are the symbols of amending acts that are not here.
    """
    made = consolidate(base, changes)
    doubts = (*made.doubts, *suspected(made, base, acts_of(changes)))
    made = msgspec.structs.replace(made, absent=absent, doubts=doubts)
    wrote = {applied.work for applied in made.applied}
    acting = {change.acting.work.id: change.acting for change in changes if change.acting.work.id in wrote}
    ordered = sorted(acting.values(), key=lambda act: (str(act.work.date or ""), act.work.id))
    placed: dict[tuple[int, str], list[Cause]] = defaultdict(list)
    for at, eid, cause in marks(base, changes, made):
        if cause not in placed[at, eid]:
            placed[at, eid].append(cause)
    _note_grounds(made, ordered, placed)
    _note_implementing(made, ordered, starts, rules, placed)
    notes = tuple(OfficialNote(at, eid, tuple(placed[at, eid])) for at, eid in sorted(placed))
    return OfficialText(
        SourceAct(base.work, starts.get(base.work.id)),
        tuple(SourceAct(act.work, starts.get(act.work.id)) for act in ordered),
        made,
        notes,
        _tables(made.text, (base, *ordered)),
        tuple(dict.fromkeys(change.acting.work.symbol for change in changes)),
    )


def _note_grounds(made: Expression, acts: Sequence[Parsed], placed: dict[tuple[int, str], list[Cause]]) -> None:
    """Điều 13, khoản 2: a mark at the grounds, and in the note the grounds of each amending act."""
    preamble = next((unit for unit in made.provisions if unit.eid == "preamble"), None)
    if preamble is None:
        return
    words = made.text[preamble.start : preamble.end].rstrip()
    at = preamble.start + len(words.rstrip(" .;:,"))
    for act in acts:
        said = next((unit for unit in act.provisions if unit.eid == "preamble"), None)
        if said is not None and (quote := act.text.content[said.start : said.end].strip()):
            placed[at, preamble.eid].append(Cause("grounds", act.work.id, None, quote=quote))


def _note_implementing(
    made: Expression,
    acts: Sequence[Parsed],
    starts: Mapping[str, dt.date | None],
    rules: Rules,
    placed: dict[tuple[int, str], list[Cause]],
) -> None:
    """Điều 17: at the name of the unit on implementation, or at the end of the text where there is none."""
    unit = implementing_unit(made.provisions, rules)
    if unit is not None:
        found = made.text.find(unit.heading, unit.start, unit.end)
        at, eid = found + len(unit.heading), unit.eid
    else:
        at, eid = body_end(made), ""
    for act in acts:
        articles = implementing_articles(act, rules)
        if articles:
            quote = "\n".join(act.text.content[each.start : each.end].strip() for each in articles)
            eids = tuple(each.eid for each in articles)
            placed[at, eid].append(Cause("implementing", act.work.id, starts.get(act.work.id), eids=eids, quote=quote))


def body_end(made: Expression) -> int:
    """Where the body ends: before the signatures, or at the first appendix, or at the end of the text."""
    for unit in made.provisions:
        if unit.eid == "conclusions" or (unit.parent is None and unit.level in ("appendix", "form")):
            return unit.start
    return len(made.text)


def _tables(text: str, sources: Iterable[Parsed]) -> tuple[Table, ...]:
    """The tables of the sources that the text has word for word, in its order; a stretch is one table only."""
    found: list[Table] = []
    for source in sources:
        for table in source.text.tables:
            at = text.find(source.text.content[table.start : table.end])
            if at < 0 or any(at < other.end and other.start < at + table.end - table.start for other in found):
                continue
            shift = at - table.start
            rows = tuple(tuple((start + shift, end + shift) for start, end in row) for row in table.rows)
            found.append(Table(at, table.end + shift, rows))
    return tuple(sorted(found, key=lambda table: table.start))
