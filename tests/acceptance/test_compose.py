"""The very commands of docker-compose.yml bring a town up against PostgreSQL, Redis and a chain.

There is no Docker engine here, so each container becomes a process: its command, its environment,
its health check and only the secrets it is shown are taken from the file; host names, ports and
container paths are translated.
"""

import asyncio
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from compose_file import ROOT, image, read
from servers import await_port, free_port, redis_binary
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

VARIABLES = {"KASHIMA_PUBLIC_URL": "https://town.example.jp", "COMPOSE_PROFILES": "test-chain"}
GRACE_SECONDS = 10
HEALTH_SECONDS = 60


@dataclass
class Deployment:
    """Production on this machine, container by container."""

    folder: Path
    database: str
    services: dict[str, Any]
    ports: dict[str, int] = field(default_factory=dict)
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def translated(self, text: str) -> str:
        """Host names, ports and container paths as they are on this machine."""
        text = re.sub(r"@postgres:5432/kashima$", f"@{self.database}", text)
        for host, port in (("redis", 6379), ("chain", 8545)):
            text = text.replace(f"{host}:{port}", f"127.0.0.1:{self.ports[host]}")
        text = text.replace("/etc/kashima/", f"{ROOT}/deploy/")
        return "127.0.0.1" if text == "0.0.0.0" else text  # noqa: S104  the point is not to

    def secrets_of(self, name: str) -> Path:
        """A folder with the secrets this service is shown, and no others."""
        shown = self.folder / name
        shown.mkdir(exist_ok=True)
        for secret in self.services[name].get("secrets", []):
            made = (self.folder / "secrets" / secret).read_text().strip()
            (shown / secret).write_text(self.translated(made) + "\n")
        return shown

    def environment(self, name: str) -> dict[str, str]:
        """What the container would see: the image's variables, then the service's."""
        declared = {**image().environment, **self.services[name].get("environment", {})}
        ours = {key: value for key, value in declared.items() if key.startswith("KASHIMA_")}
        return {
            "PATH": os.environ["PATH"],  # noqa: TID251  in place of the image's
            "PYTHONPATH": str(ROOT),
            **{key: self.translated(value) for key, value in ours.items()},
            "KASHIMA_SECRETS_DIR": str(self.secrets_of(name)),
            "KASHIMA_PORT": str(self.ports[name]),
        }

    def command(self, name: str) -> list[str]:
        """The image's entry point and the service's command."""
        words = [self.translated(word) for word in self.services[name]["command"]]
        if name == "redis":
            words = [word.replace("/run/secrets", str(self.secrets_of(name))) for word in words]
            words = [word.replace("/data", str(self.folder)) for word in words]
            return [redis_binary(), *words[1:], "--port", str(self.ports[name])]
        entry = [word.replace("python", sys.executable) for word in image().entrypoint]
        if name == "chain":
            words += ["--port", str(self.ports[name])]
        return [*entry, *words]

    def start(self, name: str) -> subprocess.Popen[bytes]:
        """Start the service as a process."""
        self.ports.setdefault(name, free_port())
        with (self.folder / f"{name}.log").open("wb") as log:
            self.processes[name] = subprocess.Popen(
                self.command(name),
                env=self.environment(name),
                cwd=self.folder,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        return self.processes[name]

    def is_healthy(self, name: str) -> bool:
        """The service's own health check, run as Docker would."""
        check = [str(word) for word in self.services[name]["healthcheck"]["test"]]
        assert check[:2] == ["CMD", "python"], "a check of ours"
        code = re.sub(r"127\.0\.0\.1:\d+", f"127.0.0.1:{self.ports[name]}", check[3])
        done = subprocess.run([sys.executable, *check[2:3], code], capture_output=True, check=False)
        return done.returncode == 0

    def await_health(self, name: str) -> None:
        deadline = time.monotonic() + HEALTH_SECONDS
        while not self.is_healthy(name):
            assert self.processes[name].poll() is None, self.said(name)
            assert time.monotonic() < deadline, self.said(name)
            time.sleep(0.1)

    def kill(self) -> None:
        """Leave nothing behind, however the tests went."""
        for process in self.processes.values():
            process.kill()
            process.wait()

    def said(self, name: str) -> str:
        said = (self.folder / f"{name}.log").read_text(errors="replace")
        return f"{name} said:\n{said[-3000:]}"


async def make_database(url: str, *, password: str) -> str:
    """The database and the role that the postgres image would make; where they are."""
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for statement in (
            "DROP DATABASE IF EXISTS kashima",
            "DROP ROLE IF EXISTS kashima",
            f"CREATE ROLE kashima LOGIN PASSWORD '{password}'",
            "CREATE DATABASE kashima OWNER kashima",
        ):
            await connection.execute(text(statement))
    await engine.dispose()
    host = re.search(r"@([^/]*)/\w*(\?.*)?$", url)
    assert host is not None, url
    return f"{host[1]}/kashima{host[2] or ''}"


@pytest.fixture(scope="module")
def deployment(
    postgres_server: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Deployment]:
    folder = tmp_path_factory.mktemp("production")
    subprocess.run([ROOT / "deploy/make-secrets", folder / "secrets"], check=True)
    password = (folder / "secrets/postgres_password").read_text().strip()
    database = asyncio.run(make_database(postgres_server, password=password))
    town = Deployment(folder, database, read(VARIABLES)["services"])
    town.ports |= {"redis": free_port(), "chain": free_port()}
    with ExitStack() as stack:
        stack.callback(town.kill)
        town.start("redis")
        await_port(town.ports["redis"])
        town.start("chain")
        town.await_health("chain")
        migrated = town.start("migrate")
        assert migrated.wait(HEALTH_SECONDS) == 0, town.said("migrate")
        servers = ["world-1", "world-2", "admin", "minter"]
        for name in servers:
            town.start(name)
        for name in servers:
            town.await_health(name)
        yield town


def test_every_service_of_ours_is_healthy_by_its_own_check(deployment: Deployment) -> None:
    ours = {n for n, s in deployment.services.items() if s["image"].startswith("virtual-kashima:")}
    assert ours - {"migrate"} == {"world-1", "world-2", "admin", "minter", "chain"}
    for name in ours - {"migrate"}:
        assert deployment.is_healthy(name), deployment.said(name)


def test_the_health_check_notices_when_nobody_answers(deployment: Deployment) -> None:
    kept = deployment.ports["world-1"]
    deployment.ports["world-1"] = free_port()
    assert not deployment.is_healthy("world-1")
    deployment.ports["world-1"] = kept


def test_redis_wants_the_password_from_the_secret(deployment: Deployment) -> None:
    from redis import Redis
    from redis.exceptions import AuthenticationError

    port = deployment.ports["redis"]
    with Redis(port=port) as stranger, pytest.raises(AuthenticationError):
        stranger.ping()
    url = (deployment.folder / "world-1/kashima_redis_url").read_text().strip()
    with Redis.from_url(url) as town:
        assert town.ping()
        assert town.config_get("appendonly") == {"appendonly": "yes"}


def test_migrating_again_beside_running_servers_changes_nothing(deployment: Deployment) -> None:
    again = deployment.start("migrate")
    assert again.wait(HEALTH_SECONDS) == 0, deployment.said("migrate")
    assert deployment.is_healthy("world-1")


def test_the_first_owner_is_invited_as_the_guide_says(deployment: Deployment) -> None:
    """`docker compose run --rm admin invite --role owner`."""
    environment = deployment.environment("admin") | {"LANG": "en_GB.UTF-8"}
    asked = subprocess.run(
        [*deployment.command("admin")[:-1], "invite", "--role", "owner"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stderr
    assert asked.stdout.splitlines()[-1].startswith("https://town.example.jp/staff/invite/")


def test_no_process_can_see_a_secret_that_is_not_its_own(deployment: Deployment) -> None:
    for name in ("world-1", "world-2", "admin"):
        assert not (deployment.folder / name / "kashima_issuer_key").exists()
    assert (deployment.folder / "minter/kashima_issuer_key").exists()


def test_no_secret_is_in_a_log(deployment: Deployment) -> None:
    secrets = [path.read_text().strip() for path in (deployment.folder / "secrets").iterdir()]
    secrets.remove("http://chain:8545")
    for log in deployment.folder.glob("*.log"):
        text = log.read_text(errors="replace")
        assert not any(secret.removeprefix("requirepass ") in text for secret in secrets), log.name


def test_everything_stops_within_the_grace_docker_gives(deployment: Deployment) -> None:
    """Runs last: afterwards nothing is left to test."""
    began = time.monotonic()
    running = {n: p for n, p in deployment.processes.items() if p.poll() is None}
    assert set(running) == {"redis", "chain", "world-1", "world-2", "admin", "minter"}
    for process in running.values():
        process.terminate()
    for name, process in running.items():
        left = GRACE_SECONDS - (time.monotonic() - began)
        assert process.wait(max(0.1, left)) is not None, deployment.said(name)
    codes = {name: process.returncode for name, process in running.items()}
    assert set(codes.values()) == {0}, codes
