"""Mirrored avatars of one instance: who is shown, under which number, for how long."""

from dataclasses import replace
from datetime import UTC, datetime

from world_server.live.attendance import Ledger
from world_server.live.comings import Comings
from world_server.live.mirrored import FIRST_NUMBER, ROOM, Mirrored
from world_server.live.stay import Guest, Stay
from world_server.presence.mirror import Gesture, Glimpse, Hero, Line
from world_server.protocol.geometry import SNAP_BIT, Bounds, Pose, WirePose
from world_server.protocol.limits import MIRROR_SECONDS
from world_server.protocol.messages import AvatarCard, Gathered, Said, Shown
from world_server.sim.world import World
from world_server.store.database import Database

BOUNDS = Bounds(min_x=-10, min_z=-10, max_x=10, max_z=10)
NOON = datetime(2026, 11, 22, 3, tzinfo=UTC)
HERE = WirePose(x=100, z=200, y=0, yaw=9)
THERE = WirePose(x=900, z=800, y=0, yaw=9)
GUIDE = Hero("guide", "ガイド", 7, "guide", HERE, 1)
STAFF = Hero("staff", "観光課", 8, "staff", THERE, 0)


class Hall:
    """One instance's side of the mirror."""

    def __init__(self, *, size: int = 64) -> None:
        self.world = World(BOUNDS, size=size)
        self.comings = Comings()
        self.at_home: dict[str, Stay] = {}
        self.told: list[Said | Shown | Gathered] = []
        self.shown: list[AvatarCard | None] = [None] * size
        self.now = 100.0
        self.mirrored = Mirrored(
            self.world,
            cards=self.shown,
            comings=self.comings,
            at_home=self.at_home,
            tell_all=self.told.append,
            beat=lambda: 1,
        )

    def sees(self, *heroes: Hero, source: str = "event-x.2", **more: object) -> None:
        glimpse = replace(Glimpse("o", source, 1, 0, heroes), **more)  # type: ignore[arg-type]
        self.mirrored.take(glimpse, glimpse.lines, now=self.now)

    def enters(self, visitor_id: str) -> Stay:
        ledger = Ledger(Database("sqlite+aiosqlite://"))
        guest = Guest(visitor_id=visitor_id, nickname=visitor_id, look=1, seat=1, attended_before=0)
        account = ledger.open(
            visitor_id=visitor_id, instance="event-x", event_id=1, began_at=NOON, now=self.now
        )
        body = self.world.add(Pose(0, 0, 0, 0), now=self.now, beat=1)
        stay = self.at_home[visitor_id] = Stay(guest, body=body, account=account, now=self.now)
        stay.is_shown = True
        return stay

    @property
    def cards(self) -> dict[str, int]:
        return {card.name: card.id for card in self.shown if card is not None}

    def stance(self, slot: int) -> tuple[int, int, int]:
        record = self.world.records(self.world.here())[slot]
        return int(record["x"]), int(record["z"]), int(record["state"])


def test_mi1_heroes_get_numbers_of_this_instance_far_from_those_of_visitors() -> None:
    hall = Hall()
    own = hall.enters("aiko")
    hall.sees(GUIDE, STAFF)
    assert hall.cards == {"ガイド": FIRST_NUMBER, "観光課": FIRST_NUMBER + 1}
    assert own.body.id == 1
    told = hall.comings.take()
    assert told is not None
    assert [(card.name, card.role) for card in told.came] == [
        ("ガイド", "guide"),
        ("観光課", "staff"),
    ]
    assert hall.stance(1) == (100, 200, 1)
    assert hall.stance(2) == (900, 800, 0)


def test_mi1_a_move_is_no_news_for_the_roster_and_a_new_name_is() -> None:
    hall = Hall()
    hall.sees(GUIDE)
    hall.comings.take()
    hall.sees(replace(GUIDE, pose=THERE))
    assert hall.stance(0) == (900, 800, 1)
    assert hall.comings.take() is None
    hall.sees(replace(GUIDE, name="案内人"))
    told = hall.comings.take()
    assert told is not None
    assert [(card.id, card.name) for card in told.came] == [(FIRST_NUMBER, "案内人")]


def test_mi1_a_number_that_was_given_back_is_used_again_as_late_as_possible() -> None:
    hall = Hall()
    seen: list[int] = []
    for _ in range(256):
        hall.sees(GUIDE)
        seen += hall.cards.values()
        hall.sees()
    assert len(set(seen)) == 256
    hall.sees(GUIDE)
    assert hall.cards == {"ガイド": seen[0]}


