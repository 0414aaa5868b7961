"""Who may do what: stated here once more, by hand, so that a slip in the table is seen."""

import pytest

from admin.permissions import ALLOWED, Act, Anyone, may
from world_server.store.tables.staff import StaffRole

STATED = {
    Act.SEE_EVENTS: "owner host moderator",
    Act.PLAN_EVENTS: "owner host",
    Act.RUN_EVENTS: "owner host",
    Act.WATCH: "owner host moderator",
    Act.ANNOUNCE: "owner host moderator",
    Act.REMOVE: "owner host moderator",
    Act.GUIDE: "owner host",
    Act.HELP: "owner host moderator",
    Act.LET_IN: "owner host moderator",
    Act.OPEN_CLAIMS: "owner host",
    Act.SEE_ATTENDANCE: "owner host",
    Act.GRANT_BADGES: "owner host",
    Act.READ_FIGURES: "owner host analyst",
    Act.SEE_BADGES: "owner host",
    Act.MEND_BADGES: "owner host",
    Act.MANAGE_STAFF: "owner",
    Act.READ_AUDIT: "owner",
}


def test_every_act_and_every_role_is_stated() -> None:
    assert set(STATED) == set(Act)
    assert set(ALLOWED) == set(StaffRole)


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("role", StaffRole)
def test_a_role_may_do_exactly_what_is_stated(role: StaffRole, act: Act) -> None:
    assert may(role, act) is (role.value in STATED[act].split())


@pytest.mark.parametrize("act", Act)
def test_nobody_in_particular_may_do_no_act(act: Act) -> None:
    assert not may(None, act)


@pytest.mark.parametrize("role", StaffRole)
def test_any_member_may_what_all_staff_may(role: StaffRole) -> None:
    assert may(role, Anyone.STAFF)
    assert may(role, Anyone.WORLD)


def test_strangers_may_only_what_the_world_may() -> None:
    assert may(None, Anyone.WORLD)
    assert not may(None, Anyone.STAFF)
