"""A picture of the chain spares most of a rebuild, and is never believed by itself."""

import gzip
import hashlib
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from anvil_server import AnvilServer
from minter_town import MinterTown
from rpc_proxy import RpcProxy

from nft_badges import anvil, snapshots
from nft_badges.chain import Web3Chain
from nft_badges.minter import Minter
from nft_badges.snapshots import Picture, Snapshots
from world_server.store.tables.award import AwardState

EVERY = 10


@pytest.fixture
async def proxy(own_chain: AnvilServer) -> AsyncIterator[RpcProxy]:
    """Counts what the chain is asked."""
    async with RpcProxy(own_chain.url) as opened:
        yield opened


@pytest.fixture
async def chain(proxy: RpcProxy) -> AsyncIterator[Web3Chain]:
    """The chain as the minter reaches it."""
    made = Web3Chain(proxy.url)
    yield made
    await made.close()


def pictures(minter: Minter) -> Snapshots:
    """Where the minter keeps them; often, so that a test need not make hundreds of blocks."""
    found = minter.follower.snapshots
    assert found is not None
    found.every = EVERY
    return found


def new_minter(town: MinterTown, chain: Web3Chain, folder: Path, owner: str = "first") -> Minter:
    minter = town.minter(chain=chain, owner=owner, batch_size=1, snapshot_folder=folder)
    pictures(minter)
    return minter


async def issue(town: MinterTown, minter: Minter, count: int) -> None:
    await town.promise(await town.badge(), count)
    await town.finish(minter)
    for _ in range(3):
        await minter.guarded_step()


async def lost(town: MinterTown) -> None:
    town.server.kill()
    town.server.start()


def only(folder: Path) -> Path:
    [path] = folder.iterdir()
    return path


async def test_a_chain_that_was_lost_comes_back_from_its_picture(
    sqlite_town: MinterTown, proxy: RpcProxy, chain: Web3Chain, tmp_path: Path
) -> None:
    """Blocks, receipts and logs are the same ones, and only what came since is mined again."""
    town, folder = sqlite_town, tmp_path / "chain"
    minter = new_minter(town, chain, folder)
    await issue(town, minter, 14)
    before = await town.block_hashes()
    assert snapshots.read(only(folder)).number == len(before) >= EVERY
    receipt = await town.chain.receipt((await town.awards())[0].tx_hash or "")
    proxy.asked.clear()
    await lost(town)
    await issue(town, minter, 3)
    assert pictures(minter).loaded == 1
    assert proxy.asked["eth_sendRawTransaction"] == len(await town.block_hashes()) - len(before)
    assert (await town.block_hashes())[: len(before)] == before
    assert await town.chain.receipt(receipt.tx_hash if receipt else "") == receipt
    await town.check_nothing_lost_nothing_doubled()


