"""Others' recent stamps, as counts by place: asked for once a minute, whoever asks how often."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta

from aiohttp import web
from pydantic import Field

from world_server.keys import CLOCK, DATABASE, TOWN
from world_server.operations import LIMITED, Operation
from world_server.store.felt import FELT_HOURS, felt
from world_server.web.answers import told
from world_server.web.limits import ADDRESS_READS, limit_address
from world_server.web.shapes import Told

FRESH_SECONDS = 60
"""A minute's delay also hides when exactly somebody stood somewhere."""


class FeltPlace(Told):
    """A place that people have reached lately."""

    place: str
    at_least: int = Field(
        ge=1, description="So many people or more, in steps: 1, 5, 10, 20, 50, 100, 200, 500, 1000."
    )


class FeltAnswer(Told):
    """The places reached in the last hours; who reached them is not told, nor when."""

    hours: int
    places: list[FeltPlace]


class Felt:
    """What was counted last, counted anew when it is a minute old, by one asker for all."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._counted: Mapping[str, int] = {}
        self._counted_at: datetime | None = None

    async def counts(self, app: web.Application) -> Mapping[str, int]:
        """At least how many people reached each place; raise Unavailable."""
        async with self._turn:
            now = app[CLOCK]()
            age = None if self._counted_at is None else now - self._counted_at
            if age is None or not timedelta() <= age < timedelta(seconds=FRESH_SECONDS):
                places = {place.id for place in app[TOWN].places}
                async with app[DATABASE].reading() as session:
                    self._counted = await felt(session, places=places, now=now)
                self._counted_at = now
            return self._counted


FELT = web.AppKey("felt", Felt)


async def recent(request: web.Request) -> web.Response:
    """Which places others have reached lately."""
    await limit_address(request, ADDRESS_READS)
    counts = await request.app[FELT].counts(request.app)
    places = [FeltPlace(place=place, at_least=count) for place, count in counts.items()]
    answer = told(FeltAnswer(hours=FELT_HOURS, places=places))
    answer.headers["Cache-Control"] = f"public, max-age={FRESH_SECONDS}"
    return answer


FELT_OPERATIONS = (
    Operation(
        method="get",
        path="/api/stamps/recent",
        summary="At least how many people have reached which place lately; counted once a minute.",
        answers={200: FeltAnswer},
        refuses=LIMITED,
    ),
)


def add_felt(app: web.Application) -> None:
    """Let others' recent stamps be felt."""
    app[FELT] = Felt()
    app.router.add_get("/api/stamps/recent", recent)
