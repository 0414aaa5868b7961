"""The exchange of heroes over a real Redis, beat by beat, each world's time in the test's hand."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from fixed_time import MORNING, ManualClock
from heard import HeardConnection
from patience import until

from world_server.live.attendance import Ledger
from world_server.live.happening import Happening
from world_server.live.inheritance import Inheritance
from world_server.live.instance import Instance
from world_server.live.log import Log
from world_server.live.mirror import REPEAT_SECONDS, Mirror
from world_server.live.stay import Guest
from world_server.metrics import Metrics
from world_server.presence.connection import Redis, connect
from world_server.presence.mirror import CHANNEL, Glimpse, decode
from world_server.protocol.closing import Close, bye
from world_server.protocol.geometry import Bounds, Gait, Pose
from world_server.protocol.moves import Move
from world_server.protocol.requests import Say, Show
from world_server.sim.town import Town
from world_server.store.database import Database
from world_server.store.tables.event import EventState

BOUNDS = Bounds(min_x=-200, min_z=-200, max_x=200, max_z=200)
TOWN = Town(bounds=BOUNDS, spawn=Pose(0, 0, 0, 0), places=())
WALK = Happening(
    id=4,
    slug="sake",
    title="酒蔵さんぽ",
    place="",
    state=EventState.OPEN,
    starts_at=MORNING,
    ends_at=MORNING + timedelta(hours=1),
    capacity=20,
    needed_seconds=600,
    announcements=(),
)
HOME, AWAY = "event-sake", "event-sake.2"


class World:
    """A world of some instances whose beats the test gives."""

    def __init__(self, redis: Redis, *names: str) -> None:
        self.now = 1000.0
        self.instances: dict[str, Instance] = {}
        self.mirror = Mirror(self.instances, redis, now=lambda: self.now)
        self._ledger = Ledger(Database("sqlite+aiosqlite://"))
        for name in names:
            self.opens(name)

    def opens(self, name: str) -> None:
        self.instances[name] = Instance(
            name,
            town=TOWN,
            capacity=20,
            happening=WALK,
            ledger=self._ledger,
            log=Log(first=1),
            inheritance=Inheritance({}, now=self.now),
            said=self.tell,
            clock=ManualClock(),
            metrics=Metrics(),
            now=self.now,
        )

    def tell(self) -> None:
        """What was said is told at once, by a keeper of the log that need not wait for Redis."""
        for instance in self.instances.values():
            batch = instance.conversation.log.take()
            if batch is not None:
                instance.conversation.tell_said(batch)

    def enters(self, name: str, *, role: str = "visitor", into: str = HOME) -> HeardConnection:
        connection = HeardConnection()
        connection.time = self.now
        guest = Guest(name, nickname=name, look=5, seat=1, attended_before=0, role=role)
        self.instances[into].attach(name, connection, guest=guest, after=None, now=self.now)
        return connection

    def says(self, name: str, text: str, *, where: str = HOME) -> None:
        instance = self.instances[where]
        instance.say(instance.stays[name], Say(text=text), now=self.now)

    def waves(self, name: str, *, where: str = HOME) -> None:
        instance = self.instances[where]
        instance.show(instance.stays[name], Show(emote=1), now=self.now)

    def beat(self, *, seconds: float = 0.1) -> None:
        """One beat, so much later than the one before."""
        self.now += seconds
        for instance in self.instances.values():
            instance.judge(self.now)
        self.mirror.exchange(self.now)
        for instance in self.instances.values():
            instance.display(self.now)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Speaks to other worlds, and listens to them."""
        tasks = [
            asyncio.ensure_future(self.mirror.speak()),
            asyncio.ensure_future(self.mirror.listen()),
        ]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


class Ear:
    """Hears everything that worlds tell each other."""

    def __init__(self) -> None:
        self.raw: list[bytes] = []

    @property
    def heard(self) -> list[Glimpse]:
        return [decode(raw) for raw in self.raw]

    @asynccontextmanager
    async def listening(self, redis: Redis) -> AsyncIterator[None]:
        async with redis.pubsub() as channel:
            await channel.psubscribe(CHANNEL + "*")
            await channel.get_message(timeout=5)

            async def hear() -> None:
                while True:
                    message = await channel.get_message(timeout=5)
                    if message is not None:
                        self.raw.append(message["data"])

            task = asyncio.ensure_future(hear())
            try:
                yield
            finally:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    """A connection to an empty Redis."""
    connection = connect(redis_url)
    yield connection
    await connection.aclose()


async def all_hear(redis: Redis, worlds: int) -> None:
    """Wait until so many worlds listen to the event."""

    async def heard() -> bool:
        ((_, count),) = await redis.pubsub_numsub(CHANNEL + HOME)
        return bool(count == worlds)

    await until(heard)


