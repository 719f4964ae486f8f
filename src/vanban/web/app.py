"""The reading room as an ASGI application."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.staticfiles import StaticFiles

from vanban.model.errors import UsageError, VanbanError
from vanban.model.version import VERSION
from vanban.web import finding
from vanban.web.asking import Ask
from vanban.web.describing import describe
from vanban.web.failing import failed
from vanban.web.guarding import Guard
from vanban.web.page import Page, answer_html, answer_json, face_of, json_path
from vanban.web.pages import (
    about,
    account,
    act,
    adding,
    card,
    changes,
    compare,
    deciding,
    desk,
    documents,
    drafting,
    home,
    impact,
    lineage,
    original,
    references,
    search,
    timeline,
    unit,
)
from vanban.web.preferring import add_switches
from vanban.web.responding import respond
from vanban.web.room import STATIC, Room
from vanban.web.settings import Settings
from vanban.web.shelf import Answer, Shelf
from vanban.web.waiting import PATIENCE_SECONDS, wait_a_while

_HANDS = 4
# The router takes the first that fits: a provision's words before the provision, the views before the document.
PAGES: tuple[Page, ...] = (
    home.PAGE, search.PAGE, search.SUGGEST, changes.PAGE, documents.PAGE, *desk.PAGES, about.PAGE,
    card.UNIT, unit.PAGE, card.WHOLE, compare.PAGE, timeline.PAGE, lineage.PAGE, references.PAGE,
    impact.PAGE, original.PAGE, act.PAGE,
)  # fmt: skip


def create_app(settings: Settings) -> FastAPI:
    """The application over one archive. Raises UsageError where there is no archive."""
    room = Room(settings)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        # Making a page is work, not waiting: more hands than this only take turns.
        current_default_thread_limiter().total_tokens = _HANDS
        yield
        room.close()

    app = FastAPI(title="vanban", version=VERSION, lifespan=life, docs_url=None, redoc_url=None)
    app.state.room = room
    changes.add_feeds(app, room)
    original.add_files(app, room)
    finding.add_maps(app, room)
    for page in PAGES:
        _serve(app, page, room)
    describe(app, PAGES, room.rules)
    add_switches(app)
    account.add_accounts(app, room)
    adding.add_uploads(app, room)
    deciding.add_decisions(app, room)
    drafting.add_draft_check(app, room)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_exception_handler(VanbanError, lambda request, error: failed(request, error, room))
    app.add_exception_handler(404, lambda request, _: failed(request, UsageError("no-such-page"), room))
    app.add_middleware(Guard, settings=settings)
    return app


def _serve(app: FastAPI, page: Page, room: Room) -> None:
    app.add_api_route(json_path(page.path), _endpoint(page, room, as_json=True), name=f"{page.name}.json")
    app.add_api_route(page.path, _endpoint(page, room, as_json=False), name=page.name)


def _endpoint(page: Page, room: Room, *, as_json: bool) -> Callable[[Request], Awaitable[Response]]:
    def make(ask: Ask) -> tuple[Answer, frozenset[str] | None]:
        value = page.ask(room, ask)
        face = face_of(room, ask)
        works = page.rests_on(value) if page.rests_on is not None else None
        if as_json:
            return answer_json(page.as_json(value, face)), works
        return answer_html(page.template, face, page.dress(value, face)), works

    lag = Shelf.LAG if page.lags else 0.0
    # Two hundred readers who ask for one page that is not kept wait for one making of it, or read it as it was.
    under_way: dict[object, asyncio.Task[Answer]] = {}

    async def making(key: tuple[object, ...], revision: int, ask: Ask) -> Answer:
        answer, works = await run_in_threadpool(make, ask)
        room.shelf.put(key, revision, answer, works)
        return answer

    async def made(key: tuple[object, ...], revision: int, ask: Ask) -> Answer:
        task = under_way.get((key, revision))
        before = room.shelf.before(key) if task is not None else room.shelf.before(key, lag)
        if before is not None:
            return before
        if task is None:
            task = asyncio.create_task(making(key, revision, ask))
            under_way[key, revision] = task
            task.add_done_callback(lambda _: under_way.pop((key, revision), None))
        # A person is told that it takes a while, and comes back to the same making; a program waits.
        await asyncio.wait({task}, timeout=None if as_json or ask.piece else PATIENCE_SECONDS)
        return task.result() if task.done() else wait_a_while(face_of(room, ask))

    async def endpoint(request: Request) -> Response:
        ask = room.asked(request)
        revision, key = room.revision(), (page.name, as_json, *ask.key)
        return respond(request, room.shelf.get(key, revision) or await made(key, revision, ask))

    return endpoint
