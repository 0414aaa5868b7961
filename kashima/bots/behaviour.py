"""What one bot does next: wander, look, follow, talk, wave, drop out. Pure, and sure by its seed.

`think` is asked once a beat and answers with acts; whoever asks carries them out, and tells what
came of it (`placed`). Seconds are of any steadily growing clock.
"""

import math
from dataclasses import dataclass
from random import Random

from kashima.bots.habits import LINES, RUN_SPEED, WALK_SPEED, Habits
from kashima.bots.sight import Sight
from kashima.bots.streets import Spot, Streets
from world_server.protocol.geometry import Gait, Pose
from world_server.protocol.limits import EMOTES, PHRASES

SLOWEST = 1.2
ASIDE_METRES = 1.2
"""How far from the middle of a street a bot keeps, so that they do not walk in single file."""

NEAR_METRES = 25.0
"""Who is this near is walked to straight."""

COMPANY_METRES = 2.5
"""How near to somebody one stands."""

STALE_BEAT = 0.5
"""Seconds a late beat may make up for in one step, well within the reach of MV5."""

LOOK_SECONDS = 2.5
"""While resting: from one glance to the next."""


@dataclass(frozen=True, slots=True)
class Step:
    """Stand or walk: be at `pose` from now on."""

    pose: Pose
    gait: Gait


@dataclass(frozen=True, slots=True)
class Speak:
    """Say a line, or the preset phrase of that number."""

    text: str | None = None
    phrase: int | None = None


@dataclass(frozen=True, slots=True)
class Gesture:
    """Show the emote of that number."""

    emote: int


@dataclass(frozen=True, slots=True)
class DropOut:
    """Lose the line without a word, and come back after so many seconds."""

    seconds: float


Act = Step | Speak | Gesture | DropOut


