"""Signing in and staying signed in: guessing, fixation, idling, signing out, a new password."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from argon2 import PasswordHasher
from staff_site import PASSWORD, Browser, Site

from world_server.store import staff
from world_server.store.tables.staff import StaffRole


def cookie_of(browser: Browser) -> str:
    return next((one.value for one in browser.client.session.cookie_jar if one.key == "staff"), "")


def put_cookie(browser: Browser, value: str) -> None:
    browser.client.session.cookie_jar.update_cookies({"staff": value}, browser.client.make_url("/"))


async def test_the_right_password_opens_the_page_one_wanted(site: Site) -> None:
    await site.member(StaffRole.HOST)
    browser = await site.browser()
    sent_away = await browser.get("/staff/events/new")
    assert sent_away.location == "/staff/sign-in?next=%2Fstaff%2Fevents%2Fnew"
    page = await browser.get(sent_away.location)
    assert 'name="next" value="/staff/events/new"' in page.text
    form = {"login": "ＨＯＳＴ", "password": PASSWORD, "next": "/staff/events/new"}
    assert (await browser.post("/staff/sign-in", form)).location == "/staff/events/new"
    assert (await browser.get("/staff/events/new")).status == 200


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x"]
)
async def test_nobody_is_sent_to_another_site(site: Site, wanted: str) -> None:
    await site.member(StaffRole.HOST)
    browser = await site.browser()
    await browser.get("/staff/sign-in")
    answer = await browser.post(
        "/staff/sign-in", {"login": "host", "password": PASSWORD, "next": wanted}
    )
    assert answer.location == "/staff"
    stale = await browser.post("/staff/language", {"language": "en", "next": wanted})
    assert stale.location == "/staff/sign-in"
    await browser.get("/staff/password")
    answer = await browser.post("/staff/language", {"language": "en", "next": wanted})
    assert answer.location == "/staff"
    elsewhere = await browser.get(f"/staff/sign-in?{urlencode({'next': wanted})}")
    assert elsewhere.location == "/staff"


async def test_wrong_login_and_wrong_password_read_the_same(site: Site) -> None:
    await site.member(StaffRole.HOST)
    browser = await site.browser()
    wrong_password = await browser.sign_in("host", "a wrong password")
    wrong_login = await browser.sign_in("nobody", "a wrong password")
    no_login = await browser.sign_in("%%%", "a wrong password")
    assert wrong_password.status == wrong_login.status == no_login.status == 401
    for answer, typed in ((wrong_password, "host"), (wrong_login, "nobody"), (no_login, "%%%")):
        assert f'value="{typed}"' in answer.text
        assert "ログイン名かパスワードが違います。" in answer.words
        assert (
            answer.text.replace(typed, "").split("<footer")[0].split("form_token")[0]
            == (wrong_login.text.replace("nobody", "").split("<footer")[0].split("form_token")[0])
        )


async def tries_until_slowed(browser: Browser, login: Callable[[int], str]) -> int:
    """How many wrong guesses are answered; a slow machine's buckets fill a little meanwhile."""
    for number in range(40):
        status = (await browser.sign_in(login(number), f"guess {number}")).status
        if status == 429:
            return number
        assert status == 401
    pytest.fail("guessing goes on and on")


async def test_guessing_one_login_is_slowed_even_from_many_addresses(site: Site) -> None:
    await site.member(StaffRole.HOST)
    browser = await site.browser()
    assert await tries_until_slowed(browser, lambda _: "host") >= 10
    other = await site.browser()
    refused = await other.sign_in("host", PASSWORD)
    assert refused.status == 429
    assert "秒ほど待って" in refused.words
    assert 'value="host"' in refused.text


async def test_guessing_many_logins_from_one_address_is_slowed(site: Site) -> None:
    browser = await site.browser()
    assert await tries_until_slowed(browser, lambda number: f"login-{number}") >= 20


async def test_a_session_given_before_signing_in_is_worth_nothing_after(site: Site) -> None:
    await site.member(StaffRole.HOST)
    attacker, victim = await site.browser(), await site.browser()
    await attacker.get("/staff/sign-in")
    planted = cookie_of(attacker)
    put_cookie(victim, planted)
    await victim.sign_in("host")
    assert cookie_of(victim) != planted
    assert (await victim.get("/staff/events")).status == 200
    assert (await attacker.get("/staff/events")).status == 303
    assert not await site.redis.keys(f"*{planted}*")


async def test_a_made_up_cookie_is_not_taken_as_the_sessions_name(site: Site) -> None:
    await site.member(StaffRole.HOST)
    browser = await site.browser()
    put_cookie(browser, "chosen-by-attacker")
    await browser.sign_in("host")
    assert cookie_of(browser) != "chosen-by-attacker"


async def test_redis_holds_no_cookie_and_no_login(site: Site) -> None:
    browser = await site.signed_in(StaffRole.HOST)
    names = [str(name) for name in await site.redis.keys("*")]
    assert names
    assert all(cookie_of(browser) not in name and "127.0.0.1" not in name for name in names)
    for name in await site.redis.keys("*"):
        if await site.redis.type(name) == b"string":
            assert cookie_of(browser).encode() not in (await site.redis.get(name) or b"")
        assert 0 < await site.redis.ttl(name) <= site.settings.idle.total_seconds()


