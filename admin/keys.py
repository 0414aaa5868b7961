"""Typed names of what the admin process and each of its requests carry."""

from dataclasses import dataclass

from aiohttp import web

from admin.passwords import Passwords
from admin.places import Places
from admin.settings import AdminSettings
from world_server.presence.connection import Redis
from world_server.store.clock import Clock
from world_server.store.database import Database
from world_server.store.tables.staff import StaffRole


@dataclass(frozen=True)
class Member:
    """The member of staff a request comes from."""

    id: int
    login: str
    name: str
    role: StaffRole


SETTINGS = web.AppKey("SETTINGS", AdminSettings)
CLOCK: web.AppKey[Clock] = web.AppKey("CLOCK", Clock)  # type: ignore[arg-type]  # a callable type
DATABASE = web.AppKey("DATABASE", Database)
REDIS: web.AppKey[Redis] = web.AppKey("REDIS", Redis)
PASSWORDS = web.AppKey("PASSWORDS", Passwords)
PLACES = web.AppKey("PLACES", Places)

MEMBER: web.RequestKey[Member | None] = web.RequestKey("MEMBER")
LANGUAGE = web.RequestKey("LANGUAGE", str)
