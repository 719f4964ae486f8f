"""What people decided about a text's identity, laid over what the text prints."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from vanban.archive.identity import Identity
from vanban.archive.subjects import IDENTITY_PARTS
from vanban.model import Judgement
from vanban.model.errors import UsageError

# Where in `/akn/vn/act/nghi-dinh/chinh-phu/2016-05-14/34-2016-nd-cp` each part stands.
_PLACES = {"type": 4, "issuer": 5, "date": 6}


def with_judged(identity: Identity, judged: Mapping[str, str]) -> Identity:
    """The identity with the judged parts (type id, issuer id, ISO date) in their places, in the identifier too."""
    parts = identity.id.split("/")
    for part, verdict in judged.items():
        if len(parts) > _PLACES[part]:
            parts[_PLACES[part]] = verdict
    changes: dict[str, object] = {
        part: dt.date.fromisoformat(verdict) if part == "date" else verdict for part, verdict in judged.items()
    }
    if "date" in judged and identity.year is None:
        changes["year"] = dt.date.fromisoformat(judged["date"]).year
    return msgspec.structs.replace(identity, id="/".join(parts), **changes)


def check_judged(judgement: Judgement) -> None:
    """Raise UsageError for a judgement on an identity that names no part of it, or no day where a day belongs."""
    subject = judgement.subject
    if subject.kind != "identity":
        return
    if subject.target not in IDENTITY_PARTS:
        raise UsageError("not-of-identity", part=subject.target)
    if subject.target == "date":
        try:
            dt.date.fromisoformat(judgement.verdict)
        except ValueError as error:
            raise UsageError("bad-day", words=judgement.verdict) from error
