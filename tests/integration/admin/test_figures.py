"""The marketer's page against stays whose truth is known, on both databases."""

import csv
import io
from datetime import timedelta

import pytest
from aiohttp.test_utils import TestServer
from fixed_time import MORNING, ManualClock
from sqlmodel import col, select
from staff_site import Browser, Site

from admin.app import build_app
from admin.settings import AdminSettings
from world_server.store import events, returns, visitors
from world_server.store.tables.award import Award, AwardState, Badge
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.staff import StaffRole

DAY = timedelta(days=1)


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(f"{request.param}_url"))


async def a_town_of_three(site: Site) -> Event:
    """Aiko comes on two days, Ben on one, somebody nameless on two; Chika is erased."""
    event = await site.event(EventState.OPEN, title='=酒蔵, "夕べ"')
    aiko, ben, chika = [await site.visitor(name) for name in ("あいこ", "ゆうた", "ちか")]
    nameless = await site.visitor("", remembered=False)
    for visitor, seconds in ((aiko, 700), (ben, 20), (chika, 900), (nameless, 60)):
        await site.stay(visitor, seconds, event=event)
    await site.stay(ben, 20)
    await site.stay(aiko, 29, at=MORNING + DAY)
    await site.stay(aiko, 1, at=MORNING + DAY)
    await site.stay(aiko, 40, at=MORNING + 2 * DAY)
    await site.stay(nameless, 60, at=MORNING + DAY)
    site.clock.advance(hours=1)
    async with site.database.transaction() as session:
        await events.move(session, event.id or 0, to=EventState.ENDED, now=site.clock())
        await visitors.forget(session, chika)
    site.clock.advance(days=10)
    return event


@pytest.fixture
def small_group() -> int:
    return 1


@pytest.fixture
def settings(settings: AdminSettings, small_group: int) -> AdminSettings:
    return settings.model_copy(update={"small_group": small_group})


async def rows(browser: Browser, table: str) -> list[list[str]]:
    answer = await browser.get(f"/staff/figures/{table}.csv")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.text.startswith("\ufeff")
    assert "\r\n" in answer.text
    return list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))


async def test_the_store_tells_stays_by_day_event_and_consent(site: Site) -> None:
    event = await a_town_of_three(site)
    async with site.database.reading() as session:
        stays = await returns.stays(session)
        erased = await returns.erased_stays(session, qualifying_seconds=30)
        ended = await returns.ended_events(session)
    assert erased == 1
    assert [one.id for one in ended] == [event.id]
    assert sorted(
        (one.day.day, one.event_id is not None, one.active_seconds, one.remembered) for one in stays
    ) == [
        (22, False, 20, True),
        (22, True, 20, True),
        (22, True, 60, False),
        (22, True, 700, True),
        (23, False, 30, True),
        (23, False, 60, False),
        (24, False, 40, True),
    ]
    assert all(type(one.active_seconds) is int for one in stays)


async def test_the_page_tells_the_truth_with_its_definitions(site: Site) -> None:
    await a_town_of_three(site)
    browser = await site.signed_in(StaffRole.ANALYST)
    page = await browser.get("/staff/figures")
    figures = " ".join(page.words.split())
    assert "再訪者 1 来訪日が2日以上ある人の数" in figures
    assert "来訪者 4 来訪日が1日以上ある人の数" in figures
    assert "来訪日 6 来訪者ごとに、1日の活動時間が合わせて30秒以上" in figures
    assert "2026年12月2日（水） 11:00 現在" in figures
    assert "入れていません（1件）" in figures
    assert "kashima verify" in figures
    assert "https://kashima.example/proof" in page.text
    assert "少人数の保護は切ってあります" in figures
    for name in ("あいこ", "ゆうた", "ちか"):
        assert name not in page.text
    assert "まだ30日たっていません" in figures


