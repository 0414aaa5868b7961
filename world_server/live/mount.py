"""Puts the live town into the application: its route, its loops, and its orderly end."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass

from aiohttp import web

from world_server.keys import BEAT_AGE, CLOCK, DATABASE, DOORS, METRICS, REDIS, TOWN
from world_server.line_rules import LineRules
from world_server.live.admission import Admission
from world_server.live.attendance import Ledger
from world_server.live.badge_feed import LOOK_SECONDS, BadgeFeed
from world_server.live.driver import Way
from world_server.live.gateway import Gateway
from world_server.live.log_keeper import MEND_SECONDS, LogKeeper
from world_server.live.mirror import Mirror
from world_server.live.neighbours import Neighbours
from world_server.live.orders_in import LOOK_SECONDS as ORDER_SECONDS
from world_server.live.orders_in import look_again, obey
from world_server.live.presence_feed import KEEP_SECONDS, PresenceFeed
from world_server.live.readings import read
from world_server.live.recorder import ERASE_SECONDS, WRITE_SECONDS, Recorder
from world_server.live.ticker import keep_beating, keep_doing
from world_server.live.tours_in import read_programme
from world_server.live.town import LiveTown
from world_server.presence.roster import TELL_SECONDS
from world_server.protocol.closing import Close, bye
from world_server.protocol.limits import BEAT_MS
from world_server.settings import WorldSettings
from world_server.sim.town import Town
from world_server.store.badge_rules import BadgeRules, Rally
from world_server.store.rallies import parse_rallies
from world_server.tasks import running

log = logging.getLogger(__name__)

SWEEP_SECONDS = 0.5
FLUSH_SECONDS = 1.0

TELL_LAST_SECONDS = 1.0
CLOSE_SECONDS = 2.5
WRITE_LAST_SECONDS = 3.0
"""The three parts of an orderly end; together well below the ten seconds Docker gives."""

LIVE = web.AppKey("live", LiveTown)
GATEWAY = web.AppKey("gateway", Gateway)
PRESENCE_FEED = web.AppKey("presence_feed", PresenceFeed)
LOG_KEEPER = web.AppKey("log_keeper", LogKeeper)
RECORDER = web.AppKey("recorder", Recorder)


@dataclass(frozen=True, slots=True)
class Callers:
    """What the HTTP side knows about who is calling.

    `address_of` names their network address for the limits of LM5; `is_foreign` is True for a
    browser that shows another site's page.
    """

    address_of: Callable[[web.Request], str]
    is_foreign: Callable[[web.Request], bool]


def add_live(
    app: web.Application, settings: WorldSettings, callers: Callers, *, way: Way | None = None
) -> None:
    """Serve the live town at `/w/<world>/socket.io/`; the database and Redis open before it.

    `way` is given by tests that want another way than the fastest.
    """
    town = app[TOWN]
    rules = settings.badge_rules(read_rallies(settings, town))

    async def live(app: web.Application) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            await _open(
                app, stack, settings=settings, town=town, rules=rules, callers=callers, way=way
            )
            yield

    async def socket(request: web.Request) -> web.StreamResponse:
        return await request.app[GATEWAY].handle(request)

    app.cleanup_ctx.append(live)
    app.on_shutdown.append(_say_goodbye)
    app.router.add_get(f"/w/{settings.world_name}/socket.io/", socket)


def read_rallies(settings: WorldSettings, town: Town) -> tuple[Rally, ...]:
    """The town's rallies, none where it has no file of them; raise Malformed."""
    try:
        text = (settings.town_dir / "rallies.json").read_text("utf-8")
    except FileNotFoundError:
        return ()
    return parse_rallies(text, places={place.id for place in town.places})


