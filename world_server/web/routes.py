"""Every address the world answers at, and what each request passes through on its way."""

from aiohttp import web

from world_server.operations import add_operations
from world_server.settings import WorldSettings
from world_server.web import (
    asyncapi,
    claims,
    events,
    health,
    join,
    openapi,
    pages,
    passkeys,
    passport,
    passport_devices,
    passport_record,
    recordings,
)
from world_server.web.client_files import add_client
from world_server.web.deadline import in_time
from world_server.web.felt import add_felt
from world_server.web.headers import add_security_headers
from world_server.web.observed import observed
from world_server.web.origin import own_pages_only
from world_server.web.own_operations import OWN_OPERATIONS
from world_server.web.people import add_people
from world_server.web.refusals import refusals

MIDDLEWARES = (observed, refusals, in_time, own_pages_only)
"""Outermost first: refusals of the later ones are answered and counted by the earlier."""


def add_web(app: web.Application, settings: WorldSettings) -> None:
    """Put the HTTP side of the world into `app`."""
    app.add_routes(
        [
            web.post("/api/passport", passport.create),
            web.get("/api/passport", passport.show),
            web.patch("/api/passport", passport.change),
            web.delete("/api/passport", passport.erase),
            web.get("/api/passport/record", passport_record.show),
            web.get("/api/passport/export", passport_record.export),
            web.post("/api/passport/consent", passport_record.agree),
            web.post("/api/passport/codes", passport_devices.make_code),
            web.delete("/api/passport/codes", passport_devices.withdraw_codes),
            web.post("/api/passport/recover", passport_devices.recover),
            web.delete("/api/passport/devices/{id}", passport_devices.sign_out),
            web.post("/api/passport/passkeys", passkeys.keep),
            web.post("/api/passport/passkeys/offer", passkeys.offer),
            web.post("/api/passport/passkeys/ask", passkeys.ask),
            web.post("/api/passport/passkeys/enter", passkeys.enter),
            web.delete("/api/passport/passkeys/{id}", passkeys.remove),
            web.get("/api/events", events.listed),
            web.get("/api/events/{slug}", events.one),
            web.get("/api/recordings", recordings.listed),
            web.get("/api/recordings/{slug}", recordings.one),
            web.post("/api/join", join.join),
            web.post("/api/leave", join.leave),
            web.post("/api/claims", claims.receive),
            web.post("/api/claims/look", claims.look),
            web.post("/api/claims/word", claims.say),
            web.post("/api/claims/screen", claims.screen),
            web.get("/api/openapi.json", openapi.serve),
            web.get("/api/asyncapi.json", asyncapi.serve),
            web.get("/healthz", health.healthz),
            web.get("/metrics", health.metrics),
            web.get("/privacy", pages.privacy),
            web.get("/accessibility", pages.accessibility),
            web.get("/pages.css", pages.style),
        ]
    )
    add_operations(app, OWN_OPERATIONS)
    add_felt(app)
    add_people(app)
    openapi.add_document(app)
    add_client(app, settings.client_dir)
    add_security_headers(app, settings)
