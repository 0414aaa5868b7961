"""Pure rules of events: what may follow what, and what attendance earns."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from world_server.errors import BadTransition, Malformed
from world_server.store.tables.event import EventState, RuleKind

TRANSITIONS: dict[EventState, frozenset[EventState]] = {
    EventState.DRAFT: frozenset({EventState.PUBLISHED, EventState.CANCELLED}),
    EventState.PUBLISHED: frozenset({EventState.OPEN, EventState.CANCELLED}),
    EventState.OPEN: frozenset({EventState.ENDED, EventState.CANCELLED}),
    EventState.ENDED: frozenset(),
    EventState.CANCELLED: frozenset(),
}

MAX_CAPACITY = 10_000
"""Several instances full; a larger number is more likely a slip of the finger."""
MAX_LENGTH = timedelta(hours=12)
TITLE_LENGTH = 80
PLACE_LENGTH = 40


@dataclass(frozen=True, kw_only=True)
class EventPlan:
    """What staff plan: everything about an event that they type in."""

    title: str
    place: str
    starts_at: datetime
    ends_at: datetime
    capacity: int
    languages: tuple[str, ...]
    rule_kind: RuleKind
    rule_value: int


def check_plan(plan: EventPlan, *, known_languages: tuple[str, ...]) -> None:
    """Raise Malformed naming the first field that cannot be right."""
    minutes = (plan.ends_at - plan.starts_at).total_seconds() / 60
    rule_limit = 100 if plan.rule_kind is RuleKind.SHARE else minutes
    faults = {
        "title": not 0 < len(plan.title.strip()) <= TITLE_LENGTH or not plan.title.isprintable(),
        "place": not 0 < len(plan.place) <= PLACE_LENGTH or not plan.place.isprintable(),
        "ends_at": not timedelta() < plan.ends_at - plan.starts_at <= MAX_LENGTH,
        "capacity": not 1 <= plan.capacity <= MAX_CAPACITY,
        "languages": not plan.languages or not set(plan.languages) <= set(known_languages),
        "rule_value": not 1 <= plan.rule_value <= rule_limit,
    }
    for field, wrong in faults.items():
        if wrong:
            raise Malformed(field)


def check_transition(state: EventState, to: EventState) -> None:
    """Raise BadTransition when `to` may not follow `state`."""
    if to not in TRANSITIONS[state]:
        raise BadTransition(state)


def needed_seconds(
    *,
    kind: RuleKind,
    value: int,
    starts_at: datetime,
    ends_at: datetime,
    opened_at: datetime | None,
    ended_at: datetime | None,
) -> int:
    """Active seconds the badge asks for.

    A share is taken of the planned length, or of the real length from the opening of the doors
    when staff ended the event earlier than planned, so that nobody loses a badge by that.
    """
    if kind is RuleKind.MINUTES:
        return value * 60
    length = ends_at - starts_at
    if opened_at is not None and ended_at is not None:
        length = min(length, max(ended_at - opened_at, timedelta()))
    return max(1, -(-int(length.total_seconds()) * value // 100))
