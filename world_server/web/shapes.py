"""What goes in and out over HTTP, as types; the OpenAPI document is made from them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from world_server.store.tables.award import Award, AwardState, Badge, BadgeKind, Source
from world_server.store.tables.event import Event, EventState, RuleKind
from world_server.store.tables.stamp import Stamp
from world_server.store.tables.visitor import Visitor

LOOKS = 2**24
"""A look is three packed bytes."""

Language = Literal["ja", "en", "th", "ko", "zh-TW"]
Nickname = Annotated[str, Field(description="1 to 24 shown characters; not a real name.")]
Look = Annotated[int, Field(ge=0, lt=LOOKS, description="Packed appearance of the avatar.")]


class Asked(BaseModel):
    """What a browser sends: exactly these fields, of exactly these types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Arrival(Asked):
    """Someone comes in for the first time."""

    nickname: Nickname
    look: Look
    language: Language
    remember: bool = Field(description="Whether they agree to be remembered after this stay.")


class Change(Asked):
    """What a visitor changes about themselves; what is left out stays."""

    nickname: Nickname | None = None
    look: Look | None = None
    language: Language | None = None


Where = Annotated[
    str | None, Field(max_length=40, description="An event by its link, null the public town.")
]


class Wish(Asked):
    """Where a visitor wants to go."""

    event: Where
    wait: bool = Field(
        default=False, description="Stand in line when all seats are taken; ask again to stay in."
    )
    entry: str | None = Field(
        default=None, max_length=400, description="The signed entry of a guide or of staff."
    )


class Departure(Asked):
    """Which line a visitor leaves."""

    event: Where


class Told(BaseModel):
    """What the town answers."""

    model_config = ConfigDict(frozen=True)


class BadgeCard(Told):
    """One badge in a passport, with what has become of it so far."""

    id: int
    title: str
    place: str
    occurred_on: date
    kind: BadgeKind = Field(description="What it is for.")
    source: Source = Field(description="How it was earned.")
    state: AwardState
    proof: str = Field(description="Path of the public proof page of this holder.")
    art: str = Field(description="Path of the badge's picture (SVG).")


class StampCard(Told):
    """A place the visitor has reached."""

    place: str
    day: date = Field(description="Calendar day in Kashima (JST) on which they first did.")


class VisitorCard(Told):
    """A visitor as they see themselves."""

    nickname: str
    look: int
    language: Language
    remembered: bool
    visit_days: list[date] = Field(description="Calendar days in Kashima (JST) they came.")
    badges: list[BadgeCard]
    stamps: list[StampCard] = Field(description="The first first.")


class PassportAnswer(Told):
    """The passport the browser holds."""

    visitor: VisitorCard


class EventRule(Told):
    """What the event's badge asks for: a share of the event in percent, or minutes."""

    kind: RuleKind
    value: int


class EventCard(Told):
    """An event as visitors see it."""

    slug: str
    title: str
    place: str
    starts_at: datetime
    ends_at: datetime
    state: Literal["published", "open", "ended", "cancelled"]
    capacity: int
    taken: int = Field(description="Seats taken or reserved now.")
    waiting: int = Field(description="People who stand in line for a seat.")
    languages: list[Language]
    rule: EventRule


class EventAnswer(Told):
    """One event."""

    event: EventCard


class EventsAnswer(Told):
    """Events one may look forward to or join now, the soonest first."""

    events: list[EventCard]


class Admission(Told):
    """A reserved seat: connect to `path` with `ticket` within 15 seconds."""

    ticket: str
    path: str
    instance: str
    role: Literal["visitor", "guide", "staff"]
    event: EventCard | None


class Waiting(Told):
    """A place in line; who does not ask again within 20 seconds loses it."""

    place_in_line: int = Field(ge=1, description="1 for the first.")
    waiting: int = Field(ge=1, description="How many stand in line, oneself included.")
    poll_seconds: int = Field(ge=1, description="Ask again after so many seconds.")


class Health(Told):
    """Whether each part answers now."""

    world: str
    database: bool
    redis: bool
    beat_age_ms: int | None = Field(description="Since the last beat of the town; null before one.")


class Refusal(Told):
    """Why something was refused, in the reader's language."""

    code: str
    message: str
    retryable: bool
    details: dict[str, str | int]


class RefusalAnswer(Told):
    """The one shape of every refusal."""

    error: Refusal


def badge_card(award: Award, badge: Badge) -> BadgeCard:
    """A badge of a passport as its holder sees it."""
    return BadgeCard.model_validate(
        {
            "id": badge.id,
            "title": badge.title,
            "place": badge.place,
            "occurred_on": badge.occurred_on,
            "kind": badge.kind,
            "source": award.source,
            "state": award.state,
            "proof": f"/proof/{award.holder}",
            "art": f"/badges/art/{badge.id}.svg",
        }
    )


def visitor_card(
    visitor: Visitor,
    *,
    visit_days: list[date],
    badges: list[BadgeCard],
    stamps: Sequence[Stamp],
) -> VisitorCard:
    """A visitor as they see themselves."""
    return VisitorCard.model_validate(
        {
            "nickname": visitor.nickname,
            "look": visitor.look,
            "language": visitor.language,
            "remembered": visitor.remembered,
            "visit_days": visit_days,
            "badges": badges,
            "stamps": [{"place": one.place, "day": one.day} for one in stamps],
        }
    )


def event_card(event: Event, *, taken: int, waiting: int) -> EventCard:
    """An event as visitors see it; a draft is never shown."""
    if event.state is EventState.DRAFT:
        message = "a draft may not be shown"
        raise ValueError(message)
    return EventCard.model_validate(
        {
            "slug": event.slug,
            "title": event.title,
            "place": event.place,
            "starts_at": event.starts_at,
            "ends_at": event.ends_at,
            "state": event.state.value,
            "capacity": event.capacity,
            "taken": taken,
            "waiting": waiting,
            "languages": event.languages,
            "rule": {"kind": event.rule_kind, "value": event.rule_value},
        }
    )
