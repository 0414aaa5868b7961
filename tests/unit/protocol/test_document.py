"""PROTOCOL.md, the limits and the tests name the same rules and the same numbers."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest

from world_server.protocol import limits, messages
from world_server.protocol.asked import Asked, ConnectAsked
from world_server.protocol.closing import RETRYABLE, Close
from world_server.protocol.rules import named, rules
from world_server.protocol.schema import fields_of

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "world_server" / "PROTOCOL.md").read_text("utf-8")
RULE = r"[A-Z]{2}\d"
RULES = re.findall(rf"^\| ({RULE}) \|", TEXT, re.MULTILINE)


def proofs() -> dict[str, set[str]]:
    """Rule → names of tests named after it, in any test file of either language."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "tests").rglob("test_*.py"):
        for name in re.findall(r"def (test_\w+)", path.read_text("utf-8")):
            for rule in re.findall(r"(?<=_)([a-z]{2}\d)(?=_)", name):
                found.setdefault(rule.upper(), set()).add(name)
    return found


def test_every_rule_stands_once() -> None:
    assert len(RULES) == len(set(RULES)) > 40


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_test_named_after_it(rule: str) -> None:
    assert proofs().get(rule), f"no test is named test_{rule.lower()}_…"


def test_no_code_or_test_names_a_rule_that_does_not_stand() -> None:
    named = set(proofs())
    for folder in ("protocol", "sim", "live"):
        for path in (ROOT / "world_server" / folder).rglob("*.py"):
            named |= set(re.findall(rf"\b({RULE})\b", path.read_text("utf-8")))
    assert named <= set(RULES)


def test_cl1_the_table_of_goodbyes_is_the_code_s() -> None:
    told = re.findall(r"^\| `([a-z-]+)` \| (yes|no) \|", TEXT, re.MULTILINE)
    assert {(code, word == "yes") for code, word in told} == {
        (reason.value, reason in RETRYABLE) for reason in Close
    }


NUMBERS = {
    "PROTOCOL_VERSION": "outside 1 to 1",
    "OLDEST_PROTOCOL": "outside 1 to 1",
    "BEAT_MS": "The *beat* is 100 ms",
    "POSE_BUDGET": "5500 bytes a second unless",
    "LEAST_POSE_BUDGET": "(at least 1000)",
    "POSE_HEADER_BYTES": "a header of 8 bytes",
    "FRESH_BEATS": "within the last 3 beats",
    "NEAR_LIMIT": "at most 100, else the nearest",
    "HERO_LIMIT": "at most 8 in a frame",
    "TOWN_BEATS": "Once in 5 beats",
    "CELL_METRES": "its 20 m cell",
    "UNIT_METRES": "steps of 0.02 m",
    "YAW_STEPS": "counts turns/256",
    "MOVE_BYTES": "binary message of 12 bytes",
    "POSE_RECORD_BYTES": "records of 10 bytes",
    "MOVES_PER_SECOND": "More than 20 a second",
    "MOVES_AT_ONCE": "beyond 120 at once",
    "RUN_SPEED": "5.5 m/s",
    "SPEED_TOLERANCE": "× 1.25",
    "REACH_SECONDS": "at most 2.5 s",
    "LOWEST_METRES": "(-20 to",
    "HIGHEST_METRES": "to 120 m",
    "CORRECT_PAUSE_SECONDS": "in 0.5 s",
    "MAX_PAYLOAD": "at most 4096 bytes",
    "STAMP_SECONDS": "for 3 s, connected",
    "STAMP_METRES_UP": "at most 6 m above or below",
    "CHAT_LENGTH": "1 to 200 characters",
    "CALM_VISITORS": "where more than 200 are",
    "BUSY_BEATS": "once in 3 beats",
    "CHAT_AT_ONCE": "5 lines or phrases at once",
    "CHAT_SECONDS_EACH": "one every 2 s",
    "REPEATS": "3 times within the last 60 s",
    "REPEAT_SECONDS": "within the last 60 s",
    "BLOCK_AT_ONCE": "10 at once, then one every 6 s",
    "BLOCK_SECONDS_EACH": "one every 6 s",
    "PHRASES": "1 to 12, everywhere",
    "EMOTES": "`emote {emote}`: 1 to 5",
    "EMOTE_AT_ONCE": "4 at once",
    "EMOTE_SECONDS_EACH": "4 at once, then one a second",
    "TRAVEL_AT_ONCE": "3 journeys at once",
    "TRAVEL_SECONDS_EACH": "3 journeys at once, then one every 10 s",
    "GATHER_AT_ONCE": "2 calls at once",
    "GATHER_SECONDS_EACH": "one every 15 s",
    "RESUME_SECONDS": "kept for 30 s",
    "KEPT_MESSAGES": "The last 1024 messages of an instance are kept",
    "MIRROR_SECONDS": "and 2.5 s after the last word",
    "LINGER_SECONDS": "go 1 s after",
    "PING_SECONDS": "pings every 3 s",
    "PONG_SECONDS": "waits 4 s",
    "JOIN_SECONDS": "has 5 s from",
    "STRIKES_AT_ONCE": "10 at once",
    "STRIKE_SECONDS_EACH": "every 10 s",
    "REQUESTS_AT_ONCE": "60 at once",
    "REQUESTS_PER_SECOND": "then 20 a second",
    "WAITING_PER_ADDRESS": "At most 64 connections",
    "WAITING_IN_ALL": "1024 in all",
    "STALE_BYTES": "with 32 KiB still unsent",
    "UNREAD_BYTES": "192 KiB of unsent",
    "SAVE_PATIENCE_MS": "longer than 250 ms",
    "ROSTER_PAGE": "at most 100 `avatars`",
    "SAID_AT_ONCE": "40 chat lines at once",
    "SAID_PER_SECOND": "then 10 a second",
    "SHOWN_AT_ONCE": "80 emotes at once",
    "SHOWN_PER_SECOND": "then 20 a second",
}


def test_every_number_of_the_code_is_in_the_text() -> None:
    assert set(NUMBERS) == {name for name in vars(limits) if name.isupper()}


def test_the_rules_are_read_whole_for_the_document_that_quotes_them() -> None:
    assert list(rules()) == RULES
    for rule in rules().values():
        assert rule.what.endswith((".", "?"))
        assert rule.what in TEXT
        assert rule.why in TEXT


SHAPES = [*get_args(messages.Numbered), *get_args(messages.State), messages.AvatarCard]
SHAPES += [ConnectAsked, *get_args(Asked)]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: str(shape.__name__))
def test_every_field_of_a_message_is_named_by_the_rules_of_its_kind(shape: Any) -> None:
    (first, *_) = [*named(shape.__doc__), "RO1"]  # the card has no rule of its own
    family = " ".join(rule.what for rule in rules().values() if rule.id[:2] == first[:2])
    words = set(re.findall(r"\w+", " ".join(re.findall(r"`[^`]*`", family))))
    fields = {one.name for one in fields_of(shape)} | set(getattr(shape, "constants", ()))
    assert fields - words == set()


@pytest.mark.parametrize("name", NUMBERS)
def test_every_number_of_the_text_is_the_code_s(name: str) -> None:
    sentence, value = NUMBERS[name], getattr(limits, name)
    assert sentence in TEXT
    wanted = {f"{value:g}" if isinstance(value, float) else str(value)}
    if isinstance(value, int):
        wanted |= {f"{value // 1024} KiB"}
    if value == 1:
        wanted |= {"one"}
    assert any(one in sentence for one in wanted)
