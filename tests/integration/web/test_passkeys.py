"""Passkeys bring a passport to another device; whatever is not exactly one, brings nothing."""

import asyncio
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from soft_passkey import PRESENT, a_key, b64, entered_with, made_by
from sqlmodel import select
from web_town import Answer, Browser, Town

from world_server.settings import WorldSettings
from world_server.store.passkeys import MOST_PASSKEYS
from world_server.store.tables.passport import Passkey

TOWN = "https://kashima.example"


@pytest.fixture
def settings(settings: WorldSettings) -> WorldSettings:
    return settings.model_copy(update={"public_url": TOWN})


@pytest.fixture
async def aiko(town: Town) -> Browser:
    """A visitor who is remembered; over https, whose cookies a test's browser would not return."""
    return await remembered(town, "あいこ")


async def remembered(town: Town, nickname: str) -> Browser:
    came = await (await town.browser()).arrive(nickname=nickname)
    return await town.browser(Cookie=came.raw.headers["Set-Cookie"].split(";")[0])


def rule(refused: Answer) -> str:
    assert (refused.status, refused.code) == (409, "passport-refused"), refused.body
    return str(refused.body["error"]["details"]["rule"])


async def kept(town: Town) -> list[Passkey]:
    async with town.database.reading() as session:
        return list((await session.exec(select(Passkey))).all())


async def test_a_passkey_brings_the_passport_to_another_device(aiko: Browser, town: Town) -> None:
    key = a_key(town)
    assert (await made_by(aiko, key)).status == 204
    came = await entered_with(await town.browser(), key)
    assert came.status == 200
    assert came.body == (await aiko.get("/api/passport")).body
    cookie = came.raw.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "Secure" in cookie
    assert "SameSite=Lax" in cookie
    phone = await town.browser(Cookie=cookie.split(";")[0])
    record = (await phone.get("/api/passport/record")).body
    assert record["may_have_passkeys"]
    assert record["passkeys"][0]["used_on"] == "2026-11-22"
    assert {(one["is_here"], one["way"]) for one in record["devices"]} == {
        (True, "passkey"),
        (False, "first"),
    }


async def test_a_device_without_finger_or_face_will_do(aiko: Browser, town: Town) -> None:
    key = a_key(town)
    assert (await made_by(aiko, key, flags=PRESENT)).status == 204
    assert (await entered_with(await town.browser(), key, flags=PRESENT)).status == 200


async def test_the_device_is_told_what_to_make(aiko: Browser) -> None:
    options = (await aiko.post("/api/passport/passkeys/offer", None)).body["options"]
    assert options["rp"]["id"] == "kashima.example"
    assert options["attestation"] == "none"
    assert options["authenticatorSelection"]["residentKey"] == "required"
    assert options["authenticatorSelection"]["userVerification"] == "preferred"
    assert options["user"]["name"] == "あいこ"


WRONG = {
    "origin": {"origin": "https://kashima.example.evil"},
    "plain": {"origin": "http://kashima.example"},
    "site": {"rp_id": "evil.example"},
    "challenge": {"challenge": b64(b"c" * 32)},
    "no-challenge": {"challenge": ""},
    "absent": {"flags": 0},
}


@pytest.mark.parametrize("lies", [*WRONG.values(), {"type": "webauthn.get"}])
async def test_a_lie_makes_no_passkey(aiko: Browser, town: Town, lies: dict[str, Any]) -> None:
    assert rule(await made_by(aiko, a_key(town), **lies)) in ("passkey", "challenge")
    assert await kept(town) == []


@pytest.mark.parametrize(
    "lies",
    [
        *WRONG.values(),
        {"type": "webauthn.create"},
        {"signer": ec.generate_private_key(ec.SECP256R1())},
        {"handle": b"somebody else"},
    ],
)
async def test_a_lie_opens_no_passport(aiko: Browser, town: Town, lies: dict[str, Any]) -> None:
    key = a_key(town)
    await made_by(aiko, key)
    refused = await entered_with(await town.browser(), key, **lies)
    assert rule(refused) in ("passkey", "challenge")
    assert "Set-Cookie" not in refused.raw.headers
    assert (await entered_with(await town.browser(), key)).status == 200, "the honest one still may"


