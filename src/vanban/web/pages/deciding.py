"""What people do at the desk: judge a fact, take the lists along."""

import datetime as dt
import io
import tempfile
import zipfile
from pathlib import Path

from fastapi import FastAPI, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse

from vanban.accounts import Right
from vanban.api.asked_day import asked_day
from vanban.api.judging import Verdict
from vanban.api.reviewing import write_lists
from vanban.model.errors import UsageError
from vanban.web.asking import Ask
from vanban.web.page import answer_json
from vanban.web.pages.desk import asked_lists
from vanban.web.preferring import safe_back
from vanban.web.responding import respond
from vanban.web.room import Room
from vanban.web.words import page_words

# Giving a task to an office and following it up is an editor's work; whether a fact is one is a reviewer's.
_RIGHTS: dict[str, Right] = {"assigned": "assign", "done": "assign", "open": "assign", "extended": "assign"}


def add_decisions(app: FastAPI, room: Room) -> None:
    """`POST /judge`: one judgement; `/desk/lists.zip`: the statutory forms as DOCX and XLSX."""

    @app.post("/judge", name="judge")
    async def judge(request: Request) -> Response:
        form = await request.form()
        word = {name: str(value).strip() for name, value in form.items()}
        viewer = room.gate.viewer(request)
        room.gate.require(viewer, _RIGHTS.get(word.get("verdict", ""), "judge"))
        room.gate.require_form(viewer, form)
        room.gate.count("write", viewer.name)
        by = viewer.name or word.get("by", "") or page_words(room.rules, "vi")("judge.here")
        day = asked_day(word["day"]) if word.get("day") else None
        told = Verdict(
            word.get("work", ""), word.get("fact", ""), word.get("verdict", ""), by,
            word.get("note", ""), day, word.get("proof", ""), word.get("office", ""),
        )  # fmt: skip
        if told.verdict == "assigned" and not told.office:
            raise UsageError("no-office")
        made = await run_in_threadpool(room.archive.judge, told, dt.datetime.now(dt.UTC))
        room.gate.tell(viewer, told.verdict, told.fact, told.note)
        if "authorization" in request.headers:
            return respond(request, answer_json(made))
        return RedirectResponse(safe_back(word.get("back", "/desk")), 303)

    @app.get("/desk/lists.zip", name="lists.zip", response_class=Response)
    async def lists(request: Request) -> Response:
        ask = room.asked(request)
        data = await run_in_threadpool(_zip, room, ask)
        headers = {"Content-Disposition": 'attachment; filename="danh-muc.zip"'}
        return Response(data, media_type="application/zip", headers=headers)


def _zip(room: Room, ask: Ask) -> bytes:
    """The files of `vanban review lists --out FOLDER` in one archive file."""
    with tempfile.TemporaryDirectory() as folder:
        files = write_lists(room.archive, asked_lists(room, ask), Path(folder))
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
            for file in files:
                made.write(file, file.name)
        return packed.getvalue()
