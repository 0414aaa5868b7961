"""Walking over the wire: what is possible, what is put right, what is a flood."""

import asyncio
import math

import pytest
from live_visitors import MOVE, Arrive
from web_town import Town


@pytest.mark.parametrize("lane", ["compact", "events"])
async def test_mv5_mv7_a_cheat_is_put_right_and_nobody_sees_it(arrive: Arrive, lane: str) -> None:
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    cheat, watcher = await aiko.enter(lane=lane), await kenji.enter()
    start = cheat.first("welcome")["pose"]
    for seq in range(1, 4):
        await cheat.move(start["x"] + 150, start["z"] - 150, y=start["y"], seq=seq)
        await asyncio.sleep(0.02)
    told = await cheat.hears("correct")
    assert told["seq"] in (1, 2, 3)
    assert told["pose"] == pytest.approx(start, abs=0.02)
    await cheat.move(start["x"] + 1, start["z"], y=start["y"], seq=9)
    await watcher.sees(
        cheat.avatar, lambda seen: math.isclose(seen.x, start["x"] + 1, abs_tol=0.02)
    )
    far = [
        seen
        for frame in watcher.frames
        for number, seen in frame.avatars.items()
        if number == cheat.avatar and abs(seen.x - start["x"]) > 2
    ]
    assert far == []


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e999", '"12"', "null", "true"])
async def test_po1_mv3_what_is_no_finite_number_is_refused_and_changes_nothing(
    arrive: Arrive, value: str
) -> None:
    aiko = await arrive()
    line = await aiko.enter(lane="events")
    pose = line.first("welcome")["pose"]
    raw = f'{{"seq":1,"x":{value},"y":{pose["y"]},"z":{pose["z"]},"yaw":0,"state":1}}'
    await line.socket.send_str(f'427["move",{raw}]')
    answer = await line.until(lambda: line._acks.get(7))
    assert answer == {"code": "malformed", "retryable": False, "details": {"field": "x"}}
    frame = await line.sees(line.avatar)
    assert math.isclose(frame.avatars[line.avatar].x, pose["x"], abs_tol=0.011)


async def test_po1_mv3_a_move_outside_the_town_is_malformed_in_the_events_lane(
    arrive: Arrive,
) -> None:
    aiko = await arrive()
    line = await aiko.enter(lane="events")
    move = {"seq": 1, "x": 1e6, "y": 0, "z": 0, "yaw": 0, "state": 1}
    assert (await line.ask("move", move))["details"] == {"field": "pose"}


async def test_mv6_a_move_outside_the_town_is_put_right_in_the_compact_lane(
    arrive: Arrive,
) -> None:
    aiko = await arrive()
    line = await aiko.enter()
    await line.socket.send_bytes(MOVE.pack(1, 1, 77, 0xFFFF, 0xFFFF, 0, 0, 0))
    assert (await line.hears("correct"))["seq"] == 77


async def test_mv1_moves_are_not_taken_from_the_events_lane(arrive: Arrive) -> None:
    aiko = await arrive()
    line = await aiko.enter(lane="events")
    for _ in range(11):
        await line.socket.send_bytes(MOVE.pack(1, 1, 1, 100, 100, 0, 0, 0))
    assert (await line.hears("bye"))["code"] == "hostile"


async def test_mv4_a_flood_of_moves_ends_the_connection_and_one_may_come_back(
    arrive: Arrive,
) -> None:
    aiko = await arrive()
    line = await aiko.enter()
    raw = MOVE.pack(1, 0, 1, 100, 100, 0, 0, 0)
    for _ in range(400):
        await line.socket.send_bytes(raw)
    goodbye = await line.hears("bye")
    assert goodbye == {"code": "flood", "retryable": True, "details": {}}
    await line.until(lambda: line.closed)
    assert not line.disconnected
    back = await aiko.enter()
    assert back.avatar == line.avatar


async def test_ps4_the_first_frame_shows_everybody_right_after_the_welcome(
    arrive: Arrive, town: Town
) -> None:
    people = [await arrive(f"人{number}") for number in range(4)]
    lines = [await person.enter() for person in people]
    last = lines[-1]
    await last.until(lambda: last.frames)
    assert last.order[:2] == ["welcome", "poses"]
    assert last.frames[0].near == 0
    assert set(last.frames[0].avatars) == {line.avatar for line in lines}
    assert town.server.app is not None


async def test_ps1_ten_frames_a_second_while_somebody_walks(arrive: Arrive) -> None:
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    walker, watcher = await aiko.enter(), await kenji.enter()
    start = walker.first("welcome")["pose"]
    watcher.frames.clear()
    for step in range(30):
        await walker.move(
            start["x"] + math.sin(step / 5), start["z"], y=start["y"], seq=step, state=1
        )
        await asyncio.sleep(0.1)
    stamps = [frame.server_ms for frame in watcher.frames]
    assert stamps == sorted(set(stamps)), "one frame a beat, in order"
    assert len(stamps) <= 34
    assert len(stamps) >= 20  # a busy machine leaves beats out, and that is fine
