"""An official consolidated text, of the archive or in a file, held against our own of the same act."""

import datetime as dt
from pathlib import Path

import msgspec

from vanban import pipeline
from vanban.api.consolidated import official
from vanban.api.finding import base_of, find_one
from vanban.archive import Store
from vanban.consolidation.verifying import Verified, verify
from vanban.exports.relations import WorkBrief, brief
from vanban.model import Parsed
from vanban.model.errors import UsageError
from vanban.rules import Rules


class Verification(msgspec.Struct, frozen=True):
    """The comparison of the consolidated text `symbol` with ours of `base`, as at its own day."""

    symbol: str
    base: WorkBrief
    at: dt.date
    verified: Verified


def parsed_of(store: Store, words: str, rules: Rules) -> Parsed:
    """The text meant: a file of that name, or else a document of the archive."""
    if Path(words).is_file():
        return pipeline.parse(Path(words).read_bytes(), Path(words).name, rules)
    return base_of(store, find_one(store, words).id)


def verification(store: Store, words: str, rules: Rules) -> Verification:
    """Compare. Raises UsageError where the text names no act that it consolidates, none of them is here, or no day."""
    theirs = parsed_of(store, words, rules)
    symbols = [effect.target.symbol for effect in theirs.effects if effect.verb == "consolidate"]
    if not symbols:
        raise UsageError("not-consolidated", words=words)
    base = find_one(store, symbols[0])
    if theirs.work.date is None:
        raise UsageError("no-date", words=words)
    ours = official(store, base, theirs.work.date, rules)
    return Verification(theirs.work.symbol, brief(base), theirs.work.date, verify(theirs, ours, rules))
