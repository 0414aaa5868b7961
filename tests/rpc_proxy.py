"""A way to a chain's node on which a test cuts, loses, holds and changes single answers."""

import asyncio
import json
from collections import Counter
from types import TracebackType
from typing import Any, Self

import aiohttp
from aiohttp import web


class RpcProxy:
    """Forwards JSON-RPC to a real node; listens on one loopback port all its life.

    Methods named in `loses` reach the node and their answer is lost, so many times. Those in
    `away` never reach it. Those in `lies` are answered with something else, as by another node,
    those in `refuses` with this error, as by a provider with a policy of its own.
    """

    def __init__(self, leads_to: str) -> None:
        self.leads_to = leads_to
        self.loses: Counter[str] = Counter()
        self.away: set[str] = set()
        self.lies: dict[str, Any] = {}
        self.refuses: dict[str, str] = {}
        self.asked: Counter[str] = Counter()
        self.port = 0
        self._runner: web.AppRunner | None = None
        self._client: aiohttp.ClientSession | None = None
        self._flows = asyncio.Event()
        self._flows.set()

    @property
    def url(self) -> str:
        """Where the minter asks."""
        return f"http://127.0.0.1:{self.port}"

    async def open(self) -> None:
        """Listen, on the same port as before if there was one."""
        app = web.Application(client_max_size=2**24)
        app.router.add_post("/", self._answer)
        self._runner = web.AppRunner(app, shutdown_timeout=0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def close(self) -> None:
        """Refuse connections, as a machine does on which nothing listens."""
        runner, self._runner = self._runner, None
        if runner is not None:
            await runner.cleanup()

    def hold(self) -> None:
        """Take questions and answer none."""
        self._flows.clear()

    def flow(self) -> None:
        """Answer again."""
        self._flows.set()

    async def __aenter__(self) -> Self:
        self._client = aiohttp.ClientSession()
        await self.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.flow()
        await self.close()
        if self._client is not None:
            await self._client.close()

    async def _answer(self, request: web.Request) -> web.Response:
        question = await request.json()
        # Several questions in one request are as one: they come through or are lost together.
        asked = question if isinstance(question, list) else [question]
        methods = [str(one["method"]) for one in asked]
        self.asked.update(methods)
        if self.away.intersection(methods):
            return self._cut(request)
        if refused := [method for method in methods if method in self.refuses]:
            error = {"code": -32000, "message": self.refuses[refused[0]]}
            return web.json_response({"jsonrpc": "2.0", "id": asked[0]["id"], "error": error})
        assert self._client is not None
        async with self._client.post(self.leads_to, json=question) as answered:
            answer = await answered.json(loads=json.loads)
        for method in methods:
            if self.loses[method] > 0:
                self.loses[method] -= 1
                return self._cut(request)
        await self._flows.wait()
        answers = answer if isinstance(answer, list) else [answer]
        by_id = {one["id"]: one for one in answers}
        for one in asked:
            if one["method"] in self.lies:
                by_id[one["id"]].pop("error", None)
                by_id[one["id"]]["result"] = self.lies[one["method"]]
        return web.json_response(answer)

    def _cut(self, request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()
