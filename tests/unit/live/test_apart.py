"""BL1 to BL4: two people of whom one blocked the other notice nothing of each other, ever."""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from heard import HeardConnection
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from scene import BOUNDS, WALK, Scene, kept

from world_server.live.inheritance import Inheritance
from world_server.live.log import Entry, Log
from world_server.protocol.closing import Close, bye
from world_server.protocol.frames import PoseWrite, TextWrite
from world_server.protocol.geometry import Gait, Pose
from world_server.protocol.limits import ROSTER_PAGE
from world_server.protocol.moves import Move
from world_server.protocol.requests import Say, Show


def steps(scene: Scene, *names: str, count: int = 8) -> None:
    """Those walk a few steps, a beat each, and time passes until everybody has been shown it."""
    for _ in range(count):
        for name in names:
            pose = scene.instance.world.pose(scene.stay(name).body)
            wish = BOUNDS.pack(Pose(pose.x + 0.1, pose.y, pose.z, 0))
            scene.instance.move(scene.stay(name), Move(1, wish, Gait.WALK))
        scene.passes(0.1)
    scene.passes(0.5)


def shown(line: HeardConnection) -> set[int]:
    return {int(number) for frame in line.frames for number in frame.records["id"]}


@pytest.fixture
def pair(event: Scene) -> tuple[HeardConnection, HeardConnection]:
    """Aiko (1) and Kenji (2) in one event, who have seen each other, and Mari (3)."""
    lines = event.enters("aiko"), event.enters("kenji")
    event.enters("mari")
    event.passes(1)
    for line in lines:
        line.told.clear()
        line.frames.clear()
    return lines


Pair = tuple[HeardConnection, HeardConnection]


def test_bl1_both_vanish_for_each_other_at_once_and_for_nobody_else(
    event: Scene, pair: Pair
) -> None:
    aiko, kenji = pair
    event.instance.apart.block(event.stay("aiko"), "kenji")
    assert aiko.told == [("avatars", {"came": [], "left": [2]})]
    assert kenji.told == [("avatars", {"came": [], "left": [1]})]
    steps(event, "aiko", "kenji", "mari")
    assert 2 not in shown(aiko)
    assert 1 not in shown(kenji)
    assert 3 in shown(aiko) & shown(kenji)


@pytest.mark.parametrize("blocker", ["aiko", "kenji"])
def test_bl2_neither_hears_or_sees_anything_of_the_other(
    event: Scene, pair: Pair, blocker: str
) -> None:
    other = {"aiko": "kenji", "kenji": "aiko"}[blocker]
    event.instance.apart.block(event.stay(blocker), other)
    for line in pair:
        line.told.clear()
    for name in ("aiko", "kenji"):
        event.instance.say(event.stay(name), Say(text=name), now=event.now)
        event.instance.show(event.stay(name), Show(emote=1), now=event.now)
    event.instance.say(event.stay("mari"), Say(text="mari"), now=event.now)
    aiko, kenji = pair
    assert [said["text"] for said in aiko.all("chat")] == ["aiko", "mari"]
    assert [said["text"] for said in kenji.all("chat")] == ["kenji", "mari"]
    assert [seen["from"] for seen in aiko.all("emote") + kenji.all("emote")] == [1, 2]


def test_bl2_a_private_frame_is_the_shared_one_without_them(event: Scene, pair: Pair) -> None:
    aiko, _ = pair
    mari = event.enters("mari")
    event.instance.apart.block(event.stay("aiko"), "kenji")
    for line in (aiko, mari):
        line.frames.clear()
    steps(event, "kenji", "mari")
    assert aiko.frames
    by_time = {frame.server_ms: frame for frame in mari.frames}
    together = [frame for frame in aiko.frames if frame.server_ms in by_time]
    assert len(together) > len(aiko.frames) / 2
    for frame in together:
        # The town's slice at the end comes to each of them on another beat.
        shared = by_time[frame.server_ms]
        near = shared.records[: shared.near]
        assert frame.records[: frame.near].tobytes() == near[near["id"] != 2].tobytes()


def test_bl2_alone_with_the_blocked_one_is_shown_as_little_as_alone(event: Scene) -> None:
    """A frame at every beat with nobody in it would tell that somebody is there."""
    aiko, kenji = event.enters("aiko"), event.enters("kenji")
    event.passes(1)
    event.instance.apart.block(event.stay("aiko"), "kenji")
    for line in (aiko, kenji):
        line.frames.clear()
    steps(event, "aiko", "kenji", count=20)
    assert aiko.frames == kenji.frames == []


