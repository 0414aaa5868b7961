"""Codes that change every half minute, their hold for a newcomer, and the screens they are on."""

from datetime import datetime, timedelta

import pytest
from fixed_time import MORNING
from web_claims import (
    a_code,
    a_rotating_claim,
    a_screen,
    a_visitor,
    badges_of,
    on_screen,
    rule_of,
    secret_of,
)
from web_town import Town

from world_server import claim_tokens
from world_server.store import claims


async def test_a_code_on_the_screen_works_for_a_minute_and_is_worthless_then(town: Town) -> None:
    claim = await a_rotating_claim(town, await town.event())
    code = on_screen(town, claim)
    aiko = await a_visitor(town)
    for seconds, expected in ((-31, "unknown"), (60, "stale"), (629, "stale"), (660, "unknown")):
        town.clock.now = MORNING + timedelta(seconds=seconds)
        assert rule_of(await aiko.post("/api/claims", {"code": code})) == expected
    for seconds in (-30, 0, 59):
        town.clock.now = MORNING + timedelta(seconds=seconds)
        answer = await (await a_visitor(town)).post("/api/claims", {"code": code})
        if seconds == -30:
            assert rule_of(answer) == "not-yet"
        else:
            assert answer.body["is_new"]
    assert await badges_of(aiko) == []


async def test_a_newcomer_keeps_the_code_while_they_come_in(town: Town) -> None:
    claim = await a_rotating_claim(town, None)
    newcomer = await town.browser()
    offer = await newcomer.post("/api/claims/look", {"code": on_screen(town, claim)})
    assert (offer.body["kind"], offer.body["title"]) == ("real", "道の駅鹿島")
    assert offer.body["event"] is None
    town.clock.advance(minutes=9)
    await newcomer.arrive()
    received = await newcomer.post("/api/claims", {"hold": offer.body["hold"]})
    assert received.body["is_new"]
    again = await newcomer.post("/api/claims", {"hold": offer.body["hold"]})
    assert (again.body["is_new"], again.body["badge"]["id"]) == (
        False,
        received.body["badge"]["id"],
    )


async def test_a_hold_is_for_one_visitor_and_ten_minutes(town: Town) -> None:
    claim = await a_rotating_claim(town, None)
    aiko, ben = await a_visitor(town), await a_visitor(town)
    look = {"code": on_screen(town, claim)}
    first, second = [(await aiko.post("/api/claims/look", look)).body["hold"] for _ in range(2)]
    assert (await aiko.post("/api/claims", {"hold": first})).status == 200
    assert rule_of(await ben.post("/api/claims", {"hold": first})) == "used"
    town.clock.advance(minutes=10, seconds=1)
    assert rule_of(await ben.post("/api/claims", {"hold": second})) == "stale"
    assert await badges_of(ben) == []


async def test_a_hold_outlives_neither_a_withdrawal_nor_the_cap(town: Town) -> None:
    claim = await a_rotating_claim(town, None, cap=1)
    aiko, ben = await a_visitor(town), await a_visitor(town)
    look = {"code": on_screen(town, claim)}
    hold = (await ben.post("/api/claims/look", look)).body["hold"]
    await aiko.post("/api/claims", look)
    assert rule_of(await ben.post("/api/claims", {"hold": hold})) == "full"
    async with town.database.transaction() as session:
        await claims.withdraw(session, claim, now=MORNING)
    assert rule_of(await ben.post("/api/claims", {"hold": hold})) == "withdrawn"


async def test_a_code_read_in_time_counts_though_the_window_closes_meanwhile(town: Town) -> None:
    claim = await a_rotating_claim(town, await town.event(), length=timedelta(minutes=5))
    town.clock.now = MORNING + timedelta(minutes=4, seconds=59)
    newcomer = await town.browser()
    look = {"code": on_screen(town, claim)}
    hold = (await newcomer.post("/api/claims/look", look)).body["hold"]
    town.clock.advance(seconds=1)
    assert rule_of(await newcomer.post("/api/claims/look", look)) == "too-late"
    await newcomer.arrive()
    assert rule_of(await newcomer.post("/api/claims", look)) == "too-late"
    assert (await newcomer.post("/api/claims", {"hold": hold})).status == 200


