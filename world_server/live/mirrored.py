"""The heroes of one instance: those who are in it, and those mirrored in from its siblings.

A mirrored avatar has a body in this world and a card in the roster, and nothing else: no stay, no
seat, no account, nothing to come back to, and it is never told on to others.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Mapping, MutableSequence
from dataclasses import dataclass

from world_server.live.comings import Comings
from world_server.live.stay import Stay
from world_server.presence.mirror import (
    CALL,
    MOST_HEROES,
    MOST_LINES,
    Gesture,
    Glimpse,
    Hero,
    Line,
)
from world_server.protocol.geometry import SNAP_BIT, Pose
from world_server.protocol.limits import MIRROR_SECONDS
from world_server.protocol.messages import AvatarCard, Gathered, Said, Shown
from world_server.sim.world import LAST_ID, Body, World

log = logging.getLogger(__name__)

ROOM = MOST_HEROES
"""Slots of a world beyond those of its own visitors."""

FIRST_NUMBER = LAST_ID - 0xFF
"""Mirrored avatars are numbered from the other end, in turns of 256: after a restart visitors come
back to their own numbers, and must not find a guide there."""

TAKEN_OVER_SECONDS = MIRROR_SECONDS / 2
"""A source that was silent for so long has no claim on its avatars any more."""

Source = tuple[str, str]
"""Who tells: the run of a world process, and the instance's name."""

Deed = Said | Shown | Gathered
"""What a hero does that everybody hears or sees."""


class HeroesHere:
    """The guide and the staff who are in this instance, and what they did since last asked."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._stays: dict[str, Stay] = {}
        self._deeds: deque[tuple[str, Deed]] = deque(maxlen=MOST_LINES)
        self.overhear: Callable[[Stay, Deed], None] | None = None
        """Told of each deed while this instance is recorded."""

    def note(self, stay: Stay) -> None:
        """Somebody came in, or in again with another ticket."""
        if stay.guest.is_hero:
            self._stays[stay.guest.visitor_id] = stay
        else:
            self.gone(stay)

    def gone(self, stay: Stay) -> None:
        """Somebody's stay ended."""
        self._stays.pop(stay.guest.visitor_id, None)

    def did(self, stay: Stay, deed: Deed) -> None:
        """Somebody spoke or showed an emote."""
        if stay.guest.visitor_id in self._stays:
            self._deeds.append((stay.guest.visitor_id, deed))
            if self.overhear is not None:
                self.overhear(stay, deed)

    def leading(self, role: str) -> Stay | None:
        """Who of that role is seen here; of several, who came first."""
        seen = (stay for stay in self._stays.values() if stay.is_shown and stay.guest.role == role)
        return next(seen, None)

    def now(self) -> tuple[Hero, ...]:
        """Those who are seen here now; of very many those who came first."""
        seen = [stay for stay in self._stays.values() if stay.is_shown]
        return tuple(self._hero(stay) for stay in seen[:MOST_HEROES])

    def deeds(self) -> list[tuple[str, Deed]]:
        """Who did what since the last time this was asked."""
        done = list(self._deeds)
        self._deeds.clear()
        return done

    def _hero(self, stay: Stay) -> Hero:
        guest = stay.guest
        pose, state = self._world.stance(stay.body)
        return Hero(
            visitor_id=guest.visitor_id,
            name=guest.nickname,
            look=guest.look,
            role=guest.role,
            pose=pose,
            state=state,
        )


@dataclass(slots=True)
class _Shade:
    """One mirrored avatar, and who tells of it."""

    body: Body
    source: Source
    heard_at: float


