"""Asks a part whether it is ready, in the way that part can be asked."""

from dataclasses import dataclass
from http import HTTPStatus

import aiohttp

from world_server.presence.connection import connect, is_answering

ASK_SECONDS = 2.0
LOOPBACK_FOR_ANY = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  asked at, not bound to


@dataclass(frozen=True)
class Finishes:
    """Ready when the part has ended well: a one-shot."""


@dataclass(frozen=True)
class AnswersHttp:
    """Ready when `/healthz` answers 200."""

    host: str
    port: int

    async def is_ready(self) -> bool:
        """True when the health page says so now."""
        host = LOOPBACK_FOR_ANY.get(self.host, self.host)
        return await _responds("GET", f"http://{host}:{self.port}/healthz")


@dataclass(frozen=True)
class AnswersChain:
    """Ready when the chain says which chain it is."""

    url: str

    async def is_ready(self) -> bool:
        """True when the node answers now."""
        question = {"jsonrpc": "2.0", "id": 1, "method": "eth_chainId", "params": []}
        return await _responds("POST", self.url, json=question)


@dataclass(frozen=True)
class AnswersRedis:
    """Ready when a ping with the password is answered."""

    url: str

    async def is_ready(self) -> bool:
        """True when Redis answers now."""
        redis = connect(self.url)
        try:
            return await is_answering(redis)
        finally:
            await redis.aclose()


Answers = AnswersHttp | AnswersChain | AnswersRedis
Readiness = Finishes | Answers


async def _responds(method: str, url: str, *, json: object = None) -> bool:
    limit = aiohttp.ClientTimeout(total=ASK_SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=limit) as session,
            session.request(method, url, json=json) as response,
        ):
            return response.status == HTTPStatus.OK
    except (aiohttp.ClientError, TimeoutError):
        return False
