"""From a wallet's consent to its badges: moved once, counted once, whatever breaks meanwhile."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from minter_town import PATIENCE
from sqlmodel import col, select
from wallet_site import Person, WalletSite

from nft_badges.chain import Web3Chain
from nft_badges.minter import Minter
from nft_badges.recount import recount
from nft_badges.settings import ChainReadSettings
from world_server.store.database import Database, Session
from world_server.store.tables.award import AwardState
from world_server.store.tables.wallet import Rebind, RebindState

STEPS_AT_LEAST = 20
"""Things a minter does to chain and database from a consent to its end."""


async def rows(site: WalletSite) -> list[Rebind]:
    async with site.town.database.reading() as session:
        return list((await session.exec(select(Rebind).order_by(col(Rebind.id)))).all())


async def until(
    site: WalletSite, right: Callable[[list[Rebind]], bool], *, minter: Minter | None = None
) -> list[Rebind]:
    """Let the minter work until the moves are as wanted."""
    for _ in range(PATIENCE):
        await (minter or site.minter).guarded_step()
        found = await rows(site)
        if right(found):
            return found
    pytest.fail(f"never: {await rows(site)} {site.minter.report}")


def all_final(found: list[Rebind]) -> bool:
    return {one.state for one in found} == {RebindState.FINAL}


async def earned(site: WalletSite, person: Person, badges: int = 1) -> list[int]:
    """Badges the person holds, final."""
    ids = [await site.town.badge() for _ in range(badges)]
    for badge_id in ids:
        await site.promise(person, badge_id)
    await site.town.finish(site.minter)
    return ids


async def moved(site: WalletSite, person: Person, **more: object) -> None:
    """The person links and signs; the minter has still to do it."""
    await site.rest()
    assert (await person.link(**more)).status == 200
    answer = await person.move()
    assert answer.status == 200, answer.body


async def held(site: WalletSite, address: str) -> set[int]:
    """What the chain's logs give to an address."""
    return (await site.town.ledger()).held.get(address.lower(), set())


async def agrees(site: WalletSite) -> None:
    """The tables, the logs, the contract's words and the city's recount say the same."""
    await site.town.check_nothing_lost_nothing_doubled()
    settings = ChainReadSettings.model_validate(
        {"database_url": site.database_url, "rpc_url": site.town.server.url}
    )
    found = await recount(settings, language="en")
    assert found.agrees, found.lines


async def test_badges_move_to_the_wallet_and_later_ones_go_there(site: WalletSite) -> None:
    aiko = await site.person()
    first, second = await earned(site, aiko, badges=2)
    own = (await site.town.awards())[0].holder
    waiting = await site.town.badge()
    await site.promise(aiko, waiting)
    await moved(site, aiko)
    assert (await aiko.state())["move"] == {"state": "moving", "why": None}
    await until(site, all_final)
    await site.town.finish(site.minter)
    assert (await aiko.state())["move"] == {"state": "moved", "why": None}
    assert await held(site, own) == set()
    assert await held(site, aiko.wallet.address) == {first, second, waiting}
    later = await site.town.badge()
    assert (await site.promise(aiko, later)).holder == aiko.wallet.address
    await site.town.finish(site.minter)
    assert await held(site, aiko.wallet.address) == {first, second, waiting, later}
    await agrees(site)


async def test_a_badge_that_both_of_one_persons_devices_hold_is_counted_once(
    site: WalletSite,
) -> None:
    desk = await site.person()
    phone = await site.person(desk.wallet)
    both = await site.town.badge()
    for person in (desk, phone):
        await site.promise(person, both)
    (only,) = await earned(site, phone)
    await moved(site, desk)
    await moved(site, phone, merge=True)
    await until(site, all_final)
    assert await held(site, desk.wallet.address) == {both, only}
    ledger = await site.town.ledger()
    assert [holder for holder, badges in ledger.held.items() if badges] == [
        desk.wallet.address.lower()
    ]
    await agrees(site)


async def test_pages_move_one_by_one_with_one_signature(site: WalletSite) -> None:
    aiko = await site.person()
    near = await earned(site, aiko)
    far = await site.town.badge(id=700)
    await site.promise(aiko, far)
    await site.town.finish(site.minter)
    await moved(site, aiko)
    found = await until(site, all_final)
    assert [one.page for one in found] == [0, 2]
    assert len({one.batch_id for one in found}) == 2
    assert await held(site, aiko.wallet.address) == {*near, far}
    await agrees(site)


async def test_a_badge_on_its_way_to_the_old_address_is_waited_for(site: WalletSite) -> None:
    aiko = await site.person()
    await earned(site, aiko)
    late = await site.town.badge()
    await site.promise(aiko, late)
    await site.town.settle(site.minter, until=lambda states: states[AwardState.BATCHED] == 1)
    await moved(site, aiko)
    await until(site, all_final)
    assert late in await held(site, aiko.wallet.address)
    await agrees(site)


