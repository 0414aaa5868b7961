"""The staff's figures, `kashima verify` and the script a stranger runs say the same."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from anvil_server import call, holder
from guest_town import ISSUER, begin, guest_minter, mine, send_by_hand, until_final
from minter_town import MinterTown
from wallet_site import Person, WalletSite

from nft_badges import verify_badges
from nft_badges.metadata import KINDS
from nft_badges.recount import Recount, recount
from nft_badges.settings import ChainReadSettings
from nft_badges.states import Why
from world_server.store import returns
from world_server.store.returns import VISIT_KINDS, ChainFigures
from world_server.store.tables.award import AwardState, BadgeKind


async def staff_say(town: MinterTown) -> ChainFigures:
    async with town.database.reading() as session:
        return await returns.chain_figures(session)


async def city_says(town: MinterTown, database_url: str) -> Recount:
    settings = ChainReadSettings.model_validate(
        {"database_url": database_url, "rpc_url": town.server.url}
    )
    return await recount(settings, language="en")


async def script_says(town: MinterTown) -> dict[str, Any]:
    """Another program, with nothing but the node's address and the contract's."""
    address = (await town.deployment()).contract
    run = await asyncio.to_thread(
        subprocess.run,
        [
            *(sys.executable, "-I", str(Path(verify_badges.__file__)), "--json"),
            *("--rpc", town.server.url),
            *("--contract", address),
        ],
        capture_output=True,
        check=True,
        text=True,
    )
    figures: dict[str, Any] = json.loads(run.stdout)
    return figures


async def agreed(site: WalletSite) -> dict[str, Any]:
    """What all three say; fails where they differ."""
    script, staff = await script_says(site.town), await staff_say(site.town)
    city = await city_says(site.town, site.database_url)
    assert city.agrees, city.lines
    assert city.digest == script["digest"]
    told = (script["tokens"], script["holders"], script["returners"])
    assert (staff.badges, staff.holders, staff.repeat_holders) == told
    chain, database, *_ = city.lines
    for line in (chain, database):
        assert f"{told[1]} holders, {told[2]} of them" in line
    assert staff.waiting == 0
    return script


async def give(site: WalletSite, person: Person, kind: BadgeKind) -> int:
    """One more badge of today, final."""
    badge_id = await site.town.badge(kind=kind)
    await site.promise(person, badge_id)
    await site.town.finish(site.minter)
    return badge_id


def test_the_town_and_the_script_mean_the_same_kinds() -> None:
    assert {KINDS[kind] for kind in VISIT_KINDS} == verify_badges.VISIT_KINDS
    named = {
        BadgeKind.EVENT: verify_badges.EVENT,
        BadgeKind.RALLY: verify_badges.RALLY,
        BadgeKind.MONTHLY: verify_badges.MONTHLY,
        BadgeKind.REAL: verify_badges.REAL,
        BadgeKind.HOST: verify_badges.HOST,
    }
    assert named == KINDS


async def test_badges_that_stand_for_no_day_make_nobody_a_returner(site: WalletSite) -> None:
    """A rally on one day and a month's badge on another: still one day of being there."""
    aiko, ben, chie = [await site.person() for _ in range(3)]
    await give(site, aiko, BadgeKind.EVENT)
    await give(site, ben, BadgeKind.MONTHLY)
    site.town.clock.advance(days=1)
    await give(site, aiko, BadgeKind.RALLY)
    await give(site, chie, BadgeKind.HOST)
    figures = await agreed(site)
    assert (figures["holders"], figures["visitors"], figures["returners"]) == (3, 2, 0)
    site.town.clock.advance(days=1)
    await give(site, chie, BadgeKind.REAL)
    figures = await agreed(site)
    assert figures["returners"] == 1
    assert figures["ladder"] == {
        "no-day": 1,
        "once": 1,
        "twice": 0,
        "regular": 0,
        "in-person": 0,
        "host": 1,
    }


