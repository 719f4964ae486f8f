"""What changes as an Atom feed (RFC 4287): one entry a change, its identifier the change's own."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable
from xml.sax.saxutils import escape, quoteattr

from vanban.exports.changes import clause, headline
from vanban.exports.messages import Language
from vanban.rules import Rules
from vanban.timeline.changes import Change

_MOST = 200


def feed(
    changes: Iterable[Change],
    name: Callable[[str], str],
    address: Callable[[str, str | None, dt.date], str],
    page: str,
    here: str,
    title: str,
    rules: Rules,
    language: Language,
) -> bytes:
    """The feed, the latest change first. `page` is the page that it follows, `here` the feed itself.

    An entry's time is the day of the change: a feed of the same changes is the same, whenever it is asked for.
    """
    latest = sorted(changes, key=lambda change: change.day, reverse=True)[:_MOST]
    updated = _moment(latest[0].day) if latest else _moment(dt.date(1970, 1, 1))
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" '
        f'xml:lang="{language}"><title>{escape(title)}</title><id>{escape(here)}</id><updated>{updated}</updated>'
        f'<link rel="self" href={quoteattr(here)}/><link href={quoteattr(page)}/><author><name>vanban</name></author>\n'
    )
    return (head + "".join(_entry(each, name, address, rules, language) for each in latest) + "</feed>\n").encode()


def _entry(
    change: Change,
    name: Callable[[str], str],
    address: Callable[[str, str | None, dt.date], str],
    rules: Rules,
    language: Language,
) -> str:
    key = hashlib.sha256(f"{change.day} {change.work} {change.provision} {change.kind}".encode()).hexdigest()[:32]
    link = quoteattr(address(change.work, change.provision, change.day))
    return (
        f"<entry><title>{escape(headline(change, name, rules, language))}</title><id>urn:vanban:change:{key}</id>"
        f"<updated>{_moment(change.day)}</updated><link href={link}/>"
        f"<summary>{escape(clause(change))}</summary></entry>\n"
    )


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00+07:00"
