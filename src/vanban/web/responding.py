"""An answer on its way: only what the browser does not have yet, packed where it can unpack."""

from fastapi import Request, Response

from vanban.web.shelf import Answer


def respond(request: Request, answer: Answer) -> Response:
    """The response to a request. A page is asked for anew each time and costs nothing where nothing changed."""
    headers = {"ETag": answer.tag, "Cache-Control": "private, no-cache", "Vary": "Accept-Encoding, Cookie, HX-Request"}
    if answer.tag in request.headers.get("if-none-match", "") and answer.status == 200:
        return Response(status_code=304, headers=headers)
    body = answer.plain
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        body = answer.packed
    return Response(body, answer.status, headers, answer.media_type)
