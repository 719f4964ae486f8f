"""What a request asks for: the parts of its path, its query, and how the reader likes to read."""

import datetime as dt
from typing import Literal, cast
from urllib.parse import quote

from fastapi import Request

from vanban.api.asked_day import asked_day
from vanban.exports.messages import Language
from vanban.web.gate import Viewer

Theme = Literal["auto", "light", "dark"]
_THEMES = ("light", "dark")


class Ask:
    """One request, read. `today` is the only clock of the pages."""

    def __init__(self, request: Request, viewer: Viewer) -> None:
        self.viewer = viewer
        self.path = request.url.path
        self.parts = {name: str(value) for name, value in request.path_params.items()}
        self.query = request.query_params
        self.today = dt.date.today()
        chosen = self.query.get("lang") or request.cookies.get("lang") or ""
        self.language: Language = "en" if chosen == "en" else "vi"
        theme = request.cookies.get("theme", "")
        self.theme: Theme = cast(Theme, theme) if theme in _THEMES else "auto"
        # A piece of a page for a script that puts it into the page at hand (htmx says so of itself).
        self.piece = request.headers.get("hx-request") == "true" and "hx-boosted" not in request.headers
        self.base = f"{request.url.scheme}://{request.url.netloc}"

    def word(self, name: str) -> str:
        """A parameter as typed, "" where it is not there."""
        return self.query.get(name, "").strip()

    def words(self, name: str) -> tuple[str, ...]:
        """Every value of a parameter that may be given several times."""
        return tuple(dict.fromkeys(value.strip() for value in self.query.getlist(name) if value.strip()))

    def day(self, name: str) -> dt.date | None:
        """A day, None where none is named. Raises UsageError for what is no day."""
        words = self.word(name)
        return asked_day(words) if words else None

    def number(self, name: str, default: int, most: int) -> int:
        """A whole number from 0 to `most`; anything else is the default."""
        words = self.word(name)
        return min(int(words), most) if words.isascii() and words.isdigit() else default

    def numbers(self, name: str, most: int) -> tuple[int, ...]:
        """The whole numbers from 0 to `most` among the values of a parameter; anything else is not asked for."""
        return tuple(int(each) for each in self.words(name) if each.isascii() and each.isdigit() and int(each) <= most)

    @property
    def on(self) -> dt.date:
        """The day that the page is read for: `on`, or today."""
        return self.day("on") or self.today

    @property
    def said_on(self) -> dt.date | None:
        """The day as far as it was asked for: links of the page keep it, and do not freeze today."""
        return self.day("on")

    @property
    def key(self) -> tuple[str, ...]:
        """What decides the words of the page besides the archive."""
        place = (self.path, str(self.query), self.base, str(self.piece))
        who = (self.viewer.name, self.viewer.role or "", self.viewer.form)
        return (*place, self.language, self.theme, self.today.isoformat(), *who)

    @property
    def back(self) -> str:
        """The address of this page as a parameter of another one."""
        query = "&".join(f"{name}={quote(value)}" for name, value in self.query.multi_items() if name != "lang")
        return quote(f"{self.path}?{query}" if query else self.path, safe="")

    @property
    def json_path(self) -> str:
        """The address of the same answer as JSON."""
        path = f"{self.path}.json" if self.path != "/" else "/index.json"
        return f"{path}?{self.query}" if str(self.query) else path
