"""One-time links: the first owner, further staff, and everything that may not open the door."""

import asyncio
from datetime import timedelta

import pytest
from staff_site import PASSWORD, Answer, Browser, Site

from world_server.errors import NameRefused, NotAllowed, NotFound
from world_server.store import staff
from world_server.store.database import Database
from world_server.store.tables.staff import Staff, StaffRole


async def link(site: Site, role: StaffRole = StaffRole.OWNER) -> str:
    async with site.database.transaction() as session:
        token = await staff.invite(session, role, now=site.clock())
    return f"/staff/invite/{token}"


async def join(
    browser: Browser, path: str, *, login: str = "sakura", password: str = PASSWORD
) -> Answer:
    await browser.get(path)
    form = {"login": login, "name": "さくら", "password": password, "again": password}
    return await browser.post(path, form)


async def members(site: Site) -> list[Staff]:
    async with site.database.reading() as session:
        return await staff.everyone(session)


async def test_the_link_makes_the_first_owner_and_signs_them_in(site: Site) -> None:
    browser = await site.browser()
    answer = await browser.follow(await join(browser, await link(site)))
    assert answer.status == 200
    assert "さくら" in answer.words
    (member,) = await members(site)
    assert (member.login, member.role) == ("sakura", StaffRole.OWNER)
    assert member.password_hash.startswith("$argon2id$")
    assert (await browser.get("/staff/members")).status == 200
    assert [line.act for line in await site.audit()] == ["sign-in", "join"]


async def test_a_link_works_once(site: Site) -> None:
    path = await link(site)
    assert (await join(await site.browser(), path)).status == 303
    second = await site.browser()
    assert (await second.get(path)).status == 404
    await second.get("/staff/sign-in")
    replayed = {"login": "eve", "name": "Eve", "password": PASSWORD, "again": PASSWORD}
    assert (await second.post(path, replayed)).status == 404
    assert len(await members(site)) == 1


async def test_a_link_grows_too_old(site: Site) -> None:
    path = await link(site)
    browser = await site.browser()
    await browser.get(path)
    site.clock.advance(hours=72, seconds=1)
    answer = await join(browser, path)
    assert answer.status == 404
    assert await members(site) == []


async def test_a_made_up_link_is_no_page(site: Site) -> None:
    browser = await site.browser()
    for token in ("x", "A" * 43, "A" * 64, "..", "%00"):
        assert (await browser.get(f"/staff/invite/{token}")).status == 404


async def test_a_new_owner_link_ends_the_older_ones(site: Site) -> None:
    older, newer = await link(site), await link(site)
    host = await link(site, StaffRole.HOST)
    browser = await site.browser()
    assert (await browser.get(older)).status == 404
    assert (await browser.get(newer)).status == 200
    assert (await browser.get(host)).status == 200


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"login": "さ"}, "半角の英小文字"),
        ({"login": "a b"}, "半角の英小文字"),
        ({"name": "  "}, "名前を入れてください"),
        ({"name": "長" * 41}, "40文字まで"),
        ({"name": "\u202eevil"}, "使えない文字"),
        ({"password": "short", "again": "short"}, "12文字以上"),
        ({"password": "sakura-sakura", "again": "sakura-sakura"}, "推測されやすい"),
        ({"again": "something else"}, "同じではありません"),
    ],
)
async def test_a_fault_is_said_and_nothing_typed_is_lost(
    site: Site, change: dict[str, str], says: str
) -> None:
    path = await link(site)
    browser = await site.browser()
    await browser.get(path)
    form = {"login": "sakura", "name": "さくら", "password": PASSWORD, "again": PASSWORD}
    answer = await browser.post(path, form | change)
    assert answer.status == 422
    assert says in answer.words
    for field in ("login", "name"):
        assert f'value="{(form | change)[field]}"' in answer.text
    assert PASSWORD not in answer.text
    assert await members(site) == []
    assert (await browser.post(path, form)).status == 303


async def test_a_login_in_use_is_refused_and_the_link_stays_good(site: Site) -> None:
    await join(await site.browser(), await link(site))
    path = await link(site, StaffRole.HOST)
    browser = await site.browser()
    answer = await join(browser, path, login="ＳＡＫＵＲＡ")
    assert answer.status == 422
    assert "使われています" in answer.words
    assert (await join(browser, path, login="haruka")).status == 303


@pytest.fixture(params=["sqlite", "postgres"])
def both_databases(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
async def store(both_databases: str) -> Database:
    return Database(both_databases)


async def test_the_store_knows_invitations_on_both_databases(store: Database, site: Site) -> None:
    now = site.clock()
    async with store.transaction() as session:
        assert not await staff.has_owner(session)
        first = await staff.invite(session, StaffRole.OWNER, now=now)
        token = await staff.invite(session, StaffRole.OWNER, now=now)
        with pytest.raises(NotFound):
            await staff.invited_role(session, first, now=now)
        assert await staff.invited_role(session, token, now=now) is StaffRole.OWNER
        owner = await staff.accept(
            session, token, login="Owner", name="O", password_hash="x", now=now
        )
        assert owner.login == "owner"
        assert await staff.has_owner(session)
        with pytest.raises(NotFound):
            await staff.accept(session, token, login="two", name="T", password_hash="x", now=now)
        with pytest.raises(NotAllowed):
            await staff.disable(session, owner.id or 0, now=now)
    async with store.transaction() as session:
        again = await staff.invite(session, StaffRole.HOST, now=now, ttl=timedelta(minutes=5))
        (open_one,) = await staff.open_invites(session, now=now)
        assert await staff.open_invites(session, now=now + timedelta(minutes=5)) == []
        await staff.withdraw_invite(session, open_one.id or 0, now=now)
        with pytest.raises(NotFound):
            await staff.withdraw_invite(session, open_one.id or 0, now=now)
        with pytest.raises(NotFound):
            await staff.invited_role(session, again, now=now)
    async with store.transaction() as session:
        token = await staff.invite(session, StaffRole.HOST, now=now)
    taken = {"login": "owner", "name": "X", "password_hash": "x"}
    async with store.transaction() as session:
        with pytest.raises(NameRefused, match="taken"):
            await staff.accept(session, token, **taken, now=now)
        await session.rollback()
    async with store.transaction() as session:
        token = await staff.invite(session, StaffRole.OWNER, now=now)
        second = await staff.accept(
            session, token, login="second", name="S", password_hash="x", now=now
        )
        await staff.disable(session, owner.id or 0, now=now)
        with pytest.raises(NotAllowed):
            await staff.disable(session, second.id or 0, now=now)
        with pytest.raises(NotFound):
            await staff.disable(session, owner.id or 0, now=now)
    await store.close()


async def test_of_two_people_with_one_link_only_one_gets_in(store: Database, site: Site) -> None:
    async with store.transaction() as session:
        token = await staff.invite(session, StaffRole.HOST, now=site.clock())

    async def try_in(login: str) -> bool:
        try:
            async with store.transaction() as session:
                await staff.accept(
                    session, token, login=login, name="X", password_hash="x", now=site.clock()
                )
        except NotFound:
            return False
        return True

    assert sorted(await asyncio.gather(*map(try_in, ("one", "two", "three")))) == [
        False,
        False,
        True,
    ]
    await store.close()
