"""All tables, so that importing this package fills SQLModel's metadata."""

from world_server.store.tables import (
    award,
    chain,
    claim,
    event,
    passport,
    people,
    recording,
    staff,
    stamp,
    visit,
    visitor,
    wallet,
)

__all__ = [
    "award",
    "chain",
    "claim",
    "event",
    "passport",
    "people",
    "recording",
    "staff",
    "stamp",
    "visit",
    "visitor",
    "wallet",
]