async def _open(
    app: web.Application,
    stack: AsyncExitStack,
    *,
    settings: WorldSettings,
    town: Town,
    rules: BadgeRules,
    callers: Callers,
    way: Way | None,
) -> None:
    now = asyncio.get_running_loop().time
    ledger = Ledger(app[DATABASE], rules=rules)
    live = LiveTown(
        Admission(
            secret=settings.secret.get_secret_value(),
            world=settings.world_name,
            database=app[DATABASE],
            redis=app[REDIS],
            clock=app[CLOCK],
            entering=app[DOORS].entering,
        ),
        Neighbours(app[DATABASE], app[REDIS], app[CLOCK]),
        LineRules(settings.refused_words.read_text("utf-8").splitlines()),
        town=town,
        ledger=ledger,
        metrics=app[METRICS],
        public_capacity=settings.public_capacity,
        instance_capacity=settings.instance_capacity,
        pose_budget=settings.pose_budget,
        now=now,
    )
    live.programme = read_programme(settings, town)
    gateway = Gateway(
        live,
        metrics=app[METRICS],
        address_of=callers.address_of,
        is_foreign=callers.is_foreign,
        way=way,
    )
    feed = PresenceFeed(live, app[REDIS], world=settings.world_name, clock=app[CLOCK])
    mirror = Mirror(live.instances, app[REDIS], now=now)
    live.exchange = mirror.exchange
    badges = BadgeFeed(live, app[DATABASE], clock=app[CLOCK])
    app[LIVE], app[GATEWAY], app[PRESENCE_FEED] = live, gateway, feed
    app[BEAT_AGE] = lambda: None if live.beat_at is None else now() - live.beat_at
    keeper = LogKeeper(live, app[REDIS], world=settings.world_name, now=now)
    app[LOG_KEEPER] = keeper
    recorder = app[RECORDER] = Recorder(
        live.instances, app[DATABASE], clock=app[CLOCK], days=settings.recording_days
    )
    stack.push_async_callback(_write_last, live)
    stack.push_async_callback(recorder.write)
    stack.push_async_callback(gateway.stop)

    def sweep(moment: float) -> None:
        gateway.sweep(moment)
        live.sweep(moment)
        recorder.look()

    metrics = app[METRICS]
    metrics.watch(lambda: read(live, gateway, keeper))
    beats = keep_beating(
        live.beat,
        period=BEAT_MS / 1000,
        now=now,
        skipped=metrics.beats_skipped.inc,
        late=metrics.loop_lag_seconds.observe,
    )
    for name, work in {
        "beat": beats,
        "sweep": keep_beating(sweep, period=SWEEP_SECONDS, now=now, skipped=lambda _: None),
        "attendance": keep_doing(ledger.flush, period=FLUSH_SECONDS),
        "presence": keep_doing(lambda: feed.tell(now()), period=TELL_SECONDS),
        "log": keeper.keep(),
        "log mended": keep_doing(keeper.mend, period=MEND_SECONDS),
        "stays": keep_doing(lambda: feed.keep_stays(now()), period=KEEP_SECONDS),
        "badges": keep_doing(badges.look, period=LOOK_SECONDS),
        "heroes out": mirror.speak(),
        "heroes in": mirror.listen(),
        "recordings": keep_doing(recorder.write, period=WRITE_SECONDS),
        "old recordings": keep_doing(recorder.erase, period=ERASE_SECONDS),
        "orders": obey(live, app[REDIS]),
        "events": keep_doing(lambda: look_again(live), period=ORDER_SECONDS),
    }.items():
        await stack.enter_async_context(running(app, name, work))


async def _say_goodbye(app: web.Application) -> None:
    """While the loops still run: keep poses and seats, tell everybody, wait for them to hang up."""
    loop = asyncio.get_running_loop()
    with suppress(TimeoutError):
        async with asyncio.timeout(TELL_LAST_SECONDS):
            await app[LOG_KEEPER].tell()
            await app[PRESENCE_FEED].farewell(loop.time())
    app[LIVE].close_all(bye(Close.RESTART))
    app[GATEWAY].say_goodbye(bye(Close.RESTART))
    with suppress(TimeoutError):
        async with asyncio.timeout(CLOSE_SECONDS):
            await app[GATEWAY].emptied()


async def _write_last(live: LiveTown) -> None:
    """The last checkpoints; what cannot be written now is lost, and the log says how much."""
    live.close_all(bye(Close.RESTART))
    try:
        async with asyncio.timeout(WRITE_LAST_SECONDS):
            await live.ledger.flush()
    except TimeoutError:
        log.error("the database did not take the last checkpoints in time")  # noqa: TRY400
    if len(live.ledger):
        log.error("attendance is lost", extra={"visits": len(live.ledger)})
