"""A seeded story of many visitors who come, talk, drop out and return; all agree in the end."""

import random
from dataclasses import dataclass, field
from typing import Any

import pytest
from fixed_time import ManualClock
from heard import HeardConnection

from world_server.errors import TownError
from world_server.live.attendance import Ledger
from world_server.live.inheritance import Inheritance
from world_server.live.instance import Instance
from world_server.live.log import Log
from world_server.live.stay import Guest
from world_server.metrics import Metrics
from world_server.protocol.closing import Close, bye
from world_server.protocol.geometry import Bounds, Gait, Pose
from world_server.protocol.moves import Move, encode_move
from world_server.protocol.requests import Lane, Say, Show
from world_server.sim.town import Town
from world_server.store.database import Database

BOUNDS = Bounds(min_x=-60, min_z=-60, max_x=60, max_z=60)
PEOPLE = 12


@dataclass
class Client:
    """What a client that does as PROTOCOL.md says knows."""

    name: str
    line: HeardConnection | None = None
    last: int | None = None
    avatar: int = 0
    roster: dict[int, str] = field(default_factory=dict)
    poses: dict[int, tuple[int, int]] = field(default_factory=dict)
    chat: list[int] = field(default_factory=list)
    _told: int = 0
    _frames: int = 0

    def read(self) -> None:
        """Take in everything heard since the last time."""
        if self.line is None:
            return
        for name, body in self.line.told[self._told :]:
            self._hear(name, body)
        self._told = len(self.line.told)
        for frame in self.line.frames[self._frames :]:
            seen = {int(one["id"]): (int(one["x"]), int(one["z"])) for one in frame.records}
            self.poses |= seen
        self._frames = len(self.line.frames)

    def _hear(self, name: str, body: dict[str, Any]) -> None:
        if name == "bye":
            return
        if name == "welcome":
            fresh = not body["resumed"]
            assert fresh or body["n"] == self.last, "all that was missed came before"
            self.last = body["n"]
        elif "n" in body:
            assert self.last is not None
            assert body["n"] == self.last + 1, "nothing missing, nothing twice"
            self.last = body["n"]
        match name:
            case "welcome":
                self.avatar = body["avatar"]
                self.roster = {card["id"]: card["name"] for card in body["avatars"]}
                if fresh:
                    self.chat.clear()
            case "avatars":
                for card in body["came"]:
                    self.roster[card["id"]] = card["name"]
                for number in body["left"]:
                    self.roster.pop(number, None)
                    self.poses.pop(number, None)
            case "chat":
                self.chat.append(body["phrase"])

    def forget_line(self) -> None:
        self.line, self._told, self._frames = None, 0, 0


class Story:
    """One instance, its clients, and dice."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.clock = ManualClock()
        self.now = 50.0
        self.instance = Instance(
            "public",
            town=Town(bounds=BOUNDS, spawn=Pose(0, 0, 0, 0), places=()),
            capacity=PEOPLE,
            happening=None,
            ledger=Ledger(Database("sqlite+aiosqlite://")),
            log=Log(first=1000),
            inheritance=Inheritance({}, now=self.now),
            said=lambda: None,
            clock=self.clock,
            metrics=Metrics(),
            now=self.now,
        )
        self.clients = [Client(f"v{number}") for number in range(PEOPLE)]

    def passes(self, seconds: float) -> None:
        for step in range(round(seconds * 10)):
            self.now += 0.1
            self.clock.advance(seconds=0.1)
            self.instance.beat(self.now)
            self.hear()
            if step % 5 == 0:
                self.instance.sweep(self.now)

    def hear(self) -> None:
        """What was said is told, as the keeper of the log would do it."""
        batch = self.instance.conversation.log.take()
        if batch is not None:
            self.instance.conversation.tell_said(batch)

    def act(self) -> None:
        """One thing happens to somebody."""
        client = self.dice.choice(self.clients)
        if client.line is None:
            self.connects(client)
        else:
            self.dice.choice([self.walks, self.walks, self.talks, self.shows, self.drops,
                              self.second_tab, self.leaves])(client)  # fmt: skip
        self.passes(self.dice.choice([0, 0.1, 0.1, 0.3, 1, 1, 5, 12]))

    def connects(self, client: Client) -> None:
        after = client.last if self.dice.random() < 0.8 else None
        self.attach(client, after)

    def attach(self, client: Client, after: int | None) -> None:
        known = client.name in self.instance.stays and after is not None
        guest = Guest(client.name, client.name, 1, 1, 0)
        line = HeardConnection(self.dice.choice(list(Lane)))
        line.time = self.now
        if after is None or not known:
            client.last = None
        client.forget_line()
        self.instance.attach(
            client.name, line, guest=None if known else guest, after=after, now=self.now
        )
        client.line = line
        if line.all("welcome")[-1]["resumed"]:
            assert client.avatar == line.all("welcome")[-1]["avatar"]

    def walks(self, client: Client) -> None:
        assert client.line is not None
        pose = BOUNDS.pack(Pose(self.dice.uniform(-60, 60), 0, self.dice.uniform(-60, 60), 0))
        move = Move(seq=self.dice.randrange(65_536), pose=pose, gait=Gait.RUN)
        if client.line.moves is not None:
            client.line.take_binary(encode_move(move))
        else:
            self.instance.move(self.instance.stays[client.name], move)

    def talks(self, client: Client) -> None:
        stay = self.instance.stays[client.name]
        for _ in range(self.dice.choice([1, 1, 6])):
            try:
                self.instance.say(stay, Say(phrase=self.dice.randrange(1, 13)), now=self.now)
            except TownError:
                break

    def shows(self, client: Client) -> None:
        stay = self.instance.stays[client.name]
        try:
            self.instance.show(stay, Show(emote=1), now=self.now)
        except TownError:
            return

    def drops(self, client: Client) -> None:
        assert client.line is not None
        client.read()
        client.line.time = self.now
        client.line.lost()
        client.forget_line()

    def second_tab(self, client: Client) -> None:
        first = client.line
        client.read()
        self.attach(client, None)
        assert first is not None
        assert first.ended is not None

    def leaves(self, client: Client) -> None:
        self.instance.leave(client.name, bye(Close.LEFT), now=self.now)
        client.last = None
        client.forget_line()


@pytest.mark.parametrize("seed", [1, 2, 3, 20261122])
def test_rs2_ro1_ps4_in_the_end_every_client_agrees_with_the_world(seed: int) -> None:
    story = Story(seed)
    for _ in range(250):
        story.act()
        for client in story.clients:
            client.read()
    story.passes(3)
    here = {stay.body.id: name for name, stay in story.instance.stays.items() if stay.is_shown}
    records = story.instance.world.records(story.instance.world.here())
    stands = {int(one["id"]): (int(one["x"]), int(one["z"])) for one in records}
    assert set(stands) == set(here)
    inside = [client for client in story.clients if client.line is not None]
    assert inside
    for client in inside:
        client.read()
        assert client.roster == here
        assert {avatar: client.poses[avatar] for avatar in here} == stands
        assert client.last == story.instance.conversation.log.n
    story.passes(31)
    away = [client for client in story.clients if client.line is None]
    assert all(client.name not in story.instance.stays for client in away)