async def test_the_csv_says_the_same_and_no_cell_is_a_formula(site: Site) -> None:
    await a_town_of_three(site)
    browser = await site.signed_in(StaffRole.ANALYST)
    weeks = await rows(browser, "weeks")
    assert weeks[0] == ["週", "月曜日", "来訪者", "はじめて", "再訪", "来訪日", "時点（日本時間）"]
    stamp = "2026-12-02 11:00"
    assert weeks[1:] == [
        ["2026-W49", "2026-11-30", "0", "0", "0", "0", stamp],
        ["2026-W48", "2026-11-23", "2", "1", "1", "3", stamp],
        ["2026-W47", "2026-11-16", "3", "3", "0", "3", stamp],
    ]
    told = await rows(browser, "events")
    assert told[1] == [
        '\'=酒蔵, "夕べ"',
        "2026-11-22",
        "2",
        "1",
        "1",
        "100%",
        "いいえ",
        stamp,
    ]
    assert [line.act for line in await site.audit()][:2] == ["export", "export"]


@pytest.mark.parametrize("small_group", [10])
async def test_small_groups_are_hidden_on_the_page_and_in_the_csv(site: Site) -> None:
    await a_town_of_three(site)
    browser = await site.signed_in(StaffRole.ANALYST)
    figures = " ".join((await browser.get("/staff/figures")).words.split())
    assert "再訪者 <10" in figures
    assert "来訪者 <10" in figures
    assert "いま伏せている数は" in figures
    assert "入れていません（<10件）" in figures
    for table in ("weeks", "events"):
        for line in (await rows(browser, table))[1:]:
            for cell in line[2:6]:
                assert cell in {"0", "<10", "＊", ""}


async def test_without_visits_the_page_says_so(site: Site) -> None:
    browser = await site.signed_in(StaffRole.ANALYST)
    words = (await browser.get("/staff/figures")).words
    assert "まだ数字はありません" in words
    assert "終了したイベントはまだありません" in words


async def test_the_chains_view_counts_final_badges_only(site: Site) -> None:
    first, second = await site.event(EventState.OPEN), await site.event(EventState.OPEN)
    aiko, ben = await site.visitor("あいこ"), await site.visitor("ベン")
    await site.stay(aiko, 700, event=first)
    await site.stay(ben, 700, event=first)
    await site.stay(aiko, 700, event=second)

    async def seen() -> returns.ChainFigures:
        async with site.database.reading() as session:
            return await returns.chain_figures(session)

    async def settle(*, holders: int) -> None:
        async with site.database.transaction() as session:
            found = await session.exec(select(Award).order_by(col(Award.id)).limit(holders))
            for award in found.all():
                award.state = AwardState.FINAL
                session.add(award)

    assert await seen() == returns.ChainFigures(badges=0, holders=0, repeat_holders=0, waiting=3)
    await settle(holders=2)
    assert await seen() == returns.ChainFigures(badges=2, holders=2, repeat_holders=0, waiting=1)
    # Two badges of one day are no return.
    await settle(holders=3)
    assert await seen() == returns.ChainFigures(badges=3, holders=2, repeat_holders=0, waiting=0)
    async with site.database.transaction() as session:
        badge = await session.get(Badge, 2)
        assert badge is not None
        badge.occurred_on += DAY
        session.add(badge)
    assert (await seen()).repeat_holders == 1
    async with site.database.transaction() as session:
        await visitors.forget(session, aiko)
    assert (await seen()).repeat_holders == 1


async def test_the_clock_decides_whether_a_return_still_counts(
    site: Site, settings: AdminSettings, clock: ManualClock
) -> None:
    await a_town_of_three(site)
    clock.advance(days=60)
    server = TestServer(build_app(settings, clock=clock))
    await server.start_server()
    site.server = server
    browser = await site.signed_in(StaffRole.ANALYST)
    assert (await rows(browser, "events"))[1][6] == "はい"
    await browser.client.session.close()
    await server.close()
