"""How much one connection may say, and how often it may say nonsense. Pure; `now` in seconds."""

from world_server.protocol.closing import Close
from world_server.protocol.limits import (
    MOVES_AT_ONCE,
    MOVES_PER_SECOND,
    REQUESTS_AT_ONCE,
    REQUESTS_PER_SECOND,
    STRIKE_SECONDS_EACH,
    STRIKES_AT_ONCE,
)
from world_server.sim.bucket import Bucket

PONG = "3"
GOODBYE = "1"
"""Engine.IO's CLOSE."""

SPOKEN = ("40", "41", "42")
"""LM2: Socket.IO's CONNECT, DISCONNECT and EVENT inside an Engine.IO message."""


class Intake:
    """Counts what comes in; each method says None, or the reason to end the connection."""

    __slots__ = ("_moves", "_requests", "_strikes")

    def __init__(self, *, now: float) -> None:
        self._moves = Bucket(size=MOVES_AT_ONCE, seconds_each=1 / MOVES_PER_SECOND, now=now)
        self._requests = Bucket(
            size=REQUESTS_AT_ONCE, seconds_each=1 / REQUESTS_PER_SECOND, now=now
        )
        self._strikes = Bucket(size=STRIKES_AT_ONCE, seconds_each=STRIKE_SECONDS_EACH, now=now)

    def request(self, now: float) -> Close | None:
        """LM4: one more text message."""
        return Close.FLOOD if self._requests.spend(now) else None

    def moves(self, count: int, now: float) -> Close | None:
        """MV4: so many more moves since the last time."""
        return Close.FLOOD if self._moves.spend(now, count) else None

    def strike(self, now: float) -> Close | None:
        """LM2: something that makes no sense."""
        return Close.HOSTILE if self._strikes.spend(now) else None


def is_spoken(message: str) -> bool:
    """LM2: whether Socket.IO should see this text at all."""
    return message in (PONG, GOODBYE) or message.startswith(SPOKEN)