def test_mi1_there_is_room_for_so_many_heroes_and_their_leaving_makes_room() -> None:
    hall = Hall()
    crowd = [replace(GUIDE, visitor_id=f"g{n}", name=f"g{n}") for n in range(ROOM)]
    hall.sees(*crowd)
    hall.sees(STAFF, source="event-x.3")
    assert len(hall.mirrored) == ROOM
    assert "観光課" not in hall.cards
    hall.sees(*crowd[1:])
    hall.sees(STAFF, source="event-x.3")
    assert "観光課" in hall.cards


def test_mi1_a_full_world_and_a_place_outside_of_it_show_nobody() -> None:
    hall = Hall(size=1)
    hall.sees(replace(GUIDE, pose=WirePose(x=1001, z=0, y=0, yaw=0)))
    assert hall.cards == {}
    hall.sees(GUIDE)
    hall.sees(GUIDE, STAFF)
    assert list(hall.cards) == ["ガイド"]


def test_mi2_words_and_gestures_carry_the_number_known_here() -> None:
    hall = Hall()
    line = Line(1, "guide", "ガイド", NOON, "こちら", None)
    hall.sees(GUIDE, lines=(line,), gestures=(Gesture("guide", 2),))
    assert hall.told == [
        Said(speaker=FIRST_NUMBER, nickname="ガイド", at=NOON, text="こちら"),
        Shown(avatar=FIRST_NUMBER, emote=2),
    ]
    hall.told.clear()
    hall.sees(lines=(replace(line, text=None, phrase=4),))
    assert hall.told == [Said(speaker=FIRST_NUMBER, nickname="ガイド", at=NOON, phrase=4)]
    assert hall.cards == {}, "the last words of somebody who left are still theirs"
    hall.told.clear()
    hall.sees(lines=(line,), gestures=(Gesture("guide", 2),))
    assert hall.told == [], "nobody is there who could have said it"


def test_mi3_silence_takes_an_avatar_away_and_a_word_keeps_it() -> None:
    hall = Hall()
    hall.sees(GUIDE)
    hall.sees(STAFF, source="event-x.3")
    hall.now += MIRROR_SECONDS
    hall.sees(GUIDE)
    hall.mirrored.expire(hall.now)
    assert len(hall.cards) == 2
    hall.now += 0.1
    hall.mirrored.expire(hall.now)
    assert list(hall.cards) == ["ガイド"]
    assert len(hall.world.here()) == 1


def test_mi3_one_source_falling_silent_says_nothing_about_another() -> None:
    hall = Hall()
    hall.sees(GUIDE)
    hall.sees(STAFF, source="event-x.3")
    hall.sees(source="event-x.3")
    assert list(hall.cards) == ["ガイド"]


def test_mi4_of_two_that_tell_of_one_person_the_later_counts() -> None:
    hall = Hall()
    hall.sees(GUIDE)
    moved = replace(GUIDE, pose=THERE)
    hall.sees(moved, source="event-x.3")
    assert hall.stance(0) == (900, 800, 1 | SNAP_BIT), "nobody walked from there to here"
    hall.sees(GUIDE)
    hall.sees(moved, source="event-x.3")
    assert hall.stance(0) == (900, 800, 1)
    hall.sees()
    assert hall.cards == {"ガイド": FIRST_NUMBER}, "the one before has no say any more"
    hall.sees(source="event-x.3")
    assert hall.cards == {}


def test_mi4_when_the_later_one_falls_silent_the_earlier_counts_again() -> None:
    hall = Hall()
    hall.sees(GUIDE)
    hall.sees(replace(GUIDE, pose=THERE), source="event-x.3")
    hall.now += MIRROR_SECONDS / 2 + 0.1
    hall.sees(GUIDE)
    assert hall.stance(0) == (100, 200, 1 | SNAP_BIT)
    assert hall.cards == {"ガイド": FIRST_NUMBER}


def test_mi4_who_is_here_in_person_is_not_mirrored_and_speaks_under_their_own_number() -> None:
    hall = Hall()
    hall.sees(GUIDE)
    stay = hall.enters("guide")
    hall.mirrored.expire(hall.now)
    hall.sees(GUIDE, lines=(Line(1, "guide", "ガイド", NOON, "二人?", None),))
    assert hall.cards == {}
    assert hall.told == [Said(speaker=stay.body.id, nickname="ガイド", at=NOON, text="二人?")]
    stay.is_shown = False
    hall.sees(GUIDE)
    assert list(hall.cards) == ["ガイド"], "whoever lost the connection here is seen from there"
