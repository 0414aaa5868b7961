"""The proof pages claim what the chain says, whatever becomes of it, and a recount agrees."""

import asyncio
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from anvil_server import GAS, call, holder
from minter_town import ISSUER_KEY, MinterTown
from proof_site import HUMAN, Pages, pages_of

from nft_badges import anvil
from nft_badges.chain import Web3Chain
from nft_badges.keys import Issuer, Unsigned
from nft_badges.minter import Minter
from nft_badges.proof import files, follower, lookups
from nft_badges.recount import recount
from world_server.store.tables.award import AwardState

ADA, BEN = holder(1), holder(2)


async def test_while_the_chain_is_away_nothing_is_claimed_and_nothing_is_lost(pages: Pages) -> None:
    badge_id = await pages.town.badge()
    await pages.town.promise(badge_id, 1, holders=[ADA])
    minter = pages.town.minter()
    await pages.town.finish(minter)
    before = await pages.get(f"/proof/{ADA}")
    manifest = await pages.json("/proof/manifest.json")
    pages.town.server.kill()

    async with pages.client.get(f"/proof/{ADA}", headers=HUMAN) as answer:
        page = await answer.text()
        assert answer.status == 503
        assert answer.headers["Retry-After"] == "5"
    assert "いまは確かめられません" in page
    assert "なくなりません" in page
    assert 'data-standing="unchecked"' in page
    assert "data-balance" not in page
    assert "酒蔵通りの夕べ" in page
    overview = await pages.get("/proof")
    assert "いまは確かめられません" in overview
    assert 'data-figure="tokens">1<' in overview
    assert await pages.json("/proof/manifest.json") == manifest
    assert "アドレスとして" in await pages.get("/proof/0x1", status=400)
    await pages.get(f"/proof/{BEN}", status=503)

    pages.town.server.start()
    empty = await pages.get(f"/proof/{ADA}", status=503)
    assert 'data-standing="unchecked"' in empty
    for _ in range(20):
        await minter.guarded_step()
    assert await pages.get(f"/proof/{ADA}") == before


async def test_without_ever_having_seen_the_chain_the_pages_still_open(pages: Pages) -> None:
    await pages.town.promise(await pages.town.badge(), 1, holders=[ADA])
    minter = pages.town.minter()
    await pages.town.finish(minter)
    await pages.town.promise(await pages.town.badge(title="あとの催し"), 1, holders=[ADA])
    pages.town.server.kill()
    page = await pages.get(f"/proof/{ADA}", status=503)
    assert re.findall(r'data-standing="(\w+)"', page) == ["preparing", "unchecked"]
    assert "いまは確かめられません" in await pages.get("/proof", status=503)
    refused = await pages.json("/proof/manifest.json", status=503)
    assert refused["error"]["code"] == "unavailable"
    await pages.get("/proof/logs.json?from=0&to=1", status=503)


async def test_another_chain_at_the_same_address_is_not_believed(pages: Pages) -> None:
    await pages.town.promise(await pages.town.badge(), 1, holders=[ADA])
    await pages.town.finish(pages.town.minter())
    await pages.get(f"/proof/{ADA}")
    await pages.town.chain.reset()
    await pages.town.chain.mine(int(pages.town.clock().timestamp()) + 60)
    page = await pages.get(f"/proof/{ADA}", status=503)
    assert 'data-standing="unchecked"' in page


async def test_a_badge_that_was_taken_back_says_so(pages: Pages) -> None:
    town = pages.town
    badge_id = await town.badge()
    await town.promise(badge_id, 0, holders=[ADA, BEN])
    await town.finish(town.minter())
    await pages.get(f"/proof/{ADA}")
    issuer = Issuer.of_key(ISSUER_KEY)
    head = await town.chain.head()
    signed = issuer.sign(
        Unsigned(
            chain_id=anvil.CHAIN_ID,
            nonce=await town.chain.nonce(issuer.address),
            to=(await town.deployment()).contract,
            data=call("revoke", badge_id, ADA, 3),
            gas=GAS // 10,
            max_fee=2 * head.base_fee + 1,
            tip=1,
        )
    )
    await town.chain.send(signed.raw)
    await town.chain.mine(head.timestamp + 1)
    page = await pages.get(f"/proof/{ADA}")
    assert 'data-standing="withdrawn"' in page
    assert "取り消し" in page
    assert 'data-standing="final"' in await pages.get(f"/proof/{BEN}")
    assert 'data-figure="tokens">1<' in await pages.get("/proof")


async def test_reorganised_badges_go_and_come_back(
    guest: MinterTown, sqlite_url: str, redis_url: str, tmp_path: Path, eager: None
) -> None:
    """The pages turn back to the last block that still stands, and read on from there."""
    issuer = Issuer.of_key(ISSUER_KEY)
    await guest.chain.fund(issuer.address, 10**21)
    minter = guest.minter(embedded_chain=False, allow_deploy=True)
    await guest.promise(await guest.badge(), 1, holders=[ADA])
    await _until(guest, minter, AwardState.FINAL, 1, blocks=3)
    async with pages_of(
        guest, database_url=sqlite_url, redis_url=redis_url, folder=tmp_path
    ) as pages:
        assert 'data-standing="final"' in await pages.get(f"/proof/{ADA}")
        await guest.promise(await guest.badge(), 1, holders=[BEN])
        await _until(guest, minter, AwardState.MINED, 1, blocks=1)
        assert 'data-standing="issued"' in await pages.get(f"/proof/{BEN}")
        before = await pages.json("/proof/manifest.json")
        lost = (await guest.awards())[-1].block_number
        depth = (await guest.chain.head()).number - (lost or 0) + 1
        await guest.chain._ask("anvil_reorg", depth, [])

        assert "確定" in await pages.get(f"/proof/{ADA}")
        page = await pages.get(f"/proof/{BEN}")
        assert 'data-standing="preparing"' in page
        after = await pages.json("/proof/manifest.json")
        assert after["to_block"] == before["to_block"]
        assert after["to_hash"] != before["to_hash"]
        assert 'data-figure="tokens">1<' in await pages.get("/proof")

        await _until(guest, minter, AwardState.FINAL, 2, blocks=3)
        assert 'data-standing="final"' in await pages.get(f"/proof/{BEN}")
        assert await _digest(pages) == (await guest.ledger()).digest()


