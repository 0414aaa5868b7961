"""ST1: a stamp is won where the world has one stand, and told when it is written down."""

from fixed_time import MORNING
from heard import HeardConnection
from scene import TOWN, Scene, kept

from world_server.live.attendance import Account
from world_server.protocol.geometry import Pose
from world_server.store.stamps import Reached

BREWERY = TOWN.places[0].pose


def stands(scene: Scene, pose: Pose, name: str = "aiko") -> None:
    scene.instance.world.put(scene.stay(name).body, pose, now=scene.now, beat=1)


def written(account: Account) -> None:
    """What the ledger does once the database has it."""
    account.reached_written = len(account.reached)


def told(connection: HeardConnection) -> list[str]:
    return [news["place"] for news in connection.all("stamp")]


def test_st1_a_stamp_is_told_once_and_only_when_it_is_kept(scene: Scene) -> None:
    aiko, account = scene.enters(), scene.stay().account
    stands(scene, BREWERY)
    scene.passes(2)
    assert account.reached == []
    scene.passes(3)
    assert [one.place for one in account.unwritten] == ["brewery"]
    scene.passes(30)
    assert told(aiko) == []
    written(account)
    scene.passes(5)
    assert aiko.all("stamp") == [{"place": "brewery", "day": "2026-11-22"}]


def test_st1_nobody_else_is_told(scene: Scene) -> None:
    scene.enters()
    ben = scene.enters("ben")
    stands(scene, BREWERY)
    scene.passes(5)
    written(scene.stay().account)
    scene.passes(2)
    assert told(ben) == []


def test_st1_who_has_the_stamp_wins_none(scene: Scene) -> None:
    scene.enters(stamped=frozenset({"brewery"}))
    stands(scene, BREWERY)
    scene.passes(10)
    assert scene.stay().account.reached == []


def test_st1_a_welcome_tells_the_stamps_of_the_stay_again(scene: Scene) -> None:
    aiko = scene.enters()
    assert aiko.all("welcome")[0]["stamps"] == []
    stands(scene, BREWERY)
    scene.passes(5)
    scene.loses(aiko)
    written(scene.stay().account)
    scene.passes(2)
    back = scene.enters(after=0)
    assert back.all("welcome")[0]["stamps"] == [{"place": "brewery", "day": "2026-11-22"}]
    assert told(back) == []


def test_st1_whose_connection_is_lost_wins_nothing(scene: Scene) -> None:
    aiko = scene.enters()
    stands(scene, BREWERY)
    scene.passes(1)
    scene.loses(aiko)
    scene.passes(20)
    assert scene.stay().account.reached == []


def test_st1_what_waits_when_midnight_comes_is_told_all_the_same(scene: Scene) -> None:
    scene.clock.advance(hours=13, minutes=59, seconds=50)
    aiko, evening = scene.enters(), scene.stay().account
    stands(scene, BREWERY)
    scene.passes(15)
    assert scene.stay().account is not evening
    assert [one.place for one in evening.unwritten] == ["brewery"]
    written(evening)
    scene.passes(1)
    assert aiko.all("stamp") == [{"place": "brewery", "day": "2026-11-22"}]


def test_st1_nothing_is_won_after_the_event(event: Scene) -> None:
    event.enters()
    account = event.stay().account
    account.close(10, at=MORNING)
    stands(event, BREWERY)
    event.passes(10)
    assert account.reached == []


def test_st1_what_a_former_world_saw_is_written_down() -> None:
    left = kept()._replace(reached=("brewery",))
    scene = Scene(left={"aiko": left})
    account = scene.instance.settle("aiko")
    assert account is not None
    assert account.unwritten == (Reached("brewery", left.measured_at),)
    assert account.is_due


def test_a_visitor_who_comes_back_as_a_guide_begins_a_visit_of_that_role(event: Scene) -> None:
    event.enters()
    before = event.stay().account
    event.passes(20)
    event.enters(role="guide")
    after = event.stay().account
    assert (before.role, after.role) == (None, "guide")
    assert before.ended_at is not None
    assert event.stay().attended_earlier == before.total
    event.enters(role="guide")
    assert event.stay().account is after
