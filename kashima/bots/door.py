"""The town's HTTP API as a bot uses it: a passport, a ticket, and being forgotten in the end."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import aiohttp

from kashima.bots import wire
from kashima.bots.wire import UNREACHABLE, Refused

ANSWER_SECONDS = 10.0

IN_LINE = "in-line"
"""Not a refusal of the town: every seat is taken, and the bot stands in line for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """Where the bots go: the town's address without a slash at the end, and an event or None."""

    town: str
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Ticket:
    """What lets a bot into one instance, and where to connect to with it."""

    ticket: str
    path: str
    instance: str


class TurnedAway(Exception):
    """The town, or the line to it, says: not now; `refused` says why."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.code)
        self.refused = refused


class GaveUp(TurnedAway):
    """The town does not want this bot; trying again would not help."""


def turned_away(refused: Refused) -> TurnedAway:
    """The exception for that refusal."""
    return TurnedAway(refused) if refused.retryable else GaveUp(refused)


class Door:
    """One bot's browser: its session holds its passport."""

    def __init__(self, invitation: Invitation, session: aiohttp.ClientSession) -> None:
        self.has_passport = False
        self._invitation = invitation
        self._session = session

    async def arrive(self, *, nickname: str, look: int, language: str) -> None:
        """Get a passport that is not to be remembered; raise TurnedAway."""
        who = {"nickname": nickname, "look": look, "language": language, "remember": False}
        await self._ask("POST", "/api/passport", who)
        self.has_passport = True

    async def join(self) -> Ticket:
        """A seat in an instance; raise TurnedAway, also for a place in line."""
        wish = {"event": self._invitation.event, "wait": True}
        told = await self._ask("POST", "/api/join", wish)
        if "poll_seconds" in told:
            details = {"seconds": told["poll_seconds"]}
            raise TurnedAway(Refused(IN_LINE, retryable=True, details=details))
        try:
            return Ticket(told["ticket"], told["path"], told["instance"])
        except KeyError as strange:
            raise TurnedAway(UNREACHABLE) from strange

    async def dial(self, path: str) -> aiohttp.ClientWebSocketResponse:
        """Open a line there; raise what aiohttp raises, or TimeoutError."""
        url = f"{self._invitation.town}{path}/?EIO=4&transport=websocket"
        return await self._session.ws_connect(url, max_msg_size=2**23)

    async def erase(self) -> None:
        """Have the passport forgotten; raise TurnedAway."""
        await self._ask("DELETE", "/api/passport", None)
        self.has_passport = False

    async def _ask(self, method: str, path: str, body: object) -> dict[str, Any]:
        url = self._invitation.town + path
        limit = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        async with self._session.request(method, url, json=body, timeout=limit) as answer:
            told = await answer.json() if answer.content_type == "application/json" else {}
            if answer.status < HTTPStatus.BAD_REQUEST:
                return dict(told)
        raise turned_away(wire.refused(told.get("error")))
