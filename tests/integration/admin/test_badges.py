"""The badge page: what waits and why, in words; trying again; and who may."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from anvil_server import AnvilServer, anvil_running
from minter_town import minter_town
from patience import until
from sqlmodel import col, select
from staff_badges import award, badge, real_minter, site_beside
from staff_site import Site

from admin import badge_words
from admin.settings import AdminSettings
from nft_badges.settling import NOT_SHOWN
from nft_badges.states import Why
from world_server.i18n import LANGUAGES, translate
from world_server.store.tables.award import Award, AwardState
from world_server.store.tables.chain import MintLease
from world_server.store.tables.staff import StaffRole

HOLDER = "0x" + "ab" * 20


async def states(site: Site) -> list[AwardState]:
    async with site.database.reading() as session:
        found = await session.exec(select(col(Award.state)).order_by(col(Award.id)))
        return list(found.all())


async def working_minter(site: Site, *, seconds: float = 60) -> None:
    """The lease as a minter at work leaves it."""
    async with site.database.transaction() as session:
        lease = await session.get(MintLease, 1)
        assert lease is not None
        lease.owner, lease.epoch = "somebody", 7
        lease.expires_at = site.clock() + timedelta(seconds=seconds)
        session.add(lease)


@pytest.fixture
def settings(database_url: str, redis_url: str) -> AdminSettings:
    """Staff pages beside which no minter runs: nothing listens on port 9."""
    return AdminSettings(
        database_url=database_url,
        redis_url=redis_url,
        secret="a secret of thirty-two characters",
        public_url="https://kashima.example",
        admin_url="http://127.0.0.1",
        minter_url="http://127.0.0.1:9",
    )


@pytest.fixture
async def chain() -> AsyncIterator[AnvilServer]:
    """An empty embedded chain."""
    with anvil_running() as server:
        yield server


async def test_without_a_minter_the_page_says_so_and_counts_what_waits(site: Site) -> None:
    first = await badge(site)
    await award(site, first, HOLDER)
    await award(site, first, "0x" + "cd" * 20, state=AwardState.FINAL)
    site.clock.advance(minutes=12)
    owner = await site.signed_in(StaffRole.OWNER)
    page = await owner.get("/staff/badges")
    assert page.status == 200
    assert "発行係が動いていません。" in page.words
    assert "kashima minter" in page.words
    assert "酒蔵通りの夕べ" in page.words
    assert "10:00 から" in page.words
    assert "https://kashima.example/proof" in page.text


async def test_a_minter_at_work_that_cannot_be_asked_is_not_called_dead(site: Site) -> None:
    await working_minter(site)
    owner = await site.signed_in(StaffRole.OWNER)
    page = await owner.get("/staff/badges")
    assert "発行係は動いていますが、様子を聞けません。" in page.words
    site.clock.advance(minutes=2)
    page = await owner.get("/staff/badges")
    assert "発行係が動いていません。" in page.words


async def test_the_minter_s_own_reason_is_said_in_words(
    site: Site, chain: AnvilServer, database_url: str
) -> None:
    """A real minter without its key, asked at its health page."""
    async with minter_town(site.database, chain) as town:
        await town.promise(await town.badge(), 2)
        async with (
            real_minter(town, database_url, site.clock, issuer_key=None) as url,
            site_beside(site, url) as beside,
        ):
            owner = await beside.signed_in(StaffRole.OWNER)

            async def said() -> bool:
                page = await owner.get("/staff/badges")
                return "バッジに署名する鍵がありません。" in page.words

            await until(said, seconds=30)
            page = await owner.get("/staff/badges")
            assert "KASHIMA_ISSUER_KEY" in page.words


async def test_trying_again_queues_it_is_written_down_and_the_minter_issues_it(
    site: Site, chain: AnvilServer, database_url: str
) -> None:
    async with minter_town(site.database, chain) as town:
        badge_id = await town.badge()
        await award(site, badge_id, HOLDER, state=AwardState.PARKED, reason=NOT_SHOWN)
        owner = await site.signed_in(StaffRole.HOST)
        page = await owner.get("/staff/badges")
        assert "チェーンに送ったのに、記録されていません" in page.words
        assert f"https://kashima.example/proof/{HOLDER}" in page.text
        answer = await owner.post("/staff/badges/again", {"reason": NOT_SHOWN})
        page = await owner.follow(answer)
        assert "1個を、もう一度発行の列に並べました。" in page.words
        line = (await site.audit())[0]
        assert (line.act, line.subject, line.detail) == ("badges-again", "1", NOT_SHOWN)
        async with real_minter(town, database_url, site.clock):

            async def final() -> bool:
                return await states(site) == [AwardState.FINAL]

            await until(final, seconds=30)
        assert (await town.ledger()).held[HOLDER] == {badge_id}


async def test_one_badge_can_be_tried_again_and_the_others_stay(site: Site) -> None:
    badge_id = await badge(site)
    first = await award(site, badge_id, HOLDER, state=AwardState.PARKED, reason="x")
    await award(site, badge_id, "0x" + "cd" * 20, state=AwardState.PARKED, reason="x")
    owner = await site.signed_in(StaffRole.OWNER)
    await owner.get("/staff/badges")
    await owner.post(f"/staff/badges/{first}/again", {})
    assert await states(site) == [AwardState.QUEUED, AwardState.PARKED]
    assert (await site.audit())[0].subject == f"#{first}"


@pytest.mark.parametrize("state", [one for one in AwardState if one is not AwardState.PARKED])
async def test_only_what_is_parked_is_queued_again(site: Site, state: AwardState) -> None:
    """A forged form cannot send back what is on its way, or done."""
    badge_id = await badge(site)
    one = await award(site, badge_id, HOLDER, state=state)
    owner = await site.signed_in(StaffRole.OWNER)
    lines = len(await site.audit())
    await owner.get("/staff/badges")
    await owner.post(f"/staff/badges/{one}/again", {})
    answer = await owner.post("/staff/badges/again", {"reason": ""})
    page = await owner.follow(answer)
    assert "もうありませんでした" in page.words
    assert await states(site) == [state]
    assert len(await site.audit()) == lines


@pytest.mark.parametrize("role", [StaffRole.MODERATOR, StaffRole.ANALYST])
async def test_others_neither_see_nor_try_again(site: Site, role: StaffRole) -> None:
    badge_id = await badge(site)
    one = await award(site, badge_id, HOLDER, state=AwardState.PARKED, reason="x")
    browser = await site.signed_in(role)
    assert (await browser.get("/staff/badges")).status == 403
    assert (await browser.post("/staff/badges/again", {"reason": "x"})).status == 403
    assert (await browser.post(f"/staff/badges/{one}/again", {})).status == 403
    assert await states(site) == [AwardState.PARKED]


async def test_words_of_a_contract_are_text_and_nothing_else(site: Site) -> None:
    evil = "<script>alert(1)</script>"
    await award(site, await badge(site, title=evil), evil, state=AwardState.PARKED, reason=evil)
    owner = await site.signed_in(StaffRole.OWNER)
    page = await owner.get("/staff/badges")
    assert evil not in page.text
    assert evil in page.words


@pytest.mark.parametrize(
    "answer", ["not json", "[]", "{}", '{"why": 1}', '{"block": "x", "balance_wei": null}']
)
async def test_a_minter_that_talks_nonsense_is_as_good_as_silent(site: Site, answer: str) -> None:
    async def health(request: web.Request) -> web.Response:
        del request
        return web.Response(text=answer)

    strange = web.Application()
    strange.router.add_get("/healthz", health)
    server = TestServer(strange)
    await server.start_server()
    async with site_beside(site, str(server.make_url("")).rstrip("/")) as beside:
        owner = await beside.signed_in(StaffRole.OWNER)
        page = await owner.get("/staff/badges")
        assert page.status == 200
        assert "発行係が動いていません。" in page.words
    await server.close()


async def test_a_minter_that_never_answers_does_not_hold_up_the_page(site: Site) -> None:
    async def health(request: web.Request) -> web.Response:
        del request
        await asyncio.Event().wait()
        raise AssertionError

    strange = web.Application()
    strange.router.add_get("/healthz", health)
    server = TestServer(strange)
    await server.start_server()
    async with site_beside(site, str(server.make_url("")).rstrip("/")) as beside:
        owner = await beside.signed_in(StaffRole.OWNER)
        assert (await owner.get("/staff/badges")).status == 200
    await server.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_sentence_and_something_to_do(language: str) -> None:
    """The last variant stands for a word this page does not know; no known one may fall to it."""
    known = [why.value for why in Why] + [badge_words.SILENT]
    for key in ("staff-badges-why", "staff-badges-todo"):
        fallback = translate(language, key, why=badge_words.UNHEARD)
        assert [why for why in known if translate(language, key, why=why) == fallback] == []
    parked = {name for _, name in badge_words.PARKED}
    for key in ("staff-badges-parked-why", "staff-badges-parked-todo"):
        fallback = translate(language, key, reason=badge_words.REFUSED)
        assert [one for one in parked if translate(language, key, reason=one) == fallback] == []


def test_what_the_minter_writes_is_what_the_page_knows() -> None:
    assert badge_words.parked(NOT_SHOWN) == "not-shown"
    assert badge_words.parked("the holder is not an address") == "no-address"
    assert badge_words.parked("kashima_badges: closed") == "closed"
    assert badge_words.parked("kashima_badges: day before the window") == "wrong-day"
    assert badge_words.parked("no gas, no glory") == badge_words.REFUSED


def test_a_standby_with_nobody_at_work_is_nobody_at_work() -> None:
    assert badge_words.why("standby", is_minter_working=False) == badge_words.SILENT
    assert badge_words.why("standby", is_minter_working=True) == "standby"
    assert badge_words.why("out-of-funds", is_minter_working=True) == "out-of-funds"
