"""Pure: which sentence says why badges wait, or why one was set aside, to somebody of the city."""

SILENT = "silent"
"""No minter answers, and none holds the lease: nothing is being issued."""

UNHEARD = "unheard"
"""A minter works, by the database, and cannot be asked from here."""

WELL = frozenset({"nothing", "standby", "unconfirmed"})

PARKED: tuple[tuple[str, str], ...] = (
    ("the holder is not an address", "no-address"),
    ("the chain does not show the badge", "not-shown"),
    ("kashima_badges: closed", "closed"),
    ("kashima_badges: only the admin", "closed"),
    ("kashima_badges: day before the window", "wrong-day"),
    ("kashima_badges: day after the window", "wrong-day"),
    ("kashima_badges: window", "wrong-day"),
)
REFUSED = "refused"
"""The contract refused it for a reason that is not listed; its own words are shown beside."""


def why(told: str | None, *, is_minter_working: bool) -> str:
    """The reason to show: the minter's own, or what its silence means."""
    if told is None:
        return UNHEARD if is_minter_working else SILENT
    if told == "standby" and not is_minter_working:
        return SILENT
    return told


def parked(reason: str) -> str:
    """The name of the sentence about a parked award's reason."""
    return next((name for text, name in PARKED if text in reason), REFUSED)
