"""The admin process from start to stop: quick to end, and silent about what is secret."""

import http.client
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from servers import free_port
from staff_site import Site

from admin.settings import AdminSettings
from world_server.store import staff
from world_server.store.tables.staff import StaffRole

ROOT = Path(__file__).parents[3]
RUN = "from admin.app import run; from admin.settings import AdminSettings as A; "
RUN += "run(A.from_environment())"


def ask(port: int, path: str) -> http.client.HTTPConnection | None:
    """A connection kept open after its answer; None while nobody listens."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers={"Connection": "keep-alive"})
        answer = connection.getresponse()
    except ConnectionRefusedError:
        connection.close()
        return None
    assert answer.read()
    assert answer.status == 200
    return connection


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_it_in_time_and_the_log_holds_no_key(
    site: Site, settings: AdminSettings, stop: signal.Signals
) -> None:
    async with site.database.transaction() as session:
        token = await staff.invite(session, StaffRole.OWNER, now=settings.clock())
    port = free_port()
    environment = {
        "KASHIMA_PORT": str(port),
        "KASHIMA_LOG_LEVEL": "DEBUG",
        "KASHIMA_DATABASE_URL": settings.database_url.get_secret_value(),
        "KASHIMA_REDIS_URL": settings.redis_url.get_secret_value(),
        "KASHIMA_SECRET": settings.secret.get_secret_value(),
        "KASHIMA_TRUSTED_PROXIES": "10.0.0.0/8, fd00::/8",
    }
    with subprocess.Popen(  # noqa: ASYNC220  the process under test is watched from outside
        [sys.executable, "-c", RUN], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        open_connection = None
        for _ in range(600):
            assert process.poll() is None, process.communicate()[1]
            open_connection = ask(port, "/healthz")
            if open_connection is not None:
                break
            time.sleep(0.1)  # noqa: ASYNC251  nothing else runs in this loop
        assert open_connection is not None
        invited = ask(port, f"/staff/invite/{token}")
        assert invited is not None
        invited.close()
        process.send_signal(stop)
        told = process.communicate(timeout=10)[1]  # Docker's patience
        open_connection.close()
    assert process.returncode == 0
    assert "/staff/invite/{token}" in told
    assert token not in told
    assert settings.secret.get_secret_value() not in told
    assert "Traceback" not in told