async def test_an_answer_works_once(aiko: Browser, town: Town) -> None:
    key = a_key(town)
    offered = (await aiko.post("/api/passport/passkeys/offer", None)).body["options"]
    body: dict[str, object] = {"credential": key.make(offered)}
    assert (await aiko.post("/api/passport/passkeys", body)).status == 204
    assert rule(await aiko.post("/api/passport/passkeys", body)) == "challenge"
    stranger = await town.browser()
    asked = (await stranger.post("/api/passport/passkeys/ask", None)).body["options"]
    body = {"credential": key.show(asked)}
    both = await asyncio.gather(
        *(stranger.post("/api/passport/passkeys/enter", body) for _ in range(2))
    )
    assert sorted(one.status for one in both) == [200, 409]
    assert rule(await stranger.post("/api/passport/passkeys/enter", body)) == "challenge"


async def test_a_challenge_is_good_for_its_purpose_and_its_visitor(
    aiko: Browser, town: Town
) -> None:
    ben, key = await remembered(town, "べん"), a_key(town)
    offered = (await aiko.post("/api/passport/passkeys/offer", None)).body["options"]
    body = {"credential": key.make(offered)}
    assert rule(await ben.post("/api/passport/passkeys", body)) == "challenge"
    assert rule(await aiko.post("/api/passport/passkeys", body)) == "challenge", "it is used up"
    await made_by(aiko, key)
    offered = (await aiko.post("/api/passport/passkeys/offer", None)).body["options"]
    body = {"credential": key.show(offered)}
    stranger = await town.browser()
    assert rule(await stranger.post("/api/passport/passkeys/enter", body)) == "challenge"


async def test_a_challenge_lasts_five_minutes(aiko: Browser, town: Town) -> None:
    await aiko.post("/api/passport/passkeys/offer", None)
    (name,) = await town.redis.keys("kashima:passkey-challenge:*")
    assert 290 < await town.redis.ttl(name) <= 300


async def test_a_copied_key_is_found_by_its_counter(aiko: Browser, town: Town) -> None:
    key = a_key(town)
    await made_by(aiko, key)
    for count in (5, 6):
        assert (await entered_with(await town.browser(), key, count=count)).status == 200
    for count in (6, 1, 0):
        refused = await entered_with(await town.browser(), key, count=count)
        assert rule(refused) == "passkey"
    assert [one.sign_count for one in await kept(town)] == [6]


async def test_a_passkey_belongs_to_whoever_made_it_first(aiko: Browser, town: Town) -> None:
    ben, key = await remembered(town, "べん"), a_key(town)
    await made_by(aiko, key)
    assert rule(await made_by(ben, key)) == "passkey"
    came = await entered_with(await town.browser(), key, handle=b"")
    assert rule(came) == "passkey"
    assert len(await kept(town)) == 1


async def test_a_passkey_is_worth_nothing_once_removed_or_its_visitor_gone(
    aiko: Browser, town: Town
) -> None:
    first, second = a_key(town), a_key(town)
    await made_by(aiko, first)
    await made_by(aiko, second)
    record = (await aiko.get("/api/passport/record")).body
    ben = await remembered(town, "べん")
    path = f"/api/passport/passkeys/{record['passkeys'][0]['id']}"
    assert (await ben.ask("DELETE", path)).status == 404
    assert (await aiko.ask("DELETE", path)).status == 204
    assert rule(await entered_with(await town.browser(), first)) == "passkey"
    assert (await entered_with(await town.browser(), second)).status == 200
    await aiko.ask("DELETE", "/api/passport")
    assert rule(await entered_with(await town.browser(), second)) == "passkey"


