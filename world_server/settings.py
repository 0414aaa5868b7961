"""Settings of a world process; read once at its start and handed down."""

from pathlib import Path

from pydantic import Field, SecretStr, field_validator

from world_server.protocol.limits import LEAST_POSE_BUDGET, POSE_BUDGET
from world_server.store.settings import Names, Networks, StoreSettings

DAY_MINUTES = 24 * 60
ASSETS = Path(__file__).parent.parent / "assets"


class WorldSettings(StoreSettings):
    """What one world process needs to know about its surroundings."""

    redis_url: SecretStr = Field(
        default=SecretStr("redis://127.0.0.1:6379/0"),
        description="Address of Redis, password included: redis://:password@host:6379/0.",
    )
    secret: SecretStr = Field(
        min_length=32,
        description=(
            "Signs tickets and makes codes; 32 characters or more, the same in all worlds and in"
            " the staff pages of one town."
        ),
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
    refused_words: Path = Field(
        default=ASSETS / "moderation" / "words.txt",
        description="File of the words that a line of chat may not hold, one a line.",
    )
    client_dir: Path = Field(
        default=ASSETS / "client" / "dist", description="Folder of the built browser client."
    )
    public_capacity: int = Field(
        default=300, ge=1, description="Seats in the public instance of the town."
    )
    instance_capacity: int = Field(
        default=1000,
        ge=1,
        description="Seats in one instance; an event with more takes place in several.",
    )
    pose_budget: int = Field(
        default=POSE_BUDGET,
        description=(
            "Bytes of avatars' movements sent to each visitor in a second, 1000 or more; 0: the"
            " nearest hundred at every beat, whatever that takes."
        ),
    )
    recorded_guide_tours: Names = Field(
        default=("all",),
        description=(
            "Tours that a recorded guide walks in the public town, in turns: their names, comma"
            " separated; all: every one in the town's folder; empty: no recorded guide."
        ),
    )
    recorded_guide_minutes: int = Field(
        default=60,
        description=(
            "Minutes from one walk of the recorded guide to the next, from midnight in Kashima; a"
            " day must be a whole number of them."
        ),
    )
    trusted_proxies: Networks = Field(
        default=(),
        description="Networks (CIDR, comma separated) whose X-Forwarded-For is believed.",
    )
    accessibility_contact: str = Field(
        default="",
        max_length=200,
        description=(
            "How people reach the city when something is in their way, shown on /accessibility: an"
            " e-mail address, a telephone number, an https address, or a sentence."
        ),
    )
    metrics_token: SecretStr | None = Field(
        default=None, description="Bearer token for /metrics; without one there is no /metrics."
    )

    @field_validator("recorded_guide_minutes")
    @classmethod
    def _divides_the_day(cls, minutes: int) -> int:
        if minutes < 1 or DAY_MINUTES % minutes:
            message = f"must divide the {DAY_MINUTES} minutes of a day"
            raise ValueError(message)
        return minutes

    @field_validator("pose_budget")
    @classmethod
    def _leaves_room(cls, budget: int) -> int:
        if budget and budget < LEAST_POSE_BUDGET:
            message = f"must be 0, or {LEAST_POSE_BUDGET} or more"
            raise ValueError(message)
        return budget

    @property
    def secure(self) -> bool:
        """Whether visitors reach the town over https, so that cookies must not leave it."""
        return self.public_url.startswith("https://")
