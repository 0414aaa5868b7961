"""One bot's visit over the network: passport, join, the line into the town, coming back, leaving.

It uses what any visitor's browser uses, the public HTTP API and the wire, and nothing else.
"""

import asyncio
import socket
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from enum import StrEnum
from random import Random
from typing import Any

import aiohttp

from kashima.bots import wire
from kashima.bots.behaviour import Act, Behaviour, DropOut, Gesture, Speak, Step
from kashima.bots.door import ANSWER_SECONDS, IN_LINE, Door, GaveUp, Ticket, TurnedAway, turned_away
from kashima.bots.habits import NAMES
from kashima.bots.retrying import delay
from kashima.bots.sight import Sight
from kashima.bots.wire import LOST, UNREACHABLE, Ping, Refused, Told
from world_server.errors import Malformed
from world_server.protocol.geometry import Bounds
from world_server.protocol.limits import BEAT_MS

LOOKS = 2**24
LAST_SECONDS = 2.0
"""What each of leaving, hanging up and being forgotten may take in the end."""

REJOIN = frozenset({"ticket-refused", "moved"})
"""After these a new ticket is needed."""

Line = aiohttp.ClientWebSocketResponse


class State(StrEnum):
    """How a visit stands."""

    COMING = "coming"
    WAITING = "waiting"
    HERE = "here"
    AWAY = "away"
    REFUSED = "refused"
    LEFT = "left"