async def test_a_forged_hold_is_unknown(town: Town) -> None:
    claim = await a_rotating_claim(town, None)
    aiko = await a_visitor(town)
    secret, now = secret_of(town), town.clock()
    hold = claim_tokens.new_hold(claim, now=now)
    early = claim_tokens.new_hold(claim, now=now + timedelta(hours=1))
    for forged in (
        "x.y.z",
        claim_tokens.screen_token(secret, claim_id=claim, now=now),
        claim_tokens.hold_token("another secret of thirty-two letters", hold),
        claim_tokens.hold_token(secret, early),
        claim_tokens.hold_token(secret, hold)[:-2] + "zz",
    ):
        assert rule_of(await aiko.post("/api/claims", {"hold": forged})) == "unknown"


async def test_a_rotating_code_of_another_claim_opens_no_printed_one(town: Town) -> None:
    event = await town.event()
    await a_code(town, event)  # claim 1 has one-time codes
    aiko = await a_visitor(town)
    assert rule_of(await aiko.post("/api/claims", {"code": on_screen(town, 1)})) == "unknown"


async def test_a_screen_is_given_the_codes_of_now_and_the_next_minute(town: Town) -> None:
    event = await town.event()
    token = await a_screen(town, event)
    tablet = await town.browser()
    shown = (await tablet.post("/api/claims/screen", {"screen": token})).body
    assert (shown["label"], shown["event"], shown["used"]) == (event.title, True, 0)
    assert [one["begins_at"] for one in shown["codes"]] == [
        "2026-11-22T01:00:00Z",
        "2026-11-22T01:00:30Z",
        "2026-11-22T01:01:00Z",
    ]
    aiko = await a_visitor(town)
    code = shown["codes"][0]["link"].partition("/c/#")[2]
    assert code == on_screen(town, 1)
    assert len(shown["codes"][0]["rows"]) == len(shown["codes"][0]["rows"][0]) >= 21
    assert (await aiko.post("/api/claims", {"code": code})).status == 200
    shown = (await tablet.post("/api/claims/screen", {"screen": token})).body
    assert (shown["used"], shown["cap"]) == (1, 20)


async def test_a_screen_shows_nothing_after_its_claim_is_withdrawn_or_over(town: Town) -> None:
    token = await a_screen(town, await town.event())
    tablet = await town.browser()
    town.clock.now = MORNING + timedelta(hours=23, minutes=59, seconds=45)
    last = (await tablet.post("/api/claims/screen", {"screen": token})).body
    assert len(last["codes"]) == 1
    town.clock.advance(seconds=15)
    assert rule_of(await tablet.post("/api/claims/screen", {"screen": token})) == "too-late"
    town.clock.now = MORNING
    async with town.database.transaction() as session:
        await claims.withdraw(session, 1, now=MORNING)
    assert rule_of(await tablet.post("/api/claims/screen", {"screen": token})) == "withdrawn"


async def test_a_screens_link_is_nothing_else(town: Town) -> None:
    token = await a_screen(town, await town.event())
    tablet = await a_visitor(town)
    assert rule_of(await tablet.post("/api/claims", {"hold": token})) == "unknown"
    joined = await tablet.post("/api/join", {"event": None, "entry": token})
    assert (joined.status, joined.code) == (403, "entry-refused")


@pytest.mark.parametrize("claim_id", [1, 999])
async def test_a_screen_of_what_does_not_rotate_is_unknown(town: Town, claim_id: int) -> None:
    await a_code(town, await town.event())
    token = claim_tokens.screen_token(secret_of(town), claim_id=claim_id, now=MORNING)
    tablet = await town.browser()
    for one in (token, token[:-1], "x", "' OR 1=1 --"):
        assert rule_of(await tablet.post("/api/claims/screen", {"screen": one})) == "unknown"


def test_the_moments_of_a_hold_are_exact_to_the_millisecond() -> None:
    at = datetime.fromisoformat("2026-11-22T14:59:59.999+00:00")
    hold = claim_tokens.new_hold(7, now=at)
    token = claim_tokens.hold_token("s" * 32, hold)
    assert claim_tokens.read_hold("s" * 32, token, now=at + timedelta(minutes=5)) == hold
