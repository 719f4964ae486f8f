"""The calendar of changes keeps to RFC 5545: lines of at most 75 octets, whole letters, stable identifiers."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from vanban.exports.changes import calendar
from vanban.model import Reason
from vanban.rules import Rules, load
from vanban.timeline.changes import Change

MADE = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)


def change(quote: str) -> Change:
    reason = Reason("end", None, "explicit", "/akn/b", "art_2", quote, day=dt.date(2026, 5, 2))
    return Change(dt.date(2026, 5, 2), "/akn/a", "art_5", "ends", "explicit", (reason,))


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=400))
def test_rows_are_short_and_letters_whole(quote: str) -> None:
    rules = load()
    rows = calendar([change(quote)], str, rules, "vi", MADE).split(b"\r\n")
    assert all(len(row) <= 75 for row in rows)
    for row in rows:
        row.decode()
    unfolded = b"\r\n".join(rows).replace(b"\r\n ", b"").decode()
    words = unfolded.split("DESCRIPTION:")[1].split("\r\nEND")[0] if quote else ""
    assert words.replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\") == quote


def test_the_same_change_has_the_same_identifier(rules: Rules) -> None:
    def uids(made: dt.datetime) -> list[bytes]:
        rows = calendar([change("a"), change("b")], str, rules, "vi", made).split(b"\r\n")
        return [row for row in rows if row.startswith(b"UID")]

    assert uids(MADE) == uids(MADE + dt.timedelta(days=9))
