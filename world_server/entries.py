"""The signed entry by which a guide or a helper of the staff comes into an event: pure.

Staff make it in their console and open the town with it; it stands behind the # of the address,
which browsers keep to themselves. It belongs to whoever comes with it first (presence.entries).
"""

import secrets
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from world_server.errors import EntryRefused
from world_server.signing import NotOurs, TooOld, sign, signed_words

PURPOSE = "entry.1"

LONGEST_ENTRY = timedelta(hours=12)
"""As long as an event may be: a guide who was away comes back by the same link."""

GUIDE, STAFF = "guide", "staff"
ROLES = (GUIDE, STAFF)


@dataclass(frozen=True, slots=True)
class Entry:
    """Which member of staff let whom in: an event, as `guide` or as `staff`."""

    staff_id: int
    event_id: int
    role: str
    number: str
    """At random, so that each entry is another."""


def new_entry(*, staff_id: int, event_id: int, role: str) -> Entry:
    """An entry nobody has used yet."""
    return Entry(staff_id=staff_id, event_id=event_id, role=role, number=secrets.token_urlsafe(12))


def issue(secret: str, entry: Entry, *, now: datetime) -> str:
    """The entry, signed with `secret`, safe in a URL."""
    return sign(secret, PURPOSE, asdict(entry), now=now)


def read(secret: str, token: str, *, event_id: int | None, now: datetime) -> Entry:
    """What the entry says; raise EntryRefused unless it is ours, in time, and for that event."""
    try:
        entry = Entry(**signed_words(secret, PURPOSE, token, now=now, longest=LONGEST_ENTRY))
    except TooOld as refused:
        raise EntryRefused("expired") from refused
    except (NotOurs, TypeError) as refused:
        raise EntryRefused("forged") from refused
    if entry.role not in ROLES:
        raise EntryRefused("forged")
    if entry.event_id != event_id:
        raise EntryRefused("other-event")
    return entry
