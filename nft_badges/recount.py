"""Recounts holders and repeat visits from the chain alone, and compares with the database."""

from dataclasses import dataclass

from nft_badges.settings import ChainReadSettings


@dataclass(frozen=True)
class Recount:
    """What the chain says and what the database says; `agrees` when they are the same."""

    agrees: bool
    lines: tuple[str, ...]


async def recount(settings: ChainReadSettings) -> Recount:
    """Recount; raise Unavailable when the database or the chain is away."""
    raise NotImplementedError
