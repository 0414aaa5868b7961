"""The passport over HTTP: held by the browser, shown, changed and erased by its visitor only."""

from datetime import date, timedelta

import pytest
from fixed_time import MORNING
from web_town import AIKO, Answer, Browser, Town

from world_server.presence.orders import Hearing, VisitorErased, listen
from world_server.settings import WorldSettings
from world_server.store import visits
from world_server.store.tables.award import AwardState
from world_server.store.tables.visitor import Consent, Visitor
from world_server.store.visitors import RESERVED_WORDS


def cookie_of(answer: Answer) -> str:
    return answer.raw.headers["Set-Cookie"]


async def test_coming_in_hands_out_a_passport_that_is_known_again(browser: Browser) -> None:
    came = await browser.arrive()
    assert came.status == 201
    assert came.body["visitor"]["nickname"] == "あいこ"
    shown = await browser.get("/api/passport")
    assert shown.status == 200
    assert shown.body == came.body


async def test_the_passport_is_hidden_from_scripts_and_lasts_400_days(browser: Browser) -> None:
    cookie = cookie_of(await browser.arrive())
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/;" in cookie
    assert f"Max-Age={400 * 24 * 3600}" in cookie
    assert "Secure" not in cookie
    assert cookie_of(await browser.get("/api/passport")).split(";")[0] == cookie.split(";")[0]


async def test_without_consent_it_lasts_until_the_browser_closes(browser: Browser) -> None:
    cookie = cookie_of(await browser.arrive(remember=False))
    assert "Max-Age" not in cookie
    assert "expires" not in cookie.lower()
    shown = await browser.get("/api/passport")
    assert not shown.body["visitor"]["remembered"]
    assert "Set-Cookie" not in shown.raw.headers


async def test_the_answer_about_being_remembered_is_kept_as_proof(
    browser: Browser, town: Town
) -> None:
    await browser.arrive(remember=False)
    async with town.database.reading() as session:
        consent = await session.get(Consent, 1)
    assert consent is not None
    assert (consent.purpose, consent.given, consent.at) == ("remember", False, MORNING)


async def test_a_remembered_visitor_coming_in_again_stays_the_same_person(
    browser: Browser, town: Town
) -> None:
    await browser.arrive()
    again = await browser.arrive(nickname="アイコ", remember=False)
    assert again.status == 200
    assert again.body["visitor"]["nickname"] == "アイコ"
    assert again.body["visitor"]["remembered"]
    assert await _visitors(town) == 1


async def test_without_consent_coming_in_again_is_somebody_new(
    browser: Browser, town: Town
) -> None:
    first = cookie_of(await browser.arrive(remember=False))
    second = cookie_of(await browser.arrive(remember=False))
    assert first != second
    assert await _visitors(town) == 2


async def test_what_is_left_out_of_a_change_stays(browser: Browser) -> None:
    await browser.arrive()
    changed = await browser.ask("PATCH", "/api/passport", json={"look": 2**24 - 1})
    assert changed.status == 200
    assert changed.body["visitor"]["look"] == 2**24 - 1
    assert changed.body["visitor"]["nickname"] == "あいこ"
    changed = await browser.ask("PATCH", "/api/passport", json={"nickname": "B", "language": "th"})
    assert changed.body["visitor"]["nickname"] == "B"
    assert changed.body["visitor"]["language"] == "th"
    assert (await browser.get("/api/passport")).body == changed.body


@pytest.mark.parametrize("body", [{}, {"nickname": None}])
async def test_a_change_of_nothing_is_malformed(browser: Browser, body: object) -> None:
    await browser.arrive()
    refused = await browser.ask("PATCH", "/api/passport", json=body)
    assert (refused.status, refused.code) == (400, "malformed")


