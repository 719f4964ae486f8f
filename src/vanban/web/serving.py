"""The reading room on a machine with several cores: serving processes over one archive, started and ended together."""

import multiprocessing
import os
import signal
import socket
import sys
import threading
import time
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess, parent_process
from types import FrameType
from typing import TYPE_CHECKING

from vanban.model.errors import UsageError
from vanban.web.settings import Settings

if TYPE_CHECKING:
    import uvicorn

# One more process takes a core from those who add documents, and each keeps pages of its own at hand.
MOST_BY_ITSELF = 2
_BACKLOG = 1024
_GRACE_SECONDS = 10
# A process that ends sooner than this was not stopped by bad luck: starting it again and again would not help.
_TOO_SOON_SECONDS = 5.0
# Kept pages are handed out between the steps of those that are being made, not after them.
_TURN_SECONDS = 0.0005


def processes_here() -> int:
    """How many processes serve where nobody says: one a core, at most two."""
    return min(MOST_BY_ITSELF, os.cpu_count() or 1)


def serve(settings: Settings) -> None:
    """Serve until the process is told to end (Ctrl-C, SIGTERM); then every process has ended.

    Raises UsageError where the address is taken, or a serving process cannot live.
    """
    if settings.processes == 1:
        _server(settings).run(sockets=_sockets(settings))
        return
    _Crew(settings).run()


def _sockets(settings: Settings) -> list[socket.socket]:
    """One listening socket a process: the system deals connections out evenly, so that no process sits idle.

    Elsewhere than on Linux it does not, and all share one.
    """
    shared = not sys.platform.startswith("linux")
    made: list[socket.socket] = []
    for _ in range(1 if shared else settings.processes):
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        each = socket.socket(family, socket.SOCK_STREAM)
        each.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            if not made:
                # The first takes the address by itself: a room that is open there already is not joined.
                each.bind((settings.host, settings.port))
            if not shared:
                each.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            if made:
                each.bind((settings.host, settings.port))
        except OSError as error:
            raise UsageError("address-taken", address=settings.address, reason=error.strerror or str(error)) from error
        each.set_inheritable(True)
        made.append(each)
    for each in made:
        each.listen(_BACKLOG)
    return made if not shared else made * settings.processes


def _server(settings: Settings) -> "uvicorn.Server":
    sys.setswitchinterval(_TURN_SECONDS)
    # The web libraries take a third of a second to load, which the process that only watches need not pay.
    import uvicorn

    from vanban.web.app import create_app

    return uvicorn.Server(
        uvicorn.Config(
            create_app(settings), log_level="warning", access_log=False, server_header=False,
            timeout_graceful_shutdown=_GRACE_SECONDS, backlog=_BACKLOG,
        )
    )  # fmt: skip


def _serve_one(settings: Settings, listening: socket.socket) -> None:
    """The whole life of one serving process; it ends with the one that started it."""
    server = _server(settings)
    above = parent_process()

    def end_with_it() -> None:
        if above is not None:
            above.join()
        server.should_exit = True

    threading.Thread(target=end_with_it, daemon=True).start()
    server.run(sockets=[listening])


class _Crew:
    """The serving processes, watched by the one that was started."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._sockets = _sockets(settings)
        self._new = multiprocessing.get_context("spawn")
        self._running: dict[int, tuple[BaseProcess, float]] = {}
        self._ending = False

    def run(self) -> None:
        """Start all, replace one that dies, end all when told to."""
        for told in (signal.SIGINT, signal.SIGTERM):
            signal.signal(told, self._end)
        try:
            for place in range(len(self._sockets)):
                self._start(place)
            while not self._ending:
                wait([each.sentinel for each, _ in self._running.values()], timeout=0.5)
                for place, (process, since) in list(self._running.items()):
                    if not process.is_alive() and not self._ending:
                        if time.monotonic() - since < _TOO_SOON_SECONDS:
                            raise UsageError("server-died", status=str(process.exitcode))
                        self._start(place)
        finally:
            self._end_all()

    def _start(self, place: int) -> None:
        process = self._new.Process(target=_serve_one, args=(self._settings, self._sockets[place]))
        process.start()
        self._running[place] = (process, time.monotonic())

    def _end(self, _signal: int, _frame: FrameType | None) -> None:
        self._ending = True

    def _end_all(self) -> None:
        for process, _ in self._running.values():
            process.terminate()
        for process, _ in self._running.values():
            process.join(_GRACE_SECONDS + 5)
            if process.is_alive():
                process.kill()
        for each in self._sockets:
            each.close()