class Behaviour:
    """One bot's mind; the same seed and the same sights give the same acts."""

    def __init__(self, streets: Streets, *, seed: int, habits: Habits, language: str) -> None:
        self._streets = streets
        self._habits = habits
        self._lines = LINES[language]
        self._dice = Random(seed)
        turn, away = self._dice.uniform(0, math.tau), self._dice.uniform(0, ASIDE_METRES)
        self._aside = (away * math.sin(turn), away * math.cos(turn))
        self._pace = self._dice.uniform(SLOWEST, WALK_SPEED)
        self._pose = Pose(0, 0, 0, 0)
        self._way: list[Spot] = []
        self._speed = self._pace
        self._follows: int | None = None
        self._follows_until = 0.0
        self._thought_at: float | None = None
        self._rests_until = 0.0
        self._looks_at = 0.0
        self._due: dict[str, float] = {}
        self._is_walking = False

    def placed(self, pose: Pose) -> None:
        """The town says that the bot stands there: after coming in, or when it was put right."""
        self._pose = pose
        self._way = []
        self._thought_at = None

    def think(self, now: float, sight: Sight, *, may_talk: bool) -> list[Act]:
        """What to do at `now`; `may_talk`: whether free text is allowed where the bot is."""
        since = 0.0 if self._thought_at is None else min(now - self._thought_at, STALE_BEAT)
        self._thought_at = now
        acts: list[Act] = []
        if (step := self._move(now, since, sight)) is not None:
            acts.append(step)
        if self._is_due("talk", self._habits.talk_seconds, now):
            acts.append(self._say(may_talk=may_talk))
        if self._is_due("emote", self._habits.emote_seconds, now):
            acts.append(Gesture(self._dice.randint(1, EMOTES)))
        if self._is_due("drop", self._habits.drop_seconds, now):
            acts.append(DropOut(self._gap()))
        return acts

    # ── walking ─────────────────────────────────────────────────────────────

    def _move(self, now: float, since: float, sight: Sight) -> Step | None:
        self._attend(now, sight)
        if self._way:
            return self._walk(since)
        if self._is_walking:
            self._is_walking = False
            self._rests_until = now + self._spread(self._habits.rest_seconds)
            self._looks_at = now + LOOK_SECONDS
            return Step(self._pose, Gait.STAND)
        if now >= self._rests_until and self._follows is None:
            self._choose(now, sight)
            return None
        return self._look(now)

    def _choose(self, now: float, sight: Sight) -> None:
        """Where to next: after the guide if there is one, after somebody, or to a place."""
        lead = sight.lead()
        others = sight.others()
        if lead is not None:
            self._follow(lead, now)
        elif others and self._dice.random() < self._habits.follow_chance:
            self._follow(self._dice.choice(others), now)
        else:
            name = self._dice.choice(sorted(self._streets.places))
            self._go(self._streets.places[name])
        runs = self._dice.random() < self._habits.run_chance
        self._speed = RUN_SPEED if runs else self._pace

    def _follow(self, avatar: int, now: float) -> None:
        self._follows = avatar
        self._follows_until = now + self._spread(self._habits.follow_seconds)

    def _attend(self, now: float, sight: Sight) -> None:
        """Keep up with whom one follows; let go when they are gone or it has been long enough."""
        if self._follows is None:
            return
        there = sight.where(self._follows)
        if there is None or now >= self._follows_until:
            self._follows = None
            return
        far = self._spot.far(there)
        if far <= COMPANY_METRES:
            self._way = []
        elif far <= NEAR_METRES:
            short = COMPANY_METRES / far * 0.8
            self._way = [
                Spot(*(b + (a - b) * short for a, b in zip(self._spot, there, strict=True)))
            ]
        elif not self._way or self._way[-1].far(there) > NEAR_METRES:
            self._go(self._streets.nearest(there))

    def _go(self, goal: int) -> None:
        east, south = self._aside
        way = self._streets.way(self._spot, goal)
        self._way = [Spot(spot.x + east, spot.y, spot.z + south) for spot in way]

    def _walk(self, since: float) -> Step:
        """Go on along the way for so many seconds."""
        self._is_walking = True
        left = self._speed * since
        here, yaw = self._spot, self._pose.yaw
        while self._way:
            there = self._way[0]
            stretch = math.dist(here, there)  # a climb takes its time too
            if stretch > 0:
                yaw = math.atan2(there.x - here.x, there.z - here.z)
            if stretch > left:
                share = left / stretch
                here = Spot(*(a + (b - a) * share for a, b in zip(here, there, strict=True)))
                break
            left -= stretch
            here = self._way.pop(0)
        self._pose = Pose(here.x, here.y, here.z, yaw)
        return Step(self._pose, Gait.RUN if self._speed > WALK_SPEED else Gait.WALK)

    def _look(self, now: float) -> Step | None:
        """Now and then another way, while resting."""
        if now < self._looks_at:
            return None
        self._looks_at = now + self._spread(LOOK_SECONDS)
        yaw = self._pose.yaw + self._dice.uniform(-1.5, 1.5)
        self._pose = Pose(self._pose.x, self._pose.y, self._pose.z, yaw)
        return Step(self._pose, Gait.STAND)

    @property
    def _spot(self) -> Spot:
        return Spot(self._pose.x, self._pose.y, self._pose.z)

    # ── the rest ────────────────────────────────────────────────────────────

    def _say(self, *, may_talk: bool) -> Speak:
        if may_talk and self._dice.random() < 0.5:  # noqa: PLR2004  as often as a phrase
            return Speak(text=self._dice.choice(self._lines))
        return Speak(phrase=self._dice.randint(1, PHRASES))

    def _gap(self) -> float:
        """A lost line: mostly a blink, sometimes a tunnel, sometimes longer than one is kept."""
        return self._dice.choice(
            [
                self._dice.uniform(0.2, 3),
                self._dice.uniform(0.2, 3),
                self._dice.uniform(5, 25),
                self._dice.uniform(32, 45),
            ]
        )

    def _is_due(self, what: str, mean: float, now: float) -> bool:
        if mean <= 0:
            return False
        due = self._due.get(what)
        if due is None or now >= due:
            self._due[what] = now + self._spread(mean)
        return due is not None and now >= due

    def _spread(self, mean: float) -> float:
        """An exponential wait of that mean, never far beyond what one would expect."""
        return min(self._dice.expovariate(1 / mean), 4 * mean) if mean > 0 else 0.0
