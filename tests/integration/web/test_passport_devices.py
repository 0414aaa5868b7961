"""The passport on a second device by a code: once, for its visitor only, and taken back again."""

import asyncio
import secrets
from ipaddress import ip_network

import pytest
from sqlmodel import select
from web_town import AIKO, Answer, Browser, Town

from world_server import passport_codes
from world_server.settings import WorldSettings
from world_server.store.tables.passport import Device, RecoveryCode


def attempt() -> str:
    return secrets.token_urlsafe(16)


async def a_code(browser: Browser, kind: str = "paper") -> str:
    made = await browser.post("/api/passport/codes", {"kind": kind})
    assert made.status == 200
    return str(made.body["typed"])


async def recover(browser: Browser, code: str, **more: object) -> Answer:
    return await browser.post("/api/passport/recover", {"code": code, "attempt": attempt(), **more})


def rule(refused: Answer) -> str:
    assert refused.code == "passport-refused", refused.body
    return str(refused.body["error"]["details"]["rule"])


def cookie(browser: Browser) -> str:
    (kept,) = browser.client.session.cookie_jar
    return str(kept.value)


@pytest.fixture
async def aiko(town: Town) -> Browser:
    """A visitor who is remembered."""
    browser = await town.browser()
    await browser.arrive()
    return browser


async def test_a_code_brings_the_same_passport_to_another_device(aiko: Browser, town: Town) -> None:
    code = await a_code(aiko)
    phone = await town.browser()
    came = await recover(phone, code.lower().replace(" ", "-"))
    assert came.status == 200
    assert came.body == (await aiko.get("/api/passport")).body
    assert f"Max-Age={400 * 24 * 3600}" in came.raw.headers["Set-Cookie"]
    assert "HttpOnly" in came.raw.headers["Set-Cookie"]
    changed = await phone.ask("PATCH", "/api/passport", json={"nickname": "アイコ"})
    assert (await aiko.get("/api/passport")).body == changed.body
    assert cookie(phone).split(".")[0] == cookie(aiko).split(".")[0]
    assert cookie(phone) != cookie(aiko)
    assert (await phone.post("/api/join", {"event": None})).status == 200


async def test_the_link_holds_the_code_behind_the_hash_only(aiko: Browser, town: Town) -> None:
    made = await aiko.post("/api/passport/codes", {"kind": "phone"})
    before, _, behind = made.body["link"].partition("#")
    assert before == f"{town.settings.public_url}/"
    assert behind == "passport=" + made.body["typed"].replace(" ", "")
    assert set("".join(made.body["rows"])) == {"0", "1"}


async def test_only_a_keyed_hash_of_the_code_is_kept(aiko: Browser, town: Town) -> None:
    code = passport_codes.read(await a_code(aiko))
    assert code is not None
    async with town.database.reading() as session:
        kept = (await session.exec(select(RecoveryCode))).one()
    secret = town.settings.secret.get_secret_value()
    assert kept.code_hash == passport_codes.keyed(secret, code)
    assert kept.code_hash != passport_codes.keyed(secret[:-1], code)


async def test_a_code_works_once(aiko: Browser, town: Town) -> None:
    code = await a_code(aiko)
    assert (await recover(await town.browser(), code)).status == 200
    assert rule(await recover(await town.browser(), code)) == "used"


async def test_an_answer_that_was_lost_can_be_had_again(aiko: Browser, town: Town) -> None:
    """The same passport, for the same attempt: nobody is locked out by a broken line."""
    body = {"code": await a_code(aiko), "attempt": attempt()}
    first, again = await town.browser(), await town.browser()
    assert (await first.post("/api/passport/recover", body)).status == 200
    assert (await again.post("/api/passport/recover", body)).status == 200
    assert cookie(first) == cookie(again)
    async with town.database.reading() as session:
        assert len((await session.exec(select(Device))).all()) == 1


async def test_of_two_devices_at_once_one_has_it(aiko: Browser, town: Town) -> None:
    code = await a_code(aiko)
    both = [await town.browser(), await town.browser()]
    answers = await asyncio.gather(*(recover(one, code) for one in both))
    assert sorted(one.status for one in answers) == [200, 409]


