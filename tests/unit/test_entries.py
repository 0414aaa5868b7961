"""Staff entries: only ours, only in time, only for their event."""

from datetime import timedelta

import pytest
from fixed_time import MORNING
from hypothesis import given
from hypothesis import strategies as st

from world_server.entries import GUIDE, LONGEST_ENTRY, PURPOSE, ROLES, issue, new_entry, read
from world_server.errors import EntryRefused
from world_server.signing import sign
from world_server.tickets import Claims
from world_server.tickets import issue as issue_ticket

SECRET = "s" * 32
ENTRY = new_entry(staff_id=3, event_id=7, role=GUIDE)


def rule(token: str, *, event_id: int | None = 7, later: timedelta = timedelta()) -> str:
    with pytest.raises(EntryRefused) as refused:
        read(SECRET, token, event_id=event_id, now=MORNING + later)
    return refused.value.rule


@pytest.mark.parametrize("role", ROLES)
def test_what_was_issued_is_read(role: str) -> None:
    entry = new_entry(staff_id=3, event_id=7, role=role)
    token = issue(SECRET, entry, now=MORNING)
    assert read(SECRET, token, event_id=7, now=MORNING + LONGEST_ENTRY) == entry
    assert len(token) <= 400


def test_two_entries_are_never_the_same() -> None:
    other = new_entry(staff_id=3, event_id=7, role=GUIDE)
    assert issue(SECRET, other, now=MORNING) != issue(SECRET, ENTRY, now=MORNING)


def test_it_lasts_an_event_and_no_longer() -> None:
    token = issue(SECRET, ENTRY, now=MORNING)
    assert rule(token, later=LONGEST_ENTRY + timedelta(seconds=1)) == "expired"
    assert rule(token, later=-timedelta(minutes=2)) == "forged"


@pytest.mark.parametrize("event_id", [8, None])
def test_it_opens_its_own_event_only(event_id: int | None) -> None:
    assert rule(issue(SECRET, ENTRY, now=MORNING), event_id=event_id) == "other-event"


def test_another_secret_does_not_open_it() -> None:
    assert rule(issue("t" * 32, ENTRY, now=MORNING)) == "forged"


def test_a_visitor_s_ticket_is_no_entry() -> None:
    claims = Claims(visitor_id="a", instance="event-x", event_id=7, world="w1", seat=1)
    assert rule(issue_ticket(SECRET, claims, now=MORNING)) == "forged"


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"staff_id": 3, "event_id": 7, "role": "owner", "number": "x"},
        {"staff_id": 3, "event_id": 7, "role": "visitor", "number": "x"},
        {"staff_id": 3, "event_id": 7, "role": GUIDE, "number": "x", "more": 1},
    ],
)
def test_signed_words_that_are_no_entry_are_refused(told: dict[str, object]) -> None:
    assert rule(sign(SECRET, PURPOSE, told, now=MORNING)) == "forged"


@given(st.data())
def test_changing_any_character_spoils_it(data: st.DataObject) -> None:
    token = issue(SECRET, ENTRY, now=MORNING)
    place = data.draw(st.integers(min_value=0, max_value=len(token) - 2))
    other = data.draw(st.characters().filter(lambda character: character != token[place]))
    assert rule(token[:place] + other + token[place + 1 :]) == "forged"