def stands(world: World, name: str, where: str) -> tuple[float, float] | None:
    """Where somebody of that name is seen in an instance."""
    instance = world.instances[where]
    records = instance.world.records(instance.world.here())
    cards = {card.id: card for card in instance._cards if card is not None}
    for number, x, z, *_ in records.tolist():
        if number in cards and cards[number].name == name:
            return round(-200 + x * 0.02, 2), round(-200 + z * 0.02, 2)
    return None


def walks(world: World, name: str, x: float) -> None:
    move = Move(seq=1, pose=BOUNDS.pack(Pose(x, 0, 0, 0)), gait=Gait.WALK)
    world.instances[HOME].move(world.instances[HOME].stays[name], move)


async def test_mi1_instances_of_one_world_see_a_step_on_the_very_beat_it_is_judged_in(
    redis: Redis,
) -> None:
    world = World(redis, AWAY, HOME)  # the other instance beats first, and is not behind
    world.enters("guide", role="guide")
    watcher = world.enters("aiko", into=AWAY)
    world.beat()
    watcher.frames.clear()
    walks(world, "guide", 0.5)
    world.beat()
    (frame,) = watcher.frames
    number = watcher.all("avatars")[-1]["came"][-1]["id"]
    x = {one[0]: one[1] for one in frame.records.tolist()}[number]
    assert round(-200 + x * 0.02, 2) == 0.5


async def test_mi1_while_nobody_else_listens_one_heartbeat_a_second_is_told_and_no_more(
    redis: Redis,
) -> None:
    world, ear = World(redis, HOME), Ear()
    world.enters("guide", role="guide")
    async with ear.listening(redis), world.running():
        await all_hear(redis, 1)
        world.beat()
        await until(lambda: len(ear.raw) == 1)
        # The ear listens to all events at once, so Redis counts two: this world knows it is heard.
        walks(world, "guide", 0.2)
        world.beat()
        await until(lambda: len(ear.raw) == 2)
    deaf = World(redis, HOME)
    deaf.enters("guide", role="guide")
    async with ear.listening(redis):
        ear.raw.clear()
        speaking = asyncio.ensure_future(deaf.mirror.speak())
        deaf.beat()
        await until(lambda: len(ear.raw) == 1)
        for step in range(1, 9):
            walks(deaf, "guide", 0.2 * step)
            deaf.beat()
            await asyncio.sleep(0)
        deaf.says("guide", "出発")
        deaf.beat()
        await until(lambda: any(one.lines for one in ear.heard))
        assert len(ear.raw) == 2, "the steps between two heartbeats were told to nobody"
        speaking.cancel()
        await asyncio.gather(speaking, return_exceptions=True)


async def test_mi2_what_redis_brings_twice_is_heard_once(redis: Redis) -> None:
    home, away, ear = World(redis, HOME), World(redis, AWAY), Ear()
    home.enters("guide", role="guide")
    watcher = away.enters("aiko", into=AWAY)
    async with ear.listening(redis), home.running(), away.running():
        await all_hear(redis, 2)
        home.says("guide", "一度だけ")
        home.waves("guide")
        home.beat()
        await until(lambda: bool(watcher.all("chat") and watcher.all("emote")))
        for raw in tuple(ear.raw):
            await redis.publish(CHANNEL + HOME, raw)
        home.says("guide", "次")
        home.beat()
        await until(lambda: len(watcher.all("chat")) > 1)
    assert [line["text"] for line in watcher.all("chat")] == ["一度だけ", "次"]
    assert len(watcher.all("emote")) == 1


async def test_mi2_who_was_deaf_hears_what_was_said_meanwhile_and_who_is_new_does_not(
    redis: Redis,
) -> None:
    home, away, late = World(redis, HOME), World(redis, AWAY), World(redis, f"{HOME}.3")
    home.enters("guide", role="guide")
    watcher, newcomer = away.enters("aiko", into=AWAY), late.enters("ben", into=f"{HOME}.3")
    async with home.running():
        async with away.running():
            await all_hear(redis, 2)
            home.says("guide", "はじめ")
            home.beat()
            await until(lambda: bool(watcher.all("chat")))
        await all_hear(redis, 1)
        home.says("guide", "留守の間")
        home.beat()
        async with away.running(), late.running():
            await all_hear(redis, 3)
            home.beat(seconds=1.5)
            await until(lambda: len(watcher.all("chat")) == 2)
            home.says("guide", "おわり")
            home.beat()
            await until(lambda: bool(newcomer.all("chat")) and len(watcher.all("chat")) == 3)
    assert [line["text"] for line in watcher.all("chat")] == ["はじめ", "留守の間", "おわり"]
    assert [line["text"] for line in newcomer.all("chat")] == ["おわり"]


