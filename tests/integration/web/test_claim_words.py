"""Spoken words over HTTP: however they are typed, for their event and their time only."""

from datetime import timedelta
from typing import Any

import pytest
from fixed_time import MORNING
from web_claims import (
    WORD,
    a_visitor,
    a_word,
    rule_of,
)
from web_town import Town

from world_server.store import events
from world_server.store.tables.event import EventState


async def test_a_word_is_received_however_it_is_typed(town: Town) -> None:
    event = await town.event()
    await a_word(town, event)
    for word in (WORD, "Ｈｉｇａｔａ　507318", "HIGATA-507-318"):
        said = {"event": event.slug, "word": word}
        assert (await (await a_visitor(town)).post("/api/claims/word", said)).body["is_new"]


async def test_another_events_word_and_an_unknown_event_give_nothing(town: Town) -> None:
    event, other = await town.event(), await town.event()
    await a_word(town, event)
    aiko = await a_visitor(town)
    for slug, word in ((other.slug, WORD), (event.slug, "higata 507 319"), (event.slug, "' OR 1")):
        refused = await aiko.post("/api/claims/word", {"event": slug, "word": word})
        assert rule_of(refused) == "unknown"
    draft = await town.event(state=EventState.DRAFT)
    for slug in ("none", draft.slug):
        refused = await aiko.post("/api/claims/word", {"event": slug, "word": WORD})
        assert refused.status == 404


async def test_a_word_is_over_after_its_time_and_in_a_cancelled_event(town: Town) -> None:
    event = await town.event()
    await a_word(town, event)
    aiko = await a_visitor(town)
    said = {"event": event.slug, "word": WORD}
    town.clock.now = MORNING + timedelta(minutes=30)
    assert rule_of(await aiko.post("/api/claims/word", said)) == "too-late"
    town.clock.now = MORNING
    async with town.database.transaction() as session:
        await events.move(session, event.id or 0, to=EventState.CANCELLED, now=MORNING)
    assert rule_of(await aiko.post("/api/claims/word", said)) == "withdrawn"


@pytest.mark.parametrize(
    "body",
    [
        {"event": "x"},
        {"event": "x", "word": ""},
        {"event": "x", "word": 7},
        {"event": None, "word": "x"},
        {"event": "x" * 41, "word": "x"},
        {"event": "x", "word": "x" * 121},
        {"event": "x", "word": {"$gt": ""}},
    ],
)
async def test_a_malformed_word_is_not_looked_up(town: Town, body: dict[str, Any]) -> None:
    aiko = await a_visitor(town)
    assert (await aiko.post("/api/claims/word", body)).status == 400