async def test_what_is_issued_on_a_restored_chain_the_journal_gives_alone(
    sqlite_town: MinterTown, chain: Web3Chain, tmp_path: Path
) -> None:
    """After blocks on top of a picture, the same blocks come without any picture."""
    town, folder = sqlite_town, tmp_path / "chain"
    minter = new_minter(town, chain, folder)
    await issue(town, minter, 14)
    await lost(town)
    await issue(town, minter, 5)
    assert pictures(minter).loaded == 1
    hashes = await town.block_hashes()
    only(folder).unlink()
    await lost(town)
    await minter.guarded_step()
    assert pictures(minter).loaded == 1
    assert await town.block_hashes() == hashes
    await town.check_nothing_lost_nothing_doubled()


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def without_heading(path: Path) -> None:
    path.write_bytes(path.read_bytes().partition(b"\n")[2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def of_another_block(path: Path) -> None:
    found = snapshots.read(path)
    snapshots.write(path, Picture(found.number, "0x" + "ab" * 32, found.client, found.state))


def of_another_height(path: Path) -> None:
    found = snapshots.read(path)
    snapshots.write(path, Picture(found.number - 1, found.block_hash, found.client, found.state))


def of_another_version(path: Path) -> None:
    found = snapshots.read(path)
    snapshots.write(path, Picture(found.number, found.block_hash, "anvil/v0.0.1", found.state))


def newer_than_the_journal(path: Path) -> None:
    found = snapshots.read(path)
    snapshots.write(path, Picture(10_000, found.block_hash, found.client, found.state))


def no_state_at_all(path: Path) -> None:
    found = snapshots.read(path)
    snapshots.write(path, Picture(found.number, found.block_hash, found.client, b"nothing"))


def torn(path: Path) -> None:
    """Every block is right, and one holder's word is not: what a torn dump looks like."""
    found = snapshots.read(path)
    told = json.loads(gzip.decompress(found.state))
    storages = [one["storage"] for one in told["accounts"].values() if one.get("storage")]
    words = [(of, slot) for of in storages for slot, word in of.items() if int(word, 16) == 1 << 1]
    assert len(words) >= 12
    for storage, slot in words:
        storage[slot] = "0x" + f"{1 << 200:064x}"
    changed = gzip.compress(json.dumps(told).encode())
    snapshots.write(path, Picture(found.number, found.block_hash, found.client, changed))


@pytest.mark.parametrize(
    "spoil",
    [
        cut_short,
        without_heading,
        empty,
        of_another_block,
        of_another_height,
        of_another_version,
        newer_than_the_journal,
        no_state_at_all,
        torn,
    ],
)
async def test_a_picture_that_is_wrong_is_thrown_away_and_the_journal_replayed(
    sqlite_town: MinterTown, chain: Web3Chain, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    town, folder = sqlite_town, tmp_path / "chain"
    minter = new_minter(town, chain, folder)
    await issue(town, minter, 12)
    before = await town.block_hashes()
    path = only(folder)
    spoil(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    await lost(town)
    await minter.guarded_step()
    assert pictures(minter).loaded == 0
    assert await town.block_hashes() == before
    assert not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != digest
    await issue(town, minter, 2)
    await town.check_nothing_lost_nothing_doubled()


async def test_pictures_are_taken_only_while_nothing_is_under_way(
    sqlite_town: MinterTown, chain: Web3Chain, tmp_path: Path
) -> None:
    town, folder = sqlite_town, tmp_path / "chain"
    minter = new_minter(town, chain, folder)
    await town.promise(await town.badge(), 30)
    while (await town.states())[AwardState.FINAL] < 30:
        await minter.guarded_step()
        assert not folder.exists() or (await town.states())[AwardState.QUEUED] == 0
    for _ in range(3):
        await minter.guarded_step()
    picture = snapshots.read(only(folder))
    assert picture.number == len(await town.journal())
    assert oct(only(folder).stat().st_mode)[-3:] == "600"


async def test_a_folder_that_cannot_be_written_stops_no_badge(
    sqlite_town: MinterTown, chain: Web3Chain, tmp_path: Path
) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("not a folder")
    minter = new_minter(sqlite_town, chain, blocked / "chain")
    await issue(sqlite_town, minter, 12)
    await sqlite_town.check_nothing_lost_nothing_doubled()


async def test_what_a_killed_writer_left_is_swept_up(
    sqlite_town: MinterTown, chain: Web3Chain, tmp_path: Path
) -> None:
    town, folder = sqlite_town, tmp_path / "chain"
    minter = new_minter(town, chain, folder)
    await issue(town, minter, 12)
    path = only(folder)
    (folder / f".{path.name}.dead").write_bytes(b"half of it")
    await issue(town, minter, 12)
    assert only(folder) == path


async def test_the_chain_takes_a_picture_larger_than_a_request_usually_is(
    own_chain: AnvilServer,
) -> None:
    """Without this option anvil refuses more than two megabytes, and no picture could be put in."""
    del own_chain
    assert "--no-request-size-limit" in anvil.command(port=1)
