"""What a bot knows of the others."""

from kashima.bots.sight import Sight
from kashima.bots.streets import Spot

HERE = Spot(1, 2, 3)


def card(avatar: int, role: str = "visitor") -> dict[str, object]:
    return {"id": avatar, "role": role, "name": "x", "look": 1}


def test_only_who_is_in_the_roster_and_was_seen_counts() -> None:
    sight = Sight()
    sight.welcome(1, [card(1), card(2)])
    sight.saw(1, HERE)
    sight.saw(3, HERE)
    assert sight.others() == []
    assert sight.where(3) is None
    sight.came([card(3)])
    assert sight.others() == [3]
    assert sight.where(3) == HERE
    sight.left([3])
    assert sight.others() == []
    assert len(sight) == 2


def test_a_guide_leads_before_staff_and_staff_before_nobody() -> None:
    sight = Sight()
    sight.welcome(1, [card(1), card(5, "staff")])
    assert sight.lead() is None, "not seen yet"
    sight.saw(5, HERE)
    assert sight.lead() == 5
    sight.came([card(9, "guide")])
    sight.saw(9, HERE)
    assert sight.lead() == 9


def test_a_welcome_begins_anew() -> None:
    sight = Sight()
    sight.welcome(1, [card(1), card(2, "guide")])
    sight.saw(2, HERE)
    sight.welcome(4, [card(4), card(2, "guide")])
    assert sight.where(2) is None
    assert sight.lead() is None