async def test_visit_days_and_badges_are_shown(browser: Browser, town: Town) -> None:
    await browser.arrive()
    event = await town.event()
    async with town.database.transaction() as session:
        visitor = await _only_visitor(town)
        for days, seconds in ((0, 40), (1, 29), (2, 3600)):
            moment = MORNING + timedelta(days=days)
            visit = await visits.begin(
                session, visitor_id=visitor, instance="event", event_id=event.id, now=moment
            )
            assert visit.id is not None
            await visits.checkpoint(
                session, visit_id=visit.id, total_active_seconds=seconds, now=moment
            )
    shown = (await browser.get("/api/passport")).body["visitor"]
    assert shown["visit_days"] == ["2026-11-22", "2026-11-24"]
    month, badge = shown["badges"]
    assert (month["title"], month["kind"], month["source"]) == (
        "2026年11月の来訪",
        "monthly",
        "month",
    )
    assert (badge["kind"], badge["source"]) == ("event", "presence")
    assert badge["title"] == event.title
    assert badge["state"] == AwardState.QUEUED
    assert date.fromisoformat(badge["occurred_on"]) == date(2026, 11, 22)
    assert badge["proof"].startswith("/proof/0x")
    assert badge["art"] == f"/badges/art/{badge['id']}.svg"


async def test_erasing_forgets_the_visitor_and_takes_the_passport_back(
    browser: Browser, town: Town
) -> None:
    await browser.arrive()
    stolen = _passport(browser)
    erased = await browser.ask("DELETE", "/api/passport")
    assert erased.status == 204
    assert erased.body == b""
    assert "Max-Age=0" in cookie_of(erased)
    assert await _visitors(town) == 0
    other = await town.browser(Cookie=f"passport={stolen}")
    assert (await other.get("/api/passport")).status == 401


async def test_the_worlds_are_told_of_an_erasure(browser: Browser, town: Town) -> None:
    await browser.arrive()
    visitor_id = await _only_visitor(town)
    heard = listen(town.redis)
    assert await anext(heard) == Hearing()
    await browser.ask("DELETE", "/api/passport")
    assert await anext(heard) == VisitorErased(visitor_id)
    await heard.aclose()


async def test_a_stranger_is_told_without_a_fault_that_they_hold_no_passport(
    browser: Browser, town: Town
) -> None:
    stranger = await browser.get("/api/passport")
    assert (stranger.status, stranger.body) == (204, b"")
    assert "Set-Cookie" not in stranger.raw.headers
    await browser.arrive()
    assert (await browser.get("/api/passport")).status == 200
    await town.empty_bucket("reads")
    assert (await (await town.browser()).get("/api/passport")).status == 429


@pytest.mark.parametrize(("method", "body"), [("PATCH", {"look": 1}), ("DELETE", None)])
async def test_without_a_passport_there_is_nothing_to_change(
    browser: Browser, method: str, body: object
) -> None:
    refused = await browser.ask(method, "/api/passport", json=body)
    assert (refused.status, refused.code) == (401, "not-signed-in")


async def test_a_forged_passport_is_nobodys(browser: Browser, town: Town) -> None:
    await browser.arrive()
    visitor_id, secret = _passport(browser).split(".")
    forged = [
        "",
        ".",
        visitor_id,
        f"{visitor_id}.",
        f"{visitor_id}.{secret[:-1]}{'A' if secret[-1] != 'A' else 'B'}",
        f"{visitor_id}.{secret}x",
        f"x.{secret}",
        f"' OR 1=1 --.{secret}",
        f"{visitor_id}%00.{secret}",
        "." * 3000,
    ]
    for cookie in forged:
        other = await town.browser(Cookie=f"passport={cookie}")
        refused = await other.get("/api/passport")
        assert (refused.status, refused.code) == (401, "not-signed-in"), cookie


