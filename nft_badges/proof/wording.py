"""How the proof pages say a day and a moment."""

from datetime import UTC, date, datetime

from world_server.i18n import translate
from world_server.store.clock import JST


def said_day(language: str, day: date) -> str:
    """A calendar day as people write it."""
    return translate(
        language, "proof-day", year=str(day.year), month=day.month, number=str(day.day)
    )


def said_moment(language: str, second: int) -> str:
    """A Unix second as the clock in Kashima showed it."""
    moment = datetime.fromtimestamp(second, UTC).astimezone(JST)
    return translate(
        language,
        "proof-moment",
        day=said_day(language, moment.date()),
        time=f"{moment:%H:%M}",
    )
