"""How one frame's room is shared out between those who are near, the crowd and the town. Pure."""

from dataclasses import dataclass

from world_server.protocol.limits import (
    BEAT_MS,
    HERO_LIMIT,
    NEAR_LIMIT,
    POSE_BUDGET,
    POSE_HEADER_BYTES,
    POSE_RECORD_BYTES,
)

WRAPPING = POSE_HEADER_BYTES + 4
"""A frame's own header, and that of the WebSocket message around it."""

NEWS_SHARE, REPAIR_SHARE, CROWD_SHARE = 7, 10, 3
"""PS7, PS8: one in so many records; the crowd's of what heroes and town leave at the least."""

UNLIMITED = NEAR_LIMIT + HERO_LIMIT
"""Near records of a frame where there is no budget."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Records at most, a beat: `room` for heroes, near and crowd, and the town's two parts.

    The town's come in one frame of TOWN_BEATS, for so many beats together.
    """

    room: int
    heroes: int
    crowd: int
    news: int
    repairs: int

    def near(self, heroes: int) -> tuple[int, int]:
        """Beside so many heroes: how many may all be listed, and of more the nearest.

        Where not all can be listed, the crowd's share is left for those who are not the nearest.
        """
        left = self.room - heroes
        return min(NEAR_LIMIT, left), min(NEAR_LIMIT, left - self.crowd)


def shares_of(budget: int) -> Shares:
    """PS1: shares of so many bytes a second; 0 lists the nearest NEAR_LIMIT at every beat."""
    if not budget:
        usual = shares_of(POSE_BUDGET)
        return Shares(UNLIMITED, HERO_LIMIT, crowd=0, news=usual.news, repairs=usual.repairs)
    frame = (budget * BEAT_MS // 1000 - WRAPPING) // POSE_RECORD_BYTES
    heroes = min(HERO_LIMIT, max(1, frame // 6))
    news, repairs = max(1, frame // NEWS_SHARE), max(1, frame // REPAIR_SHARE)
    room = frame - news - repairs
    crowd = max(1, (room - heroes) // CROWD_SHARE)
    return Shares(room, heroes, crowd=crowd, news=news, repairs=repairs)
