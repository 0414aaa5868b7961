"""Which parts a town of one machine has, in which order they start, and what each is told."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kashima.readiness import AnswersChain, AnswersHttp, AnswersRedis, Finishes, Readiness

LOOPBACK = "127.0.0.1"
SERVER_PATIENCE = 7.0


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part: its name (log and label), how it is started and when it counts as ready."""

    name: str
    command: Sequence[str]
    readiness: Readiness
    environment: Mapping[str, str]
    patience: float = 1.5
    """Seconds it may take to stop before it is killed; one stage after another, under 10 in all."""
    says_secret: bool = False
    """What it says is told to the operator and kept in no log."""


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What the parts of one town are told about each other."""

    host: str
    world_port: int
    admin_port: int
    minter_port: int
    chain_port: int
    public_url: str
    admin_url: str
    database_url: str
    redis_url: str
    redis_command: Sequence[str]
    chain_command: Sequence[str]
    secrets: str
    minter_secrets: str
    contract_file: str
    snapshot_folder: str
    inherited: Mapping[str, str]

    @property
    def rpc_url(self) -> str:
        """Address of the embedded chain."""
        return f"http://{LOOPBACK}:{self.chain_port}"


def stages(town: Surroundings) -> list[list[Part]]:
    """The parts in the order in which they start; those of one stage start together."""
    return [[_redis(town), _chain(town), _migrate(town)], [*_servers(town), _invitation(town)]]


def verb(*arguments: str) -> list[str]:
    """This same command line, asked for one of its verbs."""
    return [sys.executable, "-m", "kashima", *arguments]


def _redis(town: Surroundings) -> Part:
    return Part(
        name="redis",
        command=town.redis_command,
        readiness=AnswersRedis(town.redis_url),
        environment=town.inherited,
    )


def _chain(town: Surroundings) -> Part:
    return Part(
        name="chain",
        command=town.chain_command,
        readiness=AnswersChain(town.rpc_url),
        environment=town.inherited,
    )


def _migrate(town: Surroundings) -> Part:
    return Part(
        name="migrate",
        command=verb("migrate"),
        readiness=Finishes(),
        environment=_told(town, {}),
    )


def _servers(town: Surroundings) -> list[Part]:
    """The processes of this project; only the minter is shown the key that issues badges."""
    chain = {"KASHIMA_RPC_URL": town.rpc_url}
    return [
        _server(town, "world", port=town.world_port, more=chain),
        _server(
            town,
            "admin",
            port=town.admin_port,
            more={"KASHIMA_MINTER_URL": f"http://{LOOPBACK}:{town.minter_port}"},
        ),
        _server(
            town,
            "minter",
            host=LOOPBACK,
            port=town.minter_port,
            secrets=town.minter_secrets,
            more={
                **chain,
                "KASHIMA_EMBEDDED_CHAIN": "true",
                "KASHIMA_DEPLOYMENT_FILE": town.contract_file,
                "KASHIMA_SNAPSHOT_FOLDER": town.snapshot_folder,
            },
        ),
    ]


def _server(
    town: Surroundings,
    name: str,
    *,
    port: int,
    host: str | None = None,
    secrets: str | None = None,
    more: Mapping[str, str] | None = None,
) -> Part:
    listening = {
        "KASHIMA_HOST": host or town.host,
        "KASHIMA_PORT": str(port),
        "KASHIMA_SECRETS_DIR": secrets or town.secrets,
    }
    return Part(
        name=name,
        command=verb(name),
        readiness=AnswersHttp(host or town.host, port),
        environment=_told(town, listening | dict(more or {})),
        patience=SERVER_PATIENCE,
    )


def _invitation(town: Surroundings) -> Part:
    """The one-shot that says where staff sign in: a one-time link while nobody can."""
    return Part(
        name="invite",
        command=verb("invite", "--first-owner"),
        readiness=Finishes(),
        environment=_told(town, {}),
        says_secret=True,
    )


def _told(town: Surroundings, more: Mapping[str, str]) -> dict[str, str]:
    """What every process of this project is told, and what only this one is told besides."""
    return {
        **town.inherited,
        "PYTHONUNBUFFERED": "1",  # a log must hold the last words of a part that died
        "KASHIMA_DATABASE_URL": town.database_url,
        "KASHIMA_PUBLIC_URL": town.public_url,
        "KASHIMA_ADMIN_URL": town.admin_url,
        **more,
    }
