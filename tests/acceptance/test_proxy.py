"""The very proxy configuration of production routes by path to the right one of two worlds."""

import asyncio
import re
import shutil
import socket
import struct
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from typing import cast

import aiohttp
import pytest
from aiohttp import web
from compose_file import ROOT
from servers import await_port, free_port

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/sbin")

pytestmark = [
    pytest.mark.skipif(NGINX is None, reason="nginx is not on this machine (nginx-light has it)"),
    pytest.mark.skipif(sys.platform != "linux", reason="needs several loopback addresses"),
]

WHO = web.AppKey("who", str)
HOSTS = {
    "world-1": ["127.0.0.21"],
    "world-2": ["127.0.0.22"],
    "worlds": ["127.0.0.21", "127.0.0.22"],
    "admin": ["127.0.0.23"],
}


class NameServer(asyncio.DatagramProtocol):
    """Answers as Docker's name server does: addresses of containers, by name."""

    def __init__(self, hosts: Mapping[str, list[str]]) -> None:
        self._hosts = hosts

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        end = data.index(b"\0", 12)
        labels, at = [], 12
        while at < end:
            labels.append(data[at + 1 : at + 1 + data[at]].decode())
            at += 1 + data[at]
        addresses = self._hosts.get(".".join(labels), [])
        counts = struct.pack(">4H", 1, len(addresses), 0, 0)
        flags = b"\x81\x80" if addresses else b"\x81\x83"
        answers = b"".join(
            b"\xc0\x0c" + struct.pack(">HHIH", 1, 1, 1, 4) + socket.inet_aton(address)
            for address in addresses
        )
        reply = data[:2] + flags + counts + data[12 : end + 5] + answers
        self._transport.sendto(reply, addr)


async def tell(request: web.Request) -> web.StreamResponse:
    """Says who was asked for what; repeats what is said over a WebSocket."""
    who = request.app[WHO]
    if request.headers.get("Upgrade") == "websocket":
        line = web.WebSocketResponse()
        await line.prepare(request)
        async for message in line:
            await line.send_str(f"{who} heard {message.data}")
        return line
    return web.json_response(
        {
            "who": who,
            "path": request.path,
            "host": request.headers["Host"],
            "for": request.headers["X-Forwarded-For"],
        }
    )


@pytest.fixture
async def proxy(tmp_path: Path) -> AsyncIterator[str]:
    """Address of nginx with production's configuration, before two worlds and the staff pages."""
    port, listen = free_port(), free_port()
    loop = asyncio.get_running_loop()
    names, _ = await loop.create_datagram_endpoint(
        lambda: NameServer(HOSTS), local_addr=("127.0.0.1", 0)
    )
    async with AsyncExitStack() as stack:
        stack.callback(names.close)
        for who in ("world-1", "world-2", "admin"):
            app = web.Application()
            app[WHO] = who
            app.router.add_get("/{path:.*}", tell)
            runner = web.AppRunner(app, shutdown_timeout=0.1)
            await runner.setup()
            stack.push_async_callback(runner.cleanup)
            await web.TCPSite(runner, HOSTS[who][0], port).start()
        config = tmp_path / "nginx.conf"
        text = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
        name_server = "127.0.0.1:{}".format(names.get_extra_info("sockname")[1])
        text = text.replace("resolver 127.0.0.11 ", f"resolver {name_server} ")
        text = text.replace("listen 8080;", f"listen 127.0.0.1:{listen};")
        text = re.sub(r":870[01];", f":{port};", text)
        config.write_text(text.replace("/tmp/", f"{tmp_path}/"))  # noqa: S108  production's paths
        assert NGINX
        server = subprocess.Popen([NGINX, "-c", str(config)])  # noqa: ASYNC220  long-lived
        await_port(listen)
        yield f"http://127.0.0.1:{listen}"
        server.terminate()
        server.wait(10)


async def test_each_path_reaches_the_process_that_answers_for_it(proxy: str) -> None:
    async with aiohttp.ClientSession(proxy) as browser:
        for path, who in (
            ("/w/w1/socket.io", "world-1"),
            ("/w/w2/socket.io", "world-2"),
            ("/staff", "admin"),
            ("/staff/events/1", "admin"),
        ):
            async with browser.get(path) as answer:
                told = await answer.json()
                assert (told["who"], told["path"]) == (who, path)


async def test_everything_else_is_shared_among_the_worlds(proxy: str) -> None:
    asked = set()
    async with aiohttp.ClientSession(proxy) as browser:
        for path in ("/", "/api/events", "/e/sake", "/proof", "/staffroom") * 4:
            async with browser.get(path) as answer:
                asked.add((await answer.json())["who"])
    assert asked == {"world-1", "world-2"}


async def test_a_visitors_socket_stays_with_its_world(proxy: str) -> None:
    async with aiohttp.ClientSession(proxy) as browser, browser.ws_connect("/w/w2/socket.io") as ws:
        for word in ("a", "b", "c"):
            await ws.send_str(word)
            assert await ws.receive_str(timeout=5) == f"world-2 heard {word}"


async def test_a_world_that_does_not_exist_is_an_error_not_another_world(proxy: str) -> None:
    async with aiohttp.ClientSession(proxy) as browser:
        for path, status in (("/w/w9/socket.io", 502), ("/w/evil.example/socket.io", 404)):
            async with browser.get(path) as answer:
                assert answer.status == status


async def test_health_and_meters_are_for_the_inside_only(proxy: str) -> None:
    async with aiohttp.ClientSession(proxy) as browser:
        for path, status in (("/healthz", 404), ("/metrics", 404), ("/proxy-health", 200)):
            async with browser.get(path) as answer:
                assert answer.status == status


async def test_the_town_learns_the_visitors_address_and_the_host_they_typed(proxy: str) -> None:
    forged = {"Host": "town.example.jp", "X-Forwarded-For": "6.6.6.6"}
    async with (
        aiohttp.ClientSession(proxy) as browser,
        browser.get("/api/passport", headers=forged) as answer,
    ):
        told = await answer.json()
    assert told["host"] == "town.example.jp"
    assert told["for"] == "6.6.6.6, 127.0.0.1", "the last address is the proxy's own finding"
