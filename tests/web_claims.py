"""Codes and words of a running world, as its staff would make them."""

from datetime import datetime, timedelta
from typing import Any

from fixed_time import MORNING
from web_town import Browser, Town

from world_server import claim_tokens, codes
from world_server.spoken_words import folded
from world_server.store import claims
from world_server.store.claim_rules import ClaimPlan
from world_server.store.tables.claim import ClaimChannel
from world_server.store.tables.event import Event

WORD = "higata 507 318"
DAY = timedelta(days=1)


def secret_of(town: Town) -> str:
    """The town's secret."""
    return town.settings.secret.get_secret_value()


def plan(
    channel: ClaimChannel, event: Event | None, *, cap: int, length: timedelta = DAY
) -> ClaimPlan:
    """A claim that is open in the morning: of the event, or of the roadside station's counter."""
    return ClaimPlan(
        channel=channel,
        event_id=None if event is None else event.id,
        spot="michinoeki" if event is None else None,
        label="道の駅鹿島" if event is None else event.title,
        opens_at=MORNING,
        closes_at=MORNING + length,
        cap=cap,
    )


async def some_codes(town: Town, event: Event | None, count: int) -> list[str]:
    """So many one-time codes."""
    staff_id = await town.staff()
    async with town.database.transaction() as session:
        _, made = await claims.open_one_time(
            session, plan(ClaimChannel.ONE_TIME, event, cap=count), staff_id=staff_id, now=MORNING
        )
    return made


async def a_code(town: Town, event: Event | None) -> str:
    """A one-time code."""
    return (await some_codes(town, event, 1))[0]


async def a_rotating_claim(
    town: Town, event: Event | None, *, cap: int = 20, length: timedelta = DAY
) -> int:
    """The number of a claim with rotating codes."""
    staff_id = await town.staff()
    async with town.database.transaction() as session:
        claim = await claims.open_claim(
            session,
            plan(ClaimChannel.ROTATING, event, cap=cap, length=length),
            staff_id=staff_id,
            now=MORNING,
        )
    return claim.id or 0


def on_screen(town: Town, claim_id: int, at: datetime | None = None) -> str:
    """The code the claim's screen shows at the moment."""
    step = codes.step_of(at or town.clock())
    return codes.rotating(secret_of(town), claim_id=claim_id, step=step)


async def a_screen(town: Town, event: Event | None) -> str:
    """The token of a screen."""
    claim_id = await a_rotating_claim(town, event)
    return claim_tokens.screen_token(secret_of(town), claim_id=claim_id, now=MORNING)


async def a_word(town: Town, event: Event, *, word: str = WORD, cap: int = 20) -> int:
    """The number of a claim by a word."""
    staff_id = await town.staff()
    word_hash = codes.keyed_word(secret_of(town), folded(word), event_id=event.id or 0)
    wanted = plan(ClaimChannel.WORD, event, cap=cap, length=timedelta(minutes=30))
    async with town.database.transaction() as session:
        claim = await claims.open_claim(
            session, wanted, staff_id=staff_id, now=MORNING, word_hash=word_hash
        )
    return claim.id or 0


async def a_visitor(town: Town) -> Browser:
    """Somebody with a passport."""
    browser = await town.browser()
    assert (await browser.arrive()).status == 201
    return browser


async def badges_of(browser: Browser) -> list[dict[str, Any]]:
    shown = await browser.get("/api/passport")
    badges: list[dict[str, Any]] = shown.body["visitor"]["badges"]
    return badges


def rule_of(answer: Any) -> str:
    """Why a code or word was refused."""
    assert (answer.status, answer.code) == (409, "claim-refused")
    return str(answer.body["error"]["details"]["rule"])
