"""The original files of a document beside what was read of them, opened at the right page."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from fastapi import FastAPI, Request, Response
from starlette.concurrency import run_in_threadpool

from vanban.api.originals import Originals
from vanban.web.addresses import WORK, address, work_of
from vanban.web.asking import Ask
from vanban.web.guarding import ORIGINAL_PDF_POLICY, ORIGINAL_POLICY
from vanban.web.page import Face, Page
from vanban.web.pages.act_head import head
from vanban.web.room import Room

_PDF = "application/pdf"
# What a browser shows by itself; of everything else, HTML above all, the file is saved and not opened.
_SHOWN = {_PDF: _PDF, "text/plain": "text/plain; charset=utf-8", "text/markdown": "text/plain; charset=utf-8"}


def ask(room: Room, ask: Ask) -> Originals:
    """The originals of the document at the path."""
    return room.archive.originals(work_of(ask.parts))


def dress(value: Originals, face: Face) -> Mapping[str, Any]:
    """Each file with its name, kind and address; the one that is shown, at the page of the unit `at`, and its words."""
    at = face.ask.word("at")
    base = value.texts[0] if value.texts else None
    shown = base if base is not None and base.media_type in _SHOWN else None
    leafed = shown is not None and shown.media_type == _PDF
    file = f"/original/{shown.sha256}" if shown else ""
    return {
        **head(value.work, "original", face),
        "value": value,
        "files": [
            {
                "href": f"/original/{text.sha256}",
                "name": text.origins[0].rsplit("/", 1)[-1] if text.origins else text.sha256[:12],
                "kind": face.t.kind_of_file(text.media_type),
                "text": text,
            }
            for text in value.texts
        ],
        "frame": f"{file}#page={value.pages.get(at, 1)}" if leafed else file,
        "read": list(_lines(value, file if leafed else "", face)),
    }


class Line(NamedTuple):
    """A line of what was read. `eids`: the units that begin in it. `page`: the page of the file that begins there,
    and where this view (`href`) and the file alone (`frame`) are at that page.
    """

    words: str
    eids: tuple[str, ...]
    page: int | None
    href: str
    frame: str


def _lines(value: Originals, file: str, face: Face) -> Iterator[Line]:
    """The words line by line; where the file has pages (`file` is its address), told which begins."""
    leaves = list(value.leaves)[::-1] if file else []
    begins = sorted(((start, -at, eid) for at, (eid, start) in enumerate(value.units.items())), reverse=True)
    start, page, last = 0, None, ""
    for line in value.read.split("\n"):
        end = start + len(line)
        while leaves and leaves[-1].start <= max(end - 1, start):
            page = leaves.pop().page
        eids: list[str] = []
        while begins and begins[-1][0] <= max(end - 1, start):
            eids.append(last := begins.pop()[2])
        if line.strip():
            here = address(value.work.id, "original", at=last) + f"#{last}" if page is not None and last else ""
            yield Line(line, tuple(eids), page, here, f"{file}#page={page}" if page is not None else "")
            page = None
        start = end + 1


def add_files(app: FastAPI, room: Room) -> None:
    """`/original/HASH`: the bytes of one file, shown where it is harmless, else saved."""

    @app.get("/original/{sha256}", include_in_schema=True, response_class=Response)
    async def original(request: Request, sha256: str) -> Response:
        room.asked(request)
        data, media_type = await run_in_threadpool(room.archive.original, sha256)
        shown = _SHOWN.get(media_type)
        policy = ORIGINAL_PDF_POLICY if shown == _PDF else ORIGINAL_POLICY
        headers = {
            "Content-Security-Policy": policy,
            "Cache-Control": "private, max-age=31536000, immutable",
            "ETag": f'"{sha256}"',
        }
        if shown is None:
            headers["Content-Disposition"] = f'attachment; filename="{sha256[:12]}"'
        return Response(data, media_type=shown or "application/octet-stream", headers=headers)


PAGE = Page("original", WORK + "/original", "original.html", ask, dress, Originals, {"at": "asked.at"})
