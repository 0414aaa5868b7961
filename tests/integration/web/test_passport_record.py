"""A visitor's record: what is stored, taken away as a file, and kept on terms they may change."""

import json
from datetime import timedelta
from http.cookies import SimpleCookie

import pytest
from fixed_time import MORNING
from sqlmodel import select
from web_town import AIKO, DOCUMENT, Browser, Town

from world_server.store import stamps, visits
from world_server.store.kept import KEPT
from world_server.store.stamps import Reached
from world_server.store.tables.visit import Visit
from world_server.store.tables.visitor import Consent, Visitor


async def stays(town: Town, visitor: str, *, seconds: int = 600, days: int = 0) -> str:
    """A stay in an event; give back its title."""
    event = await town.event()
    moment = MORNING + timedelta(days=days)
    async with town.database.transaction() as session:
        visit = await visits.begin(
            session, visitor_id=visitor, instance="event", event_id=event.id, now=moment
        )
        assert visit.id is not None
        await visits.checkpoint(
            session, visit_id=visit.id, total_active_seconds=seconds, now=moment
        )
        await stamps.keep(session, [(visitor, Reached("sakagura-dori", moment))])
    return event.title


async def visitor_of(town: Town, nickname: str = "あいこ") -> str:
    async with town.database.reading() as session:
        found = await session.exec(select(Visitor.id).where(Visitor.nickname == nickname))
        return found.one()


async def consents(town: Town) -> list[bool]:
    async with town.database.reading() as session:
        return [one.given for one in await session.exec(select(Consent).order_by("id"))]


async def test_the_record_counts_everything_by_the_one_description(
    browser: Browser, town: Town
) -> None:
    await browser.arrive()
    title = await stays(town, await visitor_of(town), seconds=659)
    shown = await browser.get("/api/passport/record")
    assert shown.status == 200
    assert [one["name"] for one in shown.body["kept"]] == [kept.name for kept in KEPT]
    counted = {one["name"]: one["rows"] for one in shown.body["kept"]}
    assert (counted["visits"], counted["stamps"], counted["consents"]) == (1, 1, 1)
    assert shown.body["visits"] == [{"day": "2026-11-22", "minutes": 10, "events": [title]}]
    (device,) = shown.body["devices"]
    assert device["is_here"]
    assert (device["way"], device["used_on"]) == ("first", "2026-11-22")


async def test_the_export_is_a_file_with_everything_and_no_secret(
    browser: Browser, town: Town
) -> None:
    await browser.arrive()
    visitor = await visitor_of(town)
    title = await stays(town, visitor, seconds=2400)
    await browser.post("/api/passport/codes", {"kind": "paper"})
    await browser.get("/api/passport")
    file = await browser.get("/api/passport/export")
    assert file.status == 200
    assert file.raw.headers["Content-Disposition"] == (
        'attachment; filename="kashima-passport-2026-11-22.json"'
    )
    told = file.body
    assert told["format"] == "kashima-passport.1"
    assert told["kept"]["visitor"][0]["nickname"] == "あいこ"
    assert told["kept"]["visits"][0]["active_seconds"] == 2400
    assert told["kept"]["stamps"][0]["place"] == "sakagura-dori"
    assert told["events"][0]["title"] == title
    (badge,) = told["badges"]
    (holder,) = told["kept"]["holder"]
    assert badge["holder"] == holder["address"]
    assert (
        badge["proof_link"] == f"{town.settings.public_url}/proof/{badge['holder']}/{badge['id']}"
    )
    text = json.dumps(told)
    async with town.database.reading() as session:
        kept = await session.get(Visitor, visitor)
    assert kept is not None
    assert kept.secret_hash.hex() not in text
    assert "hash" not in text.replace("tx_hash", "")


def test_the_schema_of_the_export_names_every_column() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    rows = schemas["KeptRows"]["properties"]
    for kept in KEPT:
        shape = rows[kept.name.replace("-", "_")]["items"]["$ref"].rpartition("/")[2]
        fields = schemas[shape]["properties"]
        assert set(fields) == set(kept.columns)
        assert all(fields[name]["description"] == about for name, about in kept.columns.items())