def test_bl2_who_comes_later_is_not_told_of_them_nor_counted(event: Scene) -> None:
    event.enters("kenji")
    aiko = event.enters("aiko", blocks=frozenset({"kenji"}))
    welcome = aiko.all("welcome")[0]
    assert (welcome["people"], [card["name"] for card in welcome["avatars"]]) == (1, ["Aiko"])
    kenji = event.enters("kenji")
    welcome = kenji.all("welcome")[0]
    assert (welcome["people"], [card["name"] for card in welcome["avatars"]]) == (1, ["Kenji"])
    event.passes(1)
    event.instance.leave("kenji", bye(Close.LEFT), now=event.now)
    event.passes(1)
    assert [card["id"] for body in aiko.all("avatars") for card in body["came"]] == [2]
    assert [number for body in aiko.all("avatars") for number in body["left"]] == []


def test_bl2_in_a_full_town_the_pages_leave_them_out() -> None:
    scene = Scene(capacity=300)
    for number in range(250):
        scene.enters(f"v{number}")
    blocks = frozenset(f"v{number}" for number in range(0, 250, 3))
    aiko = scene.enters("aiko", blocks=blocks)
    mari = scene.enters("mari")
    scene.passes(1)
    unseen = {scene.stay(name).body.id for name in blocks}
    told = [card["id"] for body in aiko.all("avatars") for card in body["came"]]
    told += [card["id"] for card in aiko.all("welcome")[0]["avatars"]]
    assert len(mari.all("welcome")[0]["avatars"]) == ROSTER_PAGE
    assert not unseen & (set(told) | shown(aiko))
    everybody = {stay.body.id for stay in scene.instance.stays.values()}
    assert set(told) == everybody - unseen


def test_bl2_a_return_repeats_nothing_of_theirs(event: Scene, pair: Pair) -> None:
    _, kenji = pair
    event.instance.apart.block(event.stay("aiko"), "kenji")
    event.instance.say(event.stay("mari"), Say(text="mari"), now=event.now)
    heard = kenji.numbers[-1]
    event.loses(kenji)
    for name in ("aiko", "mari"):
        event.instance.say(event.stay(name), Say(text=f"{name} again"), now=event.now)
    event.instance.leave("aiko", bye(Close.LEFT), now=event.now)
    back = event.enters("kenji", known=False, after=heard)
    assert [said["text"] for said in back.all("chat")] == ["mari again"]
    assert back.all("welcome")[0]["resumed"] is True


def test_bl2_a_line_on_its_way_is_not_heard_by_who_was_blocked_meanwhile(event: Scene) -> None:
    kenji = event.enters("kenji")
    event.enters("aiko")
    told: list[Any] = []
    event.instance.conversation._said = lambda: told.append(None)  # Redis takes its time
    event.instance.say(event.stay("aiko"), Say(text="まだ"), now=event.now)
    event.instance.apart.block(event.stay("aiko"), "kenji")
    event.instance.leave("aiko", bye(Close.LEFT), now=event.now)
    event.passes(0.3)
    event.instance.say(event.stay("kenji"), Say(text="だれか"), now=event.now)
    assert told
    kenji.told.clear()
    event.hear()
    assert "まだ" in [said["text"] for said in kenji.all("chat")], "it was said before the block"


def test_bl3_guide_and_staff_see_and_are_seen_whoever_blocked_whom(event: Scene) -> None:
    kenji = event.enters("kenji", role="guide", blocks=frozenset({"aiko"}))
    aiko = event.enters("aiko", blocks=frozenset({"kenji"}))
    assert {card["id"] for card in aiko.all("welcome")[0]["avatars"]} == {1, 2}
    event.passes(1)
    event.instance.say(event.stay("kenji"), Say(text="こちらです"), now=event.now)
    event.instance.say(event.stay("aiko"), Say(text="はい"), now=event.now)
    assert len(aiko.all("chat")) == len(kenji.all("chat")) == 2
    again = event.enters("kenji", role="visitor")
    assert aiko.all("avatars")[-1]["left"] == [1]
    assert {card["id"] for card in again.all("welcome")[-1]["avatars"]} == {1}


