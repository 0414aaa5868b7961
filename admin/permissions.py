"""Pure: who may do what; the one table every route of the staff pages is checked against."""

from enum import StrEnum

from world_server.store.tables.staff import StaffRole


class Act(StrEnum):
    """Something a role may or may not do; routes name the act they carry out."""

    SEE_EVENTS = "see-events"
    PLAN_EVENTS = "plan-events"
    RUN_EVENTS = "run-events"
    WATCH = "watch"
    ANNOUNCE = "announce"
    REMOVE = "remove"
    GUIDE = "guide"
    HELP = "help"
    LET_IN = "let-in"
    OPEN_CLAIMS = "open-claims"
    SEE_ATTENDANCE = "see-attendance"
    GRANT_BADGES = "grant-badges"
    READ_FIGURES = "read-figures"
    SEE_BADGES = "see-badges"
    MEND_BADGES = "mend-badges"
    MANAGE_STAFF = "manage-staff"
    READ_AUDIT = "read-audit"


class Anyone(StrEnum):
    """What needs no role: open to the world, or to anybody who is signed in."""

    WORLD = "world"
    STAFF = "staff"


Need = Act | Anyone

ALLOWED: dict[StaffRole, frozenset[Act]] = {
    StaffRole.OWNER: frozenset(Act),
    StaffRole.HOST: frozenset(
        {
            Act.SEE_EVENTS,
            Act.PLAN_EVENTS,
            Act.RUN_EVENTS,
            Act.WATCH,
            Act.ANNOUNCE,
            Act.REMOVE,
            Act.GUIDE,
            Act.HELP,
            Act.LET_IN,
            Act.OPEN_CLAIMS,
            Act.SEE_ATTENDANCE,
            Act.GRANT_BADGES,
            Act.READ_FIGURES,
            Act.SEE_BADGES,
            Act.MEND_BADGES,
        }
    ),
    # A moderator watches over an event and helps in it; guiding it is the host's.
    StaffRole.MODERATOR: frozenset(
        {Act.SEE_EVENTS, Act.WATCH, Act.ANNOUNCE, Act.REMOVE, Act.HELP, Act.LET_IN}
    ),
    # An analyst reads figures about groups, and sees no nickname and no id.
    StaffRole.ANALYST: frozenset({Act.READ_FIGURES}),
}


def may(role: StaffRole | None, need: Need) -> bool:
    """Whether somebody of `role` (None: not signed in) may do what asks for `need`."""
    if need is Anyone.WORLD:
        return True
    if role is None:
        return False
    return need is Anyone.STAFF or need in ALLOWED[role]
