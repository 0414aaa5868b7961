"""The OpenAPI document tells the truth: every route, every answer, and no other."""

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_witness import documented, routed
from pydantic import SecretStr
from soft_passkey import a_passkey_used
from stoppable_redis import StoppableRedis
from web_claims import WORD, a_code, a_screen, a_word
from web_recordings import a_recording
from web_town import AIKO, DOCUMENT, Browser, Town

from world_server.protocol import asyncapi
from world_server.settings import WorldSettings
from world_server.store import blocks
from world_server.store.tables.event import Event, EventState

TOKEN = {"Authorization": "Bearer metrics-token"}
FOREIGN = {"Sec-Fetch-Site": "cross-site"}
TEXT = {"Content-Type": "text/plain"}


async def test_every_route_is_documented_and_every_documented_route_is_there(town: Town) -> None:
    assert routed(town.server.app) == documented(DOCUMENT)


async def test_the_document_is_served_as_it_is_tested(browser: Browser) -> None:
    served = await browser.get("/api/openapi.json")
    assert served.body == json.loads(json.dumps(DOCUMENT))
    assert served.body["openapi"] == "3.1.0"


async def test_the_document_of_the_socket_is_served_beside_it(browser: Browser) -> None:
    served = await browser.get("/api/asyncapi.json")
    assert served.body == json.loads(json.dumps(asyncapi.document()))
    assert served.body["asyncapi"] == "3.0.0"


@pytest.mark.parametrize("name", sorted(DOCUMENT["components"]["schemas"]))
def test_every_shape_is_a_json_schema(name: str) -> None:
    Draft202012Validator.check_schema(DOCUMENT["components"]["schemas"][name])


def test_every_reference_leads_somewhere() -> None:
    references = set(re.findall(r'"\$ref": "#/components/schemas/(\w+)"', json.dumps(DOCUMENT)))
    assert references == set(DOCUMENT["components"]["schemas"])


def test_what_is_sent_may_hold_no_other_fields() -> None:
    for name in ("Arrival", "Change", "Departure", "Wish"):
        assert DOCUMENT["components"]["schemas"][name]["additionalProperties"] is False


def test_every_operation_is_whole() -> None:
    for path, item in DOCUMENT["paths"].items():
        for operation in item.values():
            assert operation["summary"].endswith(".")
            assert operation["responses"]
            named = {one["name"] for one in operation["parameters"] if one["in"] == "path"}
            assert named == set(re.findall(r"{(\w+)}", path))
            for scheme in operation["security"]:
                assert set(scheme) <= set(DOCUMENT["components"]["securitySchemes"])


@pytest.fixture
def settings(settings: WorldSettings, own_redis: StoppableRedis) -> WorldSettings:
    # Passkeys are made for names only, never for an address of numbers.
    update = {"redis_url": SecretStr(own_redis.url), "public_url": "http://localhost:8700"}
    return settings.model_copy(update=update)


async def test_every_documented_answer_is_really_given(
    town: Town, own_redis: StoppableRedis
) -> None:
    """Each answer was held to its shape by the browser that got it; here they are all had."""
    await _everything_well(town)
    await _everything_refused(town)
    await _everything_too_often(town)
    own_redis.stop()
    await _everything_unavailable(town)
    own_redis.start()
    assert town.witness.unseen(set(DOCUMENT["paths"])) == NOT_FEASIBLE


NOT_FEASIBLE = {
    # The page is missing only where the client is not built: tested in test_client_files.
    ("get", "/", 404),
    ("get", "/e/{slug}", 404),
    ("get", "/c/", 404),
    ("get", "/screen/", 404),
    # There are no meters only where no token is set: tested in test_health.
    ("get", "/metrics", 404),
    # Nobody can ask for a passkey only where none can be made: tested in test_passkeys.
    ("post", "/api/passport/passkeys/ask", 409),
}


