"""One instance: who comes and goes, what is seen and measured, and the end."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from heard import HeardConnection
from scene import BOUNDS, LOG_BEGAN, WALK, Scene

from world_server.errors import Unavailable
from world_server.live.instance import FAREWELL_SECONDS
from world_server.protocol.closing import Close, bye
from world_server.protocol.geometry import SNAP_BIT, Gait, Pose
from world_server.protocol.limits import ROSTER_PAGE
from world_server.protocol.moves import Move, encode_move
from world_server.store.tables.event import EventState


def test_jn4_nu3_welcome_comes_first_and_the_poses_of_its_avatars_right_after(scene: Scene) -> None:
    aiko = scene.enters()
    assert aiko.told[0][0] == "welcome"
    assert [frame.records["id"].tolist() for frame in aiko.frames] == [[1]]
    welcome = aiko.all("welcome")[0]
    assert (welcome["n"], welcome["resumed"], welcome["event"]) == (LOG_BEGAN, False, None)
    assert welcome["people"] == 1
    assert welcome["avatars"] == [{"id": 1, "name": "Aiko", "look": 5, "role": "visitor"}]


def test_ro1_those_inside_hear_who_comes_and_goes_once_a_beat(scene: Scene) -> None:
    aiko = scene.enters("aiko")
    scene.passes(0.1)
    for name in ("kenji", "ploy", "min"):
        scene.enters(name)
    scene.passes(0.1)
    told = aiko.all("avatars")[-1]
    assert [card["name"] for card in told["came"]] == ["Kenji", "Ploy", "Min"]
    scene.instance.leave("kenji", bye(Close.LEFT), now=scene.now)
    scene.passes(0.1)
    assert aiko.all("avatars")[-1] == {"came": [], "left": [2]}
    heard = len(aiko.all("avatars"))
    scene.passes(1)
    assert len(aiko.all("avatars")) == heard


def test_ro2_a_newcomer_to_a_full_town_meets_the_nearest_first_and_all_in_the_end() -> None:
    scene = Scene(capacity=450)
    for number in range(349):
        role = "guide" if number == 0 else "visitor"
        line = scene.enters(f"v{number}", role=role)
        assert line.moves is not None
        scene.instance.world.put(
            scene.stay(f"v{number}").body, Pose(number / 2, 0, 0, 0), now=scene.now, beat=1
        )
    scene.passes(2)
    late = scene.enters("late")
    welcome = late.all("welcome")[0]
    assert welcome["people"] == 350
    assert len(welcome["avatars"]) == ROSTER_PAGE
    assert {card["name"] for card in welcome["avatars"]} >= {"Late", "V0", "V1", "V90"}
    assert len(late.frames[0].records) == ROSTER_PAGE
    scene.passes(1)
    met = {card["id"] for news in late.all("avatars") for card in news["came"]}
    met |= {card["id"] for card in welcome["avatars"]}
    assert len(met) == 350
    pages = [news for news in late.all("avatars") if len(news["came"]) > 1]
    assert all(len(news["came"]) <= ROSTER_PAGE for news in pages)
    seen = {one for frame in late.frames for one in frame.records["id"].tolist()}
    assert met <= seen
    told = len(late.told)
    scene.passes(2)
    assert len(late.told) == told, "introduced once"


def test_ro1_in_a_full_hall_who_came_is_told_on_every_third_beat() -> None:
    hall = Scene(capacity=300)
    aiko = hall.enters("aiko")
    for number in range(200):
        hall.enters(f"v{number}")
    hall.passes(0.6)
    told = len(aiko.all("avatars"))
    for number in range(12):
        hall.enters(f"late{number}")
        hall.passes(0.1)
    news = aiko.all("avatars")[told:]
    assert [len(one["came"]) for one in news] == [3, 3, 3, 3]


def test_ps1_one_frame_a_beat_at_most(scene: Scene) -> None:
    aiko, kenji = scene.enters("aiko"), scene.enters("kenji")
    scene.passes(1)
    aiko.frames.clear()
    for step in range(50):
        assert kenji.moves is not None
        pose = BOUNDS.pack(Pose(step * 0.1, 0, 1, 0))
        kenji.moves(encode_move(Move(seq=step, pose=pose, gait=Gait.WALK)))
        scene.passes(0.1)
    assert len(aiko.frames) == 50
    assert {frame.near for frame in aiko.frames} == {1}
    stamps = [frame.server_ms for frame in aiko.frames]
    assert all(90 <= b - a <= 110 for a, b in pairwise(stamps))


def test_ps8_who_stands_still_comes_up_with_everybody_in_turn(scene: Scene) -> None:
    aiko, _ = scene.enters("aiko"), scene.enters("kenji")
    scene.passes(1)
    aiko.frames.clear()
    scene.passes(1)
    assert [frame.near for frame in aiko.frames] == [0, 0]
    assert [frame.records["id"].tolist() for frame in aiko.frames] == [[1, 2]] * 2


def test_ps3_a_change_is_near_on_three_beats(scene: Scene) -> None:
    aiko, kenji = scene.enters("aiko"), scene.enters("kenji")
    scene.passes(1)
    aiko.frames.clear()
    assert kenji.moves is not None
    kenji.moves(encode_move(Move(1, BOUNDS.pack(Pose(1, 0, 1, 0)), Gait.WALK)))
    scene.passes(1)
    near = [frame for frame in aiko.frames if frame.near]
    assert len(near) == 3
    assert all(frame.records["id"].tolist()[0] == 2 for frame in near)


def test_ps9_guide_and_staff_are_seen_from_afar_and_a_guide_no_more_is_not(scene: Scene) -> None:
    aiko, far = scene.enters("aiko"), scene.enters("guide", role="guide")
    body = scene.stay("guide").body

    def walks() -> None:
        scene.instance.world.put(body, Pose(150, 0, 150, 0), now=scene.now, beat=0)
        aiko.frames.clear()
        assert far.moves is not None
        far.moves(encode_move(Move(1, BOUNDS.pack(Pose(151, 0, 150, 0)), Gait.WALK)))
        scene.passes(0.1)

    scene.passes(1)
    walks()
    assert (aiko.frames[0].near, aiko.frames[0].records["id"][0]) == (1, body.id)
    far = scene.enters("guide")
    scene.passes(2)
    walks()
    scene.passes(1)
    assert {frame.near for frame in aiko.frames} == {0}


def test_ps5_a_reader_finds_their_own_avatar_in_a_shared_frame(scene: Scene) -> None:
    aiko, kenji = scene.enters("aiko"), scene.enters("kenji")
    scene.passes(1)
    aiko.frames.clear()
    for line in (aiko, kenji):
        assert line.moves is not None
        line.moves(encode_move(Move(1, BOUNDS.pack(Pose(1, 0, 1, 0)), Gait.WALK)))
    scene.passes(0.1)
    assert {1, 2} == set(aiko.frames[0].records["id"].tolist())


def test_po4_who_has_just_come_is_put_there_and_did_not_walk(scene: Scene) -> None:
    aiko = scene.enters("aiko")
    assert aiko.frames[0].records["state"][0] & SNAP_BIT


def test_mv5_mv7_a_jump_is_corrected_twice_a_second_at_most(scene: Scene) -> None:
    aiko, kenji = scene.enters("aiko"), scene.enters("kenji")
    scene.passes(1)
    before = aiko.all("welcome")[0]["pose"]
    for seq in range(20):
        assert aiko.moves is not None
        aiko.moves(encode_move(Move(seq, BOUNDS.pack(Pose(150, 0, 150, 0)), Gait.RUN)))
        scene.passes(0.1)
    corrections = aiko.all("correct")
    assert 4 <= len(corrections) <= 5
    assert corrections[0]["seq"] == 0
    assert all(one["pose"] == before for one in corrections)
    assert kenji.all("correct") == []
    assert scene.instance.world.pose(scene.stay().body).x == pytest.approx(before["x"])


def test_ac1_seconds_are_measured_every_fifteen_seconds_and_stop_with_the_connection(
    event: Scene,
) -> None:
    aiko = event.enters("aiko")
    account = event.stay().account
    event.passes(14)
    assert account.total == 0
    event.passes(2)
    assert account.total == 15
    event.loses(aiko)
    event.passes(20)
    event.enters("aiko", after=aiko.numbers[-1], known=False)
    event.passes(30)
    assert account.total == pytest.approx(16 + 30, abs=15)
    event.instance.leave("aiko", bye(Close.LEFT), now=event.now)
    assert account.total == pytest.approx(46, abs=1)
    assert account.ended_at == event.clock.now


def test_ac1_a_forgotten_tab_does_not_count_and_walking_does(event: Scene) -> None:
    aiko = event.enters("aiko")
    event.enters("kenji")
    for second in range(150):
        assert aiko.moves is not None
        pose = BOUNDS.pack(Pose(50 + second % 2, 2, 50, 1))
        aiko.moves(encode_move(Move(second, pose, Gait.WALK)))
        event.passes(1)
    event.instance.close(bye(Close.RESTART), now=event.now)
    totals = {account.visitor_id: account.total for account in event.ledger._accounts}
    assert totals == pytest.approx({"aiko": 150, "kenji": 60}, abs=1)


def test_the_end_of_the_event_ends_the_count_and_later_the_stay(event: Scene) -> None:
    aiko = event.enters("aiko")
    event.passes(10)
    account = event.stay().account
    over = replace(WALK, state=EventState.ENDED)
    event.instance.update(over, now=event.now)
    assert account.total == pytest.approx(10, abs=1)
    assert account.ended_at == event.clock.now
    event.passes(FAREWELL_SECONDS - 1)
    assert aiko.ended is None
    assert aiko.all("event")[0]["state"] == "ended"
    event.instance.update(over, now=event.now)
    event.passes(2)
    assert aiko.ended is not None
    assert aiko.ended.code == "event-ended"
    assert account.total == pytest.approx(10, abs=1)
    assert event.instance.stays == {}


def test_at_midnight_in_kashima_one_visit_ends_and_the_next_begins(event: Scene) -> None:
    event.clock.now = datetime(2026, 11, 22, 14, 59, 50, tzinfo=UTC)  # ten to midnight, JST
    aiko = event.enters("aiko")
    before = event.stay().account
    event.passes(30)
    after = event.stay().account
    assert after is not before
    assert before.ended_at is not None
    assert (before.day.day, after.day.day) == (22, 23)
    assert before.total == pytest.approx(10, abs=1)
    event.instance.leave("aiko", bye(Close.LEFT), now=event.now)
    assert before.total + after.total == pytest.approx(30, abs=1)
    assert aiko.ended is not None


def test_who_is_away_at_midnight_does_not_begin_a_new_day(event: Scene) -> None:
    event.clock.now = datetime(2026, 11, 22, 14, 59, 50, tzinfo=UTC)
    event.loses(event.enters("aiko"))
    event.passes(20)
    assert len(event.ledger) == 1


def test_the_arrival_of_an_event_is_its_place(event: Scene) -> None:
    pose = event.enters("aiko").all("welcome")[0]["pose"]
    assert (pose["x"], pose["y"], pose["z"]) == (50, 2, 50)


def test_a_full_world_says_try_again(scene: Scene) -> None:
    small = Scene(capacity=4)
    for number in range(small.instance.world.size):
        small.enters(f"visitor{number}")
    with pytest.raises(Unavailable):
        small.enters("late")


def test_another_name_in_another_tab_is_the_same_avatar_and_everybody_hears_it(
    scene: Scene,
) -> None:
    scene.enters("aiko")
    kenji = scene.enters("kenji")
    scene.passes(0.1)
    stay = scene.stay("aiko")
    renamed = replace(stay.guest, nickname="Aiko-san")
    scene.instance.attach("aiko", HeardConnection(), guest=renamed, after=None, now=scene.now)
    scene.passes(0.1)
    assert kenji.all("avatars")[-1]["came"][0] == {
        "id": 1,
        "name": "Aiko-san",
        "look": 5,
        "role": "visitor",
    }