async def test_mi2_lines_are_repeated_with_heartbeats_for_half_a_minute_and_then_forgotten(
    redis: Redis,
) -> None:
    home, ear = World(redis, HOME), Ear()
    home.enters("guide", role="guide")
    async with ear.listening(redis), home.running():
        await all_hear(redis, 1)
        home.says("guide", "こんにちは")
        for number, seconds in enumerate((0.1, 0.1, REPEAT_SECONDS - 1, 2), 1):
            walks(home, "guide", 0.2 * number)
            home.beat(seconds=seconds)
            await until(lambda number=number: len(ear.raw) == number)  # type: ignore[misc]
    assert [len(one.lines) for one in ear.heard] == [1, 0, 1, 0]
    number = ear.heard[0].lines[0].number
    assert [one.told for one in ear.heard] == [0, number, number, number]


async def test_mi3_an_instance_that_closes_takes_its_heroes_along_at_once(redis: Redis) -> None:
    home, away = World(redis, HOME), World(redis, AWAY)
    home.enters("guide", role="guide")
    async with home.running(), away.running():
        await all_hear(redis, 2)
        home.beat()
        await until(lambda: stands(away, "guide", AWAY) is not None)
        home.instances.pop(HOME).close(bye(Close.MOVED), now=home.now)
        home.beat()
        await until(lambda: stands(away, "guide", AWAY) is None)
        await all_hear(redis, 1)


async def test_mi3_nothing_is_kept_of_heroes_who_left(redis: Redis) -> None:
    home = World(redis, HOME, AWAY)
    for number in range(3):
        home.enters(f"guide{number}", role="guide")
        home.says(f"guide{number}", "またね")
    home.beat()
    instance = home.instances[HOME]
    for number in range(3):
        instance.leave(f"guide{number}", bye(Close.LEFT), now=home.now)
    async with home.running():
        await all_hear(redis, 1)
        home.beat(seconds=REPEAT_SECONDS + 1)

        def told() -> bool:
            home.beat()
            return not home.mirror._sources

        await until(told)
    assert not instance.heroes._stays
    assert not instance.heroes.deeds()
    away = home.instances[AWAY].mirrored
    assert not away._shades
    assert not away._told


async def test_mi4_an_instance_that_moves_to_another_world_keeps_its_guide_s_number(
    redis: Redis,
) -> None:
    first, second, away = World(redis, HOME), World(redis, HOME), World(redis, AWAY)
    first.enters("guide", role="guide")
    watcher = away.enters("aiko", into=AWAY)
    async with first.running(), second.running(), away.running():
        await all_hear(redis, 3)
        first.beat()
        await until(lambda: stands(away, "guide", AWAY) == (0, 0))
        away.beat()
        # The first world falls silent, and the guide is back in the second before anybody noticed.
        second.enters("guide", role="guide")
        walks(second, "guide", 1.0)
        second.beat()
        await until(lambda: stands(away, "guide", AWAY) == (1, 0))
        away.beat()
        first.instances.pop(HOME).close(bye(Close.MOVED), now=first.now)
        first.beat()
        second.says("guide", "つづけます")
        second.beat()
        await until(lambda: bool(watcher.all("chat")))
        away.beat()
    came = [card for told in watcher.all("avatars") for card in told["came"]]
    numbers = [card["id"] for card in came if card["name"] == "guide"]
    assert numbers == [watcher.all("chat")[0]["from"]]
    assert not [left for told in watcher.all("avatars") for left in told["left"]]


async def test_mi4_a_world_does_not_listen_to_itself_nor_an_instance_to_its_own_double(
    redis: Redis,
) -> None:
    one, double, ear = World(redis, HOME, AWAY), World(redis, HOME), Ear()
    one.enters("guide", role="guide")
    watcher, other = one.enters("aiko", into=AWAY), double.enters("ben")
    async with ear.listening(redis), one.running(), double.running():
        await all_hear(redis, 2)
        one.says("guide", "ひとこと")
        one.beat()
        await until(lambda: len(ear.raw) == 1)
        one.beat(seconds=1.1)
        await until(lambda: len(ear.raw) == 2)
        double.enters("staff", role="staff")
        double.says("staff", "もうひとこと")
        double.beat()
        await until(lambda: len(watcher.all("chat")) == 2)
    assert [line["text"] for line in watcher.all("chat")] == ["ひとこと", "もうひとこと"]
    assert [line["text"] for line in other.all("chat")] == ["もうひとこと"]
    assert stands(double, "guide", HOME) is None
