"""`verify_badges.py` as strangers run it: against nodes of all kinds, and beside the pages."""

import asyncio
import csv
import io
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import web
from anvil_server import holder
from minter_town import MinterTown
from proof_site import Pages
from rpc_proxy import RpcProxy

from nft_badges import verify_badges


async def run(*options: str) -> tuple[int, str, str]:
    """Exit code, what it prints, what it complains of; without any package but Python's own."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", str(Path(verify_badges.__file__)), *options),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    out, err = await process.communicate()
    assert process.returncode is not None
    return process.returncode, out.decode(), err.decode()


async def visited(town: MinterTown) -> str:
    """Two days, three people; the contract's address."""
    minter = town.minter()
    for people in ((1, 2, 3), (1, 2)):
        await town.promise(await town.badge(), 0, holders=[holder(one) for one in people])
        await town.finish(minter)
        town.clock.advance(days=30)
    return (await town.deployment()).contract


Refuses = Callable[[Any], web.Response | None]
"""Answers a question in the node's place, or None where the node may."""


@asynccontextmanager
async def in_front_of(node: str, refuses: Refuses) -> AsyncIterator[str]:
    """Address of something that hears every question before the node does."""
    async with RpcProxy(node) as proxy:

        async def answer(request: web.Request) -> web.Response:
            return refuses(await request.json()) or await proxy._answer(request)

        app = web.Application()
        app.router.add_post("/", answer)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
        await runner.cleanup()


def error(question: object, message: str) -> web.Response:
    told = {"code": -32600, "message": message}
    return web.json_response({"jsonrpc": "2.0", "id": question, "error": told})


async def test_a_node_that_knows_neither_batches_nor_block_hashes_is_enough(
    sqlite_town: MinterTown,
) -> None:
    address = await visited(sqlite_town)
    refused: set[str] = set()

    def plain(question: Any) -> web.Response | None:
        if isinstance(question, list):
            refused.add("batch")
            return error(None, "batches are not supported")
        if question["method"] == "eth_call" and isinstance(question["params"][1], dict):
            refused.add("block hash")
            return error(question["id"], "invalid block number")
        return None

    async with in_front_of(sqlite_town.server.url, plain) as url:
        code, out, err = await run("--rpc", url, "--contract", address, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["returners"] == 2
    assert refused == {"batch", "block hash"}


async def test_stored_words_are_asked_together_and_of_one_block(sqlite_town: MinterTown) -> None:
    address = await visited(sqlite_town)
    async with RpcProxy(sqlite_town.server.url) as proxy:
        code, out, _ = await run("--rpc", proxy.url, "--contract", address, "--json")
        assert code == 0
        assert proxy.asked["eth_call"] == json.loads(out)["holders"]
        code, *_ = await run("--rpc", proxy.url, "--contract", address, "--sample", "1", "--json")
        assert code == 0
        assert proxy.asked["eth_call"] == json.loads(out)["holders"] + 1


async def test_a_block_that_was_replaced_meanwhile_gives_no_verdict(
    sqlite_town: MinterTown,
) -> None:
    """The head that is looked at again in the end is not the one the count began with."""
    address = await visited(sqlite_town)
    heads = []

    def turning(question: Any) -> web.Response | None:
        if isinstance(question, list) or question["method"] != "eth_getBlockByNumber":
            return None
        heads.append(question["params"][0])
        if len(heads) == 1:
            return None
        told = {"number": heads[-1], "hash": "0x" + 64 * "1"}
        return web.json_response({"jsonrpc": "2.0", "id": question["id"], "result": told})

    async with in_front_of(sqlite_town.server.url, turning) as url:
        code, out, err = await run("--rpc", url, "--contract", address)
    assert (code, out) == (2, "")
    assert err == "the chain was reorganised meanwhile; run again\n"
    assert len(heads) == 2


async def test_pages_and_a_node_of_the_same_chain_are_counted_from_the_node(
    pages: Pages, tmp_path: Path
) -> None:
    await visited(pages.town)
    table = tmp_path / "figures.csv"
    told = await run(
        f"{pages.url}/proof", "--rpc", pages.town.server.url, "--lang", "en", "--csv", str(table)
    )
    code, out, err = told
    assert (code, err) == (0, "")
    assert "holders with 2 or more days: 2" in out
    assert out.endswith("What the contract itself stores says the same.\n")
    raw = table.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert ["2026-11", "3", "0"] in lines
    assert ["2026-12", "0", "2"] in lines
    manifest = await pages.json("/proof/manifest.json")
    assert ["digest", manifest["digest"]] in lines


async def test_a_node_of_another_chain_is_not_counted(pages: Pages) -> None:
    await visited(pages.town)
    async with RpcProxy(pages.town.server.url) as proxy:
        proxy.lies["eth_chainId"] = "0x7"
        code, out, err = await run(f"{pages.url}/proof", "--rpc", proxy.url)
    assert (code, out) == (1, "")
    assert "the node is on another chain than the pages" in err
