"""How a chain stands to its journal is decided from its newest block alone."""

import pytest

from nft_badges.embedded import Outlook, Standing, standing
from nft_badges.port import Block
from world_server.store.chain_journal import Line


def block(number: int, *, name: str = "ours", tx: str = "tx", at: int = 100) -> Block:
    return Block(number=number, hash=name, timestamp=at, base_fee=1, transactions=(tx,))


def line(number: int, *, name: str | None = "ours", tx: str = "tx", at: int = 100) -> Line:
    return Line(number=number, timestamp=at, raw=b"", tx_hash=tx, block_hash=name)


@pytest.mark.parametrize(
    ("head", "written", "length", "expected"),
    [
        (block(5), line(5), 5, Standing.EQUAL),
        (block(3), line(3), 5, Standing.SHORT),
        (block(0), None, 5, Standing.SHORT),
        (block(6), None, 5, Standing.ASTRAY),
        (block(5, name="theirs"), line(5), 5, Standing.ASTRAY),
        (block(3, name="theirs"), line(3), 5, Standing.ASTRAY),
        (block(5), line(5, name=None), 5, Standing.EQUAL),
        (block(5, tx="other"), line(5, name=None), 5, Standing.ASTRAY),
        (block(5, at=101), line(5, name=None), 5, Standing.ASTRAY),
        (block(5), None, 5, Standing.ASTRAY),
    ],
)
def test_standing(head: Block, written: Line | None, length: int, expected: Standing) -> None:
    assert standing(head, written, length=length) is expected


def test_a_block_with_a_stranger_s_transaction_beside_ours_is_not_the_journal_s() -> None:
    crowded = Block(number=5, hash="x", timestamp=100, base_fee=1, transactions=("tx", "other"))
    assert standing(crowded, line(5, name=None), length=5) is Standing.ASTRAY


@pytest.mark.parametrize(
    ("head", "stands", "lines", "alone"),
    [
        (5, Standing.EQUAL, 0, True),
        (3, Standing.SHORT, 2, True),
        (3, Standing.SHORT, 1, False),
        (5, Standing.EQUAL, 2, False),
        (0, Standing.SHORT, 2, False),
        (3, Standing.ASTRAY, 2, False),
    ],
)
def test_only_a_chain_that_lacks_the_newest_lines_is_gone_ahead_of(
    head: int, stands: Standing, lines: int, *, alone: bool
) -> None:
    assert Outlook(head, stands, {}).lacks(lines, of=5) is alone
