"""What staff type about an event: read kindly, refused completely, never lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from fixed_time import MORNING
from hypothesis import given
from hypothesis import strategies as st

from admin.event_form import EventForm
from world_server.store.rules import MAX_CAPACITY, check_plan
from world_server.store.tables.event import Event, EventState, RuleKind
from world_server.store.visitors import LANGUAGES

GOOD = EventForm(
    title="酒蔵通りを歩く",
    place="sakagura",
    starts_at="2026-11-23T10:00",
    ends_at="2026-11-23T11:00",
    capacity="20",
    languages=("en", "ja"),
    rule_kind="share",
    rule_value="60",
)


def faults(**typed: object) -> dict[str, str]:
    return replace(GOOD, **typed).plan(now=MORNING)[1]  # type: ignore[arg-type]


def test_times_are_read_as_kashima_tells_them() -> None:
    plan, wrong = GOOD.plan(now=MORNING)
    assert wrong == {}
    assert plan.starts_at == datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
    assert plan.ends_at - plan.starts_at == timedelta(hours=1)
    assert plan.languages == ("ja", "en")


def test_full_width_digits_count() -> None:
    plan, wrong = replace(GOOD, capacity="２０", rule_value="６０").plan(now=MORNING)
    assert wrong == {}
    assert (plan.capacity, plan.rule_value) == (20, 60)


@pytest.mark.parametrize(
    ("typed", "field", "part"),
    [
        ({"title": "   "}, "title", "title"),
        ({"title": "長" * 81}, "title", "title"),
        ({"title": "two\nlines"}, "title", "title"),
        ({"place": ""}, "place", "place"),
        ({"starts_at": ""}, "starts_at", "date"),
        ({"starts_at": "20226-11-23T10:00"}, "starts_at", "date"),
        ({"starts_at": "0001-01-01T00:00"}, "starts_at", "date"),
        ({"ends_at": "tomorrow"}, "ends_at", "date"),
        ({"ends_at": "2026-11-23T11:00+09:00"}, "ends_at", "date"),
        ({"ends_at": "2026-11-23T09:59"}, "ends_at", "ends-before"),
        ({"ends_at": "2026-11-23T10:00"}, "ends_at", "ends-before"),
        ({"ends_at": "2026-11-23T22:01"}, "ends_at", "ends-at"),
        (
            {"starts_at": "2026-11-22T08:00", "ends_at": "2026-11-22T09:00"},
            "ends_at",
            "ends-past",
        ),
        ({"capacity": "0"}, "capacity", "capacity"),
        ({"capacity": "-5"}, "capacity", "number"),
        ({"capacity": str(10**9)}, "capacity", "capacity"),
        ({"capacity": "9" * 5000}, "capacity", "number"),
        ({"capacity": "twenty"}, "capacity", "number"),
        ({"capacity": "2.5"}, "capacity", "number"),
        ({"languages": ()}, "languages", "languages"),
        ({"languages": ("xx",)}, "languages", "languages"),
        ({"rule_value": ""}, "rule_value", "number"),
        ({"rule_value": "101"}, "rule_value", "rule-share"),
        ({"rule_value": "0"}, "rule_value", "rule-share"),
        ({"rule_kind": "minutes", "rule_value": "61"}, "rule_value", "rule-minutes"),
    ],
)
def test_a_field_that_cannot_be_right_is_named(
    typed: dict[str, object], field: str, part: str
) -> None:
    assert faults(**typed) == {field: part}


def test_every_fault_is_told_at_once() -> None:
    wrong = EventForm(capacity="0", languages=(), rule_value="x").plan(now=MORNING)[1]
    assert set(wrong) == {
        "title",
        "place",
        "starts_at",
        "ends_at",
        "capacity",
        "languages",
        "rule_value",
    }


typed_text = st.text(max_size=90) | st.sampled_from(
    ["2026-11-23T10:00", "2026-11-23T11:00", "20", "60", "酒蔵", "0", "9999999999"]
)


@given(
    form=st.builds(
        EventForm,
        title=typed_text,
        place=typed_text,
        starts_at=typed_text,
        ends_at=typed_text,
        capacity=typed_text,
        languages=st.lists(st.sampled_from([*LANGUAGES, "xx"])).map(tuple),
        rule_kind=typed_text,
        rule_value=typed_text,
    )
)
def test_whatever_is_typed_is_either_a_plan_the_town_takes_or_a_fault(form: EventForm) -> None:
    plan, wrong = form.plan(now=MORNING)
    if not wrong:
        check_plan(plan, known_languages=LANGUAGES)
        assert 1 <= plan.capacity <= MAX_CAPACITY


def test_an_event_becomes_what_one_would_have_typed() -> None:
    event = Event(
        slug="x",
        title=GOOD.title,
        place=GOOD.place,
        starts_at=datetime(2026, 11, 23, 1, 0, tzinfo=UTC),
        ends_at=datetime(2026, 11, 23, 2, 0, tzinfo=UTC),
        capacity=20,
        languages=["ja", "en"],
        rule_kind=RuleKind.SHARE,
        rule_value=60,
        state=EventState.DRAFT,
        created_by=1,
        created_at=MORNING,
    )
    assert EventForm.of(event) == replace(GOOD, languages=("ja", "en"))


def test_the_proposal_lacks_only_title_and_place() -> None:
    assert set(EventForm.suggested(now=MORNING).plan(now=MORNING)[1]) == {"title", "place"}


def test_fields_left_out_of_the_form_are_empty() -> None:
    assert EventForm.typed({"title": [" 酒蔵 "]}) == EventForm(
        title="酒蔵", capacity="", languages=(), rule_kind="", rule_value=""
    )
