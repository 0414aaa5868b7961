"""Typed names of what the admin process carries in its application."""

from aiohttp import web

from admin.settings import AdminSettings
from world_server.store.clock import Clock
from world_server.store.database import Database

SETTINGS = web.AppKey("SETTINGS", AdminSettings)
CLOCK: web.AppKey[Clock] = web.AppKey("CLOCK", Clock)  # type: ignore[arg-type]  # a callable type
DATABASE = web.AppKey("DATABASE", Database)
