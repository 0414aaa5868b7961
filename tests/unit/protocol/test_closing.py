"""CL1 to CL3: every reason has a sentence in every language, and says whether to come back."""

import re
from pathlib import Path

import pytest

from world_server.errors import Removed, TooMany
from world_server.protocol.closing import RETRYABLE, Close, bye, refusal

LOCALES = Path(__file__).parents[3] / "assets" / "locales"


@pytest.mark.parametrize("language", ["ja", "en", "th", "ko", "zh-TW"])
def test_cl3_every_reason_has_its_sentence(language: str) -> None:
    words = (LOCALES / language / "errors.ftl").read_text("utf-8")
    told = set(re.findall(r"^error-([a-z-]+) *=", words, re.MULTILINE))
    assert {reason.value for reason in Close} <= told


def test_cl1_a_goodbye_says_code_retryable_and_details() -> None:
    assert bye(Close.RESTART).body() == {"code": "restart", "retryable": True, "details": {}}
    assert bye(Close.REMOVED, reason="宣伝").body() == {
        "code": "removed",
        "retryable": False,
        "details": {"reason": "宣伝"},
    }
    assert {Close.ANOTHER_TAB, Close.REMOVED, Close.EVENT_ENDED, Close.LEFT}.isdisjoint(RETRYABLE)


def test_cl3_a_refusal_of_the_town_travels_with_its_values() -> None:
    assert refusal(TooMany(7)).body() == {
        "code": "too-many",
        "retryable": True,
        "details": {"seconds": 7},
    }
    assert refusal(Removed("x")).body()["retryable"] is False
