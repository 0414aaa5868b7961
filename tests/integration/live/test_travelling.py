"""The quick way over the wire: taken there, refused, and never believed about more."""

import pytest
from live_visitors import Arrive


@pytest.mark.parametrize("lane", ["compact", "events"])
async def test_tv1_tv3_one_is_taken_to_a_place_and_others_see_it(arrive: Arrive, lane: str) -> None:
    aiko = await (await arrive("あいこ")).enter(lane=lane)
    assert await aiko.ask("travel", {"place": "okunoin"}) == {"ok": True}
    told = await aiko.hears("stand")
    assert told["pose"]["y"] > 30
    kenji = await (await arrive("けんじ")).enter(lane=lane)
    assert await kenji.ask("travel", {"place": "okunoin"}) == {"ok": True}
    assert (await kenji.hears("stand"))["pose"]["y"] == told["pose"]["y"]


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        ({}, {"code": "malformed", "retryable": False, "details": {"field": "place"}}),
        ({"place": 7}, {"code": "malformed", "retryable": False, "details": {"field": "place"}}),
        ([], {"code": "malformed", "retryable": False, "details": {"field": "travel"}}),
        (
            {"place": "moon"},
            {"code": "not-found", "retryable": False, "details": {"what": "place"}},
        ),
    ],
)
async def test_tv1_what_is_no_place_is_refused_by_name(
    arrive: Arrive, body: object, refusal: object
) -> None:
    line = await (await arrive()).enter()
    assert await line.ask("travel", body) == refusal


async def test_tv2_who_hops_about_is_told_how_long_to_wait(arrive: Arrive) -> None:
    line = await (await arrive()).enter()
    answers = [await line.ask("travel", {"place": "romon"}) for _ in range(4)]
    assert answers[:3] == [{"ok": True}] * 3
    assert (answers[3]["code"], answers[3]["retryable"]) == ("too-many", True)
    assert 1 <= answers[3]["details"]["seconds"] <= 10
