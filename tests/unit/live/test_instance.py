"""One instance with its time in the test's hand: coming, going, coming back, speaking, the end."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from fixed_time import MORNING, ManualClock
from heard import HeardConnection

from world_server.errors import NotAllowed, TooMany, Unavailable
from world_server.live.attendance import Ledger
from world_server.live.happening import Happening
from world_server.live.inheritance import Inheritance
from world_server.live.instance import FAREWELL_SECONDS, Instance
from world_server.live.log import Log
from world_server.live.stay import Guest, Stay
from world_server.metrics import Metrics
from world_server.presence.stays import KeptStay
from world_server.protocol.closing import Close, bye
from world_server.protocol.geometry import SNAP_BIT, Bounds, Gait, Pose
from world_server.protocol.limits import KEPT_MESSAGES, ROSTER_PAGE, SAID_AT_ONCE
from world_server.protocol.messages import Announced, BadgeNews, Said
from world_server.protocol.moves import Move, encode_move
from world_server.protocol.requests import Lane, Say, Show
from world_server.sim.town import Place, Town
from world_server.store.database import Database
from world_server.store.tables.event import EventState

BOUNDS = Bounds(min_x=-200, min_z=-200, max_x=200, max_z=200)
TOWN = Town(
    bounds=BOUNDS,
    spawn=Pose(0, 0, 0, 0),
    places=(Place(id="brewery", pose=Pose(50, 2, 50, 1), radius=10),),
)
WALK = Happening(
    id=4,
    slug="sake",
    title="酒蔵さんぽ",
    place="brewery",
    state=EventState.OPEN,
    starts_at=MORNING,
    ends_at=MORNING + timedelta(hours=1),
    capacity=20,
    needed_seconds=600,
    announcements=(),
)


LOG_BEGAN = 1000


def kept(*, avatar: int = 900, x: float = 12, z: float = -7) -> KeptStay:
    """What another world left behind of a stay."""
    return KeptStay(avatar, x, 1, z, 2, visit_id=7, active_seconds=40, measured_at=MORNING)


class Scene:
    """An instance, its clock and its people."""

    def __init__(
        self,
        happening: Happening | None = None,
        *,
        capacity: int = 20,
        left: Mapping[str, KeptStay] | None = None,
    ) -> None:
        self.clock = ManualClock()
        self.now = 1000.0
        self.metrics = Metrics()
        self.ledger = Ledger(Database("sqlite+aiosqlite://"))
        self.instance = Instance(
            "public" if happening is None else "event-sake",
            town=TOWN,
            capacity=capacity,
            happening=happening,
            ledger=self.ledger,
            log=Log(first=LOG_BEGAN),
            inheritance=Inheritance(left or {}, now=self.now),
            said=self.hear,
            clock=self.clock,
            metrics=self.metrics,
            now=self.now,
        )

    def enters(
        self,
        name: str = "aiko",
        *,
        after: int | None = None,
        lane: Lane = Lane.COMPACT,
        known: bool = True,
        role: str = "visitor",
    ) -> HeardConnection:
        connection = HeardConnection(lane)
        connection.time = self.now
        guest = Guest(
            visitor_id=name,
            nickname=name.title(),
            look=5,
            seat=1,
            attended_before=0,
            role=role,
        )
        self.instance.attach(
            name, connection, guest=guest if known else None, after=after, now=self.now
        )
        return connection

    def stay(self, name: str = "aiko") -> Stay:
        return self.instance.stays[name]

    def passes(self, seconds: float) -> None:
        """Time passes with a beat each 0.1 s and a sweep each 0.5 s."""
        for step in range(1, round(seconds * 10) + 1):
            self.now += 0.1
            self.clock.advance(seconds=0.1)
            self.instance.beat(self.now)
            if step % 5 == 0:
                self.instance.sweep(self.now)

    def hear(self) -> None:
        """What was said is told at once, by a keeper of the log that need not wait for Redis."""
        batch = self.instance.conversation.log.take()
        if batch is not None:
            self.instance.conversation.tell_said(batch)

    def loses(self, connection: HeardConnection) -> None:
        connection.time = self.now
        connection.lost()


@pytest.fixture
def scene() -> Scene:
    return Scene()


@pytest.fixture
def event() -> Scene:
    return Scene(WALK)


def test_jn4_nu3_welcome_comes_first_and_the_poses_of_its_avatars_right_after(scene: Scene) -> None:
    aiko = scene.enters()
    assert aiko.told[0][0] == "welcome"
    assert [frame.records["id"].tolist() for frame in aiko.frames] == [[1]]
    welcome = aiko.all("welcome")[0]
    assert (welcome["n"], welcome["resumed"], welcome["event"]) == (LOG_BEGAN, False, None)
    assert welcome["people"] == 1
    assert welcome["avatars"] == [{"id": 1, "name": "Aiko", "look": 5, "role": "visitor"}]


def test_ro1_those_inside_hear_who_comes_and_goes_once_a_beat(scene: Scene) -> None:
    aiko = scene.enters("aiko")
    scene.passes(0.1)
    for name in ("kenji", "ploy", "min"):
        scene.enters(name)
    scene.passes(0.1)
    told = aiko.all("avatars")[-1]
    assert [card["name"] for card in told["came"]] == ["Kenji", "Ploy", "Min"]
    scene.instance.leave("kenji", bye(Close.LEFT), now=scene.now)
    scene.passes(0.1)
    assert aiko.all("avatars")[-1] == {"came": [], "left": [2]}
    heard = len(aiko.all("avatars"))
    scene.passes(1)
    assert len(aiko.all("avatars")) == heard


def test_nu1_nu3_what_is_said_has_the_same_next_number_for_all(event: Scene) -> None:
    aiko, kenji = event.enters("aiko"), event.enters("kenji")
    for _ in range(3):
        event.instance.say(event.stay("kenji"), Say(text="こんにちは"), now=event.now)
        event.instance.show(event.stay("aiko"), Show(emote=1), now=event.now)
        event.passes(0.3)
    assert aiko.numbers == list(range(LOG_BEGAN, LOG_BEGAN + 7))
    assert aiko.numbers == kenji.numbers


def test_jn8_a_second_tab_takes_the_avatar_over_and_the_first_is_told(scene: Scene) -> None:
    first = scene.enters()
    kenji = scene.enters("kenji")
    scene.passes(0.2)
    heard = len(kenji.told)
    second = scene.enters()
    scene.passes(0.2)
    assert first.ended is not None
    assert first.ended.code == "another-tab"
    assert second.all("welcome")[0]["avatar"] == first.all("welcome")[0]["avatar"]
    assert second.all("welcome")[0]["resumed"] is False
    assert second.numbers == [LOG_BEGAN]
    assert [name for name, _ in kenji.told[heard:] if name == "avatars"] in ([], ["avatars"])
    assert all(not news["left"] for news in kenji.all("avatars"))
    scene.loses(first)
    assert scene.stay().connection is second


def test_rs1_rs2_back_within_thirty_seconds_with_what_was_missed(event: Scene) -> None:
    aiko = event.enters("aiko")
    event.enters("kenji")
    event.passes(0.5)
    event.instance.say(event.stay("kenji"), Say(text="ひとつめ"), now=event.now)
    last = aiko.numbers[-1]
    event.loses(aiko)
    event.instance.say(event.stay("kenji"), Say(text="ふたつめ"), now=event.now)
    event.passes(20)
    event.instance.say(event.stay("kenji"), Say(phrase=3), now=event.now)
    back = event.enters("aiko", after=last, known=False)
    said = [body.get("text", body.get("phrase")) for body in back.all("chat")]
    assert said == ["ふたつめ", 3]
    assert back.told[-1][0] == "welcome"
    welcome = back.all("welcome")[0]
    assert welcome["resumed"] is True
    assert welcome["avatar"] == aiko.all("welcome")[0]["avatar"]
    assert back.numbers == sorted(back.numbers)
    assert back.numbers[0] == last + 1
    assert {card["name"] for card in welcome["avatars"]} == {"Aiko", "Kenji"}


def test_rs1_the_avatar_stands_where_it_stood(scene: Scene) -> None:
    aiko = scene.enters()
    assert aiko.moves is not None
    move = Move(seq=1, pose=BOUNDS.pack(Pose(3, 0, 2, 1)), gait=Gait.WALK)
    aiko.moves(encode_move(move))
    scene.passes(0.2)
    scene.loses(aiko)
    scene.passes(29)
    back = scene.enters(after=aiko.numbers[-1], known=False)
    pose = back.all("welcome")[0]["pose"]
    assert (pose["x"], pose["z"]) == (3, 2)


def test_rs1_after_thirty_seconds_the_visit_is_over(scene: Scene) -> None:
    aiko = scene.enters()
    scene.loses(aiko)
    scene.passes(31)
    assert scene.instance.stays == {}
    assert [guest.visitor_id for guest, _ in scene.instance.gone] == ["aiko"]
    with pytest.raises(Unavailable):
        scene.enters(after=1, known=False)


def test_rs3_without_a_number_or_with_a_wrong_one_everything_begins_again(scene: Scene) -> None:
    aiko = scene.enters()
    scene.passes(0.2)
    scene.loses(aiko)
    for after in (None, 99_999):
        back = scene.enters(after=after)
        assert back.all("welcome")[0]["resumed"] is False
        scene.loses(back)


def test_rs3_more_missed_than_kept_is_a_new_start(event: Scene) -> None:
    aiko = event.enters("aiko")
    kenji = event.stay("kenji") if event.enters("kenji") else None
    assert kenji is not None
    event.passes(0.1)
    event.loses(aiko)
    for _ in range(KEPT_MESSAGES + 1):
        event.now += 2
        event.instance.say(kenji, Say(phrase=1), now=event.now)
    back = event.enters("aiko", after=aiko.numbers[-1])
    assert back.all("welcome")[0]["resumed"] is False
    assert back.all("chat") == []


def test_rs4_after_a_restart_pose_and_number_are_taken_from_what_was_kept() -> None:
    scene = Scene(left={"aiko": kept(avatar=900, x=12, z=-7)})
    aiko = scene.enters(after=77)
    welcome = aiko.all("welcome")[0]
    assert (welcome["avatar"], welcome["resumed"], welcome["n"]) == (900, False, LOG_BEGAN)
    assert (welcome["pose"]["x"], welcome["pose"]["z"]) == (12, -7)


def test_rs4_the_log_of_the_world_before_is_told_again_to_who_comes_back() -> None:
    scene = Scene(left={"aiko": kept()})
    before = Log(first=7)
    before.put(Said(speaker=2, nickname="Kenji", at=MORNING, phrase=3))
    batch = before.take()
    assert batch is not None
    before.tell(batch)
    scene.instance.conversation.log = Log(first=LOG_BEGAN, kept=before.kept)
    aiko = scene.enters(after=7)
    assert [body["phrase"] for body in aiko.all("chat")] == [3]
    assert aiko.all("welcome")[0]["resumed"] is True
    stranger = scene.enters("kenji", after=7)
    assert stranger.all("welcome")[0]["resumed"] is False
    assert stranger.all("chat") == []


def test_rs4_after_thirty_seconds_nothing_is_kept_and_the_visit_is_written_down() -> None:
    scene = Scene(left={"aiko": kept(), "kenji": kept(avatar=901)})
    assert scene.instance.settle("aiko")
    assert not scene.instance.settle("aiko")
    assert [account.visit_id for account in scene.ledger._accounts] == [7]
    scene.passes(31)
    assert len(scene.ledger) == 2, "the one who did not come back"
    account = list(scene.ledger._accounts)[-1]
    assert (account.visitor_id, account.total, account.ended_at) == ("kenji", 40, MORNING)
    assert scene.enters().all("welcome")[0]["avatar"] != 900


def test_rs4_a_kept_pose_outside_the_town_is_not_believed() -> None:
    scene = Scene(left={"aiko": kept(x=9999)})
    aiko = scene.enters()
    assert aiko.all("welcome")[0]["pose"]["x"] == 0


def test_ro2_a_newcomer_to_a_full_town_meets_the_nearest_first_and_all_in_the_end() -> None:
    scene = Scene(capacity=450)
    for number in range(349):
        role = "guide" if number == 0 else "visitor"
        line = scene.enters(f"v{number}", role=role)
        assert line.moves is not None
        scene.instance.world.put(
            scene.stay(f"v{number}").body, Pose(number / 2, 0, 0, 0), now=scene.now, beat=1
        )
    scene.passes(2)
    late = scene.enters("late")
    welcome = late.all("welcome")[0]
    assert welcome["people"] == 350
    assert len(welcome["avatars"]) == ROSTER_PAGE
    assert {card["name"] for card in welcome["avatars"]} >= {"Late", "V0", "V1", "V90"}
    assert len(late.frames[0].records) == ROSTER_PAGE
    scene.passes(1)
    met = {card["id"] for news in late.all("avatars") for card in news["came"]}
    met |= {card["id"] for card in welcome["avatars"]}
    assert len(met) == 350
    pages = [news for news in late.all("avatars") if len(news["came"]) > 1]
    assert all(len(news["came"]) <= ROSTER_PAGE for news in pages)
    seen = {one for frame in late.frames for one in frame.records["id"].tolist()}
    assert met <= seen
    told = len(late.told)
    scene.passes(2)
    assert len(late.told) == told, "introduced once"


def test_lm7_a_full_hall_passes_on_no_more_than_anybody_can_read() -> None:
    scene = Scene(capacity=60)
    for number in range(50):
        scene.enters(f"v{number}")
    guide = scene.enters("guide", role="guide")
    for number in range(SAID_AT_ONCE):
        scene.instance.say(scene.stay(f"v{number}"), Say(phrase=1), now=scene.now)
    with pytest.raises(TooMany):
        scene.instance.say(scene.stay("v49"), Say(phrase=1), now=scene.now)
    scene.instance.say(scene.stay("guide"), Say(phrase=2), now=scene.now)
    assert guide.all("chat")[-1]["phrase"] == 2
    scene.passes(1)
    scene.instance.say(scene.stay("v48"), Say(phrase=1), now=scene.now)


def test_bd1_a_badge_that_changed_while_away_is_in_the_welcome(event: Scene) -> None:
    aiko = event.enters("aiko")
    event.loses(aiko)
    event.stay().tell_badge(BadgeNews(id=3, title="酒蔵", state="mined", proof=None))
    back = event.enters("aiko", after=aiko.numbers[-1], known=False)
    assert [news["state"] for news in back.all("welcome")[0]["badges"]] == ["mined"]


def test_rs5_a_blink_shows_nothing_and_a_longer_gap_shows_the_avatar_leave(scene: Scene) -> None:
    aiko, kenji = scene.enters("aiko"), scene.enters("kenji")
    scene.passes(0.5)
    heard = len(kenji.all("avatars"))
    scene.loses(aiko)
    scene.passes(0.9)
    back = scene.enters("aiko", after=aiko.numbers[-1], known=False)
    scene.passes(0.5)
    assert len(kenji.all("avatars")) == heard
    scene.loses(back)
    scene.passes(1.6)
    assert kenji.all("avatars")[-1]["left"] == [1]
    assert 1 not in kenji.frames[-1].records["id"].tolist()
    scene.enters("aiko", after=back.numbers[-1], known=False)
    scene.passes(0.2)
    assert [card["id"] for card in kenji.all("avatars")[-1]["came"]] == [1]


def test_ro1_in_a_full_hall_who_came_is_told_on_every_third_beat() -> None:
    hall = Scene(capacity=300)
    aiko = hall.enters("aiko")
    for number in range(200):
        hall.enters(f"v{number}")
    hall.passes(0.6)
    told = len(aiko.all("avatars"))
    for number in range(12):
        hall.enters(f"late{number}")
        hall.passes(0.1)
    news = aiko.all("avatars")[told:]
    assert [len(one["came"]) for one in news] == [3, 3, 3, 3]


def test_ps1_one_frame_a_beat_at_most(scene: Scene) -> None:
    aiko, kenji = scene.enters("aiko"), scene.enters("kenji")
    scene.passes(1)
    aiko.frames.clear()
    for step in range(50):
        assert kenji.moves is not None
        pose = BOUNDS.pack(Pose(step * 0.1, 0, 1, 0))
        kenji.moves(encode_move(Move(seq=step, pose=pose, gait=Gait.WALK)))
        scene.passes(0.1)
    assert len(aiko.frames) == 50
    assert {frame.near for frame in aiko.frames} == {1}
    stamps = [frame.server_ms for frame in aiko.frames]
    assert all(90 <= b - a <= 110 for a, b in pairwise(stamps))


def test_ps8_who_stands_still_comes_up_with_everybody_in_turn(scene: Scene) -> None:
    aiko, _ = scene.enters("aiko"), scene.enters("kenji")
    scene.passes(1)
    aiko.frames.clear()
    scene.passes(1)
    assert [frame.near for frame in aiko.frames] == [0, 0]
    assert [frame.records["id"].tolist() for frame in aiko.frames] == [[1, 2]] * 2


def test_ps3_a_change_is_near_on_three_beats(scene: Scene) -> None:
    aiko, kenji = scene.enters("aiko"), scene.enters("kenji")
    scene.passes(1)
    aiko.frames.clear()
    assert kenji.moves is not None
    kenji.moves(encode_move(Move(1, BOUNDS.pack(Pose(1, 0, 1, 0)), Gait.WALK)))
    scene.passes(1)
    near = [frame for frame in aiko.frames if frame.near]
    assert len(near) == 3
    assert all(frame.records["id"].tolist()[0] == 2 for frame in near)


def test_ps9_guide_and_staff_are_seen_from_afar_and_a_guide_no_more_is_not(scene: Scene) -> None:
    aiko, far = scene.enters("aiko"), scene.enters("guide", role="guide")
    body = scene.stay("guide").body

    def walks() -> None:
        scene.instance.world.put(body, Pose(150, 0, 150, 0), now=scene.now, beat=0)
        aiko.frames.clear()
        assert far.moves is not None
        far.moves(encode_move(Move(1, BOUNDS.pack(Pose(151, 0, 150, 0)), Gait.WALK)))
        scene.passes(0.1)

    scene.passes(1)
    walks()
    assert (aiko.frames[0].near, aiko.frames[0].records["id"][0]) == (1, body.id)
    far = scene.enters("guide")
    scene.passes(2)
    walks()
    scene.passes(1)
    assert {frame.near for frame in aiko.frames} == {0}


def test_ps5_a_reader_finds_their_own_avatar_in_a_shared_frame(scene: Scene) -> None:
    aiko, kenji = scene.enters("aiko"), scene.enters("kenji")
    scene.passes(1)
    aiko.frames.clear()
    for line in (aiko, kenji):
        assert line.moves is not None
        line.moves(encode_move(Move(1, BOUNDS.pack(Pose(1, 0, 1, 0)), Gait.WALK)))
    scene.passes(0.1)
    assert {1, 2} == set(aiko.frames[0].records["id"].tolist())


def test_po4_who_has_just_come_is_put_there_and_did_not_walk(scene: Scene) -> None:
    aiko = scene.enters("aiko")
    assert aiko.frames[0].records["state"][0] & SNAP_BIT


def test_mv5_mv7_a_jump_is_corrected_twice_a_second_at_most(scene: Scene) -> None:
    aiko, kenji = scene.enters("aiko"), scene.enters("kenji")
    scene.passes(1)
    before = aiko.all("welcome")[0]["pose"]
    for seq in range(20):
        assert aiko.moves is not None
        aiko.moves(encode_move(Move(seq, BOUNDS.pack(Pose(150, 0, 150, 0)), Gait.RUN)))
        scene.passes(0.1)
    corrections = aiko.all("correct")
    assert 4 <= len(corrections) <= 5
    assert corrections[0]["seq"] == 0
    assert all(one["pose"] == before for one in corrections)
    assert kenji.all("correct") == []
    assert scene.instance.world.pose(scene.stay().body).x == pytest.approx(before["x"])


def test_ch1_everybody_reads_the_line_and_so_does_who_said_it(event: Scene) -> None:
    aiko, kenji = event.enters("aiko"), event.enters("kenji")
    event.instance.say(event.stay("aiko"), Say(text="乾杯"), now=event.now)
    for line in (aiko, kenji):
        (said,) = line.all("chat")
        assert said | {"n": 0} == {
            "n": 0,
            "from": 1,
            "name": "Aiko",
            "text": "乾杯",
            "at": "2026-11-22T01:00:00Z",
        }


def test_ch4_free_text_only_in_an_open_event_phrases_everywhere(scene: Scene) -> None:
    aiko = scene.enters()
    with pytest.raises(NotAllowed):
        scene.instance.say(scene.stay(), Say(text="hello"), now=scene.now)
    scene.instance.say(scene.stay(), Say(phrase=12), now=scene.now)
    assert aiko.all("chat")[0]["phrase"] == 12
    closed = Scene(WALK)
    closed.enters()
    closed.instance.update(replace(WALK, state=EventState.ENDED), now=closed.now)
    with pytest.raises(NotAllowed):
        closed.instance.say(closed.stay(), Say(text="まだいる？"), now=closed.now)
    closed.instance.say(closed.stay(), Say(phrase=1), now=closed.now)


def test_ch5_five_lines_at_once_then_one_every_two_seconds(event: Scene) -> None:
    event.enters()
    for _ in range(5):
        event.instance.say(event.stay(), Say(phrase=1), now=event.now)
    with pytest.raises(TooMany) as refused:
        event.instance.say(event.stay(), Say(text="x"), now=event.now)
    assert refused.value.seconds == 2
    event.passes(2)
    event.instance.say(event.stay(), Say(text="x"), now=event.now)


def test_em2_four_emotes_at_once_then_one_a_second(scene: Scene) -> None:
    aiko = scene.enters()
    for emote in range(1, 5):
        scene.instance.show(scene.stay(), Show(emote=emote), now=scene.now)
    with pytest.raises(TooMany):
        scene.instance.show(scene.stay(), Show(emote=1), now=scene.now)
    scene.passes(1)
    scene.instance.show(scene.stay(), Show(emote=5), now=scene.now)
    assert [body["emote"] for body in aiko.all("emote")] == [1, 2, 3, 4, 5]


LINE = Announced(text="楼門へどうぞ", by="観光課", at=MORNING)


def test_an1_an_announcement_is_heard_once_and_read_by_who_comes_later(event: Scene) -> None:
    aiko = event.enters("aiko")
    event.instance.announce(LINE)
    event.instance.announce(LINE)
    assert len(aiko.all("announce")) == 1
    assert event.enters("kenji").all("welcome")[0]["announcements"] == [LINE.body()]


def test_an1_an_order_that_got_lost_is_found_in_the_tables(event: Scene) -> None:
    aiko = event.enters("aiko")
    event.instance.update(replace(WALK, announcements=(LINE,)), now=event.now)
    event.instance.update(replace(WALK, announcements=(LINE,)), now=event.now)
    assert len(aiko.all("announce")) == 1
    assert aiko.all("event") == []


def test_ev1_a_change_is_told_to_everybody_once(event: Scene) -> None:
    aiko = event.enters("aiko")
    later = replace(WALK, ends_at=WALK.ends_at + timedelta(hours=1))
    event.instance.update(later, now=event.now)
    event.instance.update(later, now=event.now)
    (news,) = aiko.all("event")
    assert news["ends_at"] == "2026-11-22T03:00:00Z"
    assert (news["attended_seconds"], news["needed_seconds"]) == (0, 600)


def test_ev1_seconds_that_are_written_down_are_told(event: Scene) -> None:
    aiko = event.enters("aiko")
    event.passes(16)
    account = event.stay().account
    assert account.total == pytest.approx(15, abs=1)
    account.written = account.total
    event.passes(1)
    assert [news["attended_seconds"] for news in aiko.all("event")] == [account.total]


def test_ac1_seconds_are_measured_every_fifteen_seconds_and_stop_with_the_connection(
    event: Scene,
) -> None:
    aiko = event.enters("aiko")
    account = event.stay().account
    event.passes(14)
    assert account.total == 0
    event.passes(2)
    assert account.total == 15
    event.loses(aiko)
    event.passes(20)
    event.enters("aiko", after=aiko.numbers[-1], known=False)
    event.passes(30)
    assert account.total == pytest.approx(16 + 30, abs=15)
    event.instance.leave("aiko", bye(Close.LEFT), now=event.now)
    assert account.total == pytest.approx(46, abs=1)
    assert account.ended_at == event.clock.now


def test_ac1_a_forgotten_tab_does_not_count_and_walking_does(event: Scene) -> None:
    aiko = event.enters("aiko")
    event.enters("kenji")
    for second in range(150):
        assert aiko.moves is not None
        pose = BOUNDS.pack(Pose(50 + second % 2, 2, 50, 1))
        aiko.moves(encode_move(Move(second, pose, Gait.WALK)))
        event.passes(1)
    event.instance.close(bye(Close.RESTART), now=event.now)
    totals = {account.visitor_id: account.total for account in event.ledger._accounts}
    assert totals == pytest.approx({"aiko": 150, "kenji": 60}, abs=1)


def test_the_end_of_the_event_ends_the_count_and_later_the_stay(event: Scene) -> None:
    aiko = event.enters("aiko")
    event.passes(10)
    account = event.stay().account
    over = replace(WALK, state=EventState.ENDED)
    event.instance.update(over, now=event.now)
    assert account.total == pytest.approx(10, abs=1)
    assert account.ended_at == event.clock.now
    event.passes(FAREWELL_SECONDS - 1)
    assert aiko.ended is None
    assert aiko.all("event")[0]["state"] == "ended"
    event.instance.update(over, now=event.now)
    event.passes(2)
    assert aiko.ended is not None
    assert aiko.ended.code == "event-ended"
    assert account.total == pytest.approx(10, abs=1)
    assert event.instance.stays == {}


def test_at_midnight_in_kashima_one_visit_ends_and_the_next_begins(event: Scene) -> None:
    event.clock.now = datetime(2026, 11, 22, 14, 59, 50, tzinfo=UTC)  # ten to midnight, JST
    aiko = event.enters("aiko")
    before = event.stay().account
    event.passes(30)
    after = event.stay().account
    assert after is not before
    assert before.ended_at is not None
    assert (before.day.day, after.day.day) == (22, 23)
    assert before.total == pytest.approx(10, abs=1)
    event.instance.leave("aiko", bye(Close.LEFT), now=event.now)
    assert before.total + after.total == pytest.approx(30, abs=1)
    assert aiko.ended is not None


def test_who_is_away_at_midnight_does_not_begin_a_new_day(event: Scene) -> None:
    event.clock.now = datetime(2026, 11, 22, 14, 59, 50, tzinfo=UTC)
    event.loses(event.enters("aiko"))
    event.passes(20)
    assert len(event.ledger) == 1


def test_the_arrival_of_an_event_is_its_place(event: Scene) -> None:
    pose = event.enters("aiko").all("welcome")[0]["pose"]
    assert (pose["x"], pose["y"], pose["z"]) == (50, 2, 50)


def test_a_full_world_says_try_again(scene: Scene) -> None:
    small = Scene(capacity=4)
    for number in range(small.instance.world.size):
        small.enters(f"visitor{number}")
    with pytest.raises(Unavailable):
        small.enters("late")


def test_another_name_in_another_tab_is_the_same_avatar_and_everybody_hears_it(
    scene: Scene,
) -> None:
    scene.enters("aiko")
    kenji = scene.enters("kenji")
    scene.passes(0.1)
    stay = scene.stay("aiko")
    renamed = replace(stay.guest, nickname="Aiko-san")
    scene.instance.attach("aiko", HeardConnection(), guest=renamed, after=None, now=scene.now)
    scene.passes(0.1)
    assert kenji.all("avatars")[-1]["came"][0] == {
        "id": 1,
        "name": "Aiko-san",
        "look": 5,
        "role": "visitor",
    }


@pytest.mark.parametrize("reason", [Close.FLOOD, Close.HOSTILE])
def test_rs1_who_is_thrown_off_for_what_they_sent_does_not_stay_as_a_ghost(
    scene: Scene, reason: Close
) -> None:
    aiko, kenji = scene.enters("aiko"), scene.enters("kenji")
    scene.passes(0.5)
    aiko.time = scene.now
    aiko.end(bye(reason))
    scene.passes(2)
    assert kenji.all("avatars")[-1]["left"] == [1]
    scene.passes(30)
    assert list(scene.instance.stays) == ["kenji"]


def test_nu4_how_things_are_is_told_without_a_number_and_whole_in_the_welcome(
    event: Scene,
) -> None:
    aiko = event.enters("aiko")
    event.loses(aiko)
    later = replace(WALK, title="夜の酒蔵さんぽ")
    event.instance.update(later, now=event.now)
    event.enters("kenji")
    back = event.enters("aiko", after=aiko.numbers[-1], known=False)
    welcome = back.all("welcome")[0]
    assert welcome["resumed"] is True
    assert welcome["event"]["title"] == "夜の酒蔵さんぽ"
    assert {card["name"] for card in welcome["avatars"]} == {"Aiko", "Kenji"}
    assert [name for name, body in back.told if "n" in body] == ["welcome"]


def test_ch6_a_line_is_answered_when_everybody_was_told() -> None:
    scene = Scene()
    line = scene.enters()
    scene.instance.conversation._said = lambda: None
    told = scene.instance.say(scene.stay(), Say(phrase=1), now=scene.now)
    assert (told.is_set(), line.all("chat")) == (False, [])
    scene.hear()
    assert (told.is_set(), len(line.all("chat"))) == (True, 1)
    unheard = scene.instance.say(scene.stay(), Say(phrase=2), now=scene.now)
    scene.instance.close(bye(Close.RESTART), now=scene.now)
    assert unheard.is_set(), "nobody shall wait for an instance that is closed"
