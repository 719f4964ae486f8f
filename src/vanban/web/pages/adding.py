"""Adding documents by dropping files: how far it is, what was read, what was not and why, what the new ones end."""

import re
from pathlib import Path, PurePosixPath

from fastapi import FastAPI, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse

from vanban.api.added import Addition
from vanban.exports.messages import sentence
from vanban.model.errors import UsageError
from vanban.web.addresses import address
from vanban.web.asking import Ask
from vanban.web.jobs import Job, Jobs
from vanban.web.page import answer_html, answer_json, face_of
from vanban.web.responding import respond
from vanban.web.room import Room

_MOST_BYTES, _MOST_FILES = 512 << 20, 2_000
_UNSAFE = re.compile(r"[\x00-\x1f/\\:]+")


def add_uploads(app: FastAPI, room: Room) -> None:
    """`/add`: the form; `/add/JOB`: an addition under way."""
    jobs = room.jobs

    @app.get("/add", include_in_schema=False)
    async def form(request: Request) -> Response:
        ask = room.asked(request)
        context = {"may": ask.viewer.may("add"), "most": _MOST_BYTES >> 20}
        return respond(request, answer_html("add.html", face_of(room, ask), context))

    @app.post("/add", name="add")
    async def add(request: Request) -> Response:
        ask = room.asked(request, "add")
        room.gate.count("write", ask.viewer.name)
        length = request.headers.get("content-length", "")
        if not length.isdigit() or int(length) > _MOST_BYTES:
            raise UsageError("upload-too-large", most=str(_MOST_BYTES >> 20))
        async with request.form(max_files=_MOST_FILES) as sent:
            room.gate.require_form(ask.viewer, sent)
            files = [each for each in sent.getlist("files") if isinstance(each, UploadFile) and each.filename]
            if not files:
                raise UsageError("no-upload")
            id, folder = jobs.begin()
            try:
                for at, each in enumerate(files):
                    await run_in_threadpool(_keep, each, folder, at)
            except BaseException:
                jobs.drop(id)
                raise
        await run_in_threadpool(jobs.start, id)
        room.gate.tell(ask.viewer, "add", "", ", ".join(str(each.filename) for each in files)[:500])
        return RedirectResponse(f"/add/{id}", 303)

    @app.get("/add/{id}.json", name="add.json")
    async def progress_json(request: Request, id: str) -> Response:
        ask = room.asked(request)
        return respond(request, answer_json(_answer(_known(jobs, id), room, ask)))

    @app.get("/add/{id}", include_in_schema=False)
    async def progress(request: Request, id: str) -> Response:
        ask = room.asked(request)
        face = face_of(room, ask)
        job = _known(jobs, id)
        context = {
            "job": job,
            "fault": _told(job, room, ask),
            "not_read": [
                (each.path, sentence(each.code, each.details, room.rules, ask.language))
                for each in (job.report.not_read if job.report else ())
            ],
            "name_of": room.name_of,
            "address": address,
        }
        return respond(request, answer_html("adding.html", face, context))


def _keep(file: UploadFile, folder: Path, at: int) -> None:
    """Write a file under its own name, which may be any words, into a folder of its own: two may have one name."""
    name = _UNSAFE.sub("_", PurePosixPath(str(file.filename).replace("\\", "/")).name).strip(". ") or "file"
    place = folder / f"{at:04d}"
    place.mkdir()
    with (place / name[-120:]).open("wb") as stream:
        while piece := file.file.read(1 << 20):
            stream.write(piece)


def _known(jobs: Jobs, id: str) -> Job:
    job = jobs.get(id)
    if job is None:
        raise UsageError("no-such-page")
    return job


def _answer(job: Job, room: Room, ask: Ask) -> Addition:
    told = _told(job, room, ask)
    return Addition(job.id, job.files, job.report is not None, job.progress, job.report, job.added, told)


def _told(job: Job, room: Room, ask: Ask) -> str:
    """Why nothing could be added, with what to do; "" where that is not so."""
    fault = job.fault
    return sentence(fault.code, fault.details, room.rules, ask.language, advice=True) if fault else ""
