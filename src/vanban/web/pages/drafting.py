"""A draft checked before signature: sent, answered with the faults beside its words, and not kept."""

import base64
from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import FastAPI, Request, Response
from markupsafe import Markup, escape
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from vanban.api.draft_page import DraftPage, draft_page
from vanban.exports.messages import label
from vanban.exports.review_draft import fault_sentence
from vanban.model.errors import UsageError
from vanban.review.drafting import Fault
from vanban.web.page import Face, answer_html, answer_json, face_of
from vanban.web.responding import respond
from vanban.web.room import Room

_MOST_BYTES = 32 << 20
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def add_draft_check(app: FastAPI, room: Room) -> None:
    """`/desk/draft`: the form, and the answer to a file sent with it; `/desk/draft.json`: the answer for programs."""

    @app.get("/desk/draft", include_in_schema=False)
    async def form(request: Request) -> Response:
        ask = room.asked(request)
        context = {"may": ask.viewer.may("add"), "most": _MOST_BYTES >> 20, "told": None}
        return respond(request, answer_html("draft.html", face_of(room, ask), context))

    @app.post("/desk/draft", include_in_schema=False)
    async def check(request: Request) -> Response:
        found, face = await _checked(request, room)
        context = {"may": True, "most": _MOST_BYTES >> 20, "told": dress(found, face)}
        return respond(request, answer_html("draft.html", face, context))

    @app.post("/desk/draft.json", name="draft.json")
    async def check_json(request: Request) -> Response:
        found, _ = await _checked(request, room)
        return respond(request, answer_json(found.draft))


async def _checked(request: Request, room: Room) -> tuple[DraftPage, Face]:
    ask = room.asked(request, "add")
    room.gate.count("write", ask.viewer.name)
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > _MOST_BYTES:
        raise UsageError("upload-too-large", most=str(_MOST_BYTES >> 20))
    async with request.form(max_files=1) as sent:
        room.gate.require_form(ask.viewer, sent)
        file = sent.get("file")
        if not isinstance(file, UploadFile) or not file.filename:
            raise UsageError("no-upload")
        data, name = await file.read(), file.filename
    found = await run_in_threadpool(draft_page, data, name, room.settings.archive, ask.today, ask.language)
    return found, face_of(room, ask)


def dress(value: DraftPage, face: Face) -> Mapping[str, Any]:
    """The words line by line with what was found in them; first what is about the whole, last what was not checked."""
    rules, language = face.room.rules, face.ask.language
    draft = value.draft

    def said(fault: Fault) -> tuple[str, str, str]:
        return (
            fault.severity,
            label("severity", fault.severity, rules, language),
            fault_sentence(fault, rules, language),
        )

    unchecked = [
        label("draft", "no-source", rules, language).format(part=label("draft-part", part, rules, language))
        for part in draft.unchecked
    ]
    packed = base64.b64encode(value.commented).decode()
    return {
        "name": value.name,
        "count": len(draft.faults),
        "whole": [said(fault) for fault in draft.faults if not fault.end],
        "lines": [(words, [said(fault) for fault in faults]) for words, faults in _lines(value)],
        "unchecked": unchecked,
        "commented": f"data:{_DOCX};base64,{packed}" if packed else "",
        "commented_name": f"{value.name.rpartition('.')[0] or value.name}.nhan-xet.docx",
    }


def _lines(value: DraftPage) -> Iterator[tuple[Markup, list[Fault]]]:
    """The lines of the text, the words at fault marked in each, with the faults that begin in it."""
    placed = [fault for fault in value.draft.faults if fault.end]
    start = 0
    for line in value.text.split("\n"):
        end = start + len(line)
        here = [fault for fault in placed if start <= fault.start <= end]
        if line.strip() or here:
            spans = [
                (max(each.start, start), min(each.end, end)) for each in placed if each.start < end and each.end > start
            ]
            yield _marked(line, start, sorted(spans)), here
        start = end + 1


def _marked(line: str, start: int, spans: list[tuple[int, int]]) -> Markup:
    out, at = Markup(""), start
    for first, last in spans:
        if last > at:
            first = max(first, at)
            out += escape(line[at - start : first - start])
            out += Markup("<mark>") + escape(line[first - start : last - start]) + Markup("</mark>")
            at = last
    return out + escape(line[at - start :])