async def test_a_code_for_the_phone_lasts_ten_minutes(aiko: Browser, town: Town) -> None:
    code = await a_code(aiko, "phone")
    town.clock.advance(minutes=10)
    assert rule(await recover(await town.browser(), code)) == "expired"


async def test_a_code_is_worth_nothing_after_its_successor_its_withdrawal_or_its_visitor(
    aiko: Browser, town: Town
) -> None:
    old = await a_code(aiko)
    withdrawn = await a_code(aiko)
    stranger = await town.browser()
    assert rule(await recover(stranger, old)) == "unknown"
    assert (await aiko.ask("DELETE", "/api/passport/codes")).status == 204
    assert rule(await recover(stranger, withdrawn)) == "unknown"
    last = await a_code(aiko)
    await aiko.ask("DELETE", "/api/passport")
    assert rule(await recover(stranger, last)) == "unknown"


@pytest.mark.parametrize(
    "typed", ["0" * 16, "0" * 15, "0" * 26, "U" * 16, "あ" * 16, " ", "' OR 1=1 --", "\x00" * 16]
)
async def test_what_was_never_given_opens_nothing(aiko: Browser, town: Town, typed: str) -> None:
    await a_code(aiko)
    stranger = await town.browser()
    refused = await recover(stranger, typed)
    assert rule(refused) == "unknown"
    assert "Set-Cookie" not in refused.raw.headers


@pytest.mark.parametrize("bad", ["", "short", "x" * 23, "ä" * 22, "a b" + "c" * 19, None, 7])
async def test_an_attempt_must_be_named_as_agreed(aiko: Browser, town: Town, bad: object) -> None:
    body = {"code": await a_code(aiko), "attempt": bad}
    refused = await (await town.browser()).post("/api/passport/recover", body)
    assert (refused.status, refused.body["error"]["details"]) == (400, {"field": "attempt"})


async def test_a_guesser_is_stopped_and_who_is_right_is_not_counted(
    aiko: Browser, town: Town
) -> None:
    guesser = await town.browser()
    for _ in range(20):
        code = await a_code(await _newcomer(town), "phone")
        assert (await recover(await town.browser(), code)).status == 200
    refused = [await recover(guesser, passport_codes.new()) for _ in range(21)]
    assert [one.status for one in refused] == [409] * 20 + [429]
    assert (await recover(guesser, await a_code(aiko))).code == "too-many"


class TestBehindAProxy:
    """Guessers are told apart by their real addresses."""

    @pytest.fixture
    def settings(self, settings: WorldSettings) -> WorldSettings:
        return settings.model_copy(update={"trusted_proxies": (ip_network("127.0.0.0/8"),)})

    async def test_a_guesser_empties_their_own_bucket_only(self, aiko: Browser, town: Town) -> None:
        guesser = await town.browser(**{"X-Forwarded-For": "203.0.113.7"})
        for _ in range(21):
            refused = await recover(guesser, passport_codes.new())
        assert refused.status == 429
        liar = await town.browser(**{"X-Forwarded-For": "198.51.100.1, 203.0.113.7"})
        assert (await recover(liar, passport_codes.new())).status == 429
        other = await town.browser(**{"X-Forwarded-For": "203.0.113.8"})
        assert (await recover(other, await a_code(aiko))).status == 200


async def _newcomer(town: Town) -> Browser:
    browser = await town.browser()
    await browser.arrive()
    return browser


async def test_a_browser_with_another_s_passport_is_asked_first(aiko: Browser, town: Town) -> None:
    code = await a_code(aiko)
    ben = await town.browser()
    await ben.arrive(nickname="べん")
    held = cookie(ben)
    assert rule(await recover(ben, code)) == "other-passport"
    assert cookie(ben) == held
    came = await recover(ben, code, instead=True)
    assert came.body["visitor"]["nickname"] == "あいこ"
    thief = await town.browser(Cookie=f"passport={held}")
    assert (await thief.get("/api/passport")).status == 401, "what was given up opens nothing"


async def test_who_is_here_just_this_once_is_not_asked(aiko: Browser, town: Town) -> None:
    code = await a_code(aiko)
    ben = await town.browser()
    await ben.post("/api/passport", {**AIKO, "nickname": "べん", "remember": False})
    assert (await recover(ben, code)).body["visitor"]["nickname"] == "あいこ"


