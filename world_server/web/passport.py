"""The passport: what a visitor's browser holds, and what the visitor may see, change and erase.

Its record and export are in `passport_record`, the ways to further devices in `passport_devices`.
"""

import logging

from aiohttp import web

from world_server.errors import Malformed, NotSignedIn, Unavailable
from world_server.keys import CLOCK, DATABASE, REDIS, SETTINGS
from world_server.presence.orders import VisitorErased, send
from world_server.store import awards, devices, stamps, visitors, visits
from world_server.store.clock import visit_day
from world_server.store.database import Session
from world_server.store.tables.visitor import Visitor
from world_server.store.visitors import new_passport
from world_server.web.answers import asked, told
from world_server.web.limits import (
    ADDRESS_ARRIVALS,
    ADDRESS_READS,
    VISITOR_CHANGES,
    limit_address,
    limit_visitor,
)
from world_server.web.shapes import (
    Arrival,
    Change,
    PassportAnswer,
    VisitorCard,
    badge_card,
    visitor_card,
)

log = logging.getLogger(__name__)

COOKIE = "passport"
REMEMBERED_SECONDS = 400 * 24 * 3600
"""The longest any browser keeps a cookie."""


async def visitor_of(session: Session, request: web.Request) -> Visitor:
    """The visitor whose passport the request carries; raise NotSignedIn."""
    return await visitors.by_passport(session, request.cookies.get(COOKIE))


def secret_hash_of(request: web.Request) -> bytes:
    """By what the tables know the device that asks."""
    return visitors.held_by(request.cookies.get(COOKIE))[1]


async def create(request: web.Request) -> web.Response:
    """Come in. A remembered visitor who comes in again keeps their passport, and their badges."""
    await limit_address(request, ADDRESS_ARRIVALS)
    arrival = await asked(request, Arrival)
    async with request.app[DATABASE].transaction() as session:
        known = await _remembered(session, request)
        if known is not None:
            visitor = await visitors.change(
                session,
                known.id,
                nickname=arrival.nickname,
                look=arrival.look,
                language=arrival.language,
            )
            return told(PassportAnswer(visitor=await card_of(session, request, visitor)))
        passport = new_passport()
        visitor = await visitors.register(
            session,
            passport=passport,
            nickname=arrival.nickname,
            look=arrival.look,
            language=arrival.language,
            remembered=arrival.remember,
            now=request.app[CLOCK](),
        )
        card = await card_of(session, request, visitor)
    response = told(PassportAnswer(visitor=card), status=201)
    hand_out(request, response, str(passport), remembered=visitor.remembered)
    return response


async def show(request: web.Request) -> web.Response:
    """What the town knows about the visitor; 204 for a browser that holds no passport at all."""
    await limit_address(request, ADDRESS_READS)
    if COOKIE not in request.cookies:  # every first visit asks; browsers log a refusal as a fault
        return web.Response(status=204)
    async with request.app[DATABASE].reading() as session:
        visitor = await visitor_of(session, request)
        card = await card_of(session, request, visitor)
        today = visit_day(request.app[CLOCK]())
        mine = secret_hash_of(request)
        is_noted = await devices.is_noted(session, visitor.id, secret_hash=mine, today=today)
    if visitor.remembered and not is_noted:
        async with request.app[DATABASE].transaction() as session:
            visitor = await visitor_of(session, request)
            await devices.note(session, visitor, secret_hash=mine, today=today)
    response = told(PassportAnswer(visitor=card))
    if visitor.remembered:  # every return counts the 400 days anew
        hand_out(request, response, request.cookies[COOKIE], remembered=True)
    return response


async def change(request: web.Request) -> web.Response:
    """Another nickname, look or language."""
    await limit_address(request, ADDRESS_READS)
    wanted = await asked(request, Change)
    if wanted == Change():
        raise Malformed("body")
    async with request.app[DATABASE].reading() as session:
        visitor = await visitor_of(session, request)
    await limit_visitor(request, VISITOR_CHANGES, visitor.id)
    async with request.app[DATABASE].transaction() as session:
        visitor = await visitor_of(session, request)
        visitor = await visitors.change(
            session,
            visitor.id,
            nickname=visitor.nickname if wanted.nickname is None else wanted.nickname,
            look=visitor.look if wanted.look is None else wanted.look,
            language=visitor.language if wanted.language is None else wanted.language,
        )
        card = await card_of(session, request, visitor)
    return told(PassportAnswer(visitor=card))


async def erase(request: web.Request) -> web.Response:
    """Forget the visitor, at once and for good."""
    await limit_address(request, ADDRESS_READS)
    async with request.app[DATABASE].transaction() as session:
        visitor = await visitor_of(session, request)
        await visitors.forget(session, visitor.id)
    try:
        await send(request.app[REDIS], VisitorErased(visitor.id))
    except Unavailable:  # the erasure stands; their avatar is gone when its connection is
        log.warning("the worlds were not told of an erasure")
    response = web.Response(status=204)
    response.del_cookie(
        COOKIE, path="/", secure=request.app[SETTINGS].secure, httponly=True, samesite="Lax"
    )
    return response


async def _remembered(session: Session, request: web.Request) -> Visitor | None:
    try:
        visitor = await visitor_of(session, request)
    except NotSignedIn:
        return None
    return visitor if visitor.remembered else None


async def card_of(session: Session, request: web.Request, visitor: Visitor) -> VisitorCard:
    """The visitor as they see themselves."""
    days = await visits.days_of(
        session, visitor.id, qualifying_seconds=request.app[SETTINGS].qualifying_seconds
    )
    held = await awards.of_visitor(session, visitor.id)
    badges = [badge_card(award, badge) for award, badge in held]
    won = await stamps.of_visitor(session, visitor.id)
    return visitor_card(visitor, visit_days=days, badges=badges, stamps=won)


def hand_out(
    request: web.Request, response: web.Response, passport: str, *, remembered: bool
) -> None:
    """Give the browser its passport: for 400 days, or until it closes."""
    response.set_cookie(
        COOKIE,
        passport,
        max_age=REMEMBERED_SECONDS if remembered else None,
        path="/",
        secure=request.app[SETTINGS].secure,
        httponly=True,
        samesite="Lax",
    )
