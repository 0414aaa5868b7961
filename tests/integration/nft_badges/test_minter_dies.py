"""A minter that dies after any commit or act, and a chain that loses any answer: nothing doubles.

Every point of one piece of work is tried: badges to be defined, rounds of several batches, one of
them signed while another is mined, an award nobody can issue, a badge held already.
"""

from collections import Counter
from collections.abc import Callable

import pytest
from anvil_server import holder
from minter_town import MinterTown
from mortal_minter import Died, ForgetfulChain, Life, MortalChain, MortalDatabase

from world_server.store.tables.award import AwardState
from world_server.store.tables.chain import BatchState

MOST_POINTS = 400
LEASE = 11
"""Seconds after which the lease of the dead has run out."""


async def something_to_do(town: MinterTown, number: int) -> int:
    """Two badges, seven batches, one award that cannot be issued; how many can."""
    first, second = await town.badge(), await town.badge()
    await town.promise(first, 0, holders=[holder(1_000 * number + one) for one in range(11)])
    await town.promise(first, 0, holders=[f"nobody {number}"])
    await town.promise(second, 0, holders=[holder(1_000 * number + one) for one in range(6)])
    return 17


def are_final(count: int) -> Callable[[Counter[AwardState]], bool]:
    """So many awards are final, and no other is on its way."""

    def so_it_is(states: Counter[AwardState]) -> bool:
        return states[AwardState.FINAL] == count == states.total() - states[AwardState.PARKED]

    return so_it_is


async def check_settled(town: MinterTown, *, issued: int) -> None:
    """Everything that can be final is, and the chain is the journal."""
    states = await town.states()
    assert states[AwardState.FINAL] == issued
    assert states.total() == issued + states[AwardState.PARKED]
    batches = await town.batches()
    assert {batch.state for batch in batches} == {BatchState.FINAL}
    assert [batch.nonce for batch in batches] == list(range(len(batches)))
    assert await town.block_hashes() == [line.block_hash for line in await town.journal()]


async def dies(town: MinterTown, url: str, *, points: int, until: int) -> bool:
    """Whether a minter with so many points to live died before its work was done."""
    life = Life(points)
    database, chain = MortalDatabase(url, life), MortalChain(town.server.url, life)
    minter = town.minter(owner=f"mortal {points}", batch_size=3, database=database, chain=chain)
    try:
        await town.settle(minter, until=are_final(until))
    except Died:
        return True
    finally:
        await chain.close()
        await database.close()
    return False


@pytest.mark.timeout(900)
async def test_a_minter_may_die_at_any_point_and_the_next_carries_on(
    town: MinterTown, database_url: str
) -> None:
    issued, tried = 0, 0
    step = 1 if town.database.is_sqlite else 4  # where it dies is the same, commits take longer
    for points in range(1, MOST_POINTS, step):
        issued += await something_to_do(town, points)
        died = await dies(town, database_url, points=points, until=issued)
        town.clock.advance(seconds=LEASE)
        heir = town.minter(owner=f"heir {points}", batch_size=3)
        await town.settle(heir, until=are_final(issued))
        town.clock.advance(seconds=LEASE)
        if not died:
            break
        tried = points
    assert tried > 40
    await check_settled(town, issued=issued)
    await check_everybody_holds_theirs(town)


@pytest.mark.timeout(900)
async def test_the_chain_may_lose_any_answer(sqlite_town: MinterTown) -> None:
    town = sqlite_town
    chain = ForgetfulChain(town.server.url)
    minter = town.minter(batch_size=3, chain=chain)
    issued = 0
    lost: set[str] = set()
    for answer in range(1, MOST_POINTS):
        issued += await something_to_do(town, answer)
        chain.answers, chain.loses, chain.lost = 0, answer, None
        await town.settle(minter, until=are_final(issued))
        if chain.lost is None:
            break
        lost.add(chain.lost)
    chain.loses = None
    assert lost >= {
        "eth_sendRawTransaction",
        "evm_mine",
        "eth_call",
        "eth_getTransactionReceipt",
        "eth_getBlockByNumber",
        "eth_getBalance",
    }
    await check_settled(town, issued=issued)
    await chain.close()
    await check_everybody_holds_theirs(town)


async def check_everybody_holds_theirs(town: MinterTown) -> None:
    """The chain's logs give each badge once to each holder, and to nobody else."""
    promised: dict[str, set[int]] = {}
    for award in await town.awards():
        if award.state is AwardState.FINAL:
            promised.setdefault(award.holder.lower(), set()).add(award.badge_id)
    ledger = await town.ledger()
    assert {person: held for person, held in ledger.held.items() if held} == promised