@pytest.mark.parametrize(
    ("nickname", "shown"),
    [
        ("  愛  子 ", "愛 子"),
        ("<script>alert(1)</script>"[:24], "<script>alert(1)</script"),
        ("'; DROP TABLE visitor;--", "'; DROP TABLE visitor;--"),
        ("ｱｲｺ１２３", "アイコ123"),
        ("e\u0301milie", "émilie"),
        ("{{7*7}} { $name }", "{{7*7}} { $name }"),
        ("สวัสดี", "สวัสดี"),
        ("👩🏽", "👩🏽"),
    ],
)
async def test_a_nickname_is_kept_as_text_whatever_it_looks_like(
    browser: Browser, town: Town, nickname: str, shown: str
) -> None:
    came = await browser.arrive(nickname=nickname)
    assert came.status == 201
    assert came.body["visitor"]["nickname"] == shown
    assert await _visitors(town) == 1


@pytest.mark.parametrize(
    ("nickname", "rule"),
    [
        ("", "empty"),
        (" \u3000\t", "empty"),
        ("a" * 25, "long"),
        ("a" * 5000, "long"),
        ("ab\u202egnp.exe", "characters"),
        ("a\u200bb", "characters"),
        ("a\x00b", "characters"),
        ("\ue000", "characters"),
        ("...", "characters"),
        *((f"{word}だよ", "reserved") for word in RESERVED_WORDS),
        ("ＳＴＡＦＦ", "reserved"),
        ("s t a f f", "reserved"),
    ],
)
async def test_a_nickname_that_breaks_a_rule_is_told_which(
    browser: Browser, town: Town, nickname: str, rule: str
) -> None:
    refused = await browser.arrive(nickname=nickname)
    assert (refused.status, refused.code) == (400, "name-refused")
    assert refused.body["error"]["details"] == {"rule": rule}
    assert await _visitors(town) == 0


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"nickname": 7}, "nickname"),
        ({"nickname": None}, "nickname"),
        ({"look": -1}, "look"),
        ({"look": 2**24}, "look"),
        ({"look": 1.0}, "look"),
        ({"look": "1"}, "look"),
        ({"look": True}, "look"),
        ({"look": 10**400}, "look"),
        ({"language": "fr"}, "language"),
        ({"language": "JA"}, "language"),
        ({"remember": "yes"}, "remember"),
        ({"remember": 1}, "remember"),
        ({"admin": True}, "admin"),
        ({"id": "x"}, "id"),
    ],
)
async def test_a_field_that_cannot_be_right_is_named(
    browser: Browser, town: Town, change: dict[str, object], field: str
) -> None:
    refused = await browser.arrive(**change)
    assert (refused.status, refused.code) == (400, "malformed")
    assert refused.body["error"]["details"] == {"field": field}
    assert await _visitors(town) == 0


@pytest.mark.parametrize("left_out", sorted(AIKO))
async def test_every_field_of_an_arrival_is_needed(browser: Browser, left_out: str) -> None:
    refused = await browser.post(
        "/api/passport", {name: value for name, value in AIKO.items() if name != left_out}
    )
    assert refused.body["error"]["details"] == {"field": left_out}


class TestOverHttps:
    """A town reached over https keeps its cookies there."""

    @pytest.fixture
    def settings(self, settings: WorldSettings) -> WorldSettings:
        return settings.model_copy(update={"public_url": "https://kashima.example"})

    async def test_the_passport_never_leaves_https(self, browser: Browser) -> None:
        came = await browser.arrive()
        assert "Secure" in cookie_of(came)
        assert "max-age=31536000" in came.raw.headers["Strict-Transport-Security"]


def _passport(browser: Browser) -> str:
    (cookie,) = browser.client.session.cookie_jar
    return str(cookie.value)


async def _visitors(town: Town) -> int:
    from sqlmodel import func, select

    async with town.database.reading() as session:
        return int((await session.exec(select(func.count()).select_from(Visitor))).one())


async def _only_visitor(town: Town) -> str:
    from sqlmodel import select

    async with town.database.reading() as session:
        return str((await session.exec(select(Visitor.id))).one())
