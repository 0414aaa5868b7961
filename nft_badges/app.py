"""The minter as a process: its one task, its health and its metrics."""

import asyncio
import hmac
import secrets
from collections.abc import AsyncIterator
from typing import Any

from aiohttp import web

from nft_badges.desk import Desk
from nft_badges.keys import Issuer, KeyUnusable
from nft_badges.metrics import CONTENT_TYPE, MinterMetrics, oldest_seconds
from nft_badges.minter import Minter
from nft_badges.nodes import behind, chain_of
from nft_badges.port import OwnChain
from nft_badges.settings import MinterSettings
from nft_badges.states import Why
from world_server import logs
from world_server.errors import Unavailable
from world_server.serving import serve
from world_server.store import minting, rebinds
from world_server.store.clock import Clock
from world_server.store.database import Database
from world_server.tasks import FAILURES, Failures, running

SETTINGS = web.AppKey("settings", MinterSettings)
CLOCK: web.AppKey[Clock] = web.AppKey("clock")
DATABASE = web.AppKey("database", Database)
CHAIN: web.AppKey[OwnChain] = web.AppKey("chain")
MINTER = web.AppKey("minter", Minter)
METRICS = web.AppKey("metrics", MinterMetrics)

FINISH_SECONDS = 4.0
"""How long the step in hand may take when we are told to stop; then it is broken off, which is
as safe as a power cut at that moment."""

STUCK_SECONDS = 60.0


def build_app(settings: MinterSettings, *, clock: Clock | None = None) -> web.Application:
    """The minter's application: mints while it runs, tells its health at /healthz.

    `clock` is given by tests that travel in time.
    """
    app = web.Application()
    app[SETTINGS] = settings
    app[CLOCK] = clock or settings.clock
    app[METRICS] = MinterMetrics()
    app[FAILURES] = Failures()
    app.cleanup_ctx.extend([_with_database, _with_chain, _with_minter])
    app.router.add_get("/healthz", _healthz)
    app.router.add_get("/metrics", _metrics)
    return app


def run(settings: MinterSettings) -> None:
    """Run until a signal asks to stop; raise PortTaken, or TaskDied when the minting task did."""
    logs.configure(level=settings.log_level, hidden=logs.secrets_in(settings))
    serve(build_app(settings), settings)


async def _with_database(app: web.Application) -> AsyncIterator[None]:
    app[DATABASE] = Database(app[SETTINGS].database_url.get_secret_value())
    yield
    await app[DATABASE].close()


async def _with_chain(app: web.Application) -> AsyncIterator[None]:
    settings = app[SETTINGS]
    # The town's own chain is written by one node, and nobody else has it.
    first = settings.rpc_url.get_secret_value()
    app[CHAIN] = behind(first) if settings.embedded_chain else chain_of(settings)
    yield
    await app[CHAIN].close()


async def _with_minter(app: web.Application) -> AsyncIterator[None]:
    issuer, missing = _issuer(app[SETTINGS])
    registrar, unusable = _registrar(app[SETTINGS])
    desk = Desk(
        database=app[DATABASE],
        chain=app[CHAIN],
        issuer=issuer,
        settings=app[SETTINGS],
        clock=app[CLOCK],
        without_issuer=missing,
        own_registrar=registrar,
        without_registrar=unusable,
    )
    seconds = asyncio.get_running_loop().time
    app[MINTER] = minter = Minter(desk, owner=secrets.token_hex(8), seconds=seconds)
    stop, finished = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        await minter.run(stop)
        finished.set()
        await asyncio.Event().wait()  # an end that was asked for is not a death

    async with running(app, "minter", work()):
        yield
        stop.set()
        try:
            async with asyncio.timeout(FINISH_SECONDS):
                await finished.wait()
        except TimeoutError:
            return


def _issuer(settings: MinterSettings) -> tuple[Issuer | None, Why]:
    """The issuer's account; without a usable key awards wait, and the health page says why."""
    if settings.issuer_key is None:
        return None, Why.SIGNER_MISSING
    try:
        return Issuer.of_key(settings.issuer_key.get_secret_value()), Why.NOTHING
    except KeyUnusable:
        return None, Why.SIGNER_UNUSABLE


def _registrar(settings: MinterSettings) -> tuple[Issuer | None, Why]:
    """The registrar's own account, if the settings name one."""
    if settings.registrar_key is None:
        return None, Why.NOTHING
    try:
        return Issuer.of_key(settings.registrar_key.get_secret_value()), Why.NOTHING
    except KeyUnusable:
        return None, Why.REGISTRAR_UNUSABLE


async def _healthz(request: web.Request) -> web.Response:
    """Plain facts, the reason why awards wait among them.

    503 only when the loop itself is stuck: what awards wait for is for a person to put right, and
    a supervisor that restarted us over it would help nobody.
    """
    minter = request.app[MINTER]
    report = minter.report
    idle = asyncio.get_running_loop().time() - report.last_step
    stuck = report.steps > 0 and idle > STUCK_SECONDS
    issuer = minter.desk.issuer
    facts: dict[str, Any] = {
        "ok": not stuck and report.is_well,
        "role": "working" if report.working else "standing by",
        "why": report.why,
        "detail": report.detail,
        "signer": issuer.address if issuer else "missing",
        "contract": report.contract,
        "block": report.block,
        "rebuilt": minter.follower.rebuilt,
        "balance_wei": None if report.balance is None else str(report.balance),
        "seconds_since_step": round(idle, 1) if report.steps else None,
        "awards": None,
        "moves": None,
    }
    try:
        queue, moves = await _queue(request.app), await _moves(request.app)
    except Unavailable:
        return web.json_response(facts, status=503)
    facts["awards"] = {state.value: count for state, count in queue.counts.items()}
    facts["oldest_queued_seconds"] = round(oldest_seconds(queue, now=request.app[CLOCK]()), 1)
    facts["parked_because"] = queue.parked
    facts["moves"] = {state.value: count for state, count in moves.counts.items()}
    facts["moves_refused_because"] = moves.refused
    return web.json_response(facts, status=503 if stuck else 200)


async def _metrics(request: web.Request) -> web.Response:
    """The meters, for who has the token; without one in the settings there is no such page."""
    token = request.app[SETTINGS].metrics_token
    if token is None:
        raise web.HTTPNotFound
    given = request.headers.get("Authorization", "").encode()
    if not hmac.compare_digest(given, f"Bearer {token.get_secret_value()}".encode()):
        raise web.HTTPUnauthorized
    queue = await _queue(request.app)
    moves = await _moves(request.app)
    body = request.app[METRICS].text(request.app[MINTER], queue, moves, now=request.app[CLOCK]())
    return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE})


async def _moves(app: web.Application) -> rebinds.Underway:
    async with app[DATABASE].reading() as session:
        return await rebinds.underway(session)


async def _queue(app: web.Application) -> minting.Queue:
    async with app[DATABASE].reading() as session:
        return await minting.queue(session)
