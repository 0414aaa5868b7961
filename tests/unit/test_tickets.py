"""Tickets: only ours are read, only for as long as a stay lasts."""

from base64 import urlsafe_b64decode
from dataclasses import replace
from datetime import timedelta
from string import ascii_lowercase, ascii_uppercase, digits

import pytest
from fixed_time import MORNING
from hypothesis import given
from hypothesis import strategies as st
from itsdangerous import URLSafeSerializer, URLSafeTimedSerializer

from world_server.errors import TicketRefused
from world_server.tickets import CLOCK_SKEW, LONGEST_STAY, Claims, issue, read

SECRET = "s" * 32
ALPHABET = ascii_uppercase + ascii_lowercase + digits + "-_"
CLAIMS = Claims(visitor_id="a" * 22, instance="event-x", event_id=7, world="w1", seat=12345)


@pytest.mark.parametrize("event_id", [7, None])
def test_what_was_issued_is_read(event_id: int | None) -> None:
    claims = Claims(visitor_id="a", instance="public", event_id=event_id, world="w1", seat=1)
    assert read(SECRET, issue(SECRET, claims, now=MORNING), now=MORNING) == claims


def test_it_lasts_a_stay_and_no_longer() -> None:
    ticket = issue(SECRET, CLAIMS, now=MORNING)
    assert read(SECRET, ticket, now=MORNING + LONGEST_STAY) == CLAIMS
    with pytest.raises(TicketRefused):
        read(SECRET, ticket, now=MORNING + LONGEST_STAY + timedelta(seconds=1))


def test_worlds_whose_clocks_differ_a_little_agree() -> None:
    ticket = issue(SECRET, CLAIMS, now=MORNING)
    assert read(SECRET, ticket, now=MORNING - CLOCK_SKEW) == CLAIMS
    with pytest.raises(TicketRefused):
        read(SECRET, ticket, now=MORNING - CLOCK_SKEW - timedelta(seconds=1))


def test_another_secret_does_not_open_it() -> None:
    with pytest.raises(TicketRefused):
        read("t" * 32, issue(SECRET, CLAIMS, now=MORNING), now=MORNING)


@given(st.data())
def test_changing_any_character_spoils_it(data: st.DataObject) -> None:
    ticket = issue(SECRET, CLAIMS, now=MORNING)
    place = data.draw(st.integers(min_value=0, max_value=len(ticket) - 1))
    other = data.draw(st.characters().filter(lambda character: character != ticket[place]))
    with pytest.raises(TicketRefused):
        read(SECRET, ticket[:place] + other + ticket[place + 1 :], now=MORNING)


def test_the_same_signature_spelled_otherwise_is_refused() -> None:
    """Base64 has spare bits in its last character, and readers that take `/` for `_`."""
    spelled = 0
    for seat in range(40):
        ticket = issue(SECRET, replace(CLAIMS, seat=seat), now=MORNING)
        payload, _, signature = ticket.rpartition(".")
        last = ALPHABET[ALPHABET.index(signature[-1]) ^ 1]
        for other in {signature[:-1] + last, signature.translate(str.maketrans("-_", "+/"))}:
            if other == signature:
                continue
            assert urlsafe_b64decode(other + "=") == urlsafe_b64decode(signature + "=")
            spelled += 1
            with pytest.raises(TicketRefused):
                read(SECRET, f"{payload}.{other}", now=MORNING)
    assert spelled > 40


@given(st.none() | st.integers() | st.text() | st.binary() | st.lists(st.text()))
def test_anything_else_is_refused(token: object) -> None:
    with pytest.raises(TicketRefused):
        read(SECRET, token, now=MORNING)


def test_something_signed_for_another_purpose_is_no_ticket() -> None:
    for signer in (URLSafeSerializer(SECRET), URLSafeTimedSerializer(SECRET, salt="session")):
        signed = signer.dumps({"visitor_id": "a", "at": int(MORNING.timestamp())})
        with pytest.raises(TicketRefused):
            read(SECRET, signed, now=MORNING)
