"""Two nodes of one chain: either may be away, both are sent to, and neither is believed alone."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from anvil_server import AnvilServer, anvil_running, holder
from guest_town import ISSUER, PLENTY, begin, defined_badge, guest_minter, until_final
from minter_town import MinterTown
from pydantic import SecretStr
from rpc_proxy import RpcProxy

from nft_badges.chain import Web3Chain
from nft_badges.minter import Minter
from nft_badges.nodes import SeveralNodes, behind
from nft_badges.port import ChainAway
from nft_badges.recount import recount
from nft_badges.settings import ChainReadSettings
from nft_badges.states import Why
from world_server.store.tables.award import AwardState

KEY = "a-provider-s-secret-key"


@pytest.fixture
async def first(shared_chain: AnvilServer) -> AsyncIterator[RpcProxy]:
    """One way to the chain."""
    async with RpcProxy(shared_chain.url) as opened:
        yield opened


@pytest.fixture
async def second(shared_chain: AnvilServer) -> AsyncIterator[RpcProxy]:
    """Another way to the same chain."""
    async with RpcProxy(shared_chain.url) as opened:
        yield opened


@pytest.fixture
async def both(first: RpcProxy, second: RpcProxy) -> AsyncIterator[SeveralNodes]:
    """The chain behind two nodes."""
    chain = behind(first.url, second.url)
    assert isinstance(chain, SeveralNodes)
    yield chain
    await chain.close()


async def minter_behind(town: MinterTown, chain: SeveralNodes) -> tuple[Minter, int]:
    """A minter that asks both, and a badge that is defined."""
    alone = await begin(town)
    badge_id = await defined_badge(town, alone)
    town.clock.advance(seconds=60)
    return guest_minter(town, owner="both", chain=chain), badge_id


async def test_either_may_be_away(
    guest: MinterTown, first: RpcProxy, second: RpcProxy, both: SeveralNodes
) -> None:
    minter, badge_id = await minter_behind(guest, both)
    for away in (first, second):
        await guest.promise(badge_id, 6)
        await minter.guarded_step()
        await away.close()
        await until_final(guest, minter)
        await away.open()
    await guest.check_nothing_lost_nothing_doubled()


async def test_with_both_away_awards_wait(
    guest: MinterTown, first: RpcProxy, second: RpcProxy, both: SeveralNodes
) -> None:
    minter, badge_id = await minter_behind(guest, both)
    await guest.promise(badge_id, 2)
    await first.close()
    await second.close()
    await guest.held_by(minter, Why.CHAIN_AWAY)
    assert (await guest.states())[AwardState.QUEUED] == 2
    await second.open()
    await until_final(guest, minter)


async def test_what_is_sent_is_sent_to_both(
    guest: MinterTown, first: RpcProxy, second: RpcProxy, both: SeveralNodes
) -> None:
    minter, badge_id = await minter_behind(guest, both)
    await guest.promise(badge_id, 4)
    await until_final(guest, minter)
    assert first.asked["eth_sendRawTransaction"] == second.asked["eth_sendRawTransaction"] > 0
    assert first.asked["eth_call"] > 0
    assert second.asked["eth_call"] == 0
    await guest.check_nothing_lost_nothing_doubled()


async def test_what_one_refuses_the_other_may_take(
    guest: MinterTown, first: RpcProxy, both: SeveralNodes
) -> None:
    minter, badge_id = await minter_behind(guest, both)
    first.refuses["eth_sendRawTransaction"] = "this account is not on our list"
    await guest.promise(badge_id, 4)
    await until_final(guest, minter)
    await guest.check_nothing_lost_nothing_doubled()


@pytest.mark.parametrize("alien", [0, 1])
async def test_a_node_of_another_chain_holds_everything_and_is_named(
    guest: MinterTown, shared_chain: AnvilServer, alien: int
) -> None:
    """Whichever of them it is: nothing is deployed, signed or sent while they disagree."""
    with anvil_running() as other:
        stray = Web3Chain(other.url)
        await stray._ask("anvil_setChainId", 4242)
        await guest.chain.fund(ISSUER.address, PLENTY)
        urls = [shared_chain.url]
        urls.insert(alien, other.url)
        chain = behind(*urls)
        minter = guest_minter(guest, chain=chain)
        detail = await guest.held_by(minter, Why.NODES_DISAGREE)
        assert f"127.0.0.1:{other.port} says 4242" in detail
        assert await guest.batches() == []
        assert (await stray.head()).number == 0
        await stray.close()
        await chain.close()


async def test_a_node_without_our_contract_is_found_at_the_next_check(
    guest: MinterTown, shared_chain: AnvilServer
) -> None:
    await begin(guest)
    badge_id = await guest.badge()
    await guest.promise(badge_id, 2)
    with anvil_running("--slots-in-an-epoch", "6") as other:
        chain = behind(shared_chain.url, other.url)
        guest.clock.advance(seconds=60)
        minter = guest_minter(guest, owner="both", chain=chain)
        detail = await guest.held_by(minter, Why.NODES_DISAGREE)
        assert "code of the contract" in detail
        await chain.close()
    assert (await guest.states())[AwardState.QUEUED] == 2


async def test_a_node_on_a_branch_of_its_own_is_found_and_waited_out(
    guest: MinterTown, shared_chain: AnvilServer
) -> None:
    """The same transactions in other blocks; when it follows again, so do the badges."""
    await begin(guest)
    deploy = (await guest.attempts())[0]
    badge_id = await guest.badge()
    await guest.promise(badge_id, 2)
    with anvil_running() as other:
        branch = Web3Chain(other.url)
        await branch.fund(ISSUER.address, PLENTY)
        await branch.send(deploy.raw)
        for _ in range((await guest.chain.head()).number):
            await branch.mine((await branch.head()).timestamp + 5)
        async with RpcProxy(other.url) as way:
            chain = behind(shared_chain.url, way.url)
            guest.clock.advance(seconds=60)
            minter = guest_minter(guest, owner="both", chain=chain)
            detail = await guest.held_by(minter, Why.NODES_DISAGREE)
            assert detail.startswith("block ")
            assert f"127.0.0.1:{way.port}" in detail
            assert (await guest.states())[AwardState.QUEUED] == 2
            way.leads_to = shared_chain.url
            await until_final(guest, minter)
            await chain.close()
        await branch.close()
    await guest.check_nothing_lost_nothing_doubled()


async def test_a_node_that_is_away_while_they_are_compared_is_left_out(
    guest: MinterTown, second: RpcProxy, both: SeveralNodes
) -> None:
    minter, badge_id = await minter_behind(guest, both)
    await second.close()
    await guest.promise(badge_id, 2)
    await until_final(guest, minter)
    assert minter.report.why in {Why.NOTHING, Why.UNCONFIRMED}


async def test_a_node_s_key_is_never_repeated(guest: MinterTown) -> None:
    """Providers put the key into the address, and libraries put the address into errors."""

    async def refuse(request: web.Request) -> web.Response:
        del request
        return web.Response(status=401, text=KEY)

    provider = web.Application()
    provider.router.add_post(f"/v3/{KEY}", refuse)
    server = TestServer(provider)
    await server.start_server()
    chain = Web3Chain(str(server.make_url(f"/v3/{KEY}")))
    with pytest.raises(ChainAway) as away:
        await chain.head()
    assert away.value.what == f"127.0.0.1:{server.port}: answered with status 401"
    minter = guest_minter(guest, chain=chain)
    assert KEY not in await guest.held_by(minter, Why.CHAIN_AWAY)
    await chain.close()
    await server.close()


async def test_a_recount_asks_both_and_they_have_to_agree(
    guest: MinterTown, sqlite_url: str, shared_chain: AnvilServer
) -> None:
    minter = await begin(guest)
    badge_id = await guest.badge()
    await guest.promise(badge_id, 0, holders=[holder(1), holder(2)])
    await until_final(guest, minter)
    async with RpcProxy(shared_chain.url) as way:
        settings = ChainReadSettings(
            database_url=SecretStr(sqlite_url),
            rpc_url=SecretStr(shared_chain.url),
            more_rpc_urls=(SecretStr(way.url),),
        )
        counted = await recount(settings, language="en")
        assert counted.agrees
        assert [line for line in counted.lines if counted.digest in line and "Node" in line]
        way.lies["eth_getLogs"] = []
        differing = await recount(settings, language="en")
        assert not differing.agrees
    assert counted.digest == differing.digest
