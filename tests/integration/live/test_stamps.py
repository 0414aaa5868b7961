"""Stamps as visitors live them: walked to, told, in the passport, and not lost with a world."""

from live_visitors import Arrive, Visitor
from web_town import Town

from world_server.live.mount import LIVE
from world_server.live.stay import Stay
from world_server.protocol.geometry import Pose
from world_server.sim.town import Place


def place(town: Town, name: str) -> Place:
    return next(one for one in town.server.app[LIVE].town.places if one.id == name)


def stay_of(town: Town) -> Stay:
    (stay,) = town.server.app[LIVE].instances["public"].stays.values()
    return stay


def stands(town: Town, pose: Pose) -> None:
    """Put the only visitor there, as a walk of minutes would have."""
    instance = town.server.app[LIVE].instances["public"]
    instance.world.put(stay_of(town).body, pose, now=0, beat=1)


async def stamps(visitor: Visitor) -> list[dict[str, str]]:
    answer = await visitor.browser.get("/api/passport")
    won: list[dict[str, str]] = answer.body["visitor"]["stamps"]
    return won


async def test_st1_the_place_of_arrival_is_the_first_stamp(arrive: Arrive, town: Town) -> None:
    aiko = await arrive()
    assert await stamps(aiko) == []
    line = await aiko.enter()
    assert line.first("welcome")["stamps"] == []
    assert await line.hears("stamp") == {"place": "torii", "day": "2026-11-22"}
    assert await stamps(aiko) == [{"place": "torii", "day": "2026-11-22"}]


async def test_st1_who_comes_again_is_not_told_of_stamps_they_have(
    arrive: Arrive, town: Town
) -> None:
    aiko = await arrive()
    line = await aiko.enter()
    await line.hears("stamp")
    assert await line.ask("leave", {}) == {"ok": True}
    aiko.ticket = ""
    again = await aiko.enter()
    stands(town, place(town, "romon").pose)
    assert (await again.hears("stamp"))["place"] == "romon"
    assert [one["place"] for one in again.all("stamp")] == ["romon"]
    assert [one["place"] for one in await stamps(aiko)] == ["torii", "romon"]


async def test_st1_the_client_is_not_asked_where_it_stands(arrive: Arrive, town: Town) -> None:
    aiko = await arrive()
    line = await aiko.enter()
    honden = place(town, "honden").pose
    for seq in range(30):
        await line.move(honden.x, honden.z, y=honden.y, seq=seq)
    await line.hears("correct")
    await line.hears("stamp")
    assert [one["place"] for one in await stamps(aiko)] == ["torii"]


async def test_the_last_stamp_of_a_rally_brings_its_badge_at_once(
    arrive: Arrive, town: Town
) -> None:
    aiko = await arrive()
    line = await aiko.enter()
    for name in ("honden", "sakagura-dori", "akamon", "mudflat"):
        assert line.all("badge") == []
        stands(town, place(town, name).pose)
        await line.hears("stamp", place=name)
    told = await line.hears("badge")
    assert (told["title"], told["state"]) == ("四つの島めぐり", "queued")
    answer = await aiko.browser.get("/api/passport")
    (badge,) = answer.body["visitor"]["badges"]
    assert (badge["kind"], badge["source"], badge["place"]) == ("rally", "stamps", "")
