"""What stands before every page: headers that bind the browser, the names we answer to, who may write from where."""

from fastapi import Request, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vanban.web.settings import LOOPBACK, Settings

# Scripts and styles come from our own files only; nothing is evaluated, nothing is framed by others.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'"
)
# An original is somebody else's file: it may do nothing but be looked at.
ORIGINAL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"
# The browser's own viewer of PDF does not work in a sandbox.
ORIGINAL_PDF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
_READING = ("GET", "HEAD", "OPTIONS")


class Guard:
    """ASGI middleware: refuses a request for another name than ours, or a writing one that another site sends."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        names = {settings.host, *settings.hosts, *(LOOPBACK if settings.host in LOOPBACK else ())}
        # Bound to every address, the room is known by names that it cannot know; then whoever starts it says them.
        self._names = None if settings.host in ("0.0.0.0", "::") and not settings.hosts else names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it; bind the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(Request(scope))
        if refusal is not None:
            await refusal(scope, receive, send)
            return

        async def bound(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name for name, _ in message["headers"]}
                more = [*_HEADERS, (b"content-security-policy", _POLICY.encode())]
                message["headers"] = [*message["headers"], *(each for each in more if each[0] not in present)]
            await send(message)

        await self._app(scope, receive, bound)

    def _refusal(self, request: Request) -> Response | None:
        # A name that points at us but is not ours: another site's page could read answers (DNS rebinding).
        if self._names is not None and (request.url.hostname or "") not in self._names:
            return Response("Unknown host", 421, media_type="text/plain")
        if request.method not in _READING and not from_our_pages(request):
            return Response("This request comes from another site", 403, media_type="text/plain")
        return None


def from_our_pages(request: Request) -> bool:
    """Whether a writing request comes from a page of ours, or from a program that is no browser.

    Browsers tell (Sec-Fetch-Site, Origin); what tells neither carries no cookie of ours either.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is None or origin == f"{request.url.scheme}://{request.url.netloc}"
