"""The open reading room: one archive, what is kept at hand of its pages, and the templates that dress them."""

import hashlib
import threading
from functools import lru_cache
from pathlib import Path

import jinja2
from fastapi import Request

from vanban.accounts import Right
from vanban.api import Archive
from vanban.archive import Watch
from vanban.web.asking import Ask
from vanban.web.at_hand import AtHand
from vanban.web.gate import Gate
from vanban.web.jobs import Jobs
from vanban.web.settings import Settings
from vanban.web.shelf import Shelf

_HERE = Path(__file__).parent
# Of all serving processes together.
_KEPT_BYTES = 128 << 20


STATIC = _HERE / "static"


@lru_cache
def static_tag() -> str:
    """A short word that changes with the files of styles and scripts, so that browsers may keep them for ever."""
    digest = hashlib.sha256()
    for path in sorted(STATIC.iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


class Room:
    """What every page is given. Close it when the server stops."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.archive = Archive(settings.archive, create=False)
        self.rules = self.archive.rules
        self.gate = Gate(settings, self.archive.store.files)
        self.at_hand = AtHand()
        self.shelf = Shelf(_KEPT_BYTES // settings.processes)
        self.jobs = Jobs(self.archive, done=self.shelf.drop_over)
        self.watch = Watch(self.archive.store)
        self.templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.templates.globals["static_tag"] = static_tag
        self.templates.globals["signs_in"] = settings.accounts
        self.name_of = lru_cache(maxsize=4096)(self.archive.name_of)
        self.row_of = lru_cache(maxsize=4096)(self.archive.row_of)
        self._sifting = threading.Lock()
        self._seen = self.watch.revision()
        self._place = self.archive.changed_since(0).last
        self.shelf.sift(self._seen, ())

    def revision(self) -> int:
        """The state of the archive; where it has changed, what was kept is sifted first."""
        now = self.watch.revision()
        if now != self._seen:
            with self._sifting:
                if now != self._seen:
                    changed = self.archive.changed_since(self._place)
                    self._place = changed.last
                    self.name_of.cache_clear()
                    self.row_of.cache_clear()
                    self.shelf.sift(now, changed.works)
                    self._seen = now
        return now

    def close(self) -> None:
        """Give the archive back."""
        self.jobs.close()
        self.gate.close()
        self.watch.close()
        self.archive.close()

    def asked(self, request: Request, right: Right = "read") -> Ask:
        """The request, from somebody who has the right. Raises UsageError for anybody else."""
        viewer = self.gate.viewer(request)
        self.gate.require(viewer, right)
        return Ask(request, viewer)
