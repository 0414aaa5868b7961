"""BL1 to BL5 over the wire: who blocked somebody is out of their reach, whatever either does."""

from typing import Any

import pytest
from aiohttp.test_utils import TestServer
from fixed_time import ManualClock
from live_visitors import Arrive, Line, Visitor
from sqlmodel import func, select
from web_town import Town

from world_server.app import build_app
from world_server.errors import Unavailable
from world_server.live.mount import LIVE
from world_server.settings import WorldSettings
from world_server.store import blocks
from world_server.store.tables.people import Block

OK = {"ok": True}


def refused(rule: str) -> dict[str, Any]:
    return {"code": "person-refused", "retryable": False, "details": {"rule": rule}}


async def kept(town: Town) -> int:
    """How many blocks are written down."""
    async with town.database.reading() as session:
        return int((await session.exec(select(func.count()).select_from(Block))).one())


async def walk(line: Line, *, steps: int = 6) -> None:
    """A few steps, each shown to whoever may see it."""
    pose = line.all("welcome")[-1]["pose"]
    for at in range(1, steps + 1):
        await line.move(pose["x"] + at * 0.2, pose["z"], y=pose["y"], seq=at)
        await line.until(lambda: True)


async def notices_nothing(line: Line, other: Line, *, said: str) -> None:
    """The other says, shows and does something, all of which goes past this line."""
    told, frames = len(line.told), len(line.frames)
    assert await other.ask("chat", {"text": said}) == OK
    assert await other.ask("emote", {"emote": 1}) == OK
    await walk(other)
    assert await line.ask("chat", {"text": f"after {said}"}) == OK
    await line.hears("chat", text=f"after {said}")
    news = [body for name, body in line.told[told:] if name in ("chat", "emote")]
    assert all(body["from"] != other.avatar for body in news)
    assert all(other.avatar not in frame.avatars for frame in line.frames[frames:])


@pytest.mark.parametrize("lane", ["compact", "events"])
async def test_bl1_bl2_two_who_are_apart_notice_nothing_in_either_lane(
    arrive: Arrive, town: Town, lane: str
) -> None:
    event = await town.event()
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    blocker = await aiko.enter(lane=lane, event=event.slug)
    blocked = await kenji.enter(lane=lane, event=event.slug)
    await blocker.sees(blocked.avatar)
    assert await blocker.ask("block", {"avatar": blocked.avatar}) == OK
    assert (await blocker.hears("avatars", left=[blocked.avatar]))["came"] == []
    assert (await blocked.hears("avatars", left=[blocker.avatar]))["came"] == []
    assert await kept(town) == 1
    await notices_nothing(blocker, blocked, said="blocked")
    await notices_nothing(blocked, blocker, said="blocker")


async def test_bl2_no_request_of_the_blocked_reaches_the_blocker(
    arrive: Arrive, town: Town
) -> None:
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    blocker, blocked = await aiko.enter(), await kenji.enter()
    await blocked.sees(blocker.avatar)
    assert await blocker.ask("block", {"avatar": blocked.avatar}) == OK
    for avatar in (blocker.avatar, 4000):
        assert await blocked.ask("block", {"avatar": avatar}) == refused("gone")
    assert await kept(town) == 1
    assert await blocked.ask("block", {"avatar": blocked.avatar}) == refused("self")


@pytest.mark.parametrize("avatar", [0, -1, 65536, True, "1", None, 1.5])
async def test_bl1_only_an_avatar_can_be_blocked(arrive: Arrive, avatar: object) -> None:
    line = await (await arrive()).enter()
    answer = await line.ask("block", {"avatar": avatar})
    assert (answer["code"], answer["details"]) == ("malformed", {"field": "avatar"})


async def test_bl1_ten_at_once_and_then_it_takes_a_while(arrive: Arrive) -> None:
    line = await (await arrive()).enter()
    answers = [await line.ask("block", {"avatar": 4000}) for _ in range(11)]
    assert [answer["code"] for answer in answers] == ["person-refused"] * 10 + ["too-many"]


async def test_bl1_no_more_than_can_be_kept(
    arrive: Arrive, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "MOST_BLOCKS", 1)
    lines = [await (await arrive(name)).enter() for name in ("あいこ", "けんじ", "まり")]
    await lines[0].sees(lines[2].avatar)
    assert await lines[0].ask("block", {"avatar": lines[1].avatar}) == OK
    assert await lines[0].ask("block", {"avatar": lines[2].avatar}) == refused("full")
    assert await kept(town) == 1


async def test_bl1_in_every_instance_and_through_a_second_tab(arrive: Arrive, town: Town) -> None:
    event = await town.event()
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    blocker, blocked = await aiko.enter(), await kenji.enter()
    await blocker.sees(blocked.avatar)
    assert await blocker.ask("block", {"avatar": blocked.avatar}) == OK
    second = await aiko.enter()
    await blocker.hears("bye")
    assert [card["name"] for card in second.first("welcome")["avatars"]] == ["あいこ"]
    aiko.ticket = kenji.ticket = ""
    blocked = await kenji.enter(event=event.slug)
    blocker = await aiko.enter(event=event.slug)
    assert blocker.first("welcome")["people"] == 1
    await notices_nothing(blocker, blocked, said="blocked")
    await notices_nothing(blocked, blocker, said="blocker")
    assert blocked.all("avatars", left=[]) == [
        {"came": [card], "left": []}
        for card in blocked.first("welcome")["avatars"]
        if card["name"] == "けんじ"
    ]


