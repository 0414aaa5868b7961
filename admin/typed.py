"""Pure: numbers and times as staff type them into a form, read and written back."""

from datetime import datetime

from world_server.store.clock import JST

YEARS = range(2000, 2200)
"""Years a date may lie in; a slip of the finger types 20226."""

MOST_DIGITS = 18


def number(typed: str) -> int | None:
    """A whole number; full-width digits of a Japanese keyboard count."""
    return int(typed) if typed.isdecimal() and len(typed) <= MOST_DIGITS else None


def time(typed: str) -> datetime | None:
    """A time in Kashima as a datetime-local field writes it."""
    try:
        moment = datetime.fromisoformat(typed)
    except ValueError:
        return None
    if moment.tzinfo is not None or moment.year not in YEARS:
        return None
    return moment.replace(tzinfo=JST)


def written_time(moment: datetime) -> str:
    """The moment as a datetime-local field holds it."""
    return f"{moment.astimezone(JST):%Y-%m-%dT%H:%M}"
