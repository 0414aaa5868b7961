"""Pure: signed words about claims: the link of a screen, and a code held for a newcomer.

A rotating code is worthless after a minute, and a newcomer needs longer to come in. So whoever
shows one in time, with no passport yet, is given a hold: the same code, kept for ten minutes, for
one visitor (`presence.holds`).
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from world_server.errors import ClaimRefused
from world_server.signing import NotOurs, TooOld, sign, signed_words
from world_server.store.claim_rules import LONGEST_WINDOW, Refusal

SCREEN_PURPOSE = "claim-screen.1"
HOLD_PURPOSE = "claim-hold.1"

LONGEST_HOLD = timedelta(minutes=10)
"""Time to read three questions, twice."""


@dataclass(frozen=True, slots=True)
class Hold:
    """The claim whose code somebody read at a moment, and a number at random."""

    claim_id: int
    at: datetime
    number: str


def screen_token(secret: str, *, claim_id: int, now: datetime) -> str:
    """What lets a tablet show the claim's codes, and do nothing else."""
    return sign(secret, SCREEN_PURPOSE, {"claim": claim_id}, now=now)


def claim_of_screen(secret: str, token: str, *, now: datetime) -> int:
    """The claim whose codes the token shows; raise ClaimRefused for one we did not make."""
    try:
        told = signed_words(secret, SCREEN_PURPOSE, token, now=now, longest=LONGEST_WINDOW)
        return int(told["claim"])
    except TooOld as refused:
        raise ClaimRefused(Refusal.TOO_LATE) from refused
    except (NotOurs, KeyError, TypeError, ValueError) as refused:
        raise ClaimRefused(Refusal.UNKNOWN) from refused


def new_hold(claim_id: int, *, now: datetime) -> Hold:
    """A hold of a code that was read just now."""
    return Hold(claim_id, now, secrets.token_urlsafe(12))


def hold_token(secret: str, hold: Hold) -> str:
    """The hold as the newcomer's page keeps it."""
    told = {
        "claim": hold.claim_id,
        "read": int(hold.at.timestamp() * 1000),
        "number": hold.number,
    }
    return sign(secret, HOLD_PURPOSE, told, now=hold.at)


def read_hold(secret: str, token: str, *, now: datetime) -> Hold:
    """The hold; raise ClaimRefused when its time is over, or it is not ours."""
    try:
        told = signed_words(secret, HOLD_PURPOSE, token, now=now, longest=LONGEST_HOLD)
        read = datetime.fromtimestamp(told["read"] / 1000, UTC)
        return Hold(int(told["claim"]), read, str(told["number"]))
    except TooOld as refused:
        raise ClaimRefused(Refusal.STALE) from refused
    except (NotOurs, KeyError, TypeError, ValueError) as refused:
        raise ClaimRefused(Refusal.UNKNOWN) from refused
