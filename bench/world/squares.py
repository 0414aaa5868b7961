"""Where people walk, and where each of them stands at the beginning."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from world_server.presence.stays import KeptStay
from world_server.store.clock import system_clock
from world_server.store.visitors import Passport


@dataclass(frozen=True, slots=True)
class Square:
    """Where people walk: the corner and the side, in metres."""

    name: str
    left: float
    top: float
    side: float

    def options(self) -> dict[str, object]:
        """For the generator."""
        return {"left": self.left, "top": self.top, "side": self.side}


PLAZA = Square("plaza", left=-154, top=230, side=200)
CROWD = Square("crowd", left=-69, top=315, side=30)
"""Both around the arrival gate, inside the town's bounds."""

SQUARES = (PLAZA, CROWD)
STREET_METRES = 2.0


def places_in(passports: Sequence[Passport], square: Square) -> dict[str, KeptStay]:
    """Everybody stands somewhere in the square, as if another world had left them there."""
    dice = random.Random(1)
    now = system_clock()()
    return {
        passport.visitor_id: KeptStay(
            avatar=number,
            x=square.left + dice.random() * square.side,
            y=STREET_METRES,
            z=square.top + dice.random() * square.side,
            yaw=0.0,
            visit_id=None,
            active_seconds=0,
            measured_at=now,
        )
        for number, passport in enumerate(passports, 1)
    }
