"""The signed ticket that lets a browser enter one instance: pure, `now` is an argument.

A ticket may be used again to resume; what is single-use is the seat it names (presence.seats).
"""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from world_server.errors import TicketRefused
from world_server.signing import CLOCK_SKEW, NotOurs, TooOld, sign, signed_words

__all__ = ["CLOCK_SKEW", "LONGEST_STAY", "Claims", "issue", "read"]

PURPOSE = "ticket.1"

LONGEST_STAY = timedelta(hours=12)
"""Longer than any event; a forgotten tab asks for a new ticket the next day."""


@dataclass(frozen=True, slots=True)
class Claims:
    """Who may enter what: a visitor, an instance of a world, and the seat reserved there.

    `role` is `visitor`, `guide` or `staff`.
    """

    visitor_id: str
    instance: str
    event_id: int | None
    world: str
    seat: int
    role: str = "visitor"


def issue(secret: str, claims: Claims, *, now: datetime) -> str:
    """A ticket for `claims`, signed with `secret`, safe in a URL."""
    return sign(secret, PURPOSE, asdict(claims), now=now)


def read(secret: str, token: object, *, now: datetime) -> Claims:
    """What the ticket says; raise TicketRefused if it is forged, garbled, or over 12 h old."""
    try:
        return Claims(**signed_words(secret, PURPOSE, token, now=now, longest=LONGEST_STAY))
    except (NotOurs, TooOld, TypeError) as broken:
        raise TicketRefused from broken
