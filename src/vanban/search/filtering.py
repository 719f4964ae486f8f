"""What a search is narrowed to, said by id or by name: "thong-tu", "Thông tư", "TT"; "bo-y-te", "Bộ Y tế", "BYT".

What nothing is called by is refused in one sentence: no answer at all would look like one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

import msgspec

from vanban.model.errors import UsageError
from vanban.rules import Rules
from vanban.search.answer import Filters
from vanban.search.question import bare, words_of
from vanban.search.writing_out import shorts_known

# Rows of the table `screen` that name the families.
FAMILY = "family."
# How many names that are nearly what was said a refusal gives.
_LISTED = 5


class _Named(NamedTuple):
    """What has a name: the name as printed, and the ids of all that have it."""

    name: str
    ids: tuple[str, ...]


_Known = Mapping[str, _Named]


def by_id(filters: Filters, rules: Rules, bodies: Callable[[], Mapping[str, str]]) -> Filters:
    """The filters with ids for names; a name that several have stands for all of them.

    `bodies` gives the ids and names of those who issued what the archive has; it is asked where no table knows a name.
    Raises UsageError for a value that is neither an id nor a name.
    """
    types, issuers, fields, families = _called(rules)

    def here() -> _Known:
        return _by_name(((id, (name,)) for id, name in bodies().items()), rules)

    return msgspec.structs.replace(
        filters,
        types=tuple(_ids("--type", filters.types, rules, types)),
        issuers=tuple(_ids("--issuer", filters.issuers, rules, issuers, here)),
        fields=tuple(_ids("--field", filters.fields, rules, fields)),
        families=tuple(_ids("--family", filters.families, rules, families)),
    )


def _ids(
    option: str, values: tuple[str, ...], rules: Rules, known: _Known, further: Callable[[], _Known] = dict
) -> Iterator[str]:
    for value in values:
        said = _plain(value, rules)
        named = known.get(said)
        if named is None:
            every = {**known, **further()}
            named = every.get(said)
            if named is None:
                near = get_close_matches(said, every, _LISTED, 0.5) or list(every)[:_LISTED]
                names = "; ".join(dict.fromkeys(every[each].name for each in near))
                raise UsageError("no-such-filter", option=option, words=value, names=names)
        yield from named.ids


@cache
def _called(rules: Rules) -> tuple[_Known, _Known, _Known, _Known]:
    """The types, bodies, fields and families by all that they are called."""
    families = (row for row in rules.screen if row.id.startswith(FAMILY))
    return (
        _by_name(((row.id, (row.name, *row.state, *row.party, *row.english)) for row in rules.document_types), rules),
        _by_name(((row.id, (*row.names, *row.codes)) for row in rules.issuers), rules),
        _by_name(((row.id, (row.name,)) for row in rules.regulation_fields), rules),
        _by_name(((row.id.removeprefix(FAMILY), (row.vi, row.en)) for row in families), rules),
    )


def _by_name(called: Iterable[tuple[str, tuple[str, ...]]], rules: Rules) -> _Known:
    found: dict[str, _Named] = {}
    for id, names in called:
        for plain in dict.fromkeys(_plain(each, rules) for each in (*names, id)):
            ids = found[plain].ids if plain in found else ()
            found[plain] = _Named(names[0], (*ids, id))
    return found


def _plain(words: str, rules: Rules) -> str:
    """Without case and accents, with what is abbreviated written out: "UBND tỉnh" as "uy ban nhan dan tinh"."""
    shorts = shorts_known(rules)
    return " ".join(bare(" ".join(shorts.get(bare(word), (word,)))) for word in words_of(words))
