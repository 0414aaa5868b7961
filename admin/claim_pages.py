"""Codes and words that staff open: for an event, and for real counters in the city.

What gives a badge is shown once, on the answer that made it: the store keeps hashes only. The
screen of a venue gets a signed link into the town, which can show codes and do nothing else, so
that no tablet on a counter ever holds a member of staff's session.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from aiohttp import web

from admin import pages, sessions
from admin.claim_form import MOST, ClaimForm, Faults
from admin.event_pages import event_id, event_link, subject
from admin.guard import me
from admin.keys import CLOCK, DATABASE, PLACES, SETTINGS
from world_server import dates, qr
from world_server.claim_tokens import screen_token
from world_server.codes import grouped, keyed_word
from world_server.errors import ClaimRefused
from world_server.i18n import FIRST_LANGUAGE, translate
from world_server.spoken_words import folded
from world_server.store import claims, events, staff
from world_server.store.claim_rules import OPENABLE, check_usable
from world_server.store.clock import JST
from world_server.store.database import Session
from world_server.store.tables.claim import Claim, ClaimChannel
from world_server.store.tables.event import Event

EVENT_CHANNELS = (ClaimChannel.ROTATING, ClaimChannel.ONE_TIME, ClaimChannel.WORD)
COUNTER_CHANNELS = (ClaimChannel.ROTATING, ClaimChannel.ONE_TIME)
COUNTERS = "/staff/counters"

USABLE, COMING, FULL, OVER, WITHDRAWN = "usable", "coming", "full", "over", "withdrawn"
STANDING = {"not-yet": COMING, "too-late": OVER, "full": FULL, "withdrawn": WITHDRAWN}


async def show_event_claims(request: web.Request) -> web.Response:
    """The event's codes and words, and forms that make new ones."""
    return await _event_page(request)


async def show_counters(request: web.Request) -> web.Response:
    """Codes of all real counters, and forms that make new ones."""
    return await _counters_page(request)


async def do_open_for_event(request: web.Request) -> web.Response:
    """Make codes for the event, or let a word be said in it."""
    channel = ClaimChannel(request.match_info["channel"])
    form, now = ClaimForm.typed(channel, await request.post()), request.app[CLOCK]()
    async with request.app[DATABASE].transaction() as store:
        event = await events.held(store, event_id(request))
        _, faults = form.plan(event, now=now)
        if not faults:
            claim, codes = await _open(request, store, form, event, now=now)
    if faults:
        return await _event_page(request, form=form, faults=faults, status=422)
    if channel is ClaimChannel.WORD:
        return await pages.render(
            request,
            "claim_word.html",
            event=event,
            claim=claim,
            word=form.word,
            link=event_link(request, event),
            home=_home(claim),
            here=_home(claim),
        )
    if channel is ClaimChannel.ONE_TIME:
        return await _sheet(request, claim, codes, event=event)
    return await _screen_page(request, claim, event=event)


async def do_open_for_counter(request: web.Request) -> web.Response:
    """Make codes for a counter in the city."""
    channel = ClaimChannel(request.match_info["channel"])
    form, now = ClaimForm.typed(channel, await request.post()), request.app[CLOCK]()
    _, faults = form.plan(None, now=now)
    if form.spot not in {place for place, _ in request.app[PLACES].choices(FIRST_LANGUAGE)}:
        faults["spot"] = "spot"
    if faults:
        return await _counters_page(request, form=form, faults=faults, status=422)
    async with request.app[DATABASE].transaction() as store:
        claim, codes = await _open(request, store, form, None, now=now)
    if channel is ClaimChannel.ONE_TIME:
        return await _sheet(request, claim, codes, event=None)
    return await _screen_page(request, claim, event=None)


async def do_show_screen(request: web.Request) -> web.Response:
    """The link by which a tablet shows the claim's codes; each asking writes it down."""
    async with request.app[DATABASE].transaction() as store:
        claim = await claims.find(store, _claim_id(request))
        event = await claims.event_of(store, claim)
        if claim.channel is not ClaimChannel.ROTATING:
            raise ClaimRefused("unknown")
        check_usable(claim, event=event, at=max(request.app[CLOCK](), claim.opens_at))
        await _audit(request, store, "claim-screen", claim, event)
    return await _screen_page(request, claim, event=event)


async def do_withdraw(request: web.Request) -> web.Response:
    """Let nobody use the claim any more, nor any screen show it."""
    now = request.app[CLOCK]()
    async with request.app[DATABASE].transaction() as store:
        claim = await claims.withdraw(store, _claim_id(request), now=now)
        event = await claims.event_of(store, claim)
        await _audit(request, store, "claim-withdraw", claim, event)
    await sessions.say_next(request, "staff-claim-withdrawn")
    return pages.go(_home(claim))


async def _open(
    request: web.Request, store: Session, form: ClaimForm, event: Event | None, *, now: datetime
) -> tuple[Claim, list[str]]:
    """The claim, written down, and its codes if it has any of its own."""
    plan, _ = form.plan(event, now=now)
    staff_id = me(request).id
    codes: list[str] = []
    if form.channel is ClaimChannel.ONE_TIME:
        claim, codes = await claims.open_one_time(store, plan, staff_id=staff_id, now=now)
    else:
        word_hash = None
        if form.channel is ClaimChannel.WORD and event is not None:
            word_hash = keyed_word(_secret(request), folded(form.word), event_id=event.id or 0)
        claim = await claims.open_claim(
            store, plan, staff_id=staff_id, now=now, word_hash=word_hash
        )
    await _audit(request, store, "claim-open", claim, event)
    return claim, codes