async def test_one_s_own_code_on_one_s_own_device_leaves_one_device(
    aiko: Browser, town: Town
) -> None:
    await aiko.get("/api/passport")
    before = cookie(aiko)
    assert (await recover(aiko, await a_code(aiko))).status == 200
    assert cookie(aiko) != before
    record = (await aiko.get("/api/passport/record")).body
    assert [(one["is_here"], one["way"]) for one in record["devices"]] == [(True, "code")]


async def test_devices_are_listed_and_signed_out_one_by_one(aiko: Browser, town: Town) -> None:
    phone, tablet = await town.browser(), await town.browser()
    for other in (phone, tablet):
        assert (await recover(other, await a_code(aiko, "phone"))).status == 200
    shown = (await aiko.get("/api/passport/record")).body["devices"]
    assert sorted((one["is_here"], one["way"]) for one in shown) == [
        (False, "code"),
        (False, "code"),
        (True, "first"),
    ]
    ids = {one["id"] for one in (await phone.get("/api/passport/record")).body["devices"]}
    assert ids == {one["id"] for one in shown}
    (mine,) = (
        one["id"]
        for one in (await phone.get("/api/passport/record")).body["devices"]
        if one["is_here"]
    )
    assert (await aiko.ask("DELETE", f"/api/passport/devices/{mine}")).status == 204
    assert (await phone.get("/api/passport")).status == 401
    assert (await phone.post("/api/join", {"event": None})).status == 401
    assert (await tablet.get("/api/passport")).status == 200


async def test_the_first_device_can_be_signed_out_by_another(aiko: Browser, town: Town) -> None:
    phone = await town.browser()
    await recover(phone, await a_code(aiko))
    await aiko.get("/api/passport")
    record = (await phone.get("/api/passport/record")).body
    (first,) = (one["id"] for one in record["devices"] if one["way"] == "first")
    assert (await phone.ask("DELETE", f"/api/passport/devices/{first}")).status == 204
    assert (await aiko.get("/api/passport")).status == 401
    assert (await aiko.post("/api/join", {"event": None})).status == 401
    assert (await phone.get("/api/passport")).status == 200
    empty = await town.browser(Cookie=f"passport={cookie(phone).split('.')[0]}.")
    assert (await empty.get("/api/passport")).status == 401, "an emptied hash is nobody's"


async def test_nobody_signs_out_another_s_device(aiko: Browser, town: Town) -> None:
    (mine,) = (await aiko.get("/api/passport/record")).body["devices"]
    ben = await _newcomer(town)
    refused = await ben.ask("DELETE", f"/api/passport/devices/{mine['id']}")
    assert (refused.status, refused.code) == (404, "not-found")
    assert (await aiko.get("/api/passport")).status == 200
    for number in ("0", "999999999", "-1", "x", "9" * 30, "１"):
        refused = await ben.ask("DELETE", f"/api/passport/devices/{number}")
        assert refused.status in (400, 404)


async def test_erasing_on_one_device_erases_everywhere(aiko: Browser, town: Town) -> None:
    phone = await town.browser()
    await recover(phone, await a_code(aiko))
    await phone.ask("DELETE", "/api/passport")
    assert (await aiko.get("/api/passport")).status == 401
    async with town.database.reading() as session:
        assert (await session.exec(select(Device))).all() == []


async def test_of_a_device_s_use_only_the_day_is_known(aiko: Browser, town: Town) -> None:
    await aiko.get("/api/passport")
    town.clock.advance(days=3)
    await aiko.get("/api/passport")
    (device,) = (await aiko.get("/api/passport/record")).body["devices"]
    assert (device["came_on"], device["used_on"]) == ("2026-11-22", "2026-11-25")


@pytest.mark.parametrize("asked", ["POST codes", "DELETE codes", "DELETE devices/1"])
async def test_ways_are_limited_and_need_a_passport(aiko: Browser, town: Town, asked: str) -> None:
    method, path = asked.split()
    body = {"kind": "paper"} if method == "POST" else None
    nobody = await town.browser()
    refused = await nobody.ask(method, f"/api/passport/{path}", json=body)
    assert (refused.status, refused.code) == (401, "not-signed-in")
    await a_code(aiko)
    await town.empty_bucket("visitor-ways")
    refused = await aiko.ask(method, f"/api/passport/{path}", json=body)
    assert (refused.status, refused.code) == (429, "too-many")
