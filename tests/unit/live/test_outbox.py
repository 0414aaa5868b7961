"""NU1, RS2, RS3: numbers, what is kept for a return, and when it is not enough."""

import json

from hypothesis import given
from hypothesis import strategies as st

from world_server.live.outbox import Outbox
from world_server.protocol.limits import KEPT_MESSAGES
from world_server.protocol.messages import Shown, prepare


def numbers(packets: list[str] | None) -> list[int] | None:
    return None if packets is None else [json.loads(packet[1:])[1]["n"] for packet in packets]


def filled(count: int) -> Outbox:
    outbox = Outbox()
    for emote in range(count):
        outbox.put(prepare(Shown(avatar=1, emote=emote)))
    return outbox


def test_nu1_numbers_grow_by_one_from_one() -> None:
    outbox = Outbox()
    packets = [outbox.put(prepare(Shown(avatar=3, emote=1))) for _ in range(4)]
    assert numbers(packets) == [1, 2, 3, 4]
    assert json.loads(packets[0][1:]) == ["emote", {"n": 1, "from": 3, "emote": 1}]


def test_rs2_what_came_after_is_given_again_in_order() -> None:
    assert numbers(filled(10).after(7)) == [8, 9, 10]
    assert numbers(filled(10).after(10)) == []


def test_rs2_a_message_that_is_not_kept_leaves_its_number_out() -> None:
    outbox = Outbox()
    outbox.put(prepare(Shown(avatar=1, emote=1)), keep=False)
    outbox.put(prepare(Shown(avatar=1, emote=2)))
    outbox.put(prepare(Shown(avatar=1, emote=3)), keep=False)
    outbox.put(prepare(Shown(avatar=1, emote=4)))
    assert numbers(outbox.after(1)) == [2, 4]


def test_rs3_a_gap_too_long_or_a_number_never_given_is_no_return() -> None:
    outbox = filled(KEPT_MESSAGES + 50)
    assert outbox.after(49) is None
    assert numbers(outbox.after(50)) == list(range(51, KEPT_MESSAGES + 51))
    assert outbox.after(KEPT_MESSAGES + 51) is None
    assert outbox.after(0) is None
    assert Outbox().after(1) is None


def test_rs3_after_a_new_start_old_numbers_mean_nothing() -> None:
    outbox = filled(20)
    outbox.restart()
    assert outbox.after(5) is None
    assert numbers([outbox.put(prepare(Shown(avatar=1, emote=1)))]) == [1]


@given(st.lists(st.booleans(), max_size=700), st.integers(0, 710))
def test_rs2_a_return_gives_exactly_what_was_kept_or_says_so(keeps: list[bool], after: int) -> None:
    outbox = Outbox()
    kept = []
    for keep in keeps:
        outbox.put(prepare(Shown(avatar=1, emote=1)), keep=keep)
        if keep:
            kept.append(outbox.n)
    given_again = numbers(outbox.after(after))
    missed = [n for n in kept if n > after]
    if given_again is None:
        assert after == 0 or after > len(keeps) or len(missed) > KEPT_MESSAGES
    else:
        assert given_again == missed
