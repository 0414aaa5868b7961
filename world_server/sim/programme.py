"""When a recorded guide sets out, and with which tour: a rule of the clock alone. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from world_server.sim.script import Script

KASHIMA_AHEAD = 9 * 3600
"""Seconds that Kashima's clock is ahead of UTC; Japan has no summer time."""

TURNS = 8
"""Runs that follow each other have different numbers, in turns of so many (ID1)."""


@dataclass(frozen=True, slots=True)
class Walked:
    """A tour as a recorded guide walks it."""

    tour: str
    script: Script


@dataclass(frozen=True, slots=True)
class Run:
    """One walk of a recorded guide: its tour, when it began, and how many seconds ago."""

    walked: Walked
    begun: datetime
    seconds: float
    turn: int


@dataclass(frozen=True, slots=True)
class Programme:
    """RG2: every `period` seconds, counted from midnight in Kashima, the next of the tours."""

    tours: Sequence[Walked] = ()
    period: int = 3600

    def __post_init__(self) -> None:
        for walked in self.tours:
            if walked.script.seconds > self.period:
                message = f"{walked.tour} takes {walked.script.seconds:.0f} s of {self.period}"
                raise ValueError(message)

    def at(self, moment: datetime) -> Run | None:
        """The walk that is under way at that moment, if there is one."""
        if not self.tours:
            return None
        seconds = moment.timestamp() + KASHIMA_AHEAD
        number, since = int(seconds // self.period), seconds % self.period
        walked = self.tours[number % len(self.tours)]
        if since > walked.script.seconds:
            return None
        begun = datetime.fromtimestamp(number * self.period - KASHIMA_AHEAD, UTC)
        return Run(walked=walked, begun=begun, seconds=since, turn=number % TURNS)


NOTHING = Programme()
"""No recorded guide at all."""
