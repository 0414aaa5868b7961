"""Settings of the admin process; read once, at its start."""

from datetime import timedelta
from pathlib import Path

from pydantic import Field, SecretStr

from world_server.store.settings import Networks, StoreSettings

ASSETS = Path(__file__).parent.parent / "assets"


class AdminSettings(StoreSettings):
    """Where the staff pages listen, how long a sign-in lasts, and how figures are guarded."""

    redis_url: SecretStr = Field(
        default=SecretStr("redis://127.0.0.1:6379/0"),
        description="Address of Redis, password included: redis://:password@host:6379/0.",
    )
    secret: SecretStr = Field(
        min_length=32,
        description=(
            "32 characters or more, the worlds' too: signs the entrances of staff and the links of"
            " screens, and keys the words said in events."
        ),
    )
    host: str = Field(default="127.0.0.1", description="Address to listen at.")
    port: int = Field(default=8701, ge=0, le=65535, description="Port to listen at; 0 picks one.")
    admin_url: str = Field(
        default="http://127.0.0.1:8701",
        description="Address of the staff pages as staff type it, without a slash at the end.",
    )
    minter_url: str = Field(
        default="http://127.0.0.1:8702",
        description="Address of the minter's health page, which says why badges wait.",
    )
    town_dir: Path = Field(
        default=ASSETS / "town", description="Folder of the town's data (town.json)."
    )
    instance_capacity: int = Field(
        default=1000,
        ge=1,
        description="Seats in one instance; an event with more takes place in several.",
    )
    trusted_proxies: Networks = Field(
        default=(),
        description="Networks (CIDR, comma separated) whose X-Forwarded-For is believed.",
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
    return_days: int = Field(
        default=30, ge=1, description="Days after an event within which coming back counts."
    )
    small_group: int = Field(
        default=10,
        ge=1,
        description="Figures about fewer people than this are hidden on the marketer's pages.",
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
