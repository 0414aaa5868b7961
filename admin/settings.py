"""Settings of the admin process; read once, at its start."""

from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path

from pydantic import Field, SecretStr

from world_server.store.settings import StoreSettings


class AdminSettings(StoreSettings):
    """Where the staff pages listen, how long a sign-in lasts, and how figures are guarded."""

    redis_url: SecretStr = Field(
        default=SecretStr("redis://127.0.0.1:6379/0"),
        description="Address of Redis, with its password.",
    )
    secret: SecretStr = Field(
        min_length=32,
        description="At least 32 random characters; keys the names of sessions and rate buckets.",
    )
    host: str = Field(default="127.0.0.1", description="Address the process listens on.")
    port: int = Field(default=8701, ge=0, le=65535, description="Port the process listens on.")
    admin_url: str = Field(
        default="http://127.0.0.1:8701",
        description="Address of the staff pages as staff type it, without a slash at the end.",
    )
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...] = Field(
        default=(),
        description="Networks of reverse proxies whose X-Forwarded-For is believed (JSON list).",
    )
    town_dir: Path = Field(
        default=Path("assets/town"), description="Folder that holds town.json, for place names."
    )
    idle_minutes: int = Field(
        default=120, ge=1, description="Minutes without a request after which staff sign in again."
    )
    absolute_hours: int = Field(
        default=12, ge=1, description="Hours after which staff sign in again in any case."
    )
    invite_hours: int = Field(
        default=72, ge=1, description="Hours for which an invitation link is good."
    )
    qualifying_seconds: int = Field(
        default=30, ge=1, description="Active seconds in a day that make it a visit day."
    )
    small_group: int = Field(
        default=10,
        ge=1,
        description="Figures about fewer people than this are hidden on the marketer's pages.",
    )
    return_days: int = Field(
        default=30, ge=1, description="Days after an event within which coming back counts."
    )

    @property
    def secure(self) -> bool:
        """Whether staff reach the pages over https, so that cookies must not leave it."""
        return self.admin_url.startswith("https://")

    @property
    def idle(self) -> timedelta:
        return timedelta(minutes=self.idle_minutes)

    @property
    def absolute(self) -> timedelta:
        return timedelta(hours=self.absolute_hours)

    @property
    def invite_life(self) -> timedelta:
        return timedelta(hours=self.invite_hours)
