"""How days and moments are written for people: by the clock in Kashima, in their language."""

from datetime import UTC, date, datetime

from world_server.i18n import translate
from world_server.store.clock import JST


def day(language: str, shown: date) -> str:
    """A calendar day. Its year travels as text, which keeps the thousands' comma out of it."""
    return translate(
        language, "dates-day", year=str(shown.year), month=shown.month, number=str(shown.day)
    )


def day_of_week(language: str, shown: date) -> str:
    """A calendar day with the day of its week."""
    return translate(
        language,
        "dates-day-of-week",
        year=str(shown.year),
        month=shown.month,
        day=shown.day,
        weekday=translate(language, "dates-weekday", number=shown.isoweekday()),
    )


def moment(language: str, shown: datetime) -> str:
    """Day and time, saying that it is Japan's."""
    local = shown.astimezone(JST)
    return translate(
        language, "dates-moment", day=day(language, local.date()), time=f"{local:%H:%M}"
    )


def unix_moment(language: str, second: int) -> str:
    """Day and time of a Unix second, saying that they are Japan's."""
    return moment(language, datetime.fromtimestamp(second, UTC))


def when(language: str, shown: datetime) -> str:
    """Day, day of the week and time, for readers in Japan."""
    local = shown.astimezone(JST)
    return translate(
        language,
        "dates-when",
        day=day_of_week(language, local.date()),
        time=f"{local:%H:%M}",
    )


def span(language: str, start: datetime, end: datetime) -> str:
    """From when to when, for readers in Japan; the day is said once when it is the same."""
    first, last = start.astimezone(JST), end.astimezone(JST)
    if first.date() != last.date():
        return translate(
            language, "dates-span-days", start=when(language, start), end=when(language, end)
        )
    return translate(
        language,
        "dates-span-hours",
        day=day_of_week(language, first.date()),
        start=f"{first:%H:%M}",
        end=f"{last:%H:%M}",
    )
