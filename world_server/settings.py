"""Settings of a world process; read once at its start and handed down."""

from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import NoDecode

from world_server.store.settings import StoreSettings

ASSETS = Path(__file__).parent.parent / "assets"

Network = IPv4Network | IPv6Network


class WorldSettings(StoreSettings):
    """What one world process needs to know about its surroundings."""

    redis_url: SecretStr = Field(
        default=SecretStr("redis://127.0.0.1:6379/0"),
        description="Address of Redis, password included: redis://:password@host:6379/0.",
    )
    secret: SecretStr = Field(
        min_length=32,
        description="Signs tickets; 32 characters or more, the same in all worlds of one town.",
    )
    world_name: str = Field(
        default="w1",
        pattern=r"^[a-z0-9-]{1,16}$",
        description="Name of this world, unique in the town; the proxy routes /w/<name>/ to it.",
    )
    host: str = Field(default="127.0.0.1", description="Address to listen at.")
    port: int = Field(default=8700, ge=0, le=65535, description="Port to listen at; 0 picks one.")
    town_dir: Path = Field(
        default=ASSETS / "town", description="Folder of the town's data (town.json)."
    )
    client_dir: Path = Field(
        default=ASSETS / "client" / "dist", description="Folder of the built browser client."
    )
    locales_dir: Path = Field(
        default=ASSETS / "locales", description="Folder of the translations, one folder a language."
    )
    public_capacity: int = Field(
        default=300, ge=1, description="Seats in the public instance of the town."
    )
    trusted_proxies: Annotated[tuple[Network, ...], NoDecode] = Field(
        default=(),
        description="Networks (CIDR, comma separated) whose X-Forwarded-For is believed.",
    )
    metrics_token: SecretStr | None = Field(
        default=None, description="Bearer token for /metrics; without one there is no /metrics."
    )

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _networks(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(ip_network(part.strip()) for part in value.split(",") if part.strip())
        return value
