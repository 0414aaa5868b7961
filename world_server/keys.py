"""Typed names of what the composition root puts into the application."""

from collections.abc import Callable

from aiohttp import web

from world_server.doors import Doors
from world_server.metrics import Metrics
from world_server.presence.connection import Redis
from world_server.settings import WorldSettings
from world_server.sim.town import Town
from world_server.store.clock import Clock
from world_server.store.database import Database

SETTINGS = web.AppKey("settings", WorldSettings)
CLOCK: web.AppKey[Clock] = web.AppKey("clock")
METRICS = web.AppKey("metrics", Metrics)
DATABASE = web.AppKey("database", Database)
TOWN = web.AppKey("town", Town)
DOORS = web.AppKey("doors", Doors)
REDIS: web.AppKey[Redis] = web.AppKey("redis")
BEAT_AGE: web.AppKey[Callable[[], float | None]] = web.AppKey("beat_age")
"""Seconds since the town's last beat, None before the first."""