async def _everything_well(town: Town) -> None:
    visitor = await town.browser()
    event = await town.event()
    await visitor.arrive()
    await visitor.arrive()
    await visitor.ask("PATCH", "/api/passport", json={"look": 1})
    for path in ("/api/passport", "/api/events", f"/api/events/{event.slug}"):
        assert (await visitor.get(path)).status == 200
    for path in ("/api/openapi.json", "/api/asyncapi.json", "/api/stamps/recent"):
        assert (await visitor.get(path)).status == 200
    for path in ("/healthz", "/privacy", "/accessibility"):
        assert (await visitor.get(path)).status == 200
    for path in (
        "/",
        "/e/x",
        "/p/honden",
        "/cards/town.jpg",
        "/c/",
        "/screen/",
        "/assets/main-AbC123.js",
        "/pages.css",
    ):
        tag = (await visitor.get(path)).raw.headers["ETag"]
        await visitor.get(path, headers={"If-None-Match": tag})
    await visitor.get("/metrics", headers=TOKEN)
    await _every_claim(town, visitor, event)
    told = (await a_recording(town, publish=True)).slug
    assert (await visitor.get(f"/api/recordings/{told}")).status == 200
    await visitor.post("/api/join", {"event": event.slug})
    full = await town.event(capacity=1)
    await (await _newcomer(town)).post("/api/join", {"event": full.slug})
    assert (await visitor.post("/api/join", {"event": full.slug, "wait": True})).status == 202
    assert (await visitor.post("/api/leave", {"event": full.slug})).status == 204
    await _every_way(town, visitor)
    await _a_block_taken_back(town, visitor)
    await visitor.ask("DELETE", "/api/passport")


async def _every_way(town: Town, visitor: Browser) -> None:
    assert (await visitor.post("/api/passport/consent", {"remember": True})).status == 200
    code = (await visitor.post("/api/passport/codes", {"kind": "paper"})).body["typed"]
    other = await town.browser()
    used = {"code": code, "attempt": "a" * 22}
    assert (await other.post("/api/passport/recover", used)).status == 200
    assert (await visitor.get("/api/passport/export")).status == 200
    devices = (await visitor.get("/api/passport/record")).body["devices"]
    (theirs,) = (one["id"] for one in devices if not one["is_here"])
    gone = await visitor.ask("DELETE", f"/api/passport/devices/{theirs}")
    assert gone.status == 204
    assert (await visitor.ask("DELETE", "/api/passport/codes")).status == 204
    await a_passkey_used(town, visitor)


async def _a_block_taken_back(town: Town, visitor: Browser) -> None:
    own, other = _id_of(visitor), _id_of(await _newcomer(town))
    async with town.database.transaction() as session:
        await blocks.add(session, visitor_id=own, blocked_id=other, name="べん", now=town.clock())
    (card,) = (await visitor.get("/api/people/blocks")).body["blocks"]
    gone = await visitor.ask("DELETE", f"/api/people/blocks/{card['id']}")
    assert gone.status == 204


def _id_of(visitor: Browser) -> str:
    (cookie,) = visitor.client.session.cookie_jar
    return cookie.value.partition(".")[0]


async def _every_claim(town: Town, visitor: Browser, event: Event) -> None:
    code, token = await a_code(town, event), await a_screen(town, event)
    await a_word(town, event)
    assert (await visitor.post("/api/claims/look", {"code": code})).status == 200
    assert (await visitor.post("/api/claims", {"code": code})).status == 200
    said = {"event": event.slug, "word": WORD}
    assert (await visitor.post("/api/claims/word", said)).status == 200
    assert (await visitor.post("/api/claims/screen", {"screen": token})).status == 200


async def _newcomer(town: Town) -> Browser:
    browser = await town.browser()
    await browser.arrive()
    return browser


