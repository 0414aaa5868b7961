"""The gate: every route against every role, forms of others, stale forms, headers, refusals."""

import re

import pytest
from aiohttp import web
from staff_site import PASSWORD, Browser, Site

from admin.app import build_app
from admin.guard import Route
from admin.permissions import Act, Anyone, may
from admin.routes import ROUTES
from admin.settings import AdminSettings
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.staff import StaffRole

NOWHERE = "A" * 22


def address(route: Route, event: Event) -> str:
    """The route's address with this test's event, and nobody's visitor, member and invitation."""
    named = {
        "event": event.id,
        "visitor": NOWHERE,
        "staff": 999_999,
        "invite": 999_999,
        "award": 999_999,
        "claim": 999_999,
        "channel": "rotating",
    }
    plain = re.sub(r"\{(\w+):(?:[^{}]|\{[^{}]*\})*\}", r"{\1}", route.path)
    return plain.format(**named, token=NOWHERE)


def test_every_route_is_in_the_table_with_what_it_needs(settings: AdminSettings) -> None:
    app = build_app(settings)
    open_to_all = {"/", "/healthz", "/staff/static"}
    served = {
        (one.method, one.resource.canonical)
        for one in app.router.routes()
        if one.resource is not None and one.method != "HEAD"
    }
    stated = {
        (method, web.Application().router.add_route(method, path, handler).resource.canonical)  # type: ignore[union-attr]
        for method, path, handler, _ in ROUTES
    }
    assert {path for _, path in served - stated} == open_to_all
    assert stated <= served


def test_only_the_doors_are_open_to_the_world() -> None:
    world = {(one.method, one.path.split("{")[0]) for one in ROUTES if one.need is Anyone.WORLD}
    assert world == {
        ("GET", "/staff/sign-in"),
        ("POST", "/staff/sign-in"),
        ("GET", "/staff/invite/"),
        ("POST", "/staff/invite/"),
        ("POST", "/staff/language"),
    }


@pytest.mark.parametrize("role", StaffRole)
async def test_each_role_gets_exactly_the_routes_of_its_acts(site: Site, role: StaffRole) -> None:
    event = await site.event(EventState.DRAFT)
    browser = await site.signed_in(role)
    acted = 0
    for route in ROUTES:
        if route.path in {"/staff/sign-out", "/staff/sign-in"}:
            continue
        path = address(route, event)
        if route.method == "GET":
            answer = await browser.get(path)
        else:
            answer = await browser.post(path, {})
        if may(role, route.need):
            assert answer.status not in {401, 403}, (route.path, answer.words)
            acted += 1
        else:
            assert answer.status == 403, route.path
            assert "許可されていません" in answer.words
    assert acted >= 5
    if Act.RUN_EVENTS not in {need for need in Act if may(role, need)}:
        assert await site.state(event) is EventState.DRAFT


async def test_who_is_not_signed_in_gets_no_page_and_does_nothing(site: Site) -> None:
    event = await site.event(EventState.DRAFT)
    browser = await site.browser()
    await browser.get("/staff/sign-in")
    for route in ROUTES:
        if route.need is Anyone.WORLD:
            continue
        path = address(route, event)
        if route.method == "GET":
            answer = await browser.get(path)
            assert answer.status == 303
            assert answer.location.startswith("/staff/sign-in?next=")
            told = await browser.get(path, Accept="application/json")
            assert told.status == 401
            assert '"not-signed-in"' in told.text
        else:
            answer = await browser.post(path, {"title": "typed"})
            assert answer.status == 401
            assert "typed" in answer.text
    assert await site.state(event) is EventState.DRAFT
    assert await site.audit() == []


async def publish(browser: Browser, event: Event, token: str | None, **headers: str) -> int:
    path = f"/staff/events/{event.id}/publish"
    fields = [] if token is None else [("form_token", token)]
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    async with browser.client.post(
        path, data=fields, headers=named, allow_redirects=False
    ) as answer:
        return answer.status


async def test_a_form_without_this_sessions_token_does_nothing(site: Site) -> None:
    event = await site.event(EventState.DRAFT)
    browser, other = await site.signed_in(StaffRole.HOST), await site.signed_in(StaffRole.OWNER)
    for token in (None, "", "guess", browser.token[:-1], browser.token + "x", other.token, "☃"):
        assert await publish(browser, event, token) == 403
    assert await site.state(event) is EventState.DRAFT
    assert await publish(browser, event, browser.token) == 303
    assert await site.state(event) is EventState.PUBLISHED


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
async def test_a_form_of_another_site_does_nothing_even_with_the_token(
    site: Site, headers: dict[str, str]
) -> None:
    event = await site.event(EventState.DRAFT)
    browser = await site.signed_in(StaffRole.HOST)
    assert await publish(browser, event, browser.token, **headers) == 403
    assert await site.state(event) is EventState.DRAFT


