"""A world process from start to stop: in order, within its time, and with words for what fails."""

import asyncio
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from servers import free_port
from stoppable_redis import StoppableRedis

from world_server.app import build_app
from world_server.keys import DATABASE, REDIS
from world_server.settings import WorldSettings

ROOT = Path(__file__).parents[3]

RUN = """
import asyncio, sys
from world_server.app import run
from world_server.serving import PortTaken, TaskDied
from world_server.settings import WorldSettings
from world_server.tasks import running

def dying(app):
    async def work():
        raise RuntimeError("the beat stopped")
    async def context(app):
        async with running(app, "beat", work()):
            yield
    app.cleanup_ctx.append(context)

try:
    run(WorldSettings.from_environment(), [dying] if "dying" in sys.argv else [])
except PortTaken as taken:
    sys.exit(f"taken {taken.port}")
except TaskDied as died:
    sys.exit(f"died {died.names}")
"""


@contextmanager
def world(settings: WorldSettings, port: int, *words: str) -> Iterator["subprocess.Popen[str]"]:
    """A world in a process of its own, which knows no environment but this."""
    environment = {
        "KASHIMA_PORT": str(port),
        "KASHIMA_LOG_LEVEL": "DEBUG",
        "KASHIMA_CLIENT_DIR": str(settings.client_dir),
        "KASHIMA_DATABASE_URL": settings.database_url.get_secret_value(),
        "KASHIMA_REDIS_URL": settings.redis_url.get_secret_value(),
        "KASHIMA_SECRET": settings.secret.get_secret_value(),
    }
    with subprocess.Popen(
        [sys.executable, "-c", RUN, *words],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def await_world(process: "subprocess.Popen[str]", port: int) -> None:
    """Return when the world listens; a busy machine may take its time to start a Python."""
    for _ in range(600):
        assert process.poll() is None, process.communicate()[1]
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the world does not listen")


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_time_even_with_a_connection_open(
    settings: WorldSettings, stop: signal.Signals
) -> None:
    port = free_port()
    with world(settings, port) as process:
        await_world(process, port)
        with closing(socket.create_connection(("127.0.0.1", port))) as idle:
            idle.sendall(b"GET /healthz HTTP/1.1\r\nHost: town\r\n\r\n")
            assert b"200 OK" in idle.recv(4096)
            process.send_signal(stop)
            _, told = process.communicate(timeout=10)
    assert process.returncode == 0, told


def test_a_port_in_use_is_named(settings: WorldSettings) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with world(settings, port) as process:
            _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert told.splitlines()[-1] == f"taken {port}"


def test_a_world_whose_part_dies_ends_with_an_error(settings: WorldSettings) -> None:
    with world(settings, 0, "dying") as process:
        _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert told.splitlines()[-1] == "died ('beat',)"
    assert re.search(r"CRITICAL world_server\.tasks: a task died, stopping task=beat", told)
    assert "RuntimeError: the beat stopped" in told


def test_nothing_secret_and_nobodys_address_is_in_the_log(
    settings: WorldSettings, own_redis: StoppableRedis
) -> None:
    from pydantic import SecretStr

    port = free_port()
    settings = settings.model_copy(update={"redis_url": SecretStr(own_redis.url)})
    with world(settings, port) as process:
        await_world(process, port)
        own_redis.stop()
        for line in (b"GET /api/events/secret-slug HTTP/1.1", b"\x16\x03\x01 rubbish"):
            with closing(socket.create_connection(("127.0.0.1", port))) as caller:
                caller.sendall(line + b"\r\nHost: town\r\nConnection: close\r\n\r\n")
                while caller.recv(4096):
                    pass
        process.terminate()
        _, told = process.communicate(timeout=10)
    assert "answered method=GET route=/api/events/{slug} status=503" in told
    password = own_redis.url.split("@", maxsplit=1)[0].removeprefix("redis://:")
    ours = "".join(line for line in told.splitlines() if "world_server" in line)
    assert password not in told
    assert settings.secret.get_secret_value() not in told
    assert "secret-slug" not in told
    assert "from 127.0.0.1" not in told
    assert ours


async def test_extensions_see_what_the_world_has_opened_and_pass_through_its_refusals(
    settings: WorldSettings,
) -> None:
    seen = []

    def extend(app: web.Application) -> None:
        async def context(app: web.Application) -> object:
            seen.append((await app[DATABASE].is_answering(), bool(await app[REDIS].ping())))
            yield
            seen.append((await app[DATABASE].is_answering(), bool(await app[REDIS].ping())))

        async def proof(_request: web.Request) -> web.Response:
            headers = {"Cross-Origin-Resource-Policy": "cross-origin"}
            return web.Response(text="proof", headers=headers)

        app.cleanup_ctx.append(context)  # type: ignore[arg-type]  # an async generator is one
        app.router.add_get("/proof", proof)

    async with TestClient(TestServer(build_app(settings, [extend]))) as client:
        answer = await client.get("/proof")
        assert await answer.text() == "proof"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Server"] == "kashima"
    assert seen == [(True, True), (True, True)]


async def test_two_worlds_of_one_process_share_nothing(settings: WorldSettings) -> None:
    other = settings.model_copy(update={"world_name": "w2"})
    async with (
        TestClient(TestServer(build_app(settings))) as first,
        TestClient(TestServer(build_app(other))) as second,
    ):
        told = [(await (await one.get("/healthz")).json())["world"] for one in (first, second)]
    assert told == ["w1", "w2"]


async def test_stopping_ends_the_work_beside_it(settings: WorldSettings) -> None:
    from world_server.tasks import FAILURES, running

    ended = asyncio.Event()

    def extend(app: web.Application) -> None:
        async def work() -> None:
            try:
                await asyncio.Event().wait()
            finally:
                ended.set()

        async def context(app: web.Application) -> object:
            async with running(app, "patient", work()):
                yield

        app.cleanup_ctx.append(context)  # type: ignore[arg-type]  # an async generator is one

    app = build_app(settings, [extend])
    async with TestClient(TestServer(app)) as client:
        await client.get("/healthz")
        assert "patient" in {task.get_name() for task in asyncio.all_tasks()}
    assert ended.is_set()
    assert app[FAILURES] == []
