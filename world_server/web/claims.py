"""Codes and words over HTTP: looking at one, being given its badge, and the screen that shows them.

Nothing of them is in an address or a log: links carry codes behind the #, requests in the body.
"""

from aiohttp import web

from world_server import claim_tokens, codes, qr
from world_server.errors import ClaimRefused, Malformed, NotFound, NotSignedIn
from world_server.keys import CLOCK, DATABASE, METRICS, REDIS, SETTINGS
from world_server.presence import holds
from world_server.presence.buckets import Bucket, give_back, spend
from world_server.spoken_words import folded
from world_server.store import claims, redemptions
from world_server.store.claim_rules import Refusal, check_usable
from world_server.store.database import Session
from world_server.store.redemptions import Heard, Scanned, Shown
from world_server.store.tables.claim import Claim, ClaimChannel
from world_server.web.answers import asked, told
from world_server.web.claim_shapes import (
    Offer,
    ReceivedAnswer,
    SaidWord,
    Screen,
    ScreenCode,
    ScreenLink,
    ShownCode,
    UsedCode,
)
from world_server.web.limits import (
    ADDRESS_CLAIMS,
    ADDRESS_SCREENS,
    ADDRESS_WORDS,
    EVENT_WORDS,
    VISITOR_CLAIMS,
    VISITOR_WORDS,
    caller_key,
    limit_address,
    limit_visitor,
)
from world_server.web.passport import visitor_of
from world_server.web.shapes import badge_card

Guesses = tuple[tuple[Bucket, str], ...]
"""The buckets a wrong word is taken from, each with its key."""

STEPS_AHEAD = 2
"""How many codes beyond the present one a screen is given: it goes on for a minute without us."""


async def look(request: web.Request) -> web.Response:
    """What badge a code gives; needs no passport, and uses nothing."""
    await limit_address(request, ADDRESS_CLAIMS)
    shown = _read(request, (await asked(request, ShownCode)).code)
    now = request.app[CLOCK]()
    async with request.app[DATABASE].reading() as session:
        visitor_id = await _visitor_or_nobody(session, request)
        offer = await redemptions.offered(session, shown, visitor_id=visitor_id, now=now)
        event = await claims.event_of(session, offer.claim)
    hold = None
    if isinstance(shown, Scanned):
        kept = claim_tokens.new_hold(shown.claim_id, now=now)
        hold = claim_tokens.hold_token(_secret(request), kept)
    occasion = offer.occasion
    return told(
        Offer(
            kind=occasion.kind,
            title=occasion.title,
            place=occasion.place,
            occurred_on=occasion.occurred_on,
            event=None if event is None else event.slug,
            art=None if offer.badge is None else f"/badges/art/{offer.badge.id}.svg",
            hold=hold,
        )
    )


async def receive(request: web.Request) -> web.Response:
    """Be given a code's badge; asking again gives the same answer."""
    await limit_address(request, ADDRESS_CLAIMS)
    used = await asked(request, UsedCode)
    if (used.code is None) == (used.hold is None):
        raise Malformed("code")
    visitor_id = await _visitor(request)
    await limit_visitor(request, VISITOR_CLAIMS, visitor_id)
    if used.hold is not None:
        hold = claim_tokens.read_hold(_secret(request), used.hold, now=request.app[CLOCK]())
        await holds.take(request.app[REDIS], hold, visitor_id=visitor_id)
        return await _receive(request, Scanned(hold.claim_id, hold.at), visitor_id=visitor_id)
    return await _receive(request, _read(request, used.code or ""), visitor_id=visitor_id)