class Visit:
    """One bot from its first request to its last."""

    def __init__(
        self,
        door: Door,
        behaviour: Behaviour,
        *,
        number: int,
        language: str,
        dice: Random,
        now: Callable[[], float],
    ) -> None:
        self.state = State.COMING
        self.refused: Refused | None = None
        self.welcomes = 0
        self.resumes = 0
        self.corrections = 0
        self.endings: Counter[str] = Counter()
        """Why lines ended that the bot did not end itself, by code."""
        self.sight = Sight()
        self._door = door
        self._behaviour = behaviour
        self._number = number
        self._language = language
        self._dice = dice
        self._now = now
        self._ticket: Ticket | None = None
        self._instance = ""
        self._after: int | None = None
        self._bounds: Bounds | None = None
        self._may_talk = False
        self._seq = 0
        self._failures = 0
        self._goodbye: Refused | None = None
        self._gap: float | None = None
        self._line: Line | None = None
        self._leaves = False

    async def run(self) -> None:
        """Be in the town until it says that this is over, or `leave` is called, as it must be."""
        while not self._leaves:
            try:
                await self._come()
            except GaveUp as over:
                if not self._leaves:  # else the town says goodbye
                    self.state, self.refused = State.REFUSED, over.refused
                return
            except TurnedAway as turned:
                await self._wait(turned.refused)
            except (aiohttp.ClientError, TimeoutError, OSError):
                self._ticket = None  # RS4: another world may have the instance by now
                await self._wait(UNREACHABLE)

    async def leave(self) -> None:
        """Go as a well-behaved visitor does, and have the passport forgotten."""
        self._leaves = True
        line, self._line = self._line, None
        if line is not None and not line.closed:
            await _in_time(line.send_str(wire.ask("leave", {})))
            await _in_time(line.close())
        if self._door.has_passport:
            await _in_time(self._door.erase())
        if self.state is not State.REFUSED:
            self.state = State.LEFT

    async def _come(self) -> None:
        if not self._door.has_passport:
            name = NAMES[self._language].format(number=self._number)
            look = self._dice.randrange(LOOKS)
            await self._door.arrive(nickname=name, look=look, language=self._language)
        if self._ticket is None:
            self._ticket = await self._door.join()
        if self._ticket.instance != self._instance:
            self._after, self._instance = None, self._ticket.instance
        await self._stay(self._ticket)

    async def _wait(self, refused: Refused) -> None:
        """Before the next try: as long as the town asks, growing, and spread."""
        if self._leaves:
            return
        self.state, self.refused = self._not_here, refused
        if refused.code in REJOIN:
            self._ticket = None
        self._failures = 0 if refused.code == IN_LINE else self._failures + 1
        if refused.code == IN_LINE:
            self.state = State.WAITING
        pause = delay(self._failures, chance=self._dice.random(), at_least=refused.seconds)
        await asyncio.sleep(pause)

    @property
    def _not_here(self) -> State:
        return State.AWAY if self.welcomes else State.COMING

    async def _stay(self, ticket: Ticket) -> None:
        """One line into the town, from its opening to its end."""
        self._goodbye = self._gap = None
        async with asyncio.timeout(ANSWER_SECONDS):
            self._line = await self._door.dial(ticket.path)
        try:
            await self._line.send_str(wire.hello(ticket.ticket, after=self._after))
            async with asyncio.TaskGroup() as both:
                both.create_task(self._listen(self._line))
                both.create_task(self._live(self._line))
        finally:
            if not self._leaves:
                self.state = self._not_here
        if self._gap is None:
            ended = self._goodbye or LOST
            self.endings[ended.code] += 1
            raise turned_away(ended)
        await asyncio.sleep(self._gap)

    # ── hearing ─────────────────────────────────────────────────────────────

    async def _listen(self, line: Line) -> None:
        """Hear until the line ends."""
        try:
            async for message in line:
                if message.type is aiohttp.WSMsgType.BINARY:
                    self._see(message.data)
                elif message.type is aiohttp.WSMsgType.TEXT:
                    await self._hear(line, message.data)
        except (KeyError, TypeError, ValueError, ConnectionError):
            self._goodbye = UNREACHABLE  # whatever speaks there, it is no town of our version
            await line.close()

    async def _hear(self, line: Line, text: str) -> None:
        match wire.hear(text):
            case Ping():
                await line.send_str(wire.PONG)
            case Refused() as refused:
                self._goodbye = refused
                await line.close()
            case Told(name, body):
                self._take(name, body)

    def _take(self, name: str, body: Any) -> None:  # noqa: ANN401  untrusted JSON
        number = body.get("n")
        if isinstance(number, int):
            self._after = number
        match name:
            case "welcome":
                self._welcome(body)
            case "avatars":
                self.sight.came(body["came"])
                self.sight.left(body["left"])
            case "event":
                self._may_talk = body["state"] == "open"
            case "correct":
                self.corrections += 1
                self._behaviour.placed(wire.pose_of(body["pose"]))
            case "bye":
                self._goodbye = wire.refused(body)

    def _welcome(self, body: Any) -> None:  # noqa: ANN401  untrusted JSON
        self._bounds = wire.bounds_of(body["bounds"])
        self._may_talk = body["event"] is not None and body["event"]["state"] == "open"
        self.sight.welcome(int(body["avatar"]), body["avatars"])
        self._behaviour.placed(wire.pose_of(body["pose"]))
        self.state, self.refused, self._failures = State.HERE, None, 0
        self.welcomes += 1
        self.resumes += body["resumed"] is True

    def _see(self, frame: bytes) -> None:
        if self._bounds is None:
            return
        with suppress(Malformed):  # a frame of a later version
            for avatar, spot in wire.seen(frame, self._bounds):
                self.sight.saw(avatar, spot)

    # ── acting ──────────────────────────────────────────────────────────────

    async def _live(self, line: Line) -> None:
        """Once a beat: think, and do what was thought of."""
        while not line.closed:
            if self.state is State.HERE:
                acts = self._behaviour.think(self._now(), self.sight, may_talk=self._may_talk)
                with suppress(ConnectionError):  # the listener hears of it too
                    for act in acts:
                        await self._do(act, line)
            await asyncio.sleep(BEAT_MS / 1000)

    async def _do(self, act: Act, line: Line) -> None:
        match act:
            case Step(pose, gait) if self._bounds is not None:
                self._seq += 1
                await line.send_bytes(wire.move(self._seq, pose, gait, self._bounds))
            case Speak(text, phrase):
                said = {"phrase": phrase} if text is None else {"text": text}
                await line.send_str(wire.ask("chat", said))
            case Gesture(emote):
                await line.send_str(wire.ask("emote", {"emote": emote}))
            case DropOut(seconds):
                self._gap = seconds
                _cut(line)


def _cut(line: Line) -> None:
    """The line is gone without a word, as in a tunnel."""
    own = line.get_extra_info("socket")
    if own is not None:
        with suppress(OSError):
            own.shutdown(socket.SHUT_RDWR)


async def _in_time(last: Awaitable[object]) -> None:
    """Something to be done in the end; what does not work in time is left."""
    with suppress(aiohttp.ClientError, TimeoutError, OSError, TurnedAway):
        async with asyncio.timeout(LAST_SECONDS):
            await last
