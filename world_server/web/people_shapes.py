"""What goes in and out over HTTP about other people, as types."""

from datetime import datetime

from pydantic import Field

from world_server.web.shapes import Told


class BlockCard(Told):
    """Somebody the visitor does not want to meet."""

    id: int = Field(description="Takes the block back.")
    name: str = Field(description="Their nickname when they were blocked.")
    at: datetime


class BlocksAnswer(Told):
    """Everybody the visitor does not want to meet, the last one first."""

    blocks: list[BlockCard]