async def test_our_own_pages_origin_is_welcome(site: Site) -> None:
    event = await site.event(EventState.DRAFT)
    browser = await site.signed_in(StaffRole.HOST)
    own = {"Origin": "http://127.0.0.1", "Sec_Fetch_Site": "same-origin"}
    assert await publish(browser, event, browser.token, **own) == 303


async def test_only_forms_are_read(site: Site) -> None:
    event = await site.event(EventState.DRAFT)
    browser = await site.signed_in(StaffRole.HOST)
    for body in ({"json": {"form_token": browser.token}}, {"data": b"form_token=x"}):
        async with browser.client.post(
            f"/staff/events/{event.id}/publish", **body, allow_redirects=False
        ) as answer:
            assert answer.status == 400
    assert await site.state(event) is EventState.DRAFT


async def test_a_form_sent_after_the_session_ended_is_offered_again_with_what_was_typed(
    site: Site,
) -> None:
    browser = await site.signed_in(StaffRole.HOST)
    await browser.get("/staff/events/new")
    stale = browser.token
    site.clock.advance(hours=3)
    typed = [
        ("title", "「夜」の<酒蔵>"),
        ("place", "romon"),
        ("starts_at", "2026-11-30T18:00"),
        ("ends_at", "2026-11-30T19:00"),
        ("capacity", "30"),
        ("languages", "ja"),
        ("languages", "th"),
        ("rule_kind", "minutes"),
        ("rule_value", "20"),
    ]
    held = await browser.post("/staff/events/new", typed)
    assert held.status == 401
    assert "もう一度" in held.words
    await browser.sign_in("host")
    browser.token = stale
    offered = await browser.post("/staff/events/new", typed)
    assert offered.status == 403
    kept = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', offered.text)
    assert ("title", "「夜」の&lt;酒蔵&gt;") in kept
    assert [value for name, value in kept if name == "languages"] == ["ja", "th"]
    assert stale not in offered.text
    done = await browser.post("/staff/events/new", typed)
    assert "「夜」の<酒蔵>" in (await browser.follow(done)).words


async def test_a_stale_sign_in_form_leads_back_to_it_without_the_password(site: Site) -> None:
    await site.member(StaffRole.HOST)
    browser = await site.browser()
    answer = await browser.post("/staff/sign-in", {"login": "host", "password": PASSWORD})
    assert answer.location == "/staff/sign-in"
    page = await browser.get(answer.location)
    assert "もう一度お願いします" in page.words
    assert PASSWORD not in page.text


async def test_every_answer_carries_the_headers(site: Site) -> None:
    browser = await site.signed_in(StaffRole.HOST)
    for path in ("/staff/events", "/staff/nothing", "/staff/audit", "/healthz", "/", "/x"):
        answer = await browser.get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Server"] == "kashima"
    file = await browser.get("/staff/static/staff.js")
    assert file.headers["Cache-Control"] == "no-cache"


async def test_pages_hold_no_script_and_no_style_of_their_own(site: Site) -> None:
    event = await site.event(EventState.OPEN)
    browser = await site.signed_in(StaffRole.OWNER)
    for path in (
        "/staff/events",
        f"/staff/events/{event.id}",
        f"/staff/events/{event.id}/live",
        "/staff/figures",
        "/staff/members",
    ):
        page = (await browser.get(path)).text
        assert not re.search(r"<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=|<style", page)


async def test_what_leads_nowhere_says_so_in_the_persons_language(site: Site) -> None:
    browser = await site.signed_in(StaffRole.HOST)
    await browser.post("/staff/language", {"language": "th", "next": "/staff"})
    for path in ("/staff/events/424242", "/staff/events/99999999999999999999"):
        answer = await browser.get(path)
        assert answer.status == 404
    assert (await browser.get("/staff/events/424242")).text.count('lang="th"') == 1
    told = await browser.get("/staff/events/424242/present", Accept="application/json")
    assert told.status == 404
    assert '"not-found"' in told.text


async def test_too_large_a_form_is_refused(site: Site) -> None:
    browser = await site.signed_in(StaffRole.HOST)
    answer = await browser.post("/staff/events/new", {"title": "x" * 70_000})
    assert answer.status == 413
    assert "大きすぎます" in answer.words


async def test_https_keeps_the_cookie_to_itself(settings: AdminSettings) -> None:
    from aiohttp.test_utils import TestClient, TestServer

    secure = settings.model_copy(update={"admin_url": "https://staff.kashima.example"})
    async with TestClient(TestServer(build_app(secure))) as client:
        answer = await client.get("/staff/sign-in")
        cookie = answer.headers["Set-Cookie"]
        assert cookie.startswith("__Host-staff=")
        assert "Secure" in cookie
        assert "Domain" not in cookie
        assert "max-age" in answer.headers["Strict-Transport-Security"]
