"""Badges on their way: what waits and why, what was set aside, and trying that once more."""

from aiohttp import web

from admin import badge_words, pages, sessions
from admin.guard import me
from admin.keys import CLOCK, DATABASE, SETTINGS
from admin.minter_news import News, news
from world_server.store import badge_queue, staff
from world_server.store.badge_queue import Standing

HERE = "/staff/badges"
MOST_PARKED = 100
WEI = 10**18


async def show_badges(request: web.Request) -> web.Response:
    """What waits and why; needs the database, and says so when the minter does not answer."""
    settings, now = request.app[SETTINGS], request.app[CLOCK]()
    async with request.app[DATABASE].reading() as store:
        found = await badge_queue.standing(store, now=now, most=MOST_PARKED)
    told = await news(request.app, settings.minter_url)
    why = badge_words.why(told.why if told else None, is_minter_working=found.is_minter_working)
    return await pages.render(
        request,
        "badges.html",
        found=found,
        told=told,
        why=why,
        is_well=why in badge_words.WELL,
        balance=_balance(found, told),
        sentence=badge_words.parked,
        proof=f"{settings.public_url}/proof",
        here=HERE,
    )


def _balance(found: Standing, told: News | None) -> float | None:
    """What is left for fees, in ether; on the town's own chain they cost nothing."""
    if found.is_own_chain or told is None or told.balance_wei is None:
        return None
    return told.balance_wei / WEI


async def do_try_again(request: web.Request) -> web.Response:
    """Queue once more every badge set aside for one reason."""
    reason = str((await request.post()).get("reason", ""))
    member, now = me(request), request.app[CLOCK]()
    async with request.app[DATABASE].transaction() as store:
        count = await badge_queue.try_again(store, reason=reason, now=now)
        if count:
            await staff.audit(
                store,
                staff_id=member.id,
                act="badges-again",
                subject=str(count),
                detail=reason,
                now=now,
            )
    return await _back(request, count)


async def do_try_one_again(request: web.Request) -> web.Response:
    """Queue one badge that was set aside once more."""
    award_id = int(request.match_info["award"])
    member, now = me(request), request.app[CLOCK]()
    async with request.app[DATABASE].transaction() as store:
        count = await badge_queue.try_one_again(store, award_id, now=now)
        if count:
            await staff.audit(
                store, staff_id=member.id, act="badges-again", subject=f"#{award_id}", now=now
            )
    return await _back(request, count)


async def _back(request: web.Request, count: int) -> web.Response:
    if count:
        await sessions.say_next(request, "staff-badges-again-done", count=count)
    else:
        await sessions.say_next(request, "staff-badges-again-nothing")
    return pages.go(HERE)
