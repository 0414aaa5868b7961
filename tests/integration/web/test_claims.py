"""Codes and words over HTTP: one badge each, for those who were there, and for nobody else."""

import asyncio
import logging
from datetime import datetime, timedelta
from typing import Any

import pytest
from fixed_time import MORNING
from web_claims import (
    WORD,
    a_code,
    a_rotating_claim,
    a_screen,
    a_word,
    on_screen,
    secret_of,
    some_codes,
)
from web_town import Browser, Town

from world_server import claim_tokens, codes
from world_server.store import claims, events
from world_server.store.tables.event import EventState
from world_server.web import limits


async def a_visitor(town: Town) -> Browser:
    """Somebody with a passport."""
    browser = await town.browser()
    assert (await browser.arrive()).status == 201
    return browser


async def badges_of(browser: Browser) -> list[dict[str, Any]]:
    shown = await browser.get("/api/passport")
    badges: list[dict[str, Any]] = shown.body["visitor"]["badges"]
    return badges


def rule_of(answer: Any) -> str:
    """Why a code or word was refused."""
    assert (answer.status, answer.code) == (409, "claim-refused")
    return str(answer.body["error"]["details"]["rule"])


# ── codes ───────────────────────────────────────────────────────────────────


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


# ── rotating codes, and holds of them ───────────────────────────────────────


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


# ── screens ─────────────────────────────────────────────────────────────────


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


# ── words ───────────────────────────────────────────────────────────────────


async def test_a_word_is_received_however_it_is_typed(town: Town) -> None:
    event = await town.event()
    await a_word(town, event)
    for word in (WORD, "Ｈｉｇａｔａ　507318", "HIGATA-507-318"):
        said = {"event": event.slug, "word": word}
        assert (await (await a_visitor(town)).post("/api/claims/word", said)).body["is_new"]


async def test_another_events_word_and_an_unknown_event_give_nothing(town: Town) -> None:
    event, other = await town.event(), await town.event()
    await a_word(town, event)
    aiko = await a_visitor(town)
    for slug, word in ((other.slug, WORD), (event.slug, "higata 507 319"), (event.slug, "' OR 1")):
        refused = await aiko.post("/api/claims/word", {"event": slug, "word": word})
        assert rule_of(refused) == "unknown"
    draft = await town.event(state=EventState.DRAFT)
    for slug in ("none", draft.slug):
        refused = await aiko.post("/api/claims/word", {"event": slug, "word": WORD})
        assert refused.status == 404


async def test_a_word_is_over_after_its_time_and_in_a_cancelled_event(town: Town) -> None:
    event = await town.event()
    await a_word(town, event)
    aiko = await a_visitor(town)
    said = {"event": event.slug, "word": WORD}
    town.clock.now = MORNING + timedelta(minutes=30)
    assert rule_of(await aiko.post("/api/claims/word", said)) == "too-late"
    town.clock.now = MORNING
    async with town.database.transaction() as session:
        await events.move(session, event.id or 0, to=EventState.CANCELLED, now=MORNING)
    assert rule_of(await aiko.post("/api/claims/word", said)) == "withdrawn"


@pytest.mark.parametrize(
    "body",
    [
        {"event": "x"},
        {"event": "x", "word": ""},
        {"event": "x", "word": 7},
        {"event": None, "word": "x"},
        {"event": "x" * 41, "word": "x"},
        {"event": "x", "word": "x" * 121},
        {"event": "x", "word": {"$gt": ""}},
    ],
)
async def test_a_malformed_word_is_not_looked_up(town: Town, body: dict[str, Any]) -> None:
    aiko = await a_visitor(town)
    assert (await aiko.post("/api/claims/word", body)).status == 400


# ── limits ──────────────────────────────────────────────────────────────────


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


# ── what is kept quiet ──────────────────────────────────────────────────────


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


def test_the_moments_of_a_hold_are_exact_to_the_millisecond() -> None:
    at = datetime.fromisoformat("2026-11-22T14:59:59.999+00:00")
    hold = claim_tokens.new_hold(7, now=at)
    token = claim_tokens.hold_token("s" * 32, hold)
    assert claim_tokens.read_hold("s" * 32, token, now=at + timedelta(minutes=5)) == hold
