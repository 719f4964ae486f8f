"""Addresses of pages: a document is at its Akoma Ntoso identifier, a provision at `~eid` below it, views at names."""

import datetime as dt
from urllib.parse import quote, urlencode

# "/akn/vn/act/nghi-dinh/chinh-phu/2016-05-14/34-2016-nd-cp"
WORK = "/akn/vn/{kind}/{type}/{issuer}/{date}/{number}"
_PARTS = ("kind", "type", "issuer", "date", "number")


def work_of(parts: dict[str, str]) -> str:
    """The identifier that the parts of a path spell."""
    return "/akn/vn/" + "/".join(parts[part] for part in _PARTS)


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
    query = {**({"on": on.isoformat()} if on else {}), **{key: value for key, value in asked.items() if value}}
    return f"{path}?{urlencode(query)}" if query else path
