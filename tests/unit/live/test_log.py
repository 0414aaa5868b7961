"""NU1, NU5, RS2, RS3: one row of numbers for all, what is kept for a return, and when it ends."""

import json

from hypothesis import given
from hypothesis import strategies as st

from world_server.live.log import Batch, Entry, Log
from world_server.protocol.limits import KEPT_MESSAGES
from world_server.protocol.messages import Shown

FIRST = 1_700_000_000_000_000
"""When the log began, in microseconds."""


def numbers(entries: list[Entry] | None) -> list[int] | None:
    return None if entries is None else [json.loads(one.packet[1:])[1]["n"] for one in entries]


def say(log: Log, count: int = 1) -> None:
    for emote in range(count):
        log.put(Shown(avatar=1, emote=emote))
    tell(log)


def tell(log: Log) -> Batch | None:
    batch = log.take()
    if batch is not None:
        log.tell(batch)
    return batch


def test_nu1_numbers_grow_by_one_from_the_moment_the_log_began() -> None:
    log = Log(first=FIRST)
    log.put(Shown(avatar=3, emote=1))
    log.put(Shown(avatar=4, emote=2))
    batch = log.take()
    assert batch is not None
    assert [json.loads(packet[1:]) for packet in batch.write.packets] == [
        ["emote", {"n": FIRST + 1, "from": 3, "emote": 1}],
        ["emote", {"n": FIRST + 2, "from": 4, "emote": 2}],
    ]


def test_nu5_what_is_not_told_yet_is_not_found_by_who_comes_back() -> None:
    log = Log(first=FIRST)
    told = log.put(Shown(avatar=1, emote=1))
    assert log.n == FIRST
    assert log.after(FIRST) == []
    batch = log.take()
    assert batch is not None
    assert not told.is_set()
    later = log.put(Shown(avatar=1, emote=2))
    log.tell(batch)
    assert (told.is_set(), later.is_set()) == (True, False)
    assert numbers(log.after(FIRST)) == [FIRST + 1]
    assert log.n == FIRST + 1
    tell(log)
    assert later.is_set()


def test_nu5_nothing_said_is_nothing_to_tell() -> None:
    assert Log(first=FIRST).take() is None


def test_rs2_what_came_after_is_given_again_in_order() -> None:
    log = Log(first=FIRST)
    say(log, 10)
    assert numbers(log.after(FIRST + 7)) == [FIRST + 8, FIRST + 9, FIRST + 10]
    assert numbers(log.after(FIRST + 10)) == []


def test_rs3_a_gap_too_long_or_a_number_never_given_is_no_return() -> None:
    log = Log(first=FIRST)
    say(log, KEPT_MESSAGES + 50)
    assert log.after(FIRST + 50) is None
    told_again = numbers(log.after(FIRST + 51))
    assert told_again is not None
    assert len(told_again) == KEPT_MESSAGES - 1
    assert log.after(FIRST + KEPT_MESSAGES + 51) is None
    assert log.after(0) is None


def test_rs4_another_world_goes_on_with_what_was_kept_under_numbers_of_its_own() -> None:
    first = Log(first=FIRST)
    say(first, 5)
    second = Log(first=FIRST + 9_000_000, kept=map(Entry.read, [e.raw() for e in first.kept]))
    assert numbers(second.after(FIRST + 2)) == [FIRST + 3, FIRST + 4, FIRST + 5]
    say(second)
    assert numbers(second.after(FIRST + 5)) == [FIRST + 9_000_001]
    assert second.after(FIRST + 6) is None, "told while nothing could be kept"


def test_bl2_who_must_not_hear_it_is_kept_with_what_was_said() -> None:
    said = Entry(7, "2[]", "aiko", ("kenji", "mari"))
    assert Entry.read(said.raw()) == said
    assert Entry.read(b'[7,"2[]"]') == Entry(7, "2[]"), "kept by an older version"


def test_rs4_a_clock_that_runs_behind_never_gives_a_number_twice() -> None:
    first = Log(first=FIRST)
    say(first, 5)
    second = Log(first=FIRST - 1000, kept=first.kept)
    say(second)
    assert second.n == FIRST + 6


def test_rs4_nothing_kept_is_an_honest_new_start() -> None:
    assert Log(first=FIRST + 60_000_000).after(FIRST + 5) is None


@given(st.lists(st.integers(1, 40), max_size=60), st.integers(-5, 2500))
def test_rs2_a_return_gives_exactly_what_was_missed_or_says_so(
    batches: list[int], missed_from: int
) -> None:
    log = Log(first=FIRST)
    for size in batches:
        say(log, size)
    after, last = FIRST + missed_from, FIRST + sum(batches)
    given_again = numbers(log.after(after))
    if given_again is None:
        assert after < FIRST or after > last or last - after >= KEPT_MESSAGES
    else:
        assert given_again == list(range(after + 1, last + 1))
