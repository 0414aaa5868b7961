"""One instance: what is said, shown and announced, to whom and how often."""

from dataclasses import replace
from datetime import timedelta

import pytest
from scene import LINE, LOG_BEGAN, WALK, Scene

from world_server.errors import NotAllowed, TooMany
from world_server.protocol.closing import Close, bye
from world_server.protocol.limits import SAID_AT_ONCE
from world_server.protocol.requests import Say, Show
from world_server.store.tables.event import EventState


def test_nu1_nu3_what_is_said_has_the_same_next_number_for_all(event: Scene) -> None:
    aiko, kenji = event.enters("aiko"), event.enters("kenji")
    for _ in range(3):
        event.instance.say(event.stay("kenji"), Say(text="こんにちは"), now=event.now)
        event.instance.show(event.stay("aiko"), Show(emote=1), now=event.now)
        event.passes(0.3)
    assert aiko.numbers == list(range(LOG_BEGAN, LOG_BEGAN + 7))
    assert aiko.numbers == kenji.numbers


def test_lm7_a_full_hall_passes_on_no_more_than_anybody_can_read() -> None:
    scene = Scene(capacity=60)
    for number in range(50):
        scene.enters(f"v{number}")
    guide = scene.enters("guide", role="guide")
    for number in range(SAID_AT_ONCE):
        scene.instance.say(scene.stay(f"v{number}"), Say(phrase=1), now=scene.now)
    with pytest.raises(TooMany):
        scene.instance.say(scene.stay("v49"), Say(phrase=1), now=scene.now)
    scene.instance.say(scene.stay("guide"), Say(phrase=2), now=scene.now)
    assert guide.all("chat")[-1]["phrase"] == 2
    scene.passes(1)
    scene.instance.say(scene.stay("v48"), Say(phrase=1), now=scene.now)


def test_ch1_everybody_reads_the_line_and_so_does_who_said_it(event: Scene) -> None:
    aiko, kenji = event.enters("aiko"), event.enters("kenji")
    event.instance.say(event.stay("aiko"), Say(text="乾杯"), now=event.now)
    for line in (aiko, kenji):
        (said,) = line.all("chat")
        assert said | {"n": 0} == {
            "n": 0,
            "from": 1,
            "name": "Aiko",
            "text": "乾杯",
            "at": "2026-11-22T01:00:00Z",
        }


def test_ch4_free_text_only_in_an_open_event_phrases_everywhere(scene: Scene) -> None:
    aiko = scene.enters()
    with pytest.raises(NotAllowed):
        scene.instance.say(scene.stay(), Say(text="hello"), now=scene.now)
    scene.instance.say(scene.stay(), Say(phrase=12), now=scene.now)
    assert aiko.all("chat")[0]["phrase"] == 12
    closed = Scene(WALK)
    closed.enters()
    closed.instance.update(replace(WALK, state=EventState.ENDED), now=closed.now)
    with pytest.raises(NotAllowed):
        closed.instance.say(closed.stay(), Say(text="まだいる？"), now=closed.now)
    closed.instance.say(closed.stay(), Say(phrase=1), now=closed.now)


def test_ch5_five_lines_at_once_then_one_every_two_seconds(event: Scene) -> None:
    event.enters()
    for _ in range(5):
        event.instance.say(event.stay(), Say(phrase=1), now=event.now)
    with pytest.raises(TooMany) as refused:
        event.instance.say(event.stay(), Say(text="x"), now=event.now)
    assert refused.value.seconds == 2
    event.passes(2)
    event.instance.say(event.stay(), Say(text="x"), now=event.now)


def test_em2_four_emotes_at_once_then_one_a_second(scene: Scene) -> None:
    aiko = scene.enters()
    for emote in range(1, 5):
        scene.instance.show(scene.stay(), Show(emote=emote), now=scene.now)
    with pytest.raises(TooMany):
        scene.instance.show(scene.stay(), Show(emote=1), now=scene.now)
    scene.passes(1)
    scene.instance.show(scene.stay(), Show(emote=5), now=scene.now)
    assert [body["emote"] for body in aiko.all("emote")] == [1, 2, 3, 4, 5]


def test_an1_an_announcement_is_heard_once_and_read_by_who_comes_later(event: Scene) -> None:
    aiko = event.enters("aiko")
    event.instance.announce(LINE)
    event.instance.announce(LINE)
    assert len(aiko.all("announce")) == 1
    assert event.enters("kenji").all("welcome")[0]["announcements"] == [LINE.body()]


def test_an1_an_order_that_got_lost_is_found_in_the_tables(event: Scene) -> None:
    aiko = event.enters("aiko")
    event.instance.update(replace(WALK, announcements=(LINE,)), now=event.now)
    event.instance.update(replace(WALK, announcements=(LINE,)), now=event.now)
    assert len(aiko.all("announce")) == 1
    assert aiko.all("event") == []


def test_ev1_a_change_is_told_to_everybody_once(event: Scene) -> None:
    aiko = event.enters("aiko")
    later = replace(WALK, ends_at=WALK.ends_at + timedelta(hours=1))
    event.instance.update(later, now=event.now)
    event.instance.update(later, now=event.now)
    (news,) = aiko.all("event")
    assert news["ends_at"] == "2026-11-22T03:00:00Z"
    assert (news["attended_seconds"], news["needed_seconds"]) == (0, 600)


def test_ev1_seconds_that_are_written_down_are_told(event: Scene) -> None:
    aiko = event.enters("aiko")
    event.passes(16)
    account = event.stay().account
    assert account.total == pytest.approx(15, abs=1)
    account.written = account.total
    event.passes(1)
    assert [news["attended_seconds"] for news in aiko.all("event")] == [account.total]


def test_ch6_a_line_is_answered_when_everybody_was_told() -> None:
    scene = Scene()
    line = scene.enters()
    scene.instance.conversation._said = lambda: None
    told = scene.instance.say(scene.stay(), Say(phrase=1), now=scene.now)
    assert (told.is_set(), line.all("chat")) == (False, [])
    scene.hear()
    assert (told.is_set(), len(line.all("chat"))) == (True, 1)
    unheard = scene.instance.say(scene.stay(), Say(phrase=2), now=scene.now)
    scene.instance.close(bye(Close.RESTART), now=scene.now)
    assert unheard.is_set(), "nobody shall wait for an instance that is closed"