def test_bl5_after_unblocking_they_meet_again_where_they_stand(event: Scene, pair: Pair) -> None:
    aiko, kenji = pair
    event.instance.apart.block(event.stay("aiko"), "kenji")
    event.instance.apart.block(event.stay("kenji"), "aiko")
    event.instance.apart.unblock(event.stay("aiko"), "kenji")
    steps(event, "aiko", "kenji")
    assert 1 not in shown(kenji), "the other still blocks"
    event.instance.apart.unblock(event.stay("kenji"), "aiko")
    assert [card["name"] for card in aiko.all("avatars")[-1]["came"]] == ["Kenji"]
    assert [card["name"] for card in kenji.all("avatars")[-1]["came"]] == ["Aiko"]
    assert aiko.frames[-1].records["id"].tolist() == [2]


def test_bl2_nobody_finds_whom_they_do_not_see(event: Scene, pair: Pair) -> None:
    apart = event.instance.apart
    assert apart.find(event.stay("kenji"), 1) is event.stay("aiko")
    apart.block(event.stay("aiko"), "kenji")
    assert apart.find(event.stay("kenji"), 1) is None
    assert apart.find(event.stay("aiko"), 2) is None
    assert apart.find(event.stay("mari"), 1) is event.stay("aiko")
    assert apart.find(event.stay("mari"), 77) is None


# ── whatever happens ────────────────────────────────────────────────────────

NAMES = ("aiko", "kenji", "mari", "ploy", "guide")
names = st.sampled_from(NAMES)


class Witness(HeardConnection):
    """Fails the moment it is told or shown anything of somebody its visitor is apart from."""

    def __init__(self, name: str, town: "Blocking") -> None:
        super().__init__()
        self.name = name
        self.town = town
        self.known: set[int] = set()

    def tell(self, write: TextWrite) -> None:
        heard = len(self.told)
        super().tell(write)
        for name, body in self.told[heard:]:
            self.check(name, body)

    def check(self, name: str, body: Mapping[str, Any]) -> None:
        if name in ("chat", "emote"):
            self.may_notice([self.town.speaker[body["n"]]], body)
        elif name == "welcome":
            self.known = {card["id"] for card in body["avatars"]}
            self.may_notice((self.town.owner[one] for one in self.known), body)
            assert body["people"] == len(self.known)
        elif name == "avatars":
            came = {card["id"] for card in body["came"]}
            self.may_notice((self.town.owner[one] for one in came), body)
            # To hear that somebody left whom one never saw would be news of them.
            assert self.all("welcome"), "NU3: nothing comes before welcome"
            strangers = set(body["left"]) - self.known - came
            self.may_notice((self.town.owner[one] for one in strangers), body)
            self.known = (self.known | came) - set(body["left"])

    def show(self, write: PoseWrite) -> None:
        super().show(write)
        frame = self.frames[-1]
        ids = frame.records["id"].tolist()
        assert ids
        assert frame.near <= len(ids)
        self.may_notice((self.town.owner[one] for one in ids), frame)

    def may_notice(self, others: Iterable[str], what: object) -> None:
        for other in others:
            assert not self.town.are_apart(self.name, other), (self.name, other, what)


