"""Guessing codes and words is stopped, a whole hall is not, and nothing of them is written down."""

import asyncio
import logging

import pytest
from web_claims import (
    WORD,
    a_code,
    a_rotating_claim,
    a_screen,
    a_visitor,
    a_word,
    on_screen,
    some_codes,
)
from web_town import Town

from world_server.web import limits


async def left(town: Town, bucket: str) -> list[float]:
    """What is left in each bucket of that name."""
    keys = await town.redis.keys(f"kashima:bucket:{bucket}:*")
    return [float(await town.redis.hget(key, "tokens")) for key in keys]


async def test_a_hall_of_120_behind_one_address_is_served(town: Town) -> None:
    event = await town.event(capacity=500)
    claim = await a_rotating_claim(town, event, cap=500)
    look = {"code": on_screen(town, claim)}
    await a_word(town, event, cap=500)
    said = {"event": event.slug, "word": WORD}
    people = [await a_visitor(town) for _ in range(120)]
    for _ in range(2):  # some scan twice
        answers = await asyncio.gather(*(one.post("/api/claims/look", look) for one in people))
        assert {one.status for one in answers} == {200}
    answers = await asyncio.gather(*(one.post("/api/claims", look) for one in people))
    assert {one.status for one in answers} == {200}
    await town.redis.flushdb()
    wrong = await asyncio.gather(
        *(one.post("/api/claims/word", {**said, "word": "higata 1"}) for one in people)
    )
    assert {one.status for one in wrong} == {409}
    await _refill(town, "words")
    answers = await asyncio.gather(*(one.post("/api/claims/word", said) for one in people))
    assert {one.status for one in answers} == {200}


async def _refill(town: Town, name: str) -> None:
    """As if a while had passed."""
    for key in await town.redis.keys(f"kashima:bucket:{name}:*"):
        await town.redis.delete(key)


async def test_only_wrong_words_are_counted_against_a_guesser(town: Town) -> None:
    event = await town.event()
    await a_word(town, event)
    right, wrong = ({"event": event.slug, "word": word} for word in (WORD, "higata 1"))
    aiko = await a_visitor(town)
    for _ in range(3):
        assert (await aiko.post("/api/claims/word", right)).status == 200
    for name, size in (("words", limits.ADDRESS_WORDS), ("event-words", limits.EVENT_WORDS)):
        assert await left(town, name) == [size.size]
    await aiko.post("/api/claims/word", wrong)
    (of_address,), (of_event,) = await left(town, "words"), await left(town, "event-words")
    assert of_address < limits.ADDRESS_WORDS.size - 0.9
    assert of_event < limits.EVENT_WORDS.size - 0.5


@pytest.mark.parametrize("bucket", ["visitor-words", "words", "event-words"])
async def test_a_guesser_is_stopped_as_visitor_as_address_and_as_crowd(
    town: Town, bucket: str
) -> None:
    event = await town.event()
    await a_word(town, event)
    aiko = await a_visitor(town)
    said = {"event": event.slug, "word": "higata 1"}
    await aiko.post("/api/claims/word", said)
    await town.empty_bucket(bucket)
    refused = await aiko.post("/api/claims/word", said)
    assert (refused.status, refused.code) == (429, "too-many")
    assert int(refused.raw.headers["Retry-After"]) > 0
    if bucket == "visitor-words":
        ben = await a_visitor(town)
        assert (await ben.post("/api/claims/word", {**said, "word": WORD})).status == 200


@pytest.mark.parametrize(
    ("bucket", "path"),
    [
        ("claims", ""),
        ("claims", "/look"),
        ("claims", "/word"),
        ("visitor-claims", ""),
        ("screens", "/screen"),
    ],
)
async def test_every_address_has_its_limit(town: Town, bucket: str, path: str) -> None:
    bodies = {
        "": {"code": "0" * 26},
        "/look": {"code": "0" * 26},
        "/word": {"event": "x", "word": "x"},
        "/screen": {"screen": "x"},
    }
    aiko = await a_visitor(town)
    await aiko.post(f"/api/claims{path}", bodies[path])
    await town.empty_bucket(bucket)
    assert (await aiko.post(f"/api/claims{path}", bodies[path])).status == 429


async def test_no_log_holds_a_code_a_word_a_hold_or_a_screens_link(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    event = await town.event()
    code, spent = await some_codes(town, event, 2)
    token = await a_screen(town, event)
    rotating = on_screen(town, 2)
    await a_word(town, event)
    aiko, ben = await a_visitor(town), await a_visitor(town)
    hold = (await aiko.post("/api/claims/look", {"code": rotating})).body["hold"]
    caplog.clear()
    for one in (aiko, ben):
        await one.post("/api/claims/look", {"code": code})
        await one.post("/api/claims", {"code": code})
        await one.post("/api/claims", {"code": spent, "hold": hold})
        await one.post("/api/claims", {"hold": hold})
        await one.post("/api/claims/word", {"event": event.slug, "word": WORD})
        await one.post("/api/claims/screen", {"screen": token})
    told = "\n".join(
        f"{record.name} {record.getMessage()} {vars(record)}"
        for record in caplog.records
        # The SQL driver's own DEBUG lines show hashes only; nobody but a developer turns them on.
    )
    for secret in (code, spent, rotating.partition("-")[2], WORD, hold, token):
        assert secret not in told


async def test_outcomes_are_counted_for_the_operator(town: Town) -> None:
    code = await a_code(town, await town.event())
    aiko, ben = await a_visitor(town), await a_visitor(town)
    for one in (aiko, aiko, ben):
        await one.post("/api/claims", {"code": code})
    meters = await aiko.get("/metrics", headers={"Authorization": "Bearer metrics-token"})
    for outcome in ("received", "again", "used"):
        assert f'kashima_claims_total{{outcome="{outcome}"}} 1.0' in meters.body.decode()


async def test_the_pages_of_codes_and_screens_are_served_whatever_stands_behind_the_hash(
    town: Town,
) -> None:
    browser = await town.browser()
    for path, title in (("/c/", b"claim"), ("/screen/", b"screen")):
        page = await browser.get(path)
        assert title in page.body
        assert page.raw.headers["Referrer-Policy"] == "same-origin"
    assert (await browser.get("/claim.html")).status == 404
