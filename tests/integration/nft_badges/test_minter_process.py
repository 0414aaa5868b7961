"""The minter as a process: what its pages say, and how it ends."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from minter_town import ISSUER_KEY, MinterTown
from patience import until

from nft_badges.app import MINTER, build_app
from nft_badges.settings import MinterSettings
from nft_badges.states import Why
from world_server.store.tables.award import AwardState
from world_server.tasks import FAILURES

TOKEN = "metrics-token"
Client = TestClient[Any, Any]


@asynccontextmanager
async def process(town: MinterTown, url: str, **settings: Any) -> AsyncIterator[Client]:
    told = {
        "database_url": url,
        "rpc_url": town.server.url,
        "issuer_key": ISSUER_KEY,
        "flush_seconds": 0,
        "metrics_token": TOKEN,
    } | settings
    app = build_app(MinterSettings.model_validate(told), clock=town.clock)
    async with TestClient(TestServer(app)) as client:
        yield client


async def health(client: Client, *, status: int = 200) -> dict[str, Any]:
    async with client.get("/healthz") as answer:
        assert answer.status == status
        facts: dict[str, Any] = await answer.json()
        return facts


def becomes(client: Client, **wanted: object) -> Callable[[], Awaitable[bool]]:
    async def is_so() -> bool:
        facts = await health(client)
        return all(facts[name] == value for name, value in wanted.items())

    return is_so


async def test_awards_are_issued_and_the_pages_say_so(
    sqlite_town: MinterTown, sqlite_url: str
) -> None:
    town = sqlite_town
    async with process(town, sqlite_url) as client:
        badge_id = await town.badge()
        await town.promise(badge_id, 7)
        await until(becomes(client, why="nothing", oldest_queued_seconds=0.0), seconds=30)

        async def all_final() -> bool:
            return (await town.states())[AwardState.FINAL] == 7

        await until(all_final, seconds=30)
        facts = await health(client)
        assert facts["ok"] is True
        assert facts["role"] == "working"
        assert facts["contract"] == (await town.deployment()).contract
        assert facts["awards"]["final"] == 7
        assert int(facts["balance_wei"]) > 0
        async with client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}) as answer:
            told = await answer.text()
        assert 'kashima_awards{state="final"} 7.0' in told
        assert "kashima_minter_working 1.0" in told
        assert "kashima_tokens_issued 7.0" in told
        assert ISSUER_KEY not in told
    await town.check_nothing_lost_nothing_doubled()


async def test_what_waits_and_why_is_said(sqlite_town: MinterTown, sqlite_url: str) -> None:
    town = sqlite_town
    badge_id = await town.badge()
    await town.promise(badge_id, 2)
    await town.promise(badge_id, 0, holders=["nobody"])
    async with process(town, sqlite_url) as client:

        async def parked() -> bool:
            return bool((await health(client))["awards"]["parked"] == 1)

        await until(parked, seconds=30)
        assert (await health(client))["parked_because"] == {"the holder is not an address": 1}
    await town.promise(badge_id, 2)
    town.clock.advance(seconds=30)
    async with process(town, sqlite_url, issuer_key=None) as client:
        await until(becomes(client, why=Why.SIGNER_MISSING.value, signer="missing"), seconds=30)
        facts = await health(client)
        assert facts["ok"] is False
        assert facts["oldest_queued_seconds"] == 30.0
        async with client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}) as answer:
            told = await answer.text()
        assert 'kashima_minter_waits{why="signer-missing"} 1.0' in told
        assert "kashima_award_oldest_queued_seconds 30.0" in told


async def test_a_key_that_is_none_is_said_without_repeating_it(
    sqlite_town: MinterTown, sqlite_url: str
) -> None:
    async with process(sqlite_town, sqlite_url, issuer_key="not a private key") as client:
        await until(becomes(client, why=Why.SIGNER_UNUSABLE.value), seconds=30)
        async with client.get("/healthz") as answer:
            assert "not a private key" not in await answer.text()


async def test_a_chain_that_is_away_is_said_and_waited_for(
    sqlite_town: MinterTown, sqlite_url: str
) -> None:
    town = sqlite_town
    town.server.kill()
    async with process(town, sqlite_url) as client:
        await until(becomes(client, why=Why.CHAIN_AWAY.value), seconds=30)
        town.server.start()
        await until(becomes(client, why="nothing"), seconds=30)


@pytest.mark.parametrize("token", ["", "Bearer wrong", f"Basic {TOKEN}"])
async def test_metrics_are_for_who_has_the_token(
    sqlite_town: MinterTown, sqlite_url: str, token: str
) -> None:
    async with (
        process(sqlite_town, sqlite_url) as client,
        client.get("/metrics", headers={"Authorization": token}) as answer,
    ):
        assert answer.status == 401


async def test_without_a_token_there_are_no_metrics(
    sqlite_town: MinterTown, sqlite_url: str
) -> None:
    async with (
        process(sqlite_town, sqlite_url, metrics_token=None) as client,
        client.get("/metrics") as answer,
    ):
        assert answer.status == 404


async def test_a_mistake_of_ours_ends_the_process_instead_of_limping(
    sqlite_town: MinterTown, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = asyncio.Event()
    monkeypatch.setattr("world_server.tasks._stop", stopped.set)
    async with process(sqlite_town, sqlite_url) as client:
        assert client.app is not None

        async def mistaken() -> bool:
            raise ZeroDivisionError

        monkeypatch.setattr(client.app[MINTER], "step", mistaken)
        async with asyncio.timeout(10):
            await stopped.wait()
        assert list(client.app[FAILURES]) == ["minter"]
