"""What the minter says about itself, asked at its health page; its silence is an answer too."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Self

import aiohttp
from aiohttp import web

PATIENCE = aiohttp.ClientTimeout(total=2)
LARGEST = 64 * 1024
LONGEST = 300

ASKING = web.AppKey("ASKING", aiohttp.ClientSession)


@dataclass(frozen=True)
class News:
    """One look at a minter: why awards wait, in its word for it, and where it stands."""

    why: str
    detail: str
    is_working: bool
    signer: str
    block: int | None
    balance_wei: int | None

    @classmethod
    def read(cls, facts: dict[str, Any]) -> Self:
        """From the health page's facts; raise KeyError, TypeError or ValueError for others."""
        block, balance = facts["block"], facts["balance_wei"]
        return cls(
            why=str(facts["why"])[:LONGEST],
            detail=str(facts["detail"])[:LONGEST],
            is_working=facts["role"] == "working",
            signer=str(facts["signer"])[:LONGEST],
            block=None if block is None else int(block),
            balance_wei=None if balance is None else int(balance),
        )


async def with_asking(app: web.Application) -> AsyncIterator[None]:
    """Connections to the minter, while the pages are served."""
    async with aiohttp.ClientSession(timeout=PATIENCE) as session:
        app[ASKING] = session
        yield


async def news(app: web.Application, url: str) -> News | None:
    """What the minter at `url` says, or None when it says nothing that can be read."""
    try:
        async with app[ASKING].get(f"{url}/healthz") as answer:
            body = await answer.content.read(LARGEST)
        return News.read(json.loads(body))
    except (aiohttp.ClientError, OSError, KeyError, TypeError, ValueError):
        return None
