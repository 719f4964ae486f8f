"""What a search is narrowed by, and what it answers (fields are added, never renamed)."""

import datetime as dt

import msgspec

from vanban.model import State, Unit

FACETS = ("types", "issuers", "fields", "families", "years")


class Filters(msgspec.Struct, frozen=True):
    """What a search is narrowed to; of several values of one kind any will do, () asks for none.

    `types`, `issuers`, `fields` and `families` are ids of rows ("nghi-dinh", "bo-y-te", "dat-dai") or names ("Nghị
    định"). `in_force`: only what is in force on the day asked about. No filter is by person (decision 0016).
    """

    types: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    in_force: bool = False


class WorkFound(msgspec.Struct, frozen=True):
    """The document of a result, by what names it."""

    id: str
    type: str
    type_name: str
    symbol: str
    title: str
    issuer: str
    date: dt.date | None


class Result(msgspec.Struct, frozen=True):
    """One unit that was found, in its wording of the day asked about; `eid` None: the document as such.

    `snippet` quotes exactly characters `start` to `end` of the words that the unit has on that day (`eid` None: of the
    whole text); `marks` are the spans of the words found inside the snippet. `within` is the innermost unit that the
    first marked word stands in. `since` is the day of this wording where it is not the enacted one. `status` is the
    state of the unit on the day.
    """

    work: WorkFound
    eid: str | None
    provision: tuple[Unit, ...]
    heading: str
    snippet: str
    score: float
    status: State
    marks: tuple[tuple[int, int], ...] = ()
    start: int = 0
    end: int = 0
    within: str | None = None
    since: dt.date | None = None


class Count(msgspec.Struct, frozen=True):
    """How many results have a value: its id, its name for people, the number."""

    id: str
    name: str
    count: int


class Facets(msgspec.Struct, frozen=True):
    """The values that the results have, most frequent first. Of a kind that is filtered by, the values filtered."""

    types: tuple[Count, ...] = ()
    issuers: tuple[Count, ...] = ()
    fields: tuple[Count, ...] = ()
    families: tuple[Count, ...] = ()
    years: tuple[Count, ...] = ()


class Answer(msgspec.Struct, frozen=True):
    """The answer of a search. `total` counts every unit that answers, `results` is the page asked for, best first.

    `read_as` tells how the words were understood where they were not taken as typed: accents restored, an abbreviation
    written out, a slip of typing put right ("" otherwise). `exact`: every result has all the words. Of a long
    question, and where nothing has them all, the results are those nearest to it, and the facets those of the best.
    """

    query: str
    on: dt.date
    total: int
    results: tuple[Result, ...]
    facets: Facets
    read_as: str = ""
    exact: bool = True


class Suggestion(msgspec.Struct, frozen=True):
    """A completion while typing: the words to put, and where they lead."""

    text: str
    kind: str  # work | heading
    work: str
    eid: str | None = None
    symbol: str = ""
