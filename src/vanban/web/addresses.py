"""Addresses of pages: a document is at its Akoma Ntoso identifier, a provision at `~eid` below it, views at names."""

import datetime as dt
from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

# "/akn/vn/act/nghi-dinh/chinh-phu/2016-05-14/34-2016-nd-cp"
WORK = "/akn/vn/{kind}/{type}/{issuer}/{date}/{number}"
_PARTS = ("kind", "type", "issuer", "date", "number")


def work_of(parts: dict[str, str]) -> str:
    """The identifier that the parts of a path spell."""
    return "/akn/vn/" + "/".join(parts[part] for part in _PARTS)


def page_at(path: str, asked: Mapping[str, object] | Iterable[tuple[str, object]]) -> str:
    """The address of a page with what is asked of it; parameters without a value are left out."""
    pairs = asked.items() if isinstance(asked, Mapping) else asked
    query = urlencode([(name, str(value)) for name, value in pairs if value not in (None, "")])
    return f"{path}?{query}" if query else path


def address(work: str, view: str = "", *, eid: str | None = None, on: dt.date | None = None, **asked: str) -> str:
    """Where a document, a provision of it (`eid`) or a `view` of either is. Without `on` it is read as of today.

    A document that is only spoken of has no page: "".
    """
    if not work.startswith("/akn/"):
        return ""
    path = quote(work, safe="/~-._")
    if eid:
        path += f"/~{quote(eid, safe='_-.')}"
    if view:
        path += f"/{view}"
    return page_at(path, {"on": on.isoformat() if on else "", **asked})
