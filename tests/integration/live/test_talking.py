"""Words and gestures over the wire, and their limits."""

import asyncio
import time

import pytest
from live_visitors import Arrive
from web_town import Town

from world_server.live.connection import Connection
from world_server.protocol.closing import Refusal


@pytest.mark.parametrize("lane", ["compact", "events"])
async def test_ch1_ch3_em1_everybody_hears_and_sees_in_both_lanes(
    arrive: Arrive, town: Town, lane: str
) -> None:
    event = await town.event()
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    speaks = await aiko.enter(lane=lane, event=event.slug)
    listens = await kenji.enter(event=event.slug)
    assert await speaks.ask("chat", {"text": " 今日は \n いい天気 "}) == {"ok": True}
    assert await speaks.ask("chat", {"phrase": 4}) == {"ok": True}
    assert await speaks.ask("emote", {"emote": 5}) == {"ok": True}
    for line in (speaks, listens):
        said = await line.hears("chat", text="今日は いい天気")
        assert (said["from"], said["name"]) == (speaks.avatar, "あいこ")
        assert said["at"] == "2026-11-22T01:00:00Z"
        assert "text" not in await line.hears("chat", phrase=4)
        assert (await line.hears("emote"))["emote"] == 5


async def test_ch4_outside_of_events_only_phrases(arrive: Arrive) -> None:
    line = await (await arrive()).enter()
    refused = {"code": "not-allowed", "retryable": False, "details": {}}
    assert await line.ask("chat", {"text": "hello"}) == refused
    assert await line.ask("chat", {"phrase": 1}) == {"ok": True}


async def test_ch5_em2_who_is_too_fast_is_told_how_long_to_wait(arrive: Arrive) -> None:
    line = await (await arrive()).enter()
    answers = [await line.ask("chat", {"phrase": 1}) for _ in range(7)]
    assert answers[0] == {"ok": True}
    assert answers[-1] == {"code": "too-many", "retryable": True, "details": {"seconds": 2}}
    shown = [await line.ask("emote", {"emote": 1}) for _ in range(8)]
    assert shown[-1]["code"] == "too-many"


@pytest.mark.parametrize(
    ("request_", "body", "field"),
    [
        ("chat", {"text": "x" * 201}, "text"),
        ("chat", {"text": ""}, "text"),
        ("chat", {}, "chat"),
        ("chat", None, "chat"),
        ("chat", {"phrase": 13}, "phrase"),
        ("emote", {"emote": 6}, "emote"),
        ("emote", [1], "emote"),
        ("dance", {}, "event"),
    ],
)
async def test_ch2_em2_lm2_what_cannot_be_read_is_refused_by_name(
    arrive: Arrive, request_: str, body: object, field: str
) -> None:
    line = await (await arrive()).enter()
    answer = await line.ask(request_, body)
    assert answer == {"code": "malformed", "retryable": False, "details": {"field": field}}


async def test_lv1_leaving_is_answered_and_final(arrive: Arrive) -> None:
    aiko, kenji = await arrive("あいこ"), await arrive("けんじ")
    line, watcher = await aiko.enter(), await kenji.enter()
    await watcher.sees(line.avatar)
    assert await line.ask("leave", {}) == {"ok": True}
    assert (await line.hears("bye"))["code"] == "left"
    await line.until(lambda: line.disconnected and line.closed)
    await watcher.hears("avatars", left=[line.avatar])


async def test_lv1_the_answer_goes_first_however_busy_the_world_is(
    arrive: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found by the simulated town: the goodbye overtook the answer when the loop was held up."""
    end_soon = Connection.end_soon

    def end_soon_and_be_busy(connection: Connection, goodbye: Refusal) -> None:
        end_soon(connection, goodbye)
        asyncio.get_running_loop().call_soon(time.sleep, 0.3)

    monkeypatch.setattr(Connection, "end_soon", end_soon_and_be_busy)
    line = await (await arrive()).enter()
    assert await line.ask("leave", {}) == {"ok": True}
    assert (await line.hears("bye"))["code"] == "left"


async def test_lm4_a_flood_of_requests_ends_the_connection(arrive: Arrive) -> None:
    line = await (await arrive()).enter()
    for _ in range(90):
        await line.socket.send_str('42["emote",{"emote":1}]')
    assert (await line.hears("bye"))["code"] == "flood"
    await line.until(lambda: line.closed)


async def test_ch7_links_words_and_repetition_are_refused_in_kind(
    arrive: Arrive, town: Town
) -> None:
    event = await town.event()
    speaks = await (await arrive("あいこ")).enter(event=event.slug)
    listens = await (await arrive("けんじ")).enter(event=event.slug)
    for text, rule in (("ｅｘａｍｐｌｅ．ｃｏｍ を見て", "link"), ("シ　ネ 死 ね", "words")):
        answer = await speaks.ask("chat", {"text": text})
        assert answer == {"code": "line-refused", "retryable": False, "details": {"rule": rule}}
    for _ in range(3):
        assert await speaks.ask("chat", {"text": "乾杯"}) == {"ok": True}
        await asyncio.sleep(2)
    answer = await speaks.ask("chat", {"text": "乾 杯！！"})
    assert answer["details"] == {"rule": "repeated"}
    assert await speaks.ask("chat", {"phrase": 1}) == {"ok": True}
    await listens.hears("chat", phrase=1)
    assert [said["text"] for said in listens.all("chat") if "text" in said] == ["乾杯"] * 3
