"""A fault as a page (or JSON) in the words of the table `findings`: what, where, what to do."""

from fastapi import Request, Response
from starlette.responses import RedirectResponse

from vanban.exports.messages import fault
from vanban.model.errors import SourceError, UsageError, VanbanError
from vanban.web.asking import Ask
from vanban.web.page import answer_html, answer_json, face_of
from vanban.web.responding import respond
from vanban.web.room import Room
from vanban.web.shelf import Answer

_STATUS = {
    "sign-in-first": 401, "not-signed-in": 401, "no-right": 403, "not-from-elsewhere": 403, "stale-form": 403,
    "too-often": 429, "upload-too-large": 413,
}  # fmt: skip
_MISSING = ("no-such-work", "no-such-provision", "original-missing", "no-such-page")


def status_of(error: VanbanError) -> int:
    """The HTTP status that a fault has: 404 for what is not here, 300 for several, 400 for a wrong question."""
    if error.code in _MISSING:
        return 404
    if error.code in _STATUS:
        return _STATUS[error.code]
    if error.code in ("several-works", "several-provisions"):
        return 300
    return 400 if isinstance(error, (UsageError, SourceError)) else 500


def _is_for_a_program(request: Request) -> bool:
    """Whether the answer is read by a program: it is told the fault, not led to a page for people."""
    return request.url.path.endswith(".json") or "authorization" in request.headers or request.method != "GET"


def failed(request: Request, error: Exception, room: Room) -> Response:
    """The response to a request that cannot be answered."""
    assert isinstance(error, VanbanError)
    viewer = room.gate.viewer(request)
    ask = Ask(request, viewer)
    if error.code == "sign-in-first" and not _is_for_a_program(request):
        return RedirectResponse(f"/account/sign-in?back={ask.back}", 303)
    face = face_of(room, ask)
    if role := error.details.get("role"):
        error = type(error)(error.code, **{**error.details, "role": face.t(f"role.{role}")})
    words, status = fault(error, room.rules, ask.language), status_of(error)
    if request.url.path.endswith(".json"):
        made = answer_json({"error": error.code, "message": words})
        return respond(request, Answer(made.media_type, made.plain, made.packed, made.tag, status))
    return respond(request, answer_html("fault.html", face, {"message": words, "status": status}, status))
