"""People of a simulated town: every step by the dice, and everything heard remembered.

Each keeps, as a client does, what the wire told them: who is there, where they stand, what was
said. At a quiet moment all of that is held against what the worlds themselves say.
"""

import asyncio
import json
import math
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from random import Random
from typing import Any

import aiohttp
from live_visitors import Body, Line
from patience import until
from simulated_town import Heard, SimulatedTown

from world_server.instances import PUBLIC, base_of
from world_server.live.instance import Instance
from world_server.live.stay import Stay

SAID = frozenset({"chat", "emote", "announce"})
CENTIMETRE = 0.011
STEP_METRES = 0.45
STEP_SECONDS = 0.1
"""4.5 m/s: a run, and well within MV5 however late a beat is."""

BLINK_SECONDS = 1.0
"""Gaps up to this must go unnoticed, but for what is told again."""


def said_in(told: Sequence[tuple[str, Body]]) -> list[Heard]:
    """The numbered messages among these."""
    return [(body["n"], name, body) for name, body in told if name in SAID]


@dataclass
class Person:
    """One visitor with a passport, who does what the dice say and remembers what was heard."""

    town: SimulatedTown
    number: int
    dice: Random
    name: str = ""
    instance: str = ""
    line: Line | None = None
    x: float = 0.0
    z: float = 0.0
    avatar: int = 0
    came: int = 0
    """The number after which everything said must have been heard."""
    heard_before: list[Heard] = field(default_factory=list)
    accepted: list[tuple[str, str]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    resumes: int = 0
    did: list[str] = field(default_factory=list)
    """What the dice said so far, for whoever reads why a seed failed."""
    _said: int = 0
    _seq: int = 0
    _ticket: str = ""
    _path: str = ""
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def arrive(self) -> None:
        """Get a passport."""
        self.name = f"ひと{self.number}"
        jar = aiohttp.CookieJar(unsafe=True)
        self._session = await self._stack.enter_async_context(aiohttp.ClientSession(cookie_jar=jar))
        who = {"nickname": self.name, "look": self.number, "language": "ja", "remember": False}
        await self._post("/api/passport", who)

    async def close(self) -> None:
        """Hang up and be gone."""
        await self._stack.aclose()

    # ── what the dice may say ───────────────────────────────────────────────

    async def live(self, steps: int) -> None:
        """So many steps."""
        acts: list[tuple[int, Callable[[], Any]]] = [
            (40, self.walk), (20, self.say), (12, self.show), (7, self.blink),
            (4, self.forget), (5, self.second_tab), (4, self.leave), (4, self.go_elsewhere),
            (1, self.stay_away), (3, self.rest),
        ]  # fmt: skip
        weights, choices = zip(*acts, strict=True)
        for _ in range(steps):
            if self.line is None:
                await self.come(self._anywhere(), after=None)
            else:
                (act,) = self.dice.choices(choices, weights)
                self.did.append(act.__name__)
                await act()

    async def walk(self) -> None:
        """A few steps in one direction."""
        line, turn = self._here(), self.dice.uniform(0, math.tau)
        for _ in range(self.dice.randint(1, 6)):
            self.x += STEP_METRES * math.sin(turn)
            self.z += STEP_METRES * math.cos(turn)
            self._seq += 1
            await line.move(self.x, self.z, y=self._y, seq=self._seq & 0xFFFF)
            await asyncio.sleep(STEP_SECONDS)

    async def say(self) -> None:
        """A phrase anywhere; in an event also a line nobody else ever says."""
        if base_of(self.instance) == PUBLIC or self.dice.random() < 0.3:
            answer = await self._here().ask("chat", {"phrase": self.dice.randint(1, 12)})
            assert answer.get("code", "too-many") == "too-many", answer
            return
        self._said += 1
        text = f"{self.name} の {self._said}"
        answer = await self._here().ask("chat", {"text": text})
        assert answer.get("code", "too-many") == "too-many", answer
        (self.accepted if answer == {"ok": True} else self.refused).append((self.instance, text))

    async def show(self) -> None:
        """An emote."""
        answer = await self._here().ask("emote", {"emote": self.dice.randint(1, 5)})
        assert answer.get("code", "too-many") == "too-many", answer

    async def rest(self) -> None:
        """Nothing."""
        await asyncio.sleep(self.dice.uniform(0, 0.5))

    async def blink(self) -> None:
        """Lose the line for a moment: the same avatar, and everything that was said meanwhile."""
        self._here().cut()
        await asyncio.sleep(self.dice.uniform(0, BLINK_SECONDS))
        await self.come_back()

    async def forget(self) -> None:
        """Lose the line and everything known, as a page that is loaded anew."""
        avatar = self.avatar
        self._here().cut()
        await self.come(None, after=None)
        assert self.avatar == avatar

    async def second_tab(self) -> None:
        """The same visitor in another tab, which knows nothing."""
        first, avatar = self._here(), self.avatar
        await self.come(None, after=None)
        assert (await first.hears("bye"))["code"] == "another-tab"
        assert self.avatar == avatar

    async def stay_away(self) -> None:
        """Be gone for longer than an avatar is kept."""
        self._here().cut()
        await self._is_forgotten()
        await self.come(self._place(), after=self._last)
        assert self._welcome["resumed"] is False

    async def leave(self) -> None:
        """Leave for good, as far as the town knows."""
        line = self._here()
        try:
            assert await line.ask("leave", {}) == {"ok": True}
        except TimeoutError as unanswered:
            heard = (line.order[-5:], line.all("bye"), line.closed, line.lane, self.world)
            raise AssertionError(self.name, self.did, heard) from unanswered
        assert (await line.hears("bye"))["code"] == "left"
        self._gone()

    async def go_elsewhere(self) -> None:
        """Without a goodbye, as when a tab is pointed at another event."""
        self._here().cut()
        self._gone()
        await self.come(self._anywhere(), after=None)

    # ── coming ──────────────────────────────────────────────────────────────

    async def come(self, slug: str | None, *, after: int | None) -> None:
        """Be in the town: by a new ticket to that place, or by the old one when none is named."""
        if slug is not None:
            told = await self._join(slug)
            self._ticket, self._path = told["ticket"], told["path"]
        line = await self._dial(after)
        while line.refused and line.refused["message"] == "unavailable":
            line = await self._dial(after)  # the machine is slow, and the town says so
        before, self.line = self.line, line
        welcome = line.first("welcome")
        known = [] if before is None else said_in(before.told)
        if welcome["resumed"]:
            assert after is not None
            earlier = [heard for heard in (*self.heard_before, *known) if heard[0] <= after]
            self.heard_before = earlier
            self.resumes += 1
        else:
            self.heard_before = []
            self.came = welcome["n"]
        self.instance, self.avatar = welcome["instance"], welcome["avatar"]
        self.x, self.z = welcome["pose"]["x"], welcome["pose"]["z"]
        self._y = welcome["pose"]["y"]

    async def come_back(self) -> None:
        """As a client that remembers what it heard last."""
        avatar, instance = self.avatar, self.instance
        await self.come(None, after=self._last)
        assert self._welcome["resumed"] is True, f"{self.name} was forgotten"
        assert (self.avatar, self.instance) == (avatar, instance)

    async def rejoin(self) -> None:
        """RS4: the world is gone; ask the town where the instance is now, and go on there."""
        told = await self._join(self._place())
        self._ticket, self._path = told["ticket"], told["path"]
        await self.come_back()

    async def _dial(self, after: int | None) -> Line:
        url = self.town.servers[self.world].make_url(f"{self._path}/")
        lane = self.dice.choice(["compact", "events"])
        socket = await self._session.ws_connect(
            url.update_query(EIO="4", transport="websocket"), max_msg_size=2**22
        )
        line = Line(socket, lane)
        listening = asyncio.ensure_future(line.listen())
        self._stack.callback(listening.cancel)
        auth = {"ticket": self._ticket, "protocol": 1, "lane": lane}
        await socket.send_str("40" + json.dumps(auth | ({} if after is None else {"after": after})))
        await line.until(lambda: line.all("welcome") or line.refused or line.closed)
        may_try_again = line.refused and line.refused["message"] == "unavailable"
        assert line.all("welcome") or may_try_again, (
            self.name,
            self.did,
            line.refused,
            line.closed,
            line.told,
        )
        return line

    async def _join(self, slug: str) -> Body:
        """A ticket, asked of any world; however long the town lets one wait."""
        while True:
            told = await self._post("/api/join", {"event": slug or None})
            if "error" not in told:
                return told
            assert told["error"]["retryable"], told
            await asyncio.sleep(told["error"]["details"].get("seconds", 0.2))

    async def _post(self, path: str, body: object) -> Body:
        server = self.town.servers[self.dice.choice(sorted(self.town.servers))]
        async with self._session.post(server.make_url(path), json=body) as answer:
            told: Body = await answer.json()
            return told

    async def _is_forgotten(self) -> None:
        await until(lambda: self.stay() is None, seconds=20)

    @property
    def world(self) -> str:
        """The world the ticket names."""
        return self._path.split("/")[2]

    def _place(self) -> str:
        """The event this person is in; empty in the public town."""
        slugs = (event.slug for event in self.town.events)
        return next((slug for slug in slugs if base_of(self.instance) == f"event-{slug}"), "")

    def _anywhere(self) -> str:
        return self.dice.choice(["", *(event.slug for event in self.town.events)])

    def _gone(self) -> None:
        self.line, self.instance = None, ""

    def _here(self) -> Line:
        assert self.line is not None
        return self.line

    @property
    def _welcome(self) -> Body:
        return self._here().all("welcome")[-1]

    @property
    def _last(self) -> int:
        """NU1: the number of the last message heard, or the one the welcome named."""
        return max([int(self._welcome["n"]), *(n for n, _, _ in said_in(self._here().told))])

    # ── what was told, and what is true ─────────────────────────────────────

    def stay(self) -> Stay | None:
        """This person's stay, as their instance has it."""
        instance = self.town.instance(self.instance)
        stays = () if instance is None else instance.stays.values()
        return next((stay for stay in stays if stay.guest.nickname == self.name), None)

    def wrong(self) -> str:
        """What this person believes that is not so; empty when they agree with the town."""
        if self.line is None:
            return ""
        instance, stay = self.town.instance(self.instance), self.stay()
        if instance is None or stay is None or stay.connection is None:
            return "is not there"
        if self.line.closed is not None:
            return f"was hung up on: {self.line.closed}, {self.line.all('bye')}"
        if self.line.all("correct"):
            return f"was put right: {self.line.all('correct')}"
        shown = {one.body.id: one for one in instance.stays.values() if one.is_shown}
        return self._wrong_roster(shown) or self._wrong_poses(instance, shown) or self._wrong_talk()

    def _wrong_roster(self, shown: dict[int, Stay]) -> str:
        believed: dict[int, tuple[str, int]] = {}
        for name, body in self._here().told:
            if name == "welcome":
                believed = {card["id"]: (card["name"], card["look"]) for card in body["avatars"]}
            elif name == "avatars":
                believed |= {card["id"]: (card["name"], card["look"]) for card in body["came"]}
                for avatar in body["left"]:
                    believed.pop(avatar, None)
        true = {avatar: (stay.guest.nickname, stay.guest.look) for avatar, stay in shown.items()}
        return "" if believed == true else f"believes {believed} to be here, not {true}"

    def _wrong_poses(self, instance: Instance, shown: dict[int, Stay]) -> str:
        seen = {}
        for frame in self._here().frames:
            seen.update(frame.avatars)
        for avatar, stay in shown.items():
            true = instance.world.pose(stay.body)
            there = (self.x, self.z) if avatar == self.avatar else None
            if there is None and avatar in seen:
                there = (seen[avatar].x, seen[avatar].z)
            if there is None or math.dist(there, (true.x, true.z)) > 2 * CENTIMETRE:
                return f"believes {avatar} to be at {there}, not {(true.x, true.z)}"
        return ""

    def _wrong_talk(self) -> str:
        heard = [*self.heard_before, *said_in(self._here().told)]
        true = self.town.said(self.instance, after=self.came)
        if heard == true:
            return ""
        missed = [one for one in true if one not in heard]
        extra = [one for one in heard if one not in true]
        numbers = [n for n, _, _ in heard]
        twice = sorted({n for n in numbers if numbers.count(n) > 1})
        return f"missed {missed}, heard besides {extra}, twice {twice}, in order {numbers}"
