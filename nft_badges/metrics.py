"""What an operator watches of the minter, as Prometheus metrics; each says what it means."""

from datetime import datetime

from prometheus_client import CollectorRegistry, Gauge, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST as CONTENT_TYPE

from nft_badges.minter import Minter
from nft_badges.states import Why
from world_server.store.minting import Queue
from world_server.store.rebinds import Underway

__all__ = ["CONTENT_TYPE", "MinterMetrics"]


class MinterMetrics:
    """The meters of one minter; not global, so that tests may run several."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.awards = Gauge(
            "kashima_awards",
            "Awards by state: queued, batched, mined, final, parked, revoked.",
            ("state",),
            registry=self.registry,
        )
        self.moves = Gauge(
            "kashima_wallet_moves",
            "Moves of badges to wallets by state: queued, batched, mined, final, refused.",
            ("state",),
            registry=self.registry,
        )
        self.oldest_queued = Gauge(
            "kashima_award_oldest_queued_seconds",
            "How long the longest waiting award has waited; 0 when none waits.",
            registry=self.registry,
        )
        self.working = Gauge(
            "kashima_minter_working",
            "1 for the minter that holds the lease, 0 for one that stands by.",
            registry=self.registry,
        )
        self.waits = Gauge(
            "kashima_minter_waits",
            "1 for the reason why awards wait at present, 0 for every other reason.",
            ("why",),
            registry=self.registry,
        )
        self.block = Gauge(
            "kashima_chain_block",
            "Number of the newest block the minter has seen.",
            registry=self.registry,
        )
        self.balance = Gauge(
            "kashima_issuer_balance_ether",
            "What the issuing account has left to pay for gas, in ether.",
            registry=self.registry,
        )
        self.rebuilt = Gauge(
            "kashima_chain_rebuilds",
            "How often this process rebuilt the embedded chain from its journal.",
            registry=self.registry,
        )
        self.tokens = Gauge(
            "kashima_tokens_issued",
            "Tokens this process has seen come into being on the chain.",
            registry=self.registry,
        )

    def text(self, minter: Minter, queue: Queue, moves: Underway, *, now: datetime) -> bytes:
        """Everything as it is now, in Prometheus's text format."""
        report = minter.report
        for state, count in queue.counts.items():
            self.awards.labels(state.value).set(count)
        for step, many in moves.counts.items():
            self.moves.labels(step.value).set(many)
        self.oldest_queued.set(oldest_seconds(queue, now=now))
        self.working.set(report.working)
        for why in Why:
            self.waits.labels(why.value).set(why is report.why)
        self.block.set(report.block or 0)
        self.balance.set((report.balance or 0) / 10**18)
        self.rebuilt.set(minter.follower.rebuilt)
        self.tokens.set(minter.settling.tokens)
        return generate_latest(self.registry)


def oldest_seconds(queue: Queue, *, now: datetime) -> float:
    """How long the longest waiting award has waited, in seconds."""
    if queue.oldest_queued is None:
        return 0.0
    return max(0.0, (now - queue.oldest_queued).total_seconds())
