"""Settings every process shares; each process's own class extends this one.

A value comes from the environment (`KASHIMA_DATABASE_URL`) or from a file of the same name in
lower case in `KASHIMA_SECRETS_DIR` (`kashima_database_url`), as Docker secrets are mounted.
"""

import json
import os
from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, SecretStr
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from world_server.store.badge_rules import BadgeRules, Rally
from world_server.store.clock import Clock, system_clock


def _listed(value: object) -> object:
    """An operator writes a list with commas, or as JSON."""
    if not isinstance(value, str):
        return value
    if value.startswith("["):
        return json.loads(value)
    return [part.strip() for part in value.split(",") if part.strip()]


Network = IPv4Network | IPv6Network

Networks = Annotated[tuple[Network, ...], NoDecode, BeforeValidator(_listed)]
"""Networks in CIDR form; every process reads such a setting alike."""


Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_listed)]
"""Names in a list."""


class StoreSettings(BaseSettings):
    """Where kept things live, and what time it is."""

    model_config = SettingsConfigDict(env_prefix="KASHIMA_", frozen=True, extra="ignore")

    database_url: SecretStr = Field(
        default=SecretStr("sqlite+aiosqlite:///var/kashima.db"),
        description="SQLAlchemy address of the database: sqlite+aiosqlite:// or postgresql+asyncpg://.",
    )
    clock_offset: int = Field(
        default=0,
        description="Seconds added to the machine's time; for tests and rehearsals only.",
    )
    public_url: str = Field(
        default="http://127.0.0.1:8700",
        description="Address of the town as visitors type it, without a slash at the end.",
    )
    recording_days: int = Field(
        default=180,
        ge=1,
        le=3650,
        description=(
            "Days after the planned end of an event at which the recording of its guide is erased."
        ),
    )
    qualifying_seconds: int = Field(
        default=30, ge=1, description="Active seconds in a day that make it a visit day."
    )
    monthly_days: int = Field(
        default=2,
        ge=1,
        le=31,
        description="Visit days in a month that earn its badge; 2 make a visitor a returner.",
    )
    host_seconds: int = Field(
        default=300,
        ge=1,
        description=(
            "Active seconds as guide or staff of an event that earn its host's badge; never more"
            " than the event asks of its visitors."
        ),
    )
    log_level: str = Field(default="INFO", description="DEBUG, INFO, WARNING or ERROR.")

    @property
    def clock(self) -> Clock:
        """The clock this process lives by."""
        return system_clock(offset=timedelta(seconds=self.clock_offset))

    def badge_rules(self, rallies: tuple[Rally, ...] = ()) -> BadgeRules:
        """The thresholds of this town's badges."""
        return BadgeRules(
            qualifying_seconds=self.qualifying_seconds,
            monthly_days=self.monthly_days,
            host_seconds=self.host_seconds,
            rallies=rallies,
        )

    @classmethod
    def from_environment(cls) -> Self:
        """Read once, at the start of a process; nothing else reads the environment."""
        folder = os.environ.get("KASHIMA_SECRETS_DIR")
        return cls(_secrets_dir=Path(folder) if folder else None)
