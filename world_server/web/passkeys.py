"""Passkeys: made by who is here, shown by who comes with another device, removed."""

import secrets

from aiohttp import web

from world_server import passkey_checks
from world_server.errors import PassportRefused
from world_server.keys import CLOCK, DATABASE, REDIS, SETTINGS
from world_server.passkey_site import Site, site_of
from world_server.presence import challenges
from world_server.store import passkeys
from world_server.store.clock import visit_day
from world_server.store.tables.passport import DeviceWay
from world_server.store.visitors import Passport
from world_server.web.answers import asked, told
from world_server.web.limits import ADDRESS_PASSKEYS, limit_address
from world_server.web.passport import visitor_of
from world_server.web.passport_devices import bring, check_remembered, number_in, writer
from world_server.web.passport_shapes import MadePasskey, PasskeyOptions, ShownPasskey


async def offer(request: web.Request) -> web.Response:
    """Options to make a passkey."""
    await limit_address(request, ADDRESS_PASSKEYS)
    visitor_id = await writer(request)
    site = _site(request)
    async with request.app[DATABASE].reading() as session:
        visitor = await visitor_of(session, request)
        check_remembered(visitor)
        kept = await passkeys.of_visitor(session, visitor_id)
    if len(kept) >= passkeys.MOST_PASSKEYS:
        raise PassportRefused("many-passkeys")
    challenge = await challenges.give(request.app[REDIS], visitor_id=visitor_id)
    options = passkey_checks.making(
        site,
        challenge=challenge,
        visitor_id=visitor_id,
        name=visitor.nickname,
        kept=[one.credential_id for one in kept],
    )
    return told(PasskeyOptions(options=options))


async def keep(request: web.Request) -> web.Response:
    """Keep the passkey a device has made."""
    await limit_address(request, ADDRESS_PASSKEYS)
    answer = await asked(request, MadePasskey)
    visitor_id = await writer(request)
    site = _site(request)
    challenge = passkey_checks.challenge_of(answer.credential)
    await challenges.take(request.app[REDIS], challenge, visitor_id=visitor_id)
    new = passkey_checks.made(site, answer.credential, challenge=challenge)
    async with request.app[DATABASE].transaction() as session:
        check_remembered(await visitor_of(session, request))
        await passkeys.keep(session, visitor_id, new, today=visit_day(request.app[CLOCK]()))
    return web.Response(status=204)


async def ask(request: web.Request) -> web.Response:
    """Options to show a passkey, for a browser that holds no passport, or another's."""
    await limit_address(request, ADDRESS_PASSKEYS)
    site = _site(request)
    challenge = await challenges.give(request.app[REDIS], visitor_id=challenges.NOBODY)
    return told(PasskeyOptions(options=passkey_checks.showing(site, challenge=challenge)))


async def enter(request: web.Request) -> web.Response:
    """Bring a passport to this browser by a passkey."""
    await limit_address(request, ADDRESS_PASSKEYS)
    answer = await asked(request, ShownPasskey)
    site = _site(request)
    challenge = passkey_checks.challenge_of(answer.credential)
    await challenges.take(request.app[REDIS], challenge, visitor_id=challenges.NOBODY)
    said = passkey_checks.shown(answer.credential)
    async with request.app[DATABASE].transaction() as session:
        passkey = await passkeys.find(session, said.credential_id)
        if said.visitor_id not in (None, passkey.visitor_id):
            raise PassportRefused("passkey")
        count = passkey_checks.check(
            site,
            answer.credential,
            challenge=challenge,
            public_key=passkey.public_key,
            sign_count=passkey.sign_count,
        )
        today = visit_day(request.app[CLOCK]())
        await passkeys.note_use(session, passkey, sign_count=count, today=today)
        passport = Passport(passkey.visitor_id, secrets.token_urlsafe(32))
        return await bring(
            request, session, passport, way=DeviceWay.PASSKEY, instead=answer.instead
        )


async def remove(request: web.Request) -> web.Response:
    """Forget one passkey; the device that made it keeps its half, which opens nothing any more."""
    await limit_address(request, ADDRESS_PASSKEYS)
    passkey_id = number_in(request)
    visitor_id = await writer(request)
    async with request.app[DATABASE].transaction() as session:
        await passkeys.remove(session, visitor_id, passkey_id)
    return web.Response(status=204)


def _site(request: web.Request) -> Site:
    site = site_of(request.app[SETTINGS].public_url)
    if site is None:
        raise PassportRefused("no-passkeys")
    return site
