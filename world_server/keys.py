"""Typed names of what the composition root puts into the application."""

from aiohttp import web

from world_server.presence.connection import Redis
from world_server.settings import WorldSettings
from world_server.store.clock import Clock
from world_server.store.database import Database

SETTINGS = web.AppKey("settings", WorldSettings)
CLOCK: web.AppKey[Clock] = web.AppKey("clock")
DATABASE = web.AppKey("database", Database)
REDIS: web.AppKey[Redis] = web.AppKey("redis")
