"""The built browser client: one page, and files whose names change whenever their bytes do.

The folder is read once, at the start, and only names found then are served: no path a visitor
makes up ever reaches the file system.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from aiohttp import web

from world_server.errors import NotFound
from world_server.web.share_cards import FOLDER as CARDS
from world_server.web.share_cards import SharedPage, pictures_among

log = logging.getLogger(__name__)

INDEX = "index.html"
CLAIM = "claim.html"
SCREEN = "screen.html"
PAGES = (INDEX, CLAIM, SCREEN)
HASHED = "assets/"
ALWAYS_ASK = "no-cache"
A_DAY = "public, max-age=86400"
FOR_EVER = "public, max-age=31536000, immutable"

CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".glb": "model/gltf-binary",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".ktx2": "image/ktx2",
    ".map": "application/json",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
"""Stated here because what the machine's own tables say differs from machine to machine."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def built_files(folder: Path) -> dict[str, Path]:
    """Every servable file below `folder` by its name in an address; none that begins with a dot."""
    return {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.suffix in CONTENT_TYPES
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def add_client(app: web.Application, folder: Path) -> None:
    """Serve the client built in `folder`: its pages, and its files beside."""
    files = built_files(folder)
    if INDEX not in files:
        log.error("the browser client is not built", extra={"folder": str(folder)})
    if INDEX in files:
        page = SharedPage(files[INDEX].read_text("utf-8"), pictures_among(files))
        app.router.add_get("/", page.of_town)
        app.router.add_get("/e/{slug:[A-Za-z0-9-]{1,40}}", page.of_event)
        app.router.add_get("/p/{place:[a-z0-9-]{1,40}}", page.of_place)
    app.router.add_get("/c/", _named(files, CLAIM))
    app.router.add_get("/screen/", _named(files, SCREEN))
    app.router.add_get("/cards/{name}", _below(files, CARDS, caching=A_DAY))
    app.router.add_get("/assets/{name:.+}", _below(files, HASHED, caching=FOR_EVER))
    for name in files:
        if name not in PAGES and not name.startswith((HASHED, CARDS)):
            app.router.add_get(f"/{name}", _named(files, name))


def _named(files: Mapping[str, Path], name: str) -> Handler:
    async def serve(_request: web.Request) -> web.StreamResponse:
        return _file(files, name, caching=ALWAYS_ASK)

    return serve


def _below(files: Mapping[str, Path], folder: str, *, caching: str) -> Handler:
    async def serve(request: web.Request) -> web.StreamResponse:
        return _file(files, folder + request.match_info["name"], caching=caching)

    return serve


def _file(files: Mapping[str, Path], name: str, *, caching: str) -> web.FileResponse:
    path = files.get(name)
    if path is None:
        raise NotFound("page")
    # aiohttp itself sends the .br or .gz sibling when the browser takes it.
    return web.FileResponse(
        path, headers={"Content-Type": CONTENT_TYPES[path.suffix], "Cache-Control": caching}
    )
