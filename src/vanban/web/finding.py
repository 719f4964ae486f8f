"""How others find the pages: a map of the site, a word to robots, the search for browsers."""

from collections.abc import Iterator
from itertools import islice
from xml.sax.saxutils import escape

from fastapi import FastAPI, Request, Response
from starlette.responses import StreamingResponse

from vanban.web.addresses import address
from vanban.web.asking import Ask
from vanban.web.page import face_of
from vanban.web.room import Room

# A sitemap holds at most 50,000 addresses (sitemaps.org).
_MOST = 50_000
_XML = '<?xml version="1.0" encoding="utf-8"?>\n'


def add_maps(app: FastAPI, room: Room) -> None:
    """`/sitemap.xml` (an index of maps), `/robots.txt`, `/opensearch.xml`."""

    @app.get("/sitemap.xml", include_in_schema=False)
    async def index(request: Request) -> Response:
        base = room.asked(request).base
        maps = max(1, -(-room.archive.counts().works // _MOST))
        body = "".join(f"<sitemap><loc>{base}/sitemap-{at}.xml</loc></sitemap>" for at in range(maps))
        made = f'{_XML}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{body}</sitemapindex>'
        return Response(made, media_type="application/xml")

    @app.get("/sitemap-{at}.xml", include_in_schema=False)
    def map_(request: Request, at: int) -> Response:
        return StreamingResponse(_map(room, room.asked(request).base, at), media_type="application/xml")

    @app.get("/robots.txt", include_in_schema=False)
    async def robots(request: Request) -> Response:
        rules = "User-agent: *\nDisallow: /search\nDisallow: /desk\nDisallow: /add\nDisallow: /account\n"
        return Response(
            f"{rules}Sitemap: {request.url.scheme}://{request.url.netloc}/sitemap.xml\n", media_type="text/plain"
        )

    @app.get("/opensearch.xml", include_in_schema=False)
    async def opensearch(request: Request) -> Response:
        ask = Ask(request, room.gate.viewer(request))
        t = face_of(room, ask).t
        made = (
            f'{_XML}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>vanban</ShortName>'
            f"<Description>{escape(t('search.label'))}</Description><InputEncoding>UTF-8</InputEncoding>"
            f'<Url type="text/html" template="{ask.base}/search?q={{searchTerms}}"/></OpenSearchDescription>'
        )
        return Response(made, media_type="application/opensearchdescription+xml")


def _map(room: Room, base: str, at: int) -> Iterator[str]:
    yield f'{_XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    for work in islice(room.archive.works(), at * _MOST, (at + 1) * _MOST):
        yield f"<url><loc>{escape(base + address(work.id))}</loc></url>\n"
    yield "</urlset>\n"