async def _audit(
    request: web.Request, store: Session, act: str, claim: Claim, event: Event | None
) -> None:
    await staff.audit(
        store,
        staff_id=me(request).id,
        act=act,
        subject=claim.label if event is None else subject(event),
        detail=f"#{claim.id} {claim.channel} {claim.used}/{claim.cap}",
        now=request.app[CLOCK](),
    )


async def _event_page(
    request: web.Request,
    *,
    form: ClaimForm | None = None,
    faults: Faults | None = None,
    status: int = 200,
) -> web.Response:
    now = request.app[CLOCK]()
    async with request.app[DATABASE].reading() as store:
        event = await events.find(store, event_id(request))
        found = await claims.of_event(store, event_id(request))
        received = await claims.received(store, found)
    forms = {channel: ClaimForm.for_event(channel, event, now=now) for channel in EVENT_CHANNELS}
    return await _claims_page(
        request,
        path=f"/staff/events/{event.id}/claims",
        event=event,
        standing=[(claim, _standing(claim, event, now=now)) for claim in found],
        received=received,
        forms=forms if event.state in OPENABLE else {},
        form=form,
        faults=faults,
        status=status,
    )


async def _counters_page(
    request: web.Request,
    *,
    form: ClaimForm | None = None,
    faults: Faults | None = None,
    status: int = 200,
) -> web.Response:
    now = request.app[CLOCK]()
    async with request.app[DATABASE].reading() as store:
        found = await claims.of_counters(store)
        received = await claims.received(store, found)
    return await _claims_page(
        request,
        path=COUNTERS,
        event=None,
        standing=[(claim, _standing(claim, None, now=now)) for claim in found],
        received=received,
        forms={channel: ClaimForm.for_counter(channel, now=now) for channel in COUNTER_CHANNELS},
        form=form,
        faults=faults,
        status=status,
    )


async def _claims_page(
    request: web.Request,
    *,
    path: str,
    event: Event | None,
    standing: Sequence[tuple[Claim, str]],
    received: Mapping[int, datetime],
    forms: dict[ClaimChannel, ClaimForm],
    form: ClaimForm | None,
    faults: Faults | None,
    status: int,
) -> web.Response:
    if form is not None and forms:
        forms[form.channel] = form
    return await pages.render(
        request,
        "claims.html",
        path=path,
        event=event,
        live=[one for one in standing if one[1] in (USABLE, COMING, FULL)],
        gone=[one for one in standing if one[1] in (OVER, WITHDRAWN)],
        received=received,
        forms=forms,
        wrong=None if form is None else form.channel,
        faults=faults or {},
        places=request.app[PLACES].choices(pages.language_of(request)),
        most=MOST,
        status=status,
    )


async def _sheet(
    request: web.Request, claim: Claim, codes: Sequence[str], *, event: Event | None
) -> web.Response:
    """The codes to print, eight on a page; nobody can show them again."""
    public = request.app[SETTINGS].public_url
    slips = [(grouped(code), qr.svg(f"{public}/c/#{code}")) for code in codes]
    return await pages.render(
        request,
        "claim_sheet.html",
        claim=claim,
        event=event,
        slips=slips,
        half=len(slips[0][0]) // 2,
        in_ja=lambda key, **facts: translate("ja", key, **facts),
        in_en=lambda key, **facts: translate("en", key, **facts),
        until_ja=dates.day_of_week("ja", claim.closes_at.astimezone(JST)),
        until_en=dates.day_of_week("en", claim.closes_at.astimezone(JST)),
        address=f"{public.partition('://')[2]}/c/",
        home=_home(claim),
        here=_home(claim),
    )


async def _screen_page(request: web.Request, claim: Claim, *, event: Event | None) -> web.Response:
    """The link of a screen; it is kept nowhere, and making another changes nothing."""
    token = screen_token(_secret(request), claim_id=claim.id or 0, now=request.app[CLOCK]())
    # Behind the #: browsers send it to no server, so that it stands in no log.
    link = f"{request.app[SETTINGS].public_url}/screen/#{token}"
    return await pages.render(
        request,
        "claim_screen.html",
        claim=claim,
        event=event,
        link=link,
        code=qr.svg(link),
        home=_home(claim),
        here=_home(claim),
    )


def _standing(claim: Claim, event: Event | None, *, now: datetime) -> str:
    try:
        check_usable(claim, event=event, at=now)
    except ClaimRefused as refused:
        return STANDING[refused.rule]
    return USABLE


def _home(claim: Claim) -> str:
    return COUNTERS if claim.event_id is None else f"/staff/events/{claim.event_id}/claims"


def _claim_id(request: web.Request) -> int:
    return int(request.match_info["claim"])


def _secret(request: web.Request) -> str:
    return request.app[SETTINGS].secret.get_secret_value()
