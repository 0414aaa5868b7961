"""The passport on further devices: codes that bring it there, and devices that are signed out."""

from aiohttp import web

from world_server import passport_codes, qr
from world_server.errors import Malformed, NotSignedIn, PassportRefused
from world_server.keys import CLOCK, DATABASE, REDIS, SETTINGS
from world_server.presence.buckets import give_back, spend
from world_server.store import devices, recovery, visitors
from world_server.store.clock import visit_day
from world_server.store.database import Session
from world_server.store.tables.passport import CodeKind, DeviceWay
from world_server.store.tables.visitor import Visitor
from world_server.store.visitors import Passport
from world_server.web.answers import asked, told
from world_server.web.limits import (
    ADDRESS_READS,
    ADDRESS_RECOVERS,
    VISITOR_WAYS,
    caller_key,
    limit_address,
    limit_visitor,
)
from world_server.web.passport import card_of, hand_out, secret_hash_of, visitor_of
from world_server.web.passport_shapes import CodeAnswer, CodeWish, UsedRecovery
from world_server.web.shapes import PassportAnswer

LONGEST_ID = 10
"""Digits of a row's number."""


async def make_code(request: web.Request) -> web.Response:
    """A new code, told this once; it makes the one before it worthless."""
    await limit_address(request, ADDRESS_READS)
    wish = await asked(request, CodeWish)
    visitor_id = await writer(request)
    code = passport_codes.new()
    async with request.app[DATABASE].transaction() as session:
        check_remembered(await visitor_of(session, request))
        kept = await recovery.keep(
            session,
            visitor_id,
            kind=CodeKind(wish.kind),
            code_hash=passport_codes.keyed(_secret(request), code),
            now=request.app[CLOCK](),
        )
    link = f"{request.app[SETTINGS].public_url}/#passport={code}"
    return told(
        CodeAnswer(
            typed=passport_codes.grouped(code),
            link=link,
            rows=qr.rows(link),
            expires_at=kept.expires_at,
        )
    )


async def withdraw_codes(request: web.Request) -> web.Response:
    """Make every code of the visitor worthless."""
    await limit_address(request, ADDRESS_READS)
    visitor_id = await writer(request)
    async with request.app[DATABASE].transaction() as session:
        await recovery.withdraw(session, visitor_id)
    return web.Response(status=204)


async def sign_out(request: web.Request) -> web.Response:
    """Take the passport from one device, which may be this one."""
    await limit_address(request, ADDRESS_READS)
    device_id = number_in(request)
    visitor_id = await writer(request)
    async with request.app[DATABASE].transaction() as session:
        await devices.sign_out(session, visitor_id, device_id)
    return web.Response(status=204)


async def recover(request: web.Request) -> web.Response:
    """Bring a passport to this browser by its code; only wrong codes count against guessers."""
    wish = await asked(request, UsedRecovery)
    redis, who = request.app[REDIS], caller_key(request)
    await spend(redis, ADDRESS_RECOVERS, who)
    try:
        response = await _recover(request, wish)
    except PassportRefused as refused:
        if refused.rule != "unknown":
            await give_back(redis, ADDRESS_RECOVERS, who)
        raise
    await give_back(redis, ADDRESS_RECOVERS, who)
    return response


async def _recover(request: web.Request, wish: UsedRecovery) -> web.Response:
    code = passport_codes.read(wish.code)
    if code is None:
        raise PassportRefused("unknown")
    secret = _secret(request)
    async with request.app[DATABASE].transaction() as session:
        used = await recovery.use(
            session,
            passport_codes.keyed(secret, code),
            attempt_hash=passport_codes.keyed_attempt(secret, wish.attempt),
            now=request.app[CLOCK](),
        )
        passport = Passport(
            used.visitor_id, passport_codes.device_secret(secret, code, wish.attempt)
        )
        return await bring(request, session, passport, way=DeviceWay.CODE, instead=wish.instead)


async def bring(
    request: web.Request, session: Session, passport: Passport, *, way: DeviceWay, instead: bool
) -> web.Response:
    """Let this browser hold the passport; raise PassportRefused when it holds another's already.

    A refusal rolls everything back: the code that was to be used is not.
    """
    visitor = await visitors.find(session, passport.visitor_id)
    check_remembered(visitor)
    here = await _holder_here(session, request)
    if here is not None and secret_hash_of(request) != passport.secret_hash:
        if here.id != visitor.id and here.remembered and not instead:
            raise PassportRefused("other-passport")
        await devices.leave(session, here, secret_hash=secret_hash_of(request))
    await devices.add(
        session,
        visitor.id,
        secret_hash=passport.secret_hash,
        way=way,
        today=visit_day(request.app[CLOCK]()),
    )
    response = told(PassportAnswer(visitor=await card_of(session, request, visitor)))
    hand_out(request, response, str(passport), remembered=True)
    return response


async def writer(request: web.Request) -> str:
    """The id of the visitor who changes the ways to their passport; raise NotSignedIn, TooMany."""
    async with request.app[DATABASE].reading() as session:
        visitor = await visitor_of(session, request)
    await limit_visitor(request, VISITOR_WAYS, visitor.id)
    return visitor.id


def check_remembered(visitor: Visitor) -> None:
    """Raise PassportRefused for who is here just this once: nothing may outlast their stay."""
    if not visitor.remembered:
        raise PassportRefused("not-remembered")


def number_in(request: web.Request) -> int:
    """The row's number in the address; raise Malformed for what is none."""
    number = request.match_info["id"]
    if not (number.isascii() and number.isdigit() and len(number) < LONGEST_ID):
        raise Malformed("id")
    return int(number)


async def _holder_here(session: Session, request: web.Request) -> Visitor | None:
    try:
        return await visitor_of(session, request)
    except NotSignedIn:
        return None


def _secret(request: web.Request) -> str:
    return request.app[SETTINGS].secret.get_secret_value()
