"""What may follow what in an event's life, and what its badge asks for."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from world_server.errors import BadTransition, Malformed
from world_server.store.rules import EventPlan, check_plan, check_transition, needed_seconds
from world_server.store.tables.event import EventState, RuleKind
from world_server.store.visitors import LANGUAGES

NOON = datetime(2026, 11, 22, 3, tzinfo=UTC)
HOUR = timedelta(hours=1)

S = EventState
ALLOWED = {
    (S.DRAFT, S.PUBLISHED),
    (S.DRAFT, S.CANCELLED),
    (S.PUBLISHED, S.OPEN),
    (S.PUBLISHED, S.CANCELLED),
    (S.OPEN, S.ENDED),
    (S.OPEN, S.CANCELLED),
}


@pytest.mark.parametrize("state", list(EventState))
@pytest.mark.parametrize("to", list(EventState))
def test_only_the_drawn_transitions_are_allowed(state: EventState, to: EventState) -> None:
    if (state, to) in ALLOWED:
        check_transition(state, to)
    else:
        with pytest.raises(BadTransition):
            check_transition(state, to)


@pytest.mark.parametrize(
    ("kind", "value", "opened", "ended", "seconds"),
    [
        (RuleKind.MINUTES, 20, None, None, 1200),
        (RuleKind.MINUTES, 20, timedelta(), timedelta(minutes=5), 1200),
        (RuleKind.SHARE, 60, None, None, 2160),
        (RuleKind.SHARE, 60, timedelta(), None, 2160),
        (RuleKind.SHARE, 60, timedelta(), timedelta(minutes=30), 1080),
        (RuleKind.SHARE, 60, timedelta(minutes=-10), timedelta(minutes=90), 2160),
        (RuleKind.SHARE, 1, timedelta(), timedelta(), 1),
        (RuleKind.SHARE, 33, timedelta(), timedelta(seconds=10), 4),
    ],
)
def test_a_share_is_of_the_planned_length_or_of_a_shorter_real_one(
    kind: RuleKind, value: int, opened: timedelta | None, ended: timedelta | None, seconds: int
) -> None:
    assert (
        needed_seconds(
            kind=kind,
            value=value,
            starts_at=NOON,
            ends_at=NOON + HOUR,
            opened_at=None if opened is None else NOON + opened,
            ended_at=None if ended is None else NOON + ended,
        )
        == seconds
    )


@given(st.integers(1, 100), st.integers(1, 12 * 3600), st.integers(0, 24 * 3600))
def test_someone_there_all_the_time_always_earns_a_share(
    share: int, planned: int, real: int
) -> None:
    needed = needed_seconds(
        kind=RuleKind.SHARE,
        value=share,
        starts_at=NOON,
        ends_at=NOON + timedelta(seconds=planned),
        opened_at=NOON,
        ended_at=NOON + timedelta(seconds=real),
    )
    assert needed <= max(real, 1)


GOOD = {
    "title": "門前から酒蔵通りへ",
    "place": "yutoku-gate",
    "starts_at": NOON,
    "ends_at": NOON + HOUR,
    "capacity": 20,
    "languages": ("ja", "en"),
    "rule_kind": RuleKind.SHARE,
    "rule_value": 60,
}


def test_a_sound_plan_passes() -> None:
    check_plan(EventPlan(**GOOD), known_languages=LANGUAGES)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "   "),
        ("title", "x" * 81),
        ("title", "one\ntwo"),
        ("place", ""),
        ("ends_at", NOON),
        ("ends_at", NOON - HOUR),
        ("ends_at", NOON + timedelta(hours=12, seconds=1)),
        ("capacity", 0),
        ("capacity", -5),
        ("capacity", 10_001),
        ("languages", ()),
        ("languages", ("xx",)),
        ("rule_value", 0),
        ("rule_value", 101),
    ],
)
def test_a_plan_that_cannot_be_right_names_its_field(field: str, value: object) -> None:
    with pytest.raises(Malformed) as refusal:
        check_plan(EventPlan(**(GOOD | {field: value})), known_languages=LANGUAGES)  # type: ignore[arg-type]
    assert refusal.value.field == field


def test_a_badge_cannot_ask_for_more_minutes_than_the_event_has() -> None:
    plan = EventPlan(**(GOOD | {"rule_kind": RuleKind.MINUTES, "rule_value": 61}))  # type: ignore[arg-type]
    with pytest.raises(Malformed, match="rule_value"):
        check_plan(plan, known_languages=LANGUAGES)
