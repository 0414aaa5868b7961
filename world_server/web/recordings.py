"""Recorded tours anybody may join: the list, and one of them whole."""

from aiohttp import web
from pydantic import Field

from world_server.errors import NotFound
from world_server.keys import DATABASE
from world_server.operations import LIMITED, Operation
from world_server.store import recordings
from world_server.store.recorded_walk import RecordedLine, RecordedMark
from world_server.store.recordings import Published
from world_server.web.answers import told
from world_server.web.limits import ADDRESS_READS, limit_address
from world_server.web.shapes import Language, Told


class RecordingCard(Told):
    """A recorded tour: the event its guide led, and how long it plays."""

    slug: str = Field(description="The event's own part of its link.")
    title: str
    place: str
    day: str = Field(description="The calendar day in Kashima, YYYY-MM-DD.")
    languages: list[Language]
    seconds: int
    lines: int = Field(description="How much is said.")


class RecordingsAnswer(Told):
    """Recorded tours, the newest first."""

    recordings: list[RecordingCard]


class LineSaid(Told):
    """What a guide or staff said at that millisecond: a text, or the number of a phrase."""

    at: int
    by: str = Field(description="guide or staff.")
    text: str | None
    phrase: int | None


class RecordingAnswer(Told):
    """One recorded tour; a mark is milliseconds, x, y, z in metres, and yaw in radians."""

    recording: RecordingCard
    marks: list[tuple[int, float, float, float, float]]
    said: list[LineSaid]


async def listed(request: web.Request) -> web.Response:
    """Every recorded tour that staff published."""
    await limit_address(request, ADDRESS_READS)
    async with request.app[DATABASE].reading() as session:
        found = await recordings.published(session)
    return told(RecordingsAnswer(recordings=[_card(one) for one in found]))


async def one(request: web.Request) -> web.Response:
    """A recorded tour, to be played by whoever asked for it, and seen by them alone."""
    await limit_address(request, ADDRESS_READS)
    async with request.app[DATABASE].reading() as session:
        card, walk = await recordings.published_walk(session, request.match_info["slug"])
    return told(
        RecordingAnswer(
            recording=_card(card),
            marks=[_mark(mark) for mark in walk.marks],
            said=[_line(line) for line in walk.lines],
        )
    )


def _card(found: Published) -> RecordingCard:
    event = found.event
    return RecordingCard.model_validate(
        {
            "slug": event.slug,
            "title": event.title,
            "place": event.place,
            "day": recordings.day_of(event).isoformat(),
            "languages": event.languages,
            "seconds": found.seconds,
            "lines": found.line_count,
        }
    )


def _mark(mark: RecordedMark) -> tuple[int, float, float, float, float]:
    return (mark.at, mark.x, mark.y, mark.z, mark.yaw)


def _line(line: RecordedLine) -> LineSaid:
    return LineSaid(at=line.at, by=line.by, text=line.text, phrase=line.phrase)


RECORDING_OPERATIONS = (
    Operation(
        method="get",
        path="/api/recordings",
        summary="Recorded tours anybody may join, the newest first.",
        answers={200: RecordingsAnswer},
        refuses=LIMITED,
    ),
    Operation(
        method="get",
        path="/api/recordings/{slug}",
        summary="One recorded tour: its walk and its words.",
        parameters={"slug": "The event's own part of its link."},
        answers={200: RecordingAnswer},
        refuses=(NotFound, *LIMITED),
    ),
)