async def test_who_only_looks_at_the_door_is_soon_forgotten(site: Site) -> None:
    browser = await site.browser()
    await browser.get("/staff/sign-in")
    (name,) = await site.redis.keys("staff_*")
    assert 0 < await site.redis.ttl(name) <= 1800


async def test_the_cookie_is_kept_from_scripts_and_other_sites(site: Site) -> None:
    await site.member(StaffRole.HOST)
    answer = await (await site.browser()).sign_in("host")
    kept = answer.headers["Set-Cookie"]
    assert kept.startswith("staff=")
    assert "HttpOnly" in kept
    assert "SameSite=Lax" in kept
    assert "Path=/" in kept
    assert "Max-Age" not in kept
    assert "expires" not in kept.lower()


async def test_an_idle_session_ends(site: Site) -> None:
    browser = await site.signed_in(StaffRole.HOST)
    for _ in range(3):
        site.clock.advance(minutes=119)
        assert (await browser.get("/staff/events")).status == 200
    site.clock.advance(minutes=120, seconds=1)
    assert (await browser.get("/staff/events")).status == 303


async def test_a_session_ends_after_half_a_day_however_busy(site: Site) -> None:
    browser = await site.signed_in(StaffRole.HOST)
    for _ in range(12):
        site.clock.advance(hours=1)
        assert (await browser.get("/staff/events")).status == 200
    site.clock.advance(seconds=1)
    assert (await browser.get("/staff/events")).status == 303


async def test_signing_out_ends_the_session_for_every_holder_of_its_cookie(site: Site) -> None:
    browser, thief = await site.signed_in(StaffRole.HOST), await site.browser()
    put_cookie(thief, cookie_of(browser))
    assert (await thief.get("/staff/events")).status == 200
    await browser.get("/staff/events")
    out = await browser.post("/staff/sign-out", {})
    assert "ログアウトしました" in (await browser.follow(out)).words
    assert (await browser.get("/staff/events")).status == 303
    assert (await thief.get("/staff/events")).status == 303


async def test_an_answer_still_under_way_does_not_revive_an_ended_session(site: Site) -> None:
    """What the live page's fetch would do: read the session, be overtaken, write it back."""
    browser, slow = await site.signed_in(StaffRole.HOST), await site.browser()
    put_cookie(slow, cookie_of(browser))
    (name,) = [
        key
        for key in await site.redis.keys("staff_*")
        if b'"staff"' in (await site.redis.get(key) or b"")
    ]
    await browser.post("/staff/sign-out", {})
    assert not await site.redis.exists(name)
    await slow.post("/staff/language", {"language": "en", "next": "/staff"})
    assert not await site.redis.exists(name)


async def test_a_disabled_member_is_out_at_the_next_click(site: Site) -> None:
    owner = await site.signed_in(StaffRole.OWNER)
    host_id = await site.member(StaffRole.HOST)
    host = await site.browser()
    await host.sign_in("host")
    assert (await host.get("/staff/events")).status == 200
    page = await owner.get(f"/staff/members/{host_id}/disable")
    assert "停止しますか" in page.words
    await owner.post(f"/staff/members/{host_id}/disable", {})
    assert (await host.get("/staff/events")).status == 303
    refused = await host.sign_in("host")
    assert refused.status == 401
    assert "ログイン名かパスワードが違います。" in refused.words


async def test_a_new_password_ends_every_other_session(site: Site) -> None:
    browser = await site.signed_in(StaffRole.HOST)
    other = await site.browser()
    await other.sign_in("host")
    new = "yuzu-ponzu-higata-77"
    form = {"current": PASSWORD, "password": new, "again": new}
    wrong = await browser.post("/staff/password", form | {"current": "not mine at all"})
    assert wrong.status == 422
    assert "いまのパスワードが違います" in wrong.words
    done = await browser.post("/staff/password", form)
    assert "パスワードを変えました" in (await browser.follow(done)).words
    assert (await other.get("/staff/events")).status == 303
    assert (await other.sign_in("host")).status == 401
    assert (await other.sign_in("host", new)).status == 303


async def test_a_password_kept_with_old_parameters_is_renewed_at_sign_in(site: Site) -> None:
    staff_id = await site.member(StaffRole.HOST)
    old = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    async with site.database.transaction() as session:
        await staff.change_password(session, staff_id, password_hash=old)
    browser = await site.browser()
    assert (await browser.sign_in("host")).status == 303
    async with site.database.reading() as session:
        kept = (await staff.find(session, staff_id)).password_hash
    assert kept != old
    assert "m=65536" in kept
    assert (await browser.get("/staff/events")).status == 200


async def test_the_language_chosen_stays_through_signing_in_and_out(site: Site) -> None:
    await site.member(StaffRole.HOST)
    browser = await site.browser()
    page = await browser.get("/staff/sign-in", Accept_Language="ko")
    assert '<html lang="ja">' in page.text
    await browser.post("/staff/language", {"language": "en", "next": "/staff/sign-in"})
    assert "Sign in" in (await browser.get("/staff/sign-in")).words
    await browser.sign_in("host")
    assert '<html lang="en">' in (await browser.get("/staff/events")).text
    await browser.post("/staff/sign-out", {})
    assert '<html lang="en">' in (await browser.get("/staff/sign-in")).text
    await browser.post("/staff/language", {"language": "xx", "next": "/staff/sign-in"})
    assert '<html lang="en">' in (await browser.get("/staff/sign-in")).text
