"""The signed ticket that lets a browser enter one instance: pure, `now` is an argument.

A ticket may be used again to resume; what is single-use is the seat it names (presence.seats).
"""

import hashlib
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from itsdangerous import BadData, URLSafeSerializer

from world_server.errors import TicketRefused

LONGEST_STAY = timedelta(hours=12)
"""Longer than any event; a forgotten tab asks for a new ticket the next day."""

CLOCK_SKEW = timedelta(seconds=60)
"""How far the clocks of two worlds may differ."""


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
    signed: str | bytes = _signer(secret).dumps({**asdict(claims), "at": int(now.timestamp())})
    return signed if isinstance(signed, str) else signed.decode()


def read(secret: str, token: object, *, now: datetime) -> Claims:
    """What the ticket says; raise TicketRefused if it is forged, garbled, or over 12 h old."""
    if not isinstance(token, str):
        raise TicketRefused
    try:
        told: dict[str, Any] = _signer(secret).loads(token)
        age = now.timestamp() - told.pop("at")
        claims = Claims(**told)
    except (BadData, TypeError, KeyError, AttributeError) as broken:
        raise TicketRefused from broken
    if not -CLOCK_SKEW.total_seconds() <= age <= LONGEST_STAY.total_seconds():
        raise TicketRefused
    return claims


def _signer(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(
        secret,
        salt="kashima.ticket.1",
        signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256},
    )
