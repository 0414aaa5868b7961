"""The badges' contract once more, as plain Python: what each call must do or how it must refuse.

Written from the contract's documentation, not from its code, and run beside it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

ISSUER, REGISTRAR, PAUSER = 1, 2, 4
NOBODY = "0x" + 40 * "0"
JST, DAY = 9 * 3_600, 86_400
LAST_ID, LAST_SECOND = 2**64 - 1, 2**40 - 1
NOT_TRANSFERABLE = "kashima_badges: not transferable"
LONGEST_WINDOW = 400 * DAY
DAYS_BACK, DEFINITIONS_A_DAY = 31, 100


class Refused(Exception):
    """The contract must refuse with this reason."""


@dataclass
class ModelBadge:
    """What is known of a badge; its supply is counted from who holds it."""

    day: int
    kind: int
    opens: int
    closes: int


@dataclass
class Model:
    """The whole state of one contract."""

    admin: str
    roles: dict[str, int]
    cap: int
    heir: str = NOBODY
    paused: bool = False
    badges: dict[int, ModelBadge] = field(default_factory=dict)
    held: dict[int, set[str]] = field(default_factory=dict)
    wallets: dict[str, str] = field(default_factory=dict)
    nonces: dict[str, int] = field(default_factory=dict)
    awarded: tuple[int, int] = (0, 0)
    defined: tuple[int, int] = (0, 0)
    now: int = 0
    sender: str = NOBODY

    def do(self, now: int, sender: str, function: str, *arguments: Any) -> object:
        """Act as the contract must at Unix second `now`; raise Refused and change nothing."""
        self.now, self.sender = now, sender
        name = re.sub("[A-Z]", lambda found: "_" + found[0].lower(), function)
        act: Callable[..., object] = getattr(self, "_" + name)
        return act(*arguments)

    def supply(self, badge_id: int) -> int:
        """How many hold the badge."""
        return len(self.held.get(badge_id, ()))

    def word(self, holder: str, page: int) -> int:
        """All badges of a holder on a page, one bit each."""
        mine = (one for one, people in self.held.items() if holder in people and one >> 8 == page)
        return sum(1 << (one & 255) for one in mine)

    def _award(self, badge_id: int, holders: list[str]) -> int:
        self._need_role(ISSUER)
        self._need_open(badge_id)
        new = {one for one in holders if one != NOBODY} - self.held[badge_id]
        self._count(len(new))
        self.held[badge_id] |= new
        return len(new)

    def _revoke(self, badge_id: int, holder: str, _: int) -> None:
        self._need_role(REGISTRAR)
        need(holder in self.held.get(badge_id, ()), "not held")
        self.held[badge_id].remove(holder)

    def _erase_holder(self, holder: str, page: int) -> None:
        self._need_role(REGISTRAR)
        need(page <= LAST_ID >> 8, "page out of range")
        mine = self._page(holder, page)
        need(bool(mine), "nothing held")
        for badge_id in mine:
            self.held[badge_id].remove(holder)

    def _rebind(
        self,
        holder: str,
        wallet: str,
        page: int,
        deadline: int,
        is_signed: bool,  # noqa: FBT001  stands for the signature
    ) -> None:
        self._need_role(REGISTRAR)
        need(not self.paused, "paused")
        need(page <= LAST_ID >> 8, "page out of range")
        need(wallet not in (NOBODY, holder), "wallet not usable")
        is_known = self.wallets.get(holder) == wallet
        if not is_known:
            need(self.now <= deadline, "signature too old")
            need(is_signed, "signature refused")
        mine = self._page(holder, page)
        need(bool(mine), "nothing held")
        if not is_known:
            self.nonces[wallet] = self.nonces.get(wallet, 0) + 1
            self.wallets[holder] = wallet
        for badge_id in mine:
            self.held[badge_id].remove(holder)
            self.held[badge_id].add(wallet)

    def _define_badge(self, badge_id: int, *what: Any) -> None:
        day, kind, opens, closes, _ = what
        today, defined = (self.now + JST) // DAY, self.defined
        if self.sender != self.admin:
            self._need_role(ISSUER)
            need(self.now <= closes, "only the admin defines a closed badge")
            need(day >= today - DAYS_BACK, "only the admin defines so old a badge")
            count = defined[1] if defined[0] == today else 0
            need(count < DEFINITIONS_A_DAY, "too many badges defined today")
            defined = (today, count + 1)
        need(1 <= badge_id <= LAST_ID, "id out of range")
        need(badge_id not in self.badges, "already defined")
        need(kind <= 255, "kind out of range")
        need(opens < closes, "window is empty")
        need(closes <= LAST_SECOND, "time out of range")
        need(closes - opens <= LONGEST_WINDOW, "window too long")
        need(day >= (opens + JST) // DAY, "day before the window")
        need(day <= (closes + JST) // DAY, "day after the window")
        self.badges[badge_id] = ModelBadge(day, kind, opens, closes)
        self.held[badge_id] = set()
        self.defined = defined

    def _extend_badge(self, badge_id: int, closes: int) -> None:
        self._need_admin()
        need(badge_id in self.badges, "not defined")
        need(closes >= self.badges[badge_id].closes, "a window cannot shrink")
        need(closes <= LAST_SECOND, "time out of range")
        self.badges[badge_id].closes = closes

    def _withdraw_badge(self, badge_id: int) -> None:
        self._need_admin()
        need(badge_id in self.badges, "not defined")
        need(not self.held[badge_id], "somebody holds it")
        del self.badges[badge_id], self.held[badge_id]

    def _set_roles(self, account: str, roles: int) -> None:
        self._need_admin()
        need(roles <= ISSUER + REGISTRAR + PAUSER, "no such role")
        self.roles[account] = roles

    def _offer_admin(self, account: str) -> None:
        self._need_admin()
        self.heir = account

    def _accept_admin(self) -> None:
        need(self.sender == self.heir, "admin was not offered to caller")
        self.admin, self.heir = self.sender, NOBODY

    def _pause(self) -> None:
        if self.sender != self.admin:
            self._need_role(PAUSER)
        self.paused = True

    def _unpause(self) -> None:
        self._need_admin()
        self.paused = False

    def _set_daily_cap(self, cap: int) -> None:
        self._need_admin()
        need(cap < 2**64, "cap out of range")
        self.cap = cap

    def _safe_transfer_from(self, *_: object) -> None:
        raise Refused(NOT_TRANSFERABLE)

    def _set_approval_for_all(self, *_: object) -> None:
        raise Refused(NOT_TRANSFERABLE)

    def _need_admin(self) -> None:
        need(self.sender == self.admin, "caller is not the admin")

    def _need_role(self, role: int) -> None:
        need(bool(self.roles.get(self.sender, 0) & role), "caller lacks the role")

    def _need_open(self, badge_id: int) -> None:
        need(not self.paused, "paused")
        need(badge_id in self.badges, "not defined")
        badge = self.badges[badge_id]
        need(self.now >= badge.opens, "not open yet")
        need((self.now + JST) // DAY >= badge.day, "not its day yet")
        need(self.now <= badge.closes, "closed")

    def _count(self, new: int) -> None:
        if not new:
            return
        today = (self.now + JST) // DAY
        count = new + (self.awarded[1] if self.awarded[0] == today else 0)
        need(count <= self.cap, "daily cap reached")
        self.awarded = (today, count)

    def _page(self, holder: str, page: int) -> list[int]:
        return [one for one, held in self.held.items() if holder in held and one >> 8 == page]


def need(holds: bool, reason: str) -> None:  # noqa: FBT001  it is what an assertion takes
    """Raise Refused with the contract's words unless it holds."""
    if not holds:
        raise Refused("kashima_badges: " + reason)
