"""One instance: lost lines, second tabs, other worlds; who comes back finds everything."""

from dataclasses import replace

import pytest
from fixed_time import MORNING
from scene import BOUNDS, LOG_BEGAN, WALK, Scene, kept

from world_server.errors import Unavailable
from world_server.live.log import Log
from world_server.protocol.closing import Close, bye
from world_server.protocol.geometry import Gait, Pose
from world_server.protocol.limits import KEPT_MESSAGES
from world_server.protocol.messages import BadgeNews, Said
from world_server.protocol.moves import Move, encode_move
from world_server.protocol.requests import Say


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
