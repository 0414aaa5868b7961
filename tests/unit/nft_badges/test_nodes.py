"""What nodes say of one chain is put side by side, and who differs is named."""

import logging
from dataclasses import replace
from typing import Any

import pytest
from pydantic import SecretStr

from nft_badges.nodes import BEST_FIRST, Look, SeveralNodes, behind, chain_of, disagreement
from nft_badges.sending import Sent
from nft_badges.settings import ChainReadSettings
from world_server.logs import Sentence, secrets_in

ONE = Look("one:8545", 31337, "0xaa", "0xcc", 100)


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({}, ""),
        ({"head": 7}, ""),
        ({"chain_id": 5}, "chain: one:8545 says 31337, two:8545 says 5"),
        ({"genesis_hash": "0xbb"}, "first block: one:8545 says 0xaa, two:8545 says 0xbb"),
        ({"code_hash": "0xdd"}, "code of the contract: one:8545 says 0xcc, two:8545 says 0xdd"),
    ],
)
def test_who_differs_and_in_what_is_named(changes: dict[str, Any], what: str) -> None:
    assert disagreement([ONE, replace(ONE, name="two:8545", **changes)]) == what


def test_nobody_to_compare_with_is_no_disagreement() -> None:
    assert disagreement([]) == disagreement([ONE]) == ""


def test_each_answer_to_a_broadcast_has_its_rank() -> None:
    assert sorted(BEST_FIRST) == sorted(Sent)
    assert BEST_FIRST[0] is Sent.ACCEPTED


def test_one_address_is_one_node_and_more_are_several() -> None:
    assert not isinstance(behind("http://127.0.0.1:1"), SeveralNodes)
    settings = ChainReadSettings(
        rpc_url=SecretStr("http://127.0.0.1:1"), more_rpc_urls=(SecretStr("http://127.0.0.1:2"),)
    )
    assert isinstance(chain_of(settings), SeveralNodes)


def test_further_addresses_are_read_with_commas_between_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KASHIMA_MORE_RPC_URLS", "https://b.example/key, https://c.example/key ,")
    settings = ChainReadSettings.from_environment()
    told = [url.get_secret_value() for url in settings.more_rpc_urls]
    assert told == ["https://b.example/key", "https://c.example/key"]
    assert "key" not in repr(settings)


def test_the_log_never_shows_any_node_s_address() -> None:
    settings = ChainReadSettings(
        rpc_url=SecretStr("https://a.example/v3/first-key"),
        more_rpc_urls=(SecretStr("https://b.example/v3/second-key"),),
    )
    written = Sentence(secrets_in(settings)).format(
        logging.makeLogRecord(
            {"msg": "asked https://a.example/v3/first-key, https://b.example/v3/second-key"}
        )
    )
    assert "first-key" not in written
    assert "second-key" not in written