async def test_there_are_ten_at_most(aiko: Browser, town: Town) -> None:
    for _ in range(MOST_PASSKEYS):
        assert (await made_by(aiko, a_key(town))).status == 204
        await town.redis.flushdb()  # the limit of tries is not what is tested here
    assert rule(await aiko.post("/api/passport/passkeys/offer", None)) == "many-passkeys"


async def test_who_is_here_just_this_once_makes_none(town: Town) -> None:
    came = await (await town.browser()).arrive(remember=False)
    once = await town.browser(Cookie=came.raw.headers["Set-Cookie"].split(";")[0])
    assert rule(await once.post("/api/passport/passkeys/offer", None)) == "not-remembered"


async def test_a_browser_with_another_s_passport_is_asked_first(aiko: Browser, town: Town) -> None:
    ben, key = await remembered(town, "べん"), a_key(town)
    await made_by(aiko, key)
    assert rule(await entered_with(ben, key)) == "other-passport"
    came = await entered_with(ben, key, instead=True)
    assert came.body["visitor"]["nickname"] == "あいこ"
    assert (await ben.get("/api/passport")).status == 401


GARBAGE: list[dict[str, Any]] = [
    {},
    {"response": None},
    {"response": {}},
    {"response": {"clientDataJSON": 7}},
    {"response": {"clientDataJSON": "!!!"}},
    {"response": {"clientDataJSON": b64(b"[]")}},
    {"response": {"clientDataJSON": b64(b'{"challenge": null}')}},
    {"response": {"clientDataJSON": b64(b"\xff\xfe")}},
    {"response": {"clientDataJSON": b64(b"[" * 9000)}},
]


@pytest.mark.parametrize("credential", GARBAGE)
@pytest.mark.parametrize("path", ["passkeys", "passkeys/enter"])
async def test_garbage_is_refused_and_surprises_nobody(
    aiko: Browser, path: str, credential: dict[str, Any]
) -> None:
    refused = await aiko.post(f"/api/passport/{path}", {"credential": credential})
    assert rule(refused) in ("passkey", "challenge")


@pytest.mark.parametrize("part", ["attestationObject", "rawId", "id", "type", "clientDataJSON"])
async def test_an_answer_with_a_part_spoiled_makes_nothing(
    aiko: Browser, town: Town, part: str
) -> None:
    spoils: list[Any] = [None, 7, "", "AAAA", [], {"x": 1}]
    for spoiled in spoils:
        offered = (await aiko.post("/api/passport/passkeys/offer", None)).body["options"]
        credential = a_key(town).make(offered)
        inside = credential["response"] if part in credential["response"] else credential
        inside[part] = spoiled
        refused = await aiko.post("/api/passport/passkeys", {"credential": credential})
        assert rule(refused) in ("passkey", "challenge"), (part, spoiled)
        await town.redis.flushdb()
    assert await kept(town) == []


class TestAtAnAddressOfNumbers:
    """Browsers make passkeys for names over https only, so the town does not offer them."""

    @pytest.fixture
    def settings(self, settings: WorldSettings) -> WorldSettings:
        return settings.model_copy(update={"public_url": "http://192.0.2.7:8700"})

    async def test_there_are_no_passkeys(self, aiko: Browser) -> None:
        assert not (await aiko.get("/api/passport/record")).body["may_have_passkeys"]
        for path in ("offer", "ask"):
            refused = await aiko.post(f"/api/passport/passkeys/{path}", None)
            assert rule(refused) == "no-passkeys"


@pytest.mark.parametrize("path", ["offer", "ask"])
async def test_asking_is_limited(aiko: Browser, town: Town, path: str) -> None:
    await aiko.post("/api/passport/passkeys/offer", None)
    await town.empty_bucket("passkeys")
    assert (await aiko.post(f"/api/passport/passkeys/{path}", None)).code == "too-many"