async def test_bl1_a_world_started_anew_keeps_them_apart(
    arrive: Arrive, town: Town, settings: WorldSettings, clock: ManualClock
) -> None:
    event = await town.event()
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    blocker, blocked = await aiko.enter(event=event.slug), await kenji.enter(event=event.slug)
    await blocker.sees(blocked.avatar)
    assert await blocker.ask("block", {"avatar": blocked.avatar}) == OK
    last = blocked.last
    assert await blocker.ask("chat", {"text": "ひみつ"}) == OK
    await town.server.close()
    town.server = TestServer(build_app(settings, clock=clock))
    await town.server.start_server()
    back = await kenji.enter(after=last)
    assert back.first("welcome")["resumed"] is True
    assert back.all("chat") == [], "what was said before is kept from them still"
    again = await aiko.enter()
    await notices_nothing(back, again, said="again")
    await aiko.close()
    await kenji.close()
    await town.server.close()


async def test_bl1_without_consent_it_lasts_for_the_stay(
    arrive: Arrive, town: Town, clock: ManualClock
) -> None:
    aiko = await arrive("あいこ", remember=False)
    await aiko.enter()
    kenji = await arrive("けんじ")
    blocked = await kenji.enter()
    blocker = await aiko.enter()
    await blocker.sees(blocked.avatar)
    assert await blocker.ask("block", {"avatar": blocked.avatar}) == OK
    assert len(await listed(aiko)) == 1
    clock.advance(hours=12)
    assert await listed(aiko) == []
    aiko.ticket = ""
    async with town.database.transaction() as session:
        await blocks.add(
            session, visitor_id=aiko_id(town), blocked_id="nobody", name="x", now=clock()
        )
    assert await kept(town) == 0, "and then it is deleted"


def aiko_id(town: Town) -> str:
    stays = town.server.app[LIVE].instances["public"].stays
    return next(one for one, stay in stays.items() if stay.guest.nickname == "あいこ")


async def test_bl3_guide_and_staff_cannot_be_blocked_and_block_nobody(
    arrive: Arrive, town: Town
) -> None:
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    visitor, guide = await aiko.enter(), await kenji.enter()
    await visitor.sees(guide.avatar)
    instance = town.server.app[LIVE].instances["public"]
    for stay in instance.stays.values():
        if stay.body.id == guide.avatar:
            object.__setattr__(stay.guest, "role", "guide")
    assert await visitor.ask("block", {"avatar": guide.avatar}) == refused("host")
    assert await guide.ask("block", {"avatar": visitor.avatar}) == refused("host")


async def test_bl1_while_the_database_is_away_it_holds_and_says_that_it_is_not_written(
    arrive: Arrive, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = await town.event()
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    blocker, blocked = await aiko.enter(event=event.slug), await kenji.enter(event=event.slug)
    await blocker.sees(blocked.avatar)

    async def away(*_args: object, **_named: object) -> None:
        raise Unavailable

    with monkeypatch.context() as patched:
        patched.setattr(blocks, "add", away)
        answer = await blocker.ask("block", {"avatar": blocked.avatar})
    assert answer["code"] == "unavailable"
    await notices_nothing(blocker, blocked, said="blocked")
    await notices_nothing(blocked, blocker, said="blocker")


async def listed(visitor: Visitor) -> list[dict[str, Any]]:
    answer = await visitor.browser.get("/api/people/blocks")
    assert answer.status == 200, answer.body
    found: list[dict[str, Any]] = answer.body["blocks"]
    return found


async def test_bl5_a_block_taken_back_lets_them_meet_where_they_stand(
    arrive: Arrive, town: Town
) -> None:
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    blocker, blocked = await aiko.enter(), await kenji.enter()
    await blocker.sees(blocked.avatar)
    assert await blocker.ask("block", {"avatar": blocked.avatar}) == OK
    (card,) = await listed(aiko)
    assert card["name"] == "けんじ"
    assert await listed(kenji) == [], "nobody is told that they were blocked"
    path = f"/api/people/blocks/{card['id']}"
    assert (await kenji.browser.ask("DELETE", path)).status == 404
    assert len(await listed(aiko)) == 1
    assert (await aiko.browser.ask("DELETE", path)).status == 204
    assert (await aiko.browser.ask("DELETE", path)).status == 404
    assert (await blocker.hears("avatars", left=[]))["came"][0]["name"] == "けんじ"
    assert (await blocked.hears("avatars", left=[]))["came"][0]["name"] == "あいこ"
    await walk(blocked)
    await blocker.sees(blocked.avatar)


async def test_whoever_has_no_passport_has_no_list(town: Town) -> None:
    stranger = await town.browser()
    assert (await stranger.get("/api/people/blocks")).status == 401
    assert (await stranger.ask("DELETE", "/api/people/blocks/1")).status == 401
    for odd in ("x", "-1", "1" * 30, "٣"):
        assert (await stranger.ask("DELETE", f"/api/people/blocks/{odd}")).status in (401, 404)


@pytest.mark.parametrize("erased", [0, 1])
async def test_erasing_either_of_the_two_deletes_the_block(
    arrive: Arrive, town: Town, erased: int
) -> None:
    people = [await arrive("あいこ"), await arrive("けんじ")]
    lines = [await person.enter() for person in people]
    await lines[0].sees(lines[1].avatar)
    assert await lines[0].ask("block", {"avatar": lines[1].avatar}) == OK
    assert (await people[erased].browser.ask("DELETE", "/api/passport")).status == 204
    assert await kept(town) == 0
