"""Everybody is called together by who leads them, and by nobody else."""

import pytest
from scene import WALK, Scene

from world_server.errors import NotAllowed, TooMany


def call(scene: Scene, name: str) -> None:
    scene.instance.conversation.gather(scene.stay(name), now=scene.now)


@pytest.mark.parametrize("role", ["guide", "staff"])
def test_ga1_everybody_hears_who_calls_and_nobody_is_moved(role: str) -> None:
    scene = Scene(WALK)
    aiko, guide = scene.enters("aiko"), scene.enters("guide", role=role)
    before = scene.instance.world.pose(scene.stay("aiko").body)
    call(scene, "guide")
    scene.passes(1)
    number = scene.stay("guide").body.id
    for line in (aiko, guide):
        [told] = line.all("gather")
        assert (told["from"], told["name"]) == (number, "Guide")
        assert told["n"] in line.numbers
    assert scene.instance.world.pose(scene.stay("aiko").body) == before
    assert aiko.all("stand") == []


def test_ga1_a_visitor_calls_nobody() -> None:
    scene = Scene(WALK)
    aiko = scene.enters("aiko")
    with pytest.raises(NotAllowed):
        call(scene, "aiko")
    assert aiko.all("gather") == []


def test_ga1_who_lost_the_line_for_a_moment_is_called_as_well() -> None:
    scene = Scene(WALK)
    aiko = scene.enters("aiko")
    scene.enters("guide", role="guide")
    last = aiko.all("welcome")[0]["n"]
    scene.loses(aiko)
    call(scene, "guide")
    scene.passes(1)
    back = scene.enters("aiko", after=last)
    assert len(back.all("gather")) == 1


def test_ga2_calls_are_few_whoever_calls() -> None:
    scene = Scene(WALK)
    scene.enters("guide", role="guide")
    scene.enters("staff", role="staff")
    call(scene, "guide")
    call(scene, "staff")
    with pytest.raises(TooMany) as refused:
        call(scene, "guide")
    assert refused.value.seconds == 15
    scene.passes(16)
    call(scene, "guide")


def test_ga2_a_call_is_told_to_the_other_instances_once() -> None:
    scene = Scene(WALK)
    scene.enters("guide", role="guide")
    call(scene, "guide")
    [(visitor_id, deed)] = scene.instance.heroes.deeds()
    assert (visitor_id, deed.name) == ("guide", "gather")
    assert scene.instance.heroes.deeds() == []
