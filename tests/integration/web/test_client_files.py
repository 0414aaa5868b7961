"""The browser client over HTTP: small on the wire, cached for ever, and nothing beside it."""

import asyncio

import pytest
from web_town import CLIENT_FILES, Browser, Town
from yarl import URL

from world_server.settings import WorldSettings

SCRIPT = "/assets/main-AbC123.js"


@pytest.mark.parametrize("path", ["/", "/e/0a1b2c3d4e", "/p/honden"])
async def test_the_page_is_always_asked_for_anew(browser: Browser, path: str) -> None:
    page = await browser.get(path)
    assert page.status == 200
    assert page.body.startswith(b"<!doctype html>\n<html lang=")
    assert page.body.endswith(b"<div></div></html>")
    assert page.raw.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.raw.headers["Cache-Control"] == "no-cache"
    unchanged = await browser.get(path, headers={"If-None-Match": page.raw.headers["ETag"]})
    assert unchanged.raw.status == 304


async def test_a_hashed_file_may_be_kept_for_ever(browser: Browser) -> None:
    script = await browser.get(SCRIPT, headers={"Accept-Encoding": "identity"})
    assert script.body == CLIENT_FILES["assets/main-AbC123.js"]
    assert script.raw.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert script.raw.headers["Content-Type"] == "text/javascript; charset=utf-8"


@pytest.mark.parametrize(("accepted", "chosen"), [("br, gzip", "br"), ("gzip", "gzip")])
async def test_the_compressed_sibling_is_sent_to_who_takes_it(
    town: Town, accepted: str, chosen: str
) -> None:
    head = await _raw(town, f"GET {SCRIPT} HTTP/1.1", f"Accept-Encoding: {accepted}")
    assert f"Content-Encoding: {chosen}" in head
    assert "Vary: Accept-Encoding" in head
    assert "Content-Type: text/javascript" in head
    assert "immutable" in head


async def test_a_file_below_a_folder_and_one_beside_the_page_are_served(browser: Browser) -> None:
    model = await browser.get("/assets/sub/town-x.glb")
    assert model.raw.headers["Content-Type"] == "model/gltf-binary"
    icon = await browser.get("/icon.svg")
    assert icon.raw.headers["Content-Type"] == "image/svg+xml"
    assert icon.raw.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    [
        "/assets/",
        "/assets/none.js",
        "/assets/main-AbC123.js.br",
        "/assets/sub",
        "/assets/../index.html",
        "/assets/../../outside.txt",
        "/assets/..%2f..%2foutside.txt",
        "/assets/%2e%2e/%2e%2e/outside.txt",
        "/assets/sub/../../../outside.txt",
        "/assets//etc/passwd",
        "/assets/%00",
        "/assets/..\\..\\outside.txt",
        "/outside.txt",
        "/e/..%2fx",
        "/e/",
    ],
)
async def test_no_made_up_path_reaches_anything_else(town: Town, path: str) -> None:
    head = await _raw(town, f"GET {path} HTTP/1.1")
    assert head.startswith("HTTP/1.1 404 ")
    assert "not for visitors" not in head


async def test_the_page_may_be_asked_for_its_head_only(browser: Browser) -> None:
    head = await browser.ask("HEAD", "/")
    assert head.status == 200
    assert head.body == b""


class TestNotBuilt:
    """A world whose client nobody has built."""

    @pytest.fixture
    def settings(self, settings: WorldSettings) -> WorldSettings:
        return settings.model_copy(update={"client_dir": settings.client_dir / "none"})

    async def test_the_page_is_not_found_and_the_rest_works(
        self, browser: Browser, caplog: pytest.LogCaptureFixture
    ) -> None:
        assert (await browser.get("/", headers={"Accept": "text/html"})).status == 404
        assert (await browser.get("/api/events")).status == 200
        logged = [record.message for record in caplog.get_records("setup")]
        assert "the browser client is not built" in logged


async def _raw(town: Town, request_line: str, *headers: str) -> str:
    """Ask without a client library, which would tidy the path up first."""
    address: URL = town.server.make_url("/")
    reader, writer = await asyncio.open_connection(address.host, address.port)
    lines = [request_line, "Host: town", "Connection: close", *headers, "", ""]
    writer.write("\r\n".join(lines).encode())
    answer = await asyncio.wait_for(reader.read(), 10)
    writer.close()
    await writer.wait_closed()
    return answer.decode(errors="replace")