class Blocking(RuleBasedStateMachine):
    """People block and forgive, come, go, blink, talk and walk, and worlds take each other over."""

    scene: Scene

    @initialize(pairs=st.lists(st.tuples(names, names), max_size=3))
    def begin(self, pairs: list[tuple[str, str]]) -> None:
        self.scene = Scene(WALK)
        self.blocks: dict[str, set[str]] = {name: set() for name in NAMES}
        self.heroes = {"guide"}
        self.lines: dict[str, Witness] = {}
        self.owner: dict[int, str] = {}
        self.speaker: dict[int, str] = {}
        self.turn = 0
        for name, other in pairs:
            if name not in (other, "guide"):
                self.blocks[name].add(other)
        for name in NAMES:
            self.comes(name, resumes=False)

    def are_apart(self, one: str, other: str) -> bool:
        if one in self.heroes or other in self.heroes:
            return False
        return other in self.blocks[one] or one in self.blocks[other]

    def inside(self, name: str) -> bool:
        return name in self.scene.instance.stays

    def connected(self, name: str) -> bool:
        return self.inside(name) and self.scene.stay(name).connection is self.lines.get(name)

    @rule(name=names, resumes=st.booleans())
    def comes(self, name: str, *, resumes: bool) -> None:
        line = Witness(name, self)
        before = self.lines.get(name)
        after = before.numbers[-1] if resumes and before is not None and before.numbers else None
        known = self.inside(name)
        stay = self.scene.instance.stays.get(name)
        # The number is given on arrival, and the first thing told is about it.
        if stay is None:
            left = self.scene.instance.inheritance.rest().get(name)
            number = None if left is None else left.avatar
            self.owner[number or self.next_number()] = name
        self.lines[name] = line
        self.scene.enters(
            name,
            after=after,
            known=not (known and resumes),
            role="guide" if name in self.heroes else "visitor",
            blocks=frozenset(self.blocks[name]),
            through=line,
        )
        assert self.owner[self.scene.stay(name).body.id] == name

    def next_number(self) -> int:
        return self.scene.instance.world._ids._next

    @rule(name=names)
    def blinks(self, name: str) -> None:
        if self.connected(name):
            self.scene.loses(self.lines[name])

    @rule(name=names)
    def leaves(self, name: str) -> None:
        self.scene.instance.leave(name, bye(Close.LEFT), now=self.scene.now)

    @rule(name=names, other=names)
    def blocks_somebody(self, name: str, other: str) -> None:
        if name == other or name in self.heroes or not self.inside(name):
            return
        # What they are told at this very moment is that the other left, which they may notice.
        self.blocks[name].add(other)
        self.scene.instance.apart.block(self.scene.stay(name), other)

    @rule(name=names, other=names)
    def forgives(self, name: str, other: str) -> None:
        self.blocks[name].discard(other)
        if self.inside(name):
            self.scene.instance.apart.unblock(self.scene.stay(name), other)

    @precondition(lambda self: len(self.heroes) < 2)
    @rule(name=names)
    def becomes_a_guide(self, name: str) -> None:
        if self.connected(name) and name != "guide":
            self.heroes.add(name)
            self.comes(name, resumes=False)

    @precondition(lambda self: len(self.heroes) > 1)
    @rule()
    def guides_no_more(self) -> None:
        (name,) = self.heroes - {"guide"}
        if self.connected(name):
            self.heroes.discard(name)
            self.comes(name, resumes=False)

    @rule(name=names, says=st.booleans())
    def speaks(self, name: str, *, says: bool) -> None:
        if not self.connected(name):
            return
        n = self.scene.instance.conversation.log._n + 1
        self.speaker[n] = name
        if says:
            self.scene.instance.say(self.scene.stay(name), Say(phrase=1), now=self.scene.now)
        else:
            self.scene.instance.show(self.scene.stay(name), Show(emote=2), now=self.scene.now)
        for other, line in self.lines.items():
            if self.connected(other) and not self.are_apart(name, other):
                assert line.numbers[-1] == n, (other, "did not hear", name)
        self.scene.now += 3

    @rule(name=names)
    def walks(self, name: str) -> None:
        if self.connected(name):
            self.turn += 1
            stay = self.scene.stay(name)
            pose = self.scene.instance.world.pose(stay.body)
            wish = BOUNDS.pack(Pose(pose.x + 0.1, pose.y, pose.z, self.turn % 6))
            self.scene.instance.move(stay, Move(self.turn, wish, Gait.WALK))

    @rule(seconds=st.sampled_from([0.1, 0.3, 1.5]))
    def time_passes(self, seconds: float) -> None:
        self.scene.passes(seconds)

    @rule()
    def another_world_goes_on(self) -> None:
        """RS4: what was said goes with it, blocks are in the tables."""
        before = self.scene
        entries = [Entry.read(entry.raw()) for entry in before.instance.conversation.log.kept]
        left = {
            name: kept(avatar=stay.body.id)._replace(visit_id=None)
            for name, stay in before.instance.stays.items()
        }
        for line in self.lines.values():
            line.ended = bye(Close.RESTART)
        self.scene = Scene(WALK, left=left)
        self.scene.now = before.now
        instance = self.scene.instance
        instance.inheritance = Inheritance(left, now=before.now)
        instance.apart._awaited = instance.inheritance.rest
        log = Log(first=before.instance.conversation.log._n + 1000, kept=entries)
        instance.conversation.log = log
        taken = {stay.avatar for stay in left.values()}
        instance.world._ids._next = max([*self.owner, *taken], default=0) + 1

    @invariant()
    def everybody_knows_whom_they_may(self) -> None:
        if not hasattr(self, "scene"):
            return
        self.scene.passes(0.1)
        stays = self.scene.instance.stays
        for name, line in self.lines.items():
            if not self.connected(name):
                continue
            wanted = {
                stay.body.id
                for other, stay in stays.items()
                if stay.is_shown and not self.are_apart(name, other)
            }
            assert line.known == wanted, name


TestBlocking = Blocking.TestCase
TestBlocking.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)
