"""Badges on their way, beside the staff pages: promises, parked ones, and a real minter."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from aiohttp.test_utils import TestServer
from fixed_time import ManualClock
from minter_town import ISSUER_KEY, MinterTown
from staff_site import Site

from admin.app import build_app
from nft_badges.app import build_app as build_minter
from nft_badges.settings import MinterSettings
from world_server.store.clock import visit_day
from world_server.store.tables.award import Award, AwardState, Badge, BadgeKind, Source


async def badge(site: Site, *, title: str = "酒蔵通りの夕べ") -> int:
    """A badge of today; its id."""
    now = site.clock()
    async with site.database.transaction() as session:
        made = Badge(
            kind=BadgeKind.EVENT,
            title=title,
            place="sakagura-dori",
            occurred_on=visit_day(now),
            opens_at=now - timedelta(hours=1),
            closes_at=now + timedelta(days=30),
        )
        session.add(made)
        await session.flush()
        return made.id or 0


async def award(
    site: Site,
    badge_id: int,
    holder: str,
    *,
    state: AwardState = AwardState.QUEUED,
    reason: str | None = None,
) -> int:
    """One promise of it; its id."""
    now = site.clock()
    async with site.database.transaction() as session:
        made = Award(
            badge_id=badge_id,
            visitor_id=None,
            holder=holder,
            reason=f"{badge_id}:{holder}",
            source=Source.PRESENCE,
            state=state,
            parked_reason=reason,
            created_at=now,
            updated_at=now,
        )
        session.add(made)
        await session.flush()
        return made.id or 0


@asynccontextmanager
async def site_beside(site: Site, minter_url: str) -> AsyncIterator[Site]:
    """The same staff pages, told of another minter."""
    settings = site.settings.model_copy(update={"minter_url": minter_url})
    server = TestServer(build_app(settings, clock=site.clock))
    await server.start_server()
    beside = Site(
        server=server,
        settings=settings,
        database=site.database,
        redis=site.redis,
        clock=site.clock,
    )
    yield beside
    for browser in beside.browsers:
        await browser.client.session.close()
    await server.close()


@asynccontextmanager
async def real_minter(
    town: MinterTown, database_url: str, clock: ManualClock, **settings: Any
) -> AsyncIterator[str]:
    """A minter as a process serves it; where its health page is."""
    told = {
        "database_url": database_url,
        "rpc_url": town.server.url,
        "issuer_key": ISSUER_KEY,
        "flush_seconds": 0,
    } | settings
    server = TestServer(build_minter(MinterSettings.model_validate(told), clock=clock))
    await server.start_server()
    yield str(server.make_url("")).rstrip("/")
    await server.close()