async def say(request: web.Request) -> web.Response:
    """Be given an event's badge by its word; only wrong words are counted against guessers."""
    await limit_address(request, ADDRESS_CLAIMS)
    said = await asked(request, SaidWord)
    visitor_id = await _visitor(request)
    await limit_visitor(request, VISITOR_WORDS, visitor_id)
    async with request.app[DATABASE].reading() as session:
        event_id = await redemptions.event_id_of(session, said.event)
    word_hash = codes.keyed_word(_secret(request), folded(said.word), event_id=event_id)
    guesses = ((ADDRESS_WORDS, caller_key(request)), (EVENT_WORDS, str(event_id)))
    for bucket, key in guesses:
        await spend(request.app[REDIS], bucket, key)
    try:
        answer = await _receive(request, Heard(event_id, word_hash), visitor_id=visitor_id)
    except ClaimRefused as refused:
        if refused.rule != Refusal.UNKNOWN:
            await _was_no_guess(request, guesses)
        raise
    await _was_no_guess(request, guesses)
    return answer


async def screen(request: web.Request) -> web.Response:
    """The codes a screen shows now and next; whoever holds its link can do nothing else."""
    await limit_address(request, ADDRESS_SCREENS)
    link = await asked(request, ScreenLink)
    now = request.app[CLOCK]()
    claim_id = claim_tokens.claim_of_screen(_secret(request), link.screen, now=now)
    async with request.app[DATABASE].reading() as session:
        try:
            claim = await claims.find(session, claim_id)
        except NotFound as unknown:  # a link from before the tables were made anew
            raise ClaimRefused(Refusal.UNKNOWN) from unknown
        event = await claims.event_of(session, claim)
    if claim.channel is not ClaimChannel.ROTATING:
        raise ClaimRefused(Refusal.UNKNOWN)
    check_usable(claim, event=event, at=now)
    steps = range(codes.step_of(now), codes.step_of(now) + 1 + STEPS_AHEAD)
    return told(
        Screen(
            label=claim.label,
            event=event is not None,
            used=claim.used,
            cap=claim.cap,
            now=now,
            codes=[
                _screen_code(request, claim, step)
                for step in steps
                if codes.step_begins(step) < claim.closes_at
            ],
        )
    )


async def _receive(request: web.Request, shown: Shown, *, visitor_id: str) -> web.Response:
    outcomes = request.app[METRICS].claims
    try:
        async with request.app[DATABASE].transaction() as session:
            received = await redemptions.redeem(
                session, shown, visitor_id=visitor_id, now=request.app[CLOCK]()
            )
    except ClaimRefused as refused:
        outcomes.labels(refused.rule).inc()
        raise
    outcomes.labels("received" if received.is_new else "again").inc()
    card = badge_card(received.award, received.badge)
    return told(ReceivedAnswer(badge=card, is_new=received.is_new))


def _read(request: web.Request, typed: str) -> Shown:
    """What was shown; raise ClaimRefused for what is no code, or one a screen shows no more."""
    code = codes.read(typed)
    if isinstance(code, codes.OneTimeCode):
        return code
    now = request.app[CLOCK]()
    behind = None if code is None else codes.steps_behind(_secret(request), code, now=now)
    if code is None or behind is None:
        raise ClaimRefused(Refusal.UNKNOWN)
    if behind > codes.TOLERATED_STEPS:
        raise ClaimRefused(Refusal.STALE)
    return Scanned(code.claim_id, now)


def _screen_code(request: web.Request, claim: Claim, step: int) -> ScreenCode:
    code = codes.rotating(_secret(request), claim_id=claim.id or 0, step=step)
    link = f"{request.app[SETTINGS].public_url}/c/#{code}"
    return ScreenCode(
        link=link,
        typed=codes.grouped(code),
        rows=qr.rows(link),
        begins_at=codes.step_begins(step),
        ends_at=codes.step_begins(step + 1),
    )


async def _was_no_guess(request: web.Request, guesses: Guesses) -> None:
    for bucket, key in guesses:
        await give_back(request.app[REDIS], bucket, key)


async def _visitor(request: web.Request) -> str:
    async with request.app[DATABASE].reading() as session:
        return (await visitor_of(session, request)).id


async def _visitor_or_nobody(session: Session, request: web.Request) -> str | None:
    try:
        return (await visitor_of(session, request)).id
    except NotSignedIn:
        return None


def _secret(request: web.Request) -> str:
    return request.app[SETTINGS].secret.get_secret_value()