class Mirrored:
    """MI1 to MI4: the avatars of heroes who are in a sibling of this instance."""

    def __init__(
        self,
        world: World,
        *,
        cards: MutableSequence[AvatarCard | None],
        comings: Comings,
        at_home: Mapping[str, Stay],
        tell_all: Callable[[Deed], object],
        beat: Callable[[], int],
    ) -> None:
        """`cards` holds, by slot, who is to be seen; `at_home` who is here in person."""
        self._world = world
        self._cards = cards
        self._comings = comings
        self._at_home = at_home
        self._tell_all = tell_all
        self._beat = beat
        self._shades: dict[str, _Shade] = {}
        self._told: dict[Source, frozenset[str]] = {}
        self._turn = 0

    def __len__(self) -> int:
        return len(self._shades)

    def take(self, glimpse: Glimpse, lines: Iterable[Line], *, now: float) -> None:
        """MI1, MI2: a sibling's heroes as they are now, and what of theirs is to be heard."""
        source = (glimpse.origin, glimpse.instance)
        before = self._told.get(source, frozenset())
        for hero in glimpse.heroes:
            if not self._is_here(hero.visitor_id):
                self._show(hero, source, is_new=hero.visitor_id not in before, now=now)
        for line in lines:
            self._say(line)
        for gesture in glimpse.gestures:
            self._gesture(gesture)
        told = frozenset(hero.visitor_id for hero in glimpse.heroes)
        for visitor_id in before - told:
            if self._owner(visitor_id) == source:
                self._drop(visitor_id)
        if told:
            self._told[source] = told
        else:
            self._told.pop(source, None)

    def expire(self, now: float) -> None:
        """MI3, MI4: who is not told of any more, or came here in person, is not mirrored."""
        for visitor_id, shade in tuple(self._shades.items()):
            is_silent = now - shade.heard_at > MIRROR_SECONDS
            if is_silent or self._is_here(visitor_id):
                self._drop(visitor_id)
            if is_silent:
                self._told.pop(shade.source, None)

    def _is_here(self, visitor_id: str) -> bool:
        stay = self._at_home.get(visitor_id)
        return stay is not None and stay.is_shown

    def _owner(self, visitor_id: str) -> Source | None:
        shade = self._shades.get(visitor_id)
        return None if shade is None else shade.source

    def _show(self, hero: Hero, source: Source, *, is_new: bool, now: float) -> None:
        shade, snap = self._shades.get(hero.visitor_id), 0
        if shade is None:
            shade = self._appear(hero, source, now)
        elif shade.source != source:
            # One person, one avatar: told of by two instances, they are where they came last.
            if not is_new and now - shade.heard_at <= TAKEN_OVER_SECONDS:
                return
            shade.source, snap = source, SNAP_BIT
        if shade is None:
            return
        shade.heard_at = now
        card = _card(hero, shade.body)
        if card != self._cards[shade.body.slot]:
            self._cards[shade.body.slot] = card
            self._comings.came(card)
        self._world.follow(shade.body, hero.pose, hero.state | snap, beat=self._beat())

    def _appear(self, hero: Hero, source: Source, now: float) -> _Shade | None:
        world = self._world
        if len(self._shades) >= ROOM or len(world) >= world.size or not world.may_stand(hero.pose):
            log.warning("a hero of another instance cannot be shown here")
            return None
        number = FIRST_NUMBER + self._turn
        self._turn = (self._turn + 1) % (LAST_ID - FIRST_NUMBER + 1)
        # Put anywhere: the pose follows in the same step, before anybody is shown anything.
        corner = Pose(x=world.bounds.min_x, y=world.bounds.min_y, z=world.bounds.min_z, yaw=0.0)
        body = world.add(corner, now=now, beat=self._beat(), avatar_id=number, hero=True)
        shade = self._shades[hero.visitor_id] = _Shade(body=body, source=source, heard_at=now)
        return shade

    def _drop(self, visitor_id: str) -> None:
        shade = self._shades.pop(visitor_id)
        self._cards[shade.body.slot] = None
        self._world.remove(shade.body)
        self._comings.left(shade.body.id)

    def _number(self, visitor_id: str) -> int | None:
        """The number under which people here know a hero."""
        if self._is_here(visitor_id):
            return self._at_home[visitor_id].body.id
        shade = self._shades.get(visitor_id)
        return None if shade is None else shade.body.id

    def _say(self, line: Line) -> None:
        number = self._number(line.visitor_id)
        if number is not None:
            self._tell_all(
                Said(
                    speaker=number,
                    nickname=line.name,
                    at=line.at,
                    text=line.text,
                    phrase=line.phrase,
                )
            )

    def _gesture(self, gesture: Gesture) -> None:
        number = self._number(gesture.visitor_id)
        if number is None:
            return
        if gesture.emote != CALL:
            self._tell_all(Shown(avatar=number, emote=gesture.emote))
        elif (card := self._called(gesture.visitor_id)) is not None:
            self._tell_all(Gathered(avatar=number, nickname=card.name))

    def _called(self, visitor_id: str) -> AvatarCard | None:
        """How a hero is called here."""
        if self._is_here(visitor_id):
            return self._at_home[visitor_id].card
        shade = self._shades.get(visitor_id)
        return None if shade is None else self._cards[shade.body.slot]


def _card(hero: Hero, body: Body) -> AvatarCard:
    return AvatarCard(id=body.id, name=hero.name, look=hero.look, role=hero.role)