async def _everything_refused(town: Town) -> None:
    nobody, visitor = await town.browser(), await town.browser()
    for asked, body in ASKED.items():
        await nobody.ask(*asked.split(), json=body)
    for held in ({}, {"Cookie": "passport=7.nobody"}):
        await (await town.browser(**held)).get("/api/passport")
    await nobody.get("/metrics")
    await nobody.get("/api/events/none")
    for path in ("/assets/none.js", "/cards/none.jpg", "/p/none"):
        await nobody.get(path)
    await visitor.arrive()
    for asked in (
        "POST /api/passport",
        "PATCH /api/passport",
        "POST /api/join",
        "POST /api/leave",
        "POST /api/claims",
        "POST /api/claims/look",
        "POST /api/claims/word",
        "POST /api/claims/screen",
        "POST /api/passport/consent",
        "POST /api/passport/codes",
        "POST /api/passport/recover",
        "POST /api/passport/passkeys",
        "POST /api/passport/passkeys/enter",
    ):
        await visitor.ask(*asked.split(), data=b"{}", headers=TEXT)
        await visitor.ask(*asked.split(), json={"x": "y" * 20_000})
        await visitor.ask(*asked.split(), json={"x": 1})
        await visitor.ask(*asked.split(), json={}, headers=FOREIGN)
    for asked in (
        "DELETE /api/passport",
        "DELETE /api/passport/codes",
        "DELETE /api/passport/devices/1",
        "DELETE /api/passport/passkeys/1",
        "DELETE /api/people/blocks/1",
        "POST /api/passport/passkeys/offer",
        "POST /api/passport/passkeys/ask",
    ):
        await visitor.ask(*asked.split(), headers=FOREIGN)
    await _every_way_refused(town, visitor)
    await visitor.post("/api/join", {"event": "none"})
    for asked in ("", "/look", "/screen"):
        await visitor.post(f"/api/claims{asked}", ASKED[f"POST /api/claims{asked}"])
    for slug in ("none", (await town.event()).slug):
        await visitor.post("/api/claims/word", {"event": slug, "word": "x"})
    closed = await town.event(state=EventState.PUBLISHED)
    await visitor.post("/api/join", {"event": closed.slug})


async def _every_way_refused(town: Town, visitor: Browser) -> None:
    for asked in ("devices", "passkeys"):
        for number in ("999", "x"):
            await visitor.ask("DELETE", f"/api/passport/{asked}/{number}")
    for asked in ("recover", "passkeys", "passkeys/enter"):
        await visitor.post(f"/api/passport/{asked}", ASKED[f"POST /api/passport/{asked}"])
    once = await town.browser()
    await once.arrive(remember=False)
    for asked in ("codes", "passkeys/offer"):
        await once.post(f"/api/passport/{asked}", ASKED[f"POST /api/passport/{asked}"])


async def _everything_too_often(town: Town) -> None:
    visitor = await town.browser()
    await visitor.arrive(remember=False)
    await _all(visitor)
    for bucket in (
        "reads",
        "arrivals",
        "joins",
        "line",
        "claims",
        "screens",
        "records",
        "recovers",
        "passkeys",
    ):
        await town.empty_bucket(bucket)
    await _all(visitor)


async def _everything_unavailable(town: Town) -> None:
    visitor = await town.browser()
    await _all(visitor)
    await visitor.get("/healthz")


ASKED: dict[str, Any] = {
    "GET /api/passport/record": None,
    "GET /api/passport/export": None,
    "POST /api/passport/consent": {"remember": False},
    "POST /api/passport/codes": {"kind": "paper"},
    "DELETE /api/passport/codes": None,
    "POST /api/passport/recover": {"code": "0" * 16, "attempt": "0" * 22},
    "DELETE /api/passport/devices/1": None,
    "POST /api/passport/passkeys/offer": None,
    "POST /api/passport/passkeys": {"credential": {}},
    "DELETE /api/passport/passkeys/1": None,
    "POST /api/passport/passkeys/ask": None,
    "POST /api/passport/passkeys/enter": {"credential": {}},
    "GET /api/passport": None,
    "PATCH /api/passport": {"look": 9},
    "POST /api/join": {"event": None},
    "POST /api/leave": {"event": None},
    "POST /api/claims": {"code": "0" * 26},
    "POST /api/claims/look": {"code": "0" * 26},
    "POST /api/claims/word": {"event": "x", "word": "x"},
    "POST /api/claims/screen": {"screen": "x"},
    "GET /api/events": None,
    "GET /api/events/x": None,
    "GET /api/stamps/recent": None,
    "GET /api/recordings": None,
    "GET /api/recordings/x": None,
    "GET /api/people/blocks": None,
    "DELETE /api/people/blocks/1": None,
    "DELETE /api/passport": None,
}


async def _all(visitor: Browser) -> None:
    await visitor.post("/api/passport", {**AIKO, "remember": False})
    for asked, body in ASKED.items():
        await visitor.ask(*asked.split(), json=body)
