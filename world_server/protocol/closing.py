"""Why the server ends a connection: a name, and whether coming back can succeed (CL1)."""

from dataclasses import dataclass
from enum import StrEnum

from world_server.errors import TownError


class Close(StrEnum):
    """The names of CL1; a refusal of errors.py may end a connection too, under its own code."""

    RESTART = "restart"
    SLOW_READER = "slow-reader"
    GHOST = "ghost"
    FLOOD = "flood"
    HOSTILE = "hostile"
    MOVED = "moved"
    ANOTHER_TAB = "another-tab"
    REMOVED = "removed"
    EVENT_ENDED = "event-ended"
    LEFT = "left"


RETRYABLE = frozenset({Close.RESTART, Close.SLOW_READER, Close.GHOST, Close.FLOOD, Close.MOVED})
"""CL2: reasons after which a client comes back by itself, with growing and jittered waits."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What `connect_error`, `bye` and a refused request carry: code, retryable, details."""

    code: str
    retryable: bool
    details: dict[str, str | int]

    def body(self) -> dict[str, object]:
        """The refusal as JSON carries it."""
        return {"code": self.code, "retryable": self.retryable, "details": self.details}


def bye(reason: Close, /, **details: str | int) -> Refusal:
    """CL1: the goodbye for one of the named reasons."""
    return Refusal(code=reason.value, retryable=reason in RETRYABLE, details=details)


def refusal(refused: TownError) -> Refusal:
    """CL3: how an error of the town travels."""
    return Refusal(code=refused.code, retryable=refused.retryable, details=refused.details)
