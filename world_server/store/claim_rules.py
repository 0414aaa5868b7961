"""Pure rules of claims: which may be opened, and whether one may be used at a moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from world_server.errors import ClaimRefused, Malformed
from world_server.store.badge_rules import event_occasion
from world_server.store.tables.claim import Claim, ClaimChannel
from world_server.store.tables.event import Event, EventState

MOST_CODES = 500
"""A sheet of more is several sheets; each print run can then be withdrawn by itself."""

MOST_USES = 10_000
LABEL_LENGTH = 80
SPOT_LENGTH = 40
LONGEST_WORD_WINDOW = timedelta(minutes=30)
"""What is said aloud is soon on the net."""

LONGEST_WINDOW = timedelta(days=366)
"""A counter's claim is looked at again once a year."""

OPENABLE = frozenset({EventState.PUBLISHED, EventState.OPEN, EventState.ENDED})
"""An ended event's badge may still be handed out; a draft and a cancelled one have none."""


class Refusal(StrEnum):
    """Why a claim gives nothing, as the visitor is told."""

    UNKNOWN = "unknown"
    USED = "used"
    STALE = "stale"
    NOT_YET = "not-yet"
    TOO_LATE = "too-late"
    FULL = "full"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPlan:
    """What staff open: for an event, or for a counter at a `spot` (a place of the town)."""

    channel: ClaimChannel
    event_id: int | None = None
    spot: str | None = None
    label: str
    opens_at: datetime
    closes_at: datetime
    cap: int


def check_plan(plan: ClaimPlan, *, event: Event | None, now: datetime) -> None:
    """Raise Malformed naming the first field that cannot be right."""
    for field in faults_of(plan, event=event, now=now):
        raise Malformed(field)


def faults_of(plan: ClaimPlan, *, event: Event | None, now: datetime) -> list[str]:
    """Every field that cannot be right, in the order of the form.

    An event's claim may not be open when the chain would refuse its badge.
    """
    length = plan.closes_at - plan.opens_at
    longest = LONGEST_WORD_WINDOW if plan.channel is ClaimChannel.WORD else LONGEST_WINDOW
    most = MOST_CODES if plan.channel is ClaimChannel.ONE_TIME else MOST_USES
    label = plan.label
    badge = None if event is None else event_occasion(event)
    faults = {
        "event": (plan.event_id is None) == (plan.spot is None),
        "channel": plan.channel is ClaimChannel.WORD and event is None,
        "state": event is not None and event.state not in OPENABLE,
        "spot": plan.spot is not None and not 0 < len(plan.spot) <= SPOT_LENGTH,
        "label": not 0 < len(label.strip()) <= LABEL_LENGTH or not label.isprintable(),
        "cap": not 1 <= plan.cap <= most,
        "opens_at": badge is not None and plan.opens_at < badge.opens_at,
        "closes_at": not timedelta() < length <= longest
        or plan.closes_at <= now
        or (badge is not None and plan.closes_at > badge.closes_at),
    }
    return [field for field, wrong in faults.items() if wrong]


def check_usable(claim: Claim, *, event: Event | None, at: datetime) -> None:
    """Raise ClaimRefused unless one more may use the claim at that moment."""
    if claim.withdrawn_at is not None:
        raise ClaimRefused(Refusal.WITHDRAWN)
    if event is not None and event.state not in OPENABLE:
        raise ClaimRefused(Refusal.WITHDRAWN)
    if at < claim.opens_at:
        raise ClaimRefused(Refusal.NOT_YET)
    if at >= claim.closes_at:
        raise ClaimRefused(Refusal.TOO_LATE)
    if claim.used >= claim.cap:
        raise ClaimRefused(Refusal.FULL)
