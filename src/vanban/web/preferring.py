"""How a reader likes to read: the language and the light, kept in two cookies, changed by a plain link."""

from urllib.parse import unquote

from fastapi import FastAPI, Request, Response
from starlette.responses import RedirectResponse

_CHOICES = {"lang": ("vi", "en"), "theme": ("light", "dark")}
_YEAR = 365 * 24 * 3600


def safe_back(back: str) -> str:
    """The page of ours to go back to; "//other.site" and "/\\other.site" are addresses of others."""
    words = unquote(back)
    return words if words.startswith("/") and not words.startswith(("//", "/\\")) else "/"


def add_switches(app: FastAPI) -> None:
    """`/switch?lang=en&back=/…`: set the cookie and go back."""

    @app.get("/switch", include_in_schema=False)
    async def switch(request: Request) -> Response:
        response = RedirectResponse(safe_back(request.query_params.get("back", "/")), 303)
        for name, values in _CHOICES.items():
            value = request.query_params.get(name)
            if value in values:
                response.set_cookie(name, value, max_age=_YEAR, samesite="lax", httponly=True)
        return response
