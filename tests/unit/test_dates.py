"""Days and times read as people of each language write them, by the clock in Kashima."""

from datetime import UTC, date, datetime

import pytest

from world_server import dates

EVE = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)
"""Half past midnight of the 23rd, a Monday, in Kashima."""


@pytest.mark.parametrize(
    ("language", "day", "moment", "when"),
    [
        (
            "ja",
            "2026年11月23日",
            "2026年11月23日 00:30（日本時間）",
            "2026年11月23日（月） 00:30",
        ),
        (
            "en",
            "23 November 2026",
            "23 November 2026, 00:30 (Japan time)",
            "Mon 23 Nov 2026, 00:30",
        ),
        (
            "th",
            "23 พฤศจิกายน 2026",
            "23 พฤศจิกายน 2026 เวลา 00:30 น. (เวลาญี่ปุ่น)",
            "จ. 23 พ.ย. 2026 00:30 น.",
        ),
        (
            "ko",
            "2026년 11월 23일",
            "2026년 11월 23일 00:30 (일본 시간)",
            "2026년 11월 23일(월) 00:30",
        ),
        (
            "zh-TW",
            "2026年11月23日",
            "2026年11月23日 00:30（日本時間）",
            "2026年11月23日（一） 00:30",
        ),
    ],
)
def test_a_moment_is_written_by_kashimas_clock(
    language: str, day: str, moment: str, when: str
) -> None:
    assert dates.day(language, date(2026, 11, 23)) == day
    assert dates.moment(language, EVE) == moment
    assert dates.when(language, EVE) == when


def test_an_evening_names_its_day_once_and_a_night_over_midnight_both() -> None:
    evening = datetime(2026, 11, 22, 10, tzinfo=UTC), datetime(2026, 11, 22, 11, 30, tzinfo=UTC)
    assert dates.span("ja", *evening) == "2026年11月22日（日） 19:00〜20:30"
    night = datetime(2026, 11, 22, 14, tzinfo=UTC), EVE
    assert dates.span("en", *night) == "Sun 22 Nov 2026, 23:00 to Mon 23 Nov 2026, 00:30"
