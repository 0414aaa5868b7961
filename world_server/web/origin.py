"""Writes come from our own pages only: another site's page may not act for a visitor."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from world_server.errors import NotAllowed
from world_server.keys import SETTINGS

READS = frozenset({"GET", "HEAD", "OPTIONS"})


def is_foreign(headers: Mapping[str, str], *, public_url: str) -> bool:
    """True when a browser says the request was made by a page of another origin.

    Browsers always say so in Sec-Fetch-Site or Origin; what says neither is no browser, holds no
    visitor's cookie, and is welcome. The own origin is the public address, or the very host asked.
    """
    site = headers.get("Sec-Fetch-Site")
    if site is not None:
        return site != "same-origin"
    origin = headers.get("Origin")
    if origin is None:
        return False
    own = {urlsplit(public_url).netloc, headers.get("Host")}
    return urlsplit(origin).netloc not in own


def is_foreign_request(request: web.Request) -> bool:
    """True when another site's page makes this request, or opens this socket."""
    return is_foreign(request.headers, public_url=request.app[SETTINGS].public_url)


@web.middleware
async def own_pages_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse writes that another site's page asks for."""
    if request.method not in READS and is_foreign_request(request):
        raise NotAllowed
    return await handler(request)
