"""A fault as a page (or JSON) in the words of the table `findings`: what, where, what to do."""

from fastapi import Request, Response

from vanban.exports.messages import fault
from vanban.model.errors import SourceError, UsageError, VanbanError
from vanban.web.asking import Ask
from vanban.web.page import answer_html, answer_json, face_of
from vanban.web.responding import respond
from vanban.web.room import Answer, Room

_MISSING = ("no-such-work", "no-such-provision", "original-missing", "no-such-page")


def status_of(error: VanbanError) -> int:
    """The HTTP status that a fault has: 404 for what is not here, 300 for several, 400 for a wrong question."""
    if error.code in _MISSING:
        return 404
    if error.code in ("several-works", "several-provisions"):
        return 300
    return 400 if isinstance(error, (UsageError, SourceError)) else 500


def failed(request: Request, error: Exception, room: Room) -> Response:
    """The response to a request that cannot be answered."""
    assert isinstance(error, VanbanError)
    ask = Ask(request)
    face = face_of(room, ask)
    words, status = fault(error, room.rules, ask.language), status_of(error)
    if request.url.path.endswith(".json"):
        made = answer_json({"error": error.code, "message": words})
        return respond(request, Answer(made.media_type, made.plain, made.packed, made.tag, status))
    return respond(request, answer_html("fault.html", face, {"message": words, "status": status}, status))
