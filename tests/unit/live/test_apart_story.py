"""BL1 to BL4, whatever happens: nobody notices anything of whom they are apart from."""

from collections.abc import Iterable, Mapping
from typing import Any

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
from world_server.protocol.moves import Move
from world_server.protocol.requests import Say, Show

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