async def test_who_moves_to_a_wallet_stays_the_same_returner(site: WalletSite) -> None:
    """One day before the move and one after it, and a badge both addresses had, counted once."""
    desk = await site.person()
    phone = await site.person(desk.wallet)
    both = await site.town.badge(kind=BadgeKind.EVENT)
    for person in (desk, phone):
        await site.promise(person, both)
    await site.town.finish(site.minter)
    before = await agreed(site)
    assert (before["holders"], before["returners"]) == (2, 0)
    for person in (desk, phone):
        await site.rest()
        assert (await person.link(merge=True)).status == 200
        assert (await person.move()).status == 200
        for _ in range(40):
            await site.minter.guarded_step()
    site.town.clock.advance(days=1)
    await give(site, desk, BadgeKind.EVENT)
    figures = await agreed(site)
    assert (figures["holders"], figures["returners"], figures["tokens"]) == (1, 1, 2)
    assert (figures["moved"], figures["merged"], figures["taken_back"]) == (2, 1, 0)


async def taken(town: MinterTown, function: str, *arguments: object) -> None:
    """The registrar acts, by hand; a minter goes on when it cannot be undone any more."""
    address = (await town.deployment()).contract
    await send_by_hand(town, ISSUER, call(function, *arguments), to=address)
    await mine(town, 20)
    again = guest_minter(town)
    for _ in range(3):
        await again.guarded_step()
    assert again.report.why is Why.NOTHING


async def test_a_badge_that_was_revoked_counts_nowhere_any_more(
    guest: MinterTown, sqlite_url: str
) -> None:
    """At first it explains the difference, then the town has noticed it too."""
    minter = await begin(guest)
    first, second = await guest.badge(), await guest.badge()
    for badge_id in (first, second):
        await guest.promise(badge_id, 0, holders=[holder(1), holder(2)])
    await until_final(guest, minter)
    address = (await guest.deployment()).contract
    await send_by_hand(guest, ISSUER, call("revoke", first, holder(1), 4), to=address)
    await mine(guest)
    city = await city_says(guest, sqlite_url)
    assert city.agrees
    assert any(line.endswith("only in the database: 1") for line in city.lines)
    await taken(guest, "revoke", second, holder(1), 4)
    states = {(one.holder, one.state) for one in await guest.awards()}
    assert states == {(holder(1), AwardState.REVOKED), (holder(2), AwardState.FINAL)}
    script, staff = await script_says(guest), await staff_say(guest)
    assert (script["holders"], script["revoked"], script["taken_back"]) == (1, 2, 2)
    assert (staff.badges, staff.holders) == (script["tokens"], script["holders"])
    city = await city_says(guest, sqlite_url)
    assert city.agrees
    assert any(line.endswith("only in the database: 0") for line in city.lines)
    assert city.digest == script["digest"]


async def test_an_erased_page_counts_nowhere_and_its_neighbours_still_do(
    guest: MinterTown, sqlite_url: str
) -> None:
    minter = await begin(guest)
    for _ in range(2):
        await guest.promise(await guest.badge(), 0, holders=[holder(1), holder(2)])
    await until_final(guest, minter)
    await taken(guest, "eraseHolder", holder(1), 0)
    script, staff = await script_says(guest), await staff_say(guest)
    assert (script["tokens"], script["holders"], script["taken_back"]) == (2, 1, 2)
    assert (staff.badges, staff.holders, staff.waiting) == (2, 1, 0)
    assert (await city_says(guest, sqlite_url)).agrees


async def test_a_badge_given_once_more_after_it_was_burned_is_not_forgotten(
    guest: MinterTown, sqlite_url: str
) -> None:
    minter = await begin(guest)
    badge_id = await guest.badge()
    await guest.promise(badge_id, 0, holders=[holder(1)])
    await until_final(guest, minter)
    address = (await guest.deployment()).contract
    await send_by_hand(guest, ISSUER, call("revoke", badge_id, holder(1), 4), to=address)
    await mine(guest)
    await taken(guest, "award", badge_id, [holder(1)])
    script, staff = await script_says(guest), await staff_say(guest)
    assert (staff.holders, script["holders"], script["revoked"]) == (1, 1, 1)
    assert (await city_says(guest, sqlite_url)).agrees
