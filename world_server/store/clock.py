"""The one place where the wall clock is read; everything else is given `now`."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

JST = ZoneInfo("Asia/Tokyo")

Clock = Callable[[], datetime]
"""Returns the present as an aware UTC datetime."""


def system_clock(*, offset: timedelta = timedelta()) -> Clock:
    """A clock of the machine's time plus `offset` (zero outside tests and rehearsals)."""

    def now() -> datetime:
        return datetime.now(UTC) + offset

    return now


def visit_day(moment: datetime) -> date:
    """The calendar day in Kashima (JST) on which `moment` falls."""
    return moment.astimezone(JST).date()
