"""One-time codes over HTTP: one badge each, for those who were there, and for nobody else."""

import asyncio
from typing import Any

import pytest
from web_claims import (
    a_code,
    a_visitor,
    badges_of,
    rule_of,
    some_codes,
)
from web_town import Town

from world_server import codes


async def test_a_code_is_looked_at_and_received(town: Town) -> None:
    event = await town.event()
    code = await a_code(town, event)
    nobody = await town.browser()
    offer = (await nobody.post("/api/claims/look", {"code": code})).body
    assert (offer["title"], offer["kind"], offer["event"]) == (event.title, "event", event.slug)
    assert offer["hold"] is None
    aiko = await a_visitor(town)
    received = (await aiko.post("/api/claims", {"code": codes.grouped(code).lower()})).body
    assert received["is_new"]
    assert received["badge"]["state"] == "queued"
    assert await badges_of(aiko) == [received["badge"]]


async def test_a_lost_answer_may_be_asked_for_again(town: Town) -> None:
    code = await a_code(town, await town.event())
    aiko = await a_visitor(town)
    answers = [await aiko.post("/api/claims", {"code": code}) for _ in range(3)]
    assert [one.body["is_new"] for one in answers] == [True, False, False]
    assert len({one.body["badge"]["id"] for one in answers}) == 1
    assert (await aiko.post("/api/claims/look", {"code": code})).status == 200
    assert len(await badges_of(aiko)) == 1


async def test_a_replayed_code_is_refused_to_everybody_else(town: Town) -> None:
    code = await a_code(town, await town.event())
    aiko, ben, nobody = await a_visitor(town), await a_visitor(town), await town.browser()
    await aiko.post("/api/claims", {"code": code})
    assert rule_of(await ben.post("/api/claims", {"code": code})) == "used"
    for stranger in (ben, nobody):
        assert rule_of(await stranger.post("/api/claims/look", {"code": code})) == "used"
    assert await badges_of(ben) == []


async def test_without_a_passport_nothing_is_given_and_nothing_used(town: Town) -> None:
    code = await a_code(town, await town.event())
    nobody = await town.browser()
    refused = await nobody.post("/api/claims", {"code": code})
    assert (refused.status, refused.code) == (401, "not-signed-in")
    assert (await (await a_visitor(town)).post("/api/claims", {"code": code})).status == 200


async def test_an_erased_visitors_passport_gets_nothing(town: Town) -> None:
    first, second = await some_codes(town, await town.event(), 2)
    aiko = await a_visitor(town)
    await aiko.post("/api/claims", {"code": first})
    (cookie,) = aiko.client.session.cookie_jar
    await aiko.ask("DELETE", "/api/passport")
    ghost = await town.browser(Cookie=f"passport={cookie.value}")
    assert (await ghost.post("/api/claims", {"code": second})).status == 401
    assert rule_of(await (await a_visitor(town)).post("/api/claims", {"code": first})) == "used"


async def test_fifty_browsers_with_one_code_at_once_have_one_badge(town: Town) -> None:
    code = await a_code(town, await town.event())
    people = [await a_visitor(town) for _ in range(50)]
    answers = await asyncio.gather(*(one.post("/api/claims", {"code": code}) for one in people))
    assert sorted(one.status for one in answers) == [200] + [409] * 49
    assert {rule_of(one) for one in answers if one.status == 409} == {"used"}


@pytest.mark.parametrize(
    "code",
    [
        "0" * 26,
        "1-0123456789AB",
        "999999999-0123456789AB",
        "' OR '1'='1' --",
        "1; DROP TABLE claim_code",
        "../../etc/passwd",
        "{{7*7}}",
        "\x00",
        "\u202e" * 26,
        "👩🏽" * 10,
        "٠" * 26,
    ],
)
async def test_what_was_never_a_code_is_unknown(town: Town, code: str) -> None:
    await a_code(town, await town.event())
    aiko = await a_visitor(town)
    for path in ("/api/claims", "/api/claims/look"):
        assert rule_of(await aiko.post(path, {"code": code})) == "unknown"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"code": None},
        {"code": ""},
        {"code": 7},
        {"code": ["0" * 26]},
        {"code": {"$ne": None}},
        {"code": True},
        {"code": "0" * 101},
        {"code": "0" * 10_240},
        {"code": "0" * 26, "hold": "x"},
        {"code": "0" * 26, "visitor_id": "x"},
        {"hold": ""},
        {"hold": "x" * 401},
    ],
)
async def test_wrong_types_and_sizes_are_malformed(town: Town, body: dict[str, Any]) -> None:
    aiko = await a_visitor(town)
    refused = await aiko.post("/api/claims", body)
    assert (refused.status, refused.code) == (400, "malformed")
    assert len(str(refused.body)) < 300


async def test_a_body_of_twenty_thousand_bytes_is_not_read(town: Town) -> None:
    aiko = await a_visitor(town)
    for path in ("", "/look", "/word", "/screen"):
        refused = await aiko.post(f"/api/claims{path}", {"code": "0" * 20_000})
        assert refused.status == 413


async def test_another_sites_page_cannot_use_a_code_for_a_visitor(town: Town) -> None:
    code = await a_code(town, await town.event())
    aiko = await a_visitor(town)
    foreign = await aiko.post("/api/claims", {"code": code}, headers={"Sec-Fetch-Site": "none"})
    assert foreign.status == 403
    assert await badges_of(aiko) == []