async def _until(
    town: MinterTown, minter: Minter, state: AwardState, count: int, *, blocks: int
) -> None:
    """Let the minter work, and strangers mine, until so many awards are in that state."""
    for _ in range(80):
        await minter.guarded_step()
        if (await town.states())[state] == count:
            return
        for _ in range(blocks):
            head = await town.chain.head()
            town.clock.advance(seconds=12)
            await town.chain.mine(max(int(town.clock().timestamp()), head.timestamp + 1))
    pytest.fail(f"never: {await town.states()} {minter.report}")


async def _digest(pages: Pages) -> str:
    return str((await pages.json("/proof/manifest.json"))["digest"])


async def test_a_stranger_s_recount_over_http_agrees_with_everything(
    pages: Pages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "DENSE_BLOCKS_AT_ONCE", 3)
    monkeypatch.setattr(follower, "DENSE_BLOCKS_AT_ONCE", 4)
    town = pages.town
    minter = town.minter(batch_size=3)
    people = [holder(number) for number in range(10)]
    for some in (people, people[:4], people[2:5]):
        await town.promise(await town.badge(), 0, holders=some)
        await town.finish(minter)
        town.clock.advance(days=1)
    script = tmp_path / "verify_badges.py"
    script.write_text(await pages.get("/proof/verify_badges.py"))
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(script), f"{pages.url}/proof", "--json", stdout=subprocess.PIPE
    )
    told, _ = await process.communicate()
    figures = json.loads(told)
    assert process.returncode == 0
    assert (figures["tokens"], figures["holders"], figures["returners"]) == (17, 10, 5)
    counted = await recount(pages.settings)
    assert counted.agrees
    assert any(figures["digest"] in line for line in counted.lines)
    page = await pages.get("/proof")
    for name in ("tokens", "holders", "returners", "digest"):
        assert f'data-figure="{name}">{figures[name]}<' in page
    assert (await pages.json("/proof/manifest.json"))["digest"] == figures["digest"]


async def test_logs_are_the_chain_s_own_and_only_so_many_at_once(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = pages.town
    badge_id = await town.badge()
    await town.promise(badge_id, 12)
    await town.finish(town.minter(batch_size=2))
    monkeypatch.setattr(files, "DENSE_BLOCKS_AT_ONCE", 8)
    manifest = await pages.json("/proof/manifest.json")
    first, last = manifest["deploy_block"], manifest["to_block"]
    told = await pages.json(f"/proof/logs.json?from={first}&to={last}")
    real = await town.chain.logs(
        address=manifest["contract"], first=0, last=last, topics=manifest["topics"]
    )
    assert told["logs"] == [{field: log[field] for field in told["logs"][0]} for log in real]
    halves = [
        log
        for part in (f"from={first}&to={first + 2}", f"from={first + 3}&to={last}")
        for log in (await pages.json(f"/proof/logs.json?{part}"))["logs"]
    ]
    assert halves == told["logs"]
    head = await town.chain.head()
    assert (manifest["to_block"], manifest["to_hash"]) == (head.number, head.hash)
    assert last - first == 7
    monkeypatch.setattr(files, "DENSE_BLOCKS_AT_ONCE", 7)
    for wrong in (
        f"from={first}&to={last}",
        "",
        f"from={first}",
        f"from={first - 1}&to={last}",
        f"from={last}&to={first}",
        f"from={first}&to={last + 1}",
        f"from={first}&to=９",
        "from=-1&to=1",
        "from=1e3&to=2",
        f"from={first}&to={'9' * 400}",
    ):
        refused = await pages.json(f"/proof/logs.json?{wrong}", status=400)
        assert refused["error"]["code"] == "malformed"


async def test_many_strangers_cost_the_chain_no_more_than_one(
    sqlite_town: MinterTown,
    sqlite_url: str,
    redis_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    town = sqlite_town
    await town.promise(await town.badge(), 0, holders=[ADA, BEN])
    await town.finish(town.minter())
    asked: Counter[str] = Counter()
    really = Web3Chain._ask

    async def counted(self: Web3Chain, method: str, *parameters: object) -> Any:
        asked[method] += 1
        return await really(self, method, *parameters)

    monkeypatch.setattr(Web3Chain, "_ask", counted)
    async with pages_of(
        town, database_url=sqlite_url, redis_url=redis_url, folder=tmp_path
    ) as pages:
        paths = ["/proof", f"/proof/{ADA}", f"/proof/{ADA}", "/proof/manifest.json"]
        await pages.get("/proof")
        once = sum(asked.values())
        await asyncio.gather(*(pages.get(path) for path in paths * 8))
    assert asked["eth_getLogs"] == 1
    assert asked["eth_call"] <= 2 * lookups.AT_ONCE
    assert sum(asked.values()) <= 2 * once + 3 * lookups.AT_ONCE