async def test_nobody_sees_another_s_record_or_export(browser: Browser, town: Town) -> None:
    await browser.arrive()
    await stays(town, await visitor_of(town))
    other = await town.browser()
    await other.arrive(nickname="べん")
    assert (await other.get("/api/passport/record")).body["visits"] == []
    told = (await other.get("/api/passport/export")).body
    assert told["badges"] == told["events"] == told["kept"]["awards"] == []
    assert "あいこ" not in json.dumps(told, ensure_ascii=False)
    nobody = await town.browser()
    for path in ("record", "export"):
        refused = await nobody.get(f"/api/passport/{path}")
        assert (refused.status, refused.code) == (401, "not-signed-in")


async def test_just_this_once_can_become_remembered_and_back_in_one_step(
    browser: Browser, town: Town
) -> None:
    await browser.arrive(remember=False)
    visitor = await visitor_of(town)
    await stays(town, visitor)
    yes = await browser.post("/api/passport/consent", {"remember": True})
    assert yes.body["visitor"]["remembered"]
    cookie = yes.raw.headers["Set-Cookie"]
    assert f"Max-Age={400 * 24 * 3600}" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert (await browser.arrive(nickname="アイコ")).status == 200, "still the same person"
    no = await browser.post("/api/passport/consent", {"remember": False})
    assert not no.body["visitor"]["remembered"]
    (morsel,) = SimpleCookie(no.raw.headers["Set-Cookie"]).values()
    assert morsel.value.startswith(visitor)
    assert morsel["max-age"] == morsel["expires"] == ""
    assert await consents(town) == [False, True, False]


async def test_consent_counts_for_today_and_never_for_days_before(
    browser: Browser, town: Town
) -> None:
    await browser.arrive(remember=False)
    visitor = await visitor_of(town)
    await stays(town, visitor, days=-1)
    await stays(town, visitor)
    await browser.post("/api/passport/consent", {"remember": True})
    async with town.database.reading() as session:
        found = (await session.exec(select(Visit).order_by("day"))).all()
    assert [one.remembered for one in found] == [False, True]


async def test_the_same_answer_again_is_no_second_consent(browser: Browser, town: Town) -> None:
    await browser.arrive()
    for _ in range(2):
        await browser.post("/api/passport/consent", {"remember": True})
    assert await consents(town) == [True]


async def test_no_longer_remembered_leaves_no_way_back_in(browser: Browser, town: Town) -> None:
    await browser.arrive()
    code = (await browser.post("/api/passport/codes", {"kind": "paper"})).body["typed"]
    phone = await town.browser()
    spent = {"code": code, "attempt": "a" * 22}
    assert (await phone.post("/api/passport/recover", spent)).status == 200
    fresh = (await browser.post("/api/passport/codes", {"kind": "paper"})).body["typed"]
    await browser.post("/api/passport/consent", {"remember": False})
    assert (await browser.get("/api/passport")).status == 200
    assert (await phone.get("/api/passport")).status == 401
    refused = await phone.post("/api/passport/recover", {"code": fresh, "attempt": "b" * 22})
    assert refused.body["error"]["details"] == {"rule": "unknown"}
    refused = await browser.post("/api/passport/codes", {"kind": "phone"})
    assert refused.body["error"]["details"] == {"rule": "not-remembered"}


@pytest.mark.parametrize("body", [{}, {"remember": "yes"}, {"remember": 1}, {"remember": None}])
async def test_consent_is_a_plain_yes_or_no(browser: Browser, town: Town, body: object) -> None:
    await browser.arrive(remember=False)
    refused = await browser.post("/api/passport/consent", body)
    assert (refused.status, refused.code) == (400, "malformed")
    assert await consents(town) == [False]


async def test_another_site_may_not_consent_for_a_visitor(browser: Browser, town: Town) -> None:
    await browser.post("/api/passport", {**AIKO, "remember": False})
    refused = await browser.post(
        "/api/passport/consent", {"remember": True}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert (refused.status, refused.code) == (403, "not-allowed")
    assert await consents(town) == [False]


@pytest.mark.parametrize("path", ["record", "export"])
@pytest.mark.parametrize("bucket", ["records", "visitor-records"])
async def test_looking_is_limited(browser: Browser, town: Town, path: str, bucket: str) -> None:
    await browser.arrive()
    await browser.get("/api/passport/record")
    await town.empty_bucket(bucket)
    assert (await browser.get(f"/api/passport/{path}")).code == "too-many"
