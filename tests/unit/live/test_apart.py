"""BL1 to BL5: two people of whom one blocked the other notice nothing of each other."""

import pytest
from heard import HeardConnection
from scene import BOUNDS, LOG_BEGAN, WALK, Scene, kept

from world_server.protocol.closing import Close, bye
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


def test_bl2_rs4_a_return_in_another_world_repeats_nothing_of_whom_one_blocked() -> None:
    """Nobody there knew of the block when it was said: only the one who comes back brings it."""
    scene = Scene(WALK, left={"aiko": kept(avatar=9)._replace(visit_id=None)})
    for name in ("kenji", "mari"):
        scene.enters(name)
        scene.instance.say(scene.stay(name), Say(text=name), now=scene.now)
    scene.instance.leave("kenji", bye(Close.LEFT), now=scene.now)
    back = scene.enters("aiko", after=LOG_BEGAN, blocks=frozenset({"kenji"}))
    assert [said["text"] for said in back.all("chat")] == ["mari"]
    assert back.all("welcome")[0]["resumed"] is True


@pytest.mark.parametrize("leaves", [False, True])
def test_bl2_a_line_said_before_the_block_is_told_only_once_its_speaker_is_gone(
    event: Scene, *, leaves: bool
) -> None:
    """A line may be on its way to Redis while its speaker blocks somebody, and even leaves."""
    kenji = event.enters("kenji")
    event.enters("aiko")
    event.instance.conversation._said = lambda: None  # Redis takes its time
    event.instance.say(event.stay("aiko"), Say(text="まだ"), now=event.now)
    event.instance.apart.block(event.stay("aiko"), "kenji")
    if leaves:
        event.instance.leave("aiko", bye(Close.LEFT), now=event.now)
    event.hear()
    assert [said["text"] for said in kenji.all("chat")] == (["まだ"] if leaves else [])


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