async def test_a_badge_that_reached_the_old_address_later_is_swept_up(site: WalletSite) -> None:
    """As after a reorganisation, or when a parked award is released by hand."""
    aiko = await site.person()
    await earned(site, aiko)
    own = (await site.town.awards())[0].holder
    await moved(site, aiko)
    await until(site, all_final)
    late, far = await site.town.badge(), await site.town.badge(id=300)
    await site.town.promise(late, 1, holders=[own])
    await site.town.promise(far, 1, holders=[own])
    await site.town.finish(site.minter)
    found = await until(site, lambda them: len(them) == 3 and all_final(them))
    assert [(one.page, one.signature == b"") for one in found] == [
        (0, False),
        (0, True),
        (1, True),
    ]
    assert await held(site, own) == set()
    assert await held(site, aiko.wallet.address) >= {late, far}
    await agrees(site)


async def test_a_signature_that_came_too_late_can_be_given_again(site: WalletSite) -> None:
    aiko = await site.person()
    badges = await earned(site, aiko)
    await moved(site, aiko)
    site.town.clock.advance(minutes=11)
    (refused,) = await until(site, lambda them: them[0].state is RebindState.REFUSED)
    assert "signature too old" in (refused.refused_reason or "")
    assert (await aiko.state())["move"] == {"state": "refused", "why": "expired"}
    await site.rest()
    assert (await aiko.move()).status == 200
    await until(site, all_final)
    assert await held(site, aiko.wallet.address) == set(badges)
    await agrees(site)


@pytest.mark.parametrize("state", [RebindState.QUEUED, RebindState.BATCHED, RebindState.FINAL])
async def test_who_erases_themselves_leaves_their_wallet_its_badges_and_no_tie(
    site: WalletSite, state: RebindState
) -> None:
    aiko = await site.person()
    badges = await earned(site, aiko)
    waiting = await site.town.badge()
    await site.promise(aiko, waiting)
    await moved(site, aiko)
    if state is not RebindState.QUEUED:
        await until(site, lambda them: them[0].state is state)
    assert (await aiko.ask("DELETE", "/api/passport")).status == 204
    await until(site, all_final)
    await site.town.finish(site.minter)
    assert await held(site, aiko.wallet.address) == {*badges, waiting}
    assert all(award.visitor_id is None for award in await site.town.awards())
    await agrees(site)


async def test_two_who_signed_at_once_for_one_wallet_are_both_moved(site: WalletSite) -> None:
    """The second signature names the number the wallet will have used by then."""
    desk = await site.person()
    phone = await site.person(desk.wallet)
    for person in (desk, phone):
        await earned(site, person)
    await moved(site, desk)
    await moved(site, phone, merge=True)
    found = await until(site, all_final)
    assert len(found) == 2
    await agrees(site)


class PowerCut(Exception):
    """The process ends here."""


@dataclass
class Cut:
    """Ends the process before, or after, the n-th thing it does to chain or database."""

    left: int
    after: bool

    def begins(self) -> None:
        self.left -= 1
        if self.left == 0 and not self.after:
            raise PowerCut

    def ended(self) -> None:
        if self.left == 0:
            raise PowerCut


class CutChain(Web3Chain):
    """A chain that hears, or answers, nothing any more."""

    def __init__(self, url: str, cut: Cut) -> None:
        super().__init__(url)
        self._cut = cut

    async def _ask(self, method: str, *parameters: object) -> Any:
        self._cut.begins()
        answer = await super()._ask(method, *parameters)
        self._cut.ended()
        return answer


class CutDatabase(Database):
    """A database whose transactions never begin, or are the last thing that happens."""

    def __init__(self, url: str, cut: Cut) -> None:
        super().__init__(url)
        self._cut = cut

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Session]:
        self._cut.begins()
        async with super().transaction() as session:
            yield session
        self._cut.ended()


@pytest.mark.parametrize("after", [False, True])
async def test_a_power_cut_at_every_step_moves_each_badge_once(
    site: WalletSite,
    after: bool,  # noqa: FBT001  a parameter of the test
) -> None:
    """One person for each step: their move is cut there, and a fresh minter goes on with it."""
    at, was_cut = 0, True
    while was_cut:
        at += 1
        person = await site.person()
        badges = await earned(site, person)
        await moved(site, person)
        cut = Cut(at, after)
        database = CutDatabase(site.database_url, cut)
        chain = CutChain(site.town.server.url, cut)
        minter = site.town.minter(database=database, chain=chain)
        try:
            await until(site, all_final, minter=minter)
            was_cut = False
        except PowerCut:
            site.renew_minter()
            await until(site, all_final)
        await chain.close()
        await database.close()
        assert await held(site, person.wallet.address) == set(badges), at
    assert at > STEPS_AT_LEAST
    await agrees(site)
