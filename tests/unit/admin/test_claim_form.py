"""What staff type about codes: read as meant, every fault at once, proposals that are right."""

from datetime import timedelta

import pytest
from fixed_time import MORNING
from hypothesis import given
from hypothesis import strategies as st

from admin.claim_form import ClaimForm
from world_server.errors import Malformed
from world_server.store.claim_rules import faults_of
from world_server.store.tables.claim import ClaimChannel
from world_server.store.tables.event import Event, EventState, RuleKind

HOUR = timedelta(hours=1)


def an_event(
    *, starts: timedelta = HOUR, state: EventState = EventState.OPEN, capacity: int = 20
) -> Event:
    """An hour of tour that begins so long after this morning."""
    return Event(
        id=7,
        slug="sake",
        title="酒蔵通りを歩く",
        place="sakagura-dori",
        starts_at=MORNING + starts,
        ends_at=MORNING + starts + HOUR,
        capacity=capacity,
        languages=["ja"],
        rule_kind=RuleKind.SHARE,
        rule_value=60,
        state=state,
        created_by=1,
        created_at=MORNING,
    )


@pytest.mark.parametrize("channel", ClaimChannel)
@pytest.mark.parametrize("days", [-29, -8, -1, 0, 1, 40])
def test_a_proposal_for_an_event_is_right_as_it_stands(channel: ClaimChannel, days: int) -> None:
    event = an_event(starts=timedelta(days=days))
    form = ClaimForm.for_event(channel, event, now=MORNING)
    if channel is ClaimChannel.WORD and days > 1:
        # A word begins now, and so long before its event there is no badge to be given.
        assert "opens_at" in form.plan(event, now=MORNING)[1]
        return
    plan, faults = form.plan(event, now=MORNING)
    assert faults == {}
    assert (plan.event_id, plan.spot, plan.label) == (7, None, event.title)
    assert faults_of(plan, event=event, now=MORNING) == []


@pytest.mark.parametrize("channel", [ClaimChannel.ONE_TIME, ClaimChannel.ROTATING])
def test_a_proposal_for_a_counter_lacks_only_which_one(channel: ClaimChannel) -> None:
    form = ClaimForm.for_counter(channel, now=MORNING)
    assert set(form.plan(None, now=MORNING)[1]) == {"spot", "label"}


def test_a_words_time_begins_now_and_lasts_its_minutes() -> None:
    form = ClaimForm(channel=ClaimChannel.WORD, word="higata 507 318", minutes="１５", cap="50")
    plan, faults = form.plan(an_event(), now=MORNING)
    assert faults == {}
    assert (plan.opens_at, plan.closes_at) == (MORNING, MORNING + timedelta(minutes=15))
    assert plan.cap == 50


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({"cap": ""}, {"cap": "number"}),
        ({"cap": "0"}, {"cap": "cap"}),
        ({"cap": "10001"}, {"cap": "cap"}),
        ({"cap": "9" * 40}, {"cap": "number"}),
        ({"opens_at": "soon"}, {"opens_at": "date"}),
        ({"opens_at": "2026-11-20T10:00"}, {"opens_at": "opens-at"}),
        ({"closes_at": ""}, {"closes_at": "date"}),
        ({"closes_at": "2026-11-22T10:00"}, {"closes_at": "before"}),
        ({"closes_at": "2027-11-22T10:00"}, {"closes_at": "closes-at"}),
        ({"closes_at": "20226-11-22T10:00"}, {"closes_at": "date"}),
        (
            {"cap": "x", "opens_at": "", "closes_at": ""},
            {"cap": "number", "opens_at": "date", "closes_at": "date"},
        ),
    ],
)
def test_every_fault_is_named_at_once(change: dict[str, str], faults: dict[str, str]) -> None:
    typed = {
        "cap": "20",
        "opens_at": "2026-11-22T10:30",
        "closes_at": "2026-11-22T12:00",
        **change,
    }
    form = ClaimForm.typed(ClaimChannel.ROTATING, typed)
    assert form.plan(an_event(), now=MORNING)[1] == faults


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({"minutes": "31"}, {"minutes": "minutes"}),
        ({"minutes": "0"}, {"minutes": "minutes"}),
        ({"minutes": "9" * 18}, {"minutes": "minutes"}),
        ({"minutes": ""}, {"minutes": "minutes"}),
        ({"word": "kashima"}, {"word": "word"}),
        ({"word": ""}, {"word": "word"}),
    ],
)
def test_a_word_that_is_weak_or_lasts_too_long_is_not_taken(
    change: dict[str, str], faults: dict[str, str]
) -> None:
    typed = {"word": "higata 507 318", "minutes": "15", "cap": "20", **change}
    form = ClaimForm.typed(ClaimChannel.WORD, typed)
    assert form.plan(an_event(), now=MORNING)[1] == faults


@pytest.mark.parametrize("state", [EventState.DRAFT, EventState.CANCELLED])
def test_an_event_without_doors_has_no_codes(state: EventState) -> None:
    event = an_event(state=state)
    form = ClaimForm.for_event(ClaimChannel.ROTATING, event, now=MORNING)
    with pytest.raises(Malformed):
        form.plan(event, now=MORNING)


@given(
    channel=st.sampled_from(ClaimChannel),
    fields=st.dictionaries(
        st.sampled_from(["label", "spot", "cap", "opens_at", "closes_at", "word", "minutes"]),
        st.text(max_size=90)
        | st.sampled_from(["2026-11-22T10:00", "2026-11-22T12:00", "20", "higata 507 318"]),
    ),
)
def test_whatever_is_typed_is_a_right_plan_or_has_a_fault(
    channel: ClaimChannel, fields: dict[str, str]
) -> None:
    event = an_event()
    plan, faults = ClaimForm.typed(channel, fields).plan(event, now=MORNING)
    assert faults or faults_of(plan, event=event, now=MORNING) == []
