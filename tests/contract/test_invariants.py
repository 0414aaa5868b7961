"""Whoever does whatever in whatever order: contract and model do the same, or refuse alike.

Stored words, logs and supplies agree all the while, and nobody gets what no role allows.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from anvil_server import (
    DAY,
    AnvilServer,
    account,
    anvil_running,
    binding_signature,
    holder,
    stage_on,
)
from contract_model import ISSUER, JST, NOBODY, PAUSER, REGISTRAR, Model, Refused
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from nft_badges.chain import Web3Chain
from nft_badges.keys import Issuer
from nft_badges.verify_badges import recount

BADGES = (1, 2, 255, 256, 2**64 - 1)
PAGES = (0, 1, (2**64 - 1) >> 8, 2**56)
WALLETS = (50, 51)
"""Numbers of accounts that have a key and can therefore be bound to."""

ROLE_OF = {
    "award": ISSUER,
    "defineBadge": ISSUER,
    "revoke": REGISTRAR,
    "eraseHolder": REGISTRAR,
    "rebind": REGISTRAR,
    "pause": PAUSER,
}
"""What a call needs; any other one needs the admin."""

PEOPLE = tuple(holder(n) for n in range(3))
EVERYBODY = PEOPLE + tuple(account(number).address for number in WALLETS)
ACTORS = tuple(account(number) for number in (1, 2, 3, 4, 5))
"""Admin, issuer, registrar and pauser at first, and somebody who is nothing."""

anybody = st.sampled_from([None, None, None, None, 0, 1, 2, 3, 4])
"""None stands for one who may: otherwise nearly everything would be refused after a few steps."""

LOOK_EVERY = 10

actors = st.sampled_from(ACTORS)
badges = st.sampled_from(BADGES)
people = st.sampled_from(EVERYBODY)
spans = st.sampled_from([0, 1, 1, 60, 3_600, 3_600, DAY - 1, DAY, DAY, 2 * DAY, 40 * DAY])


class Contract(RuleBasedStateMachine):
    """Acts at random on a real contract and on the model, and compares."""

    server: AnvilServer

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.chain = Web3Chain(self.server.url)
        self.stage = stage_on(self.chain)
        self.steps = 0

    @initialize(cap=st.sampled_from([100_000, 7, 3]))
    def begin(self, cap: int) -> None:
        self.runner.run(self.stage.deploy(cap=cap))
        admin, issuer, registrar, pauser, _ = (one.address for one in ACTORS)
        self.model = Model(admin=admin, roles={issuer: 1, registrar: 2, pauser: 4}, cap=cap)
        now = self.stage.now + 1
        for badge_id in BADGES[:2]:
            day = (now + JST) // DAY
            self.act(1, "defineBadge", badge_id, day, 1, now - DAY, now + 300 * DAY, bytes(32))
        self.act(1, "award", BADGES[0], [PEOPLE[0], PEOPLE[1], account(WALLETS[0]).address])

    def able(self, function: str) -> Issuer:
        """Somebody who may call this, if there is one."""
        role = ROLE_OF.get(function)
        if role is None:
            able = (one for one in ACTORS if one.address == self.model.admin)
        else:
            able = (one for one in ACTORS if self.model.roles.get(one.address, 0) & role)
        return next(able, ACTORS[-1])

    def act(self, actor: int | None, function: str, *arguments: Any, instead: Any = None) -> None:
        """One call on both; `instead` is what the model is told for the last argument."""
        stage, sender = self.stage, self.able(function) if actor is None else ACTORS[actor]
        told = arguments if instead is None else (*arguments[:-1], instead)
        before = deepcopy(self.model)
        try:
            self.model.do(stage.now + 1, sender.address, function, *told)
            expected = None
        except Refused as refused:
            expected = str(refused)
            self.model = before
        assert self.runner.run(stage.refusal(sender, function, *arguments)) == expected
        if expected is None:
            self.runner.run(stage.do(sender, function, *arguments))

    @rule(badge_id=badges, to=st.lists(people, min_size=1, max_size=4))
    def award_after_making_it_right(self, badge_id: int, to: list[str]) -> None:
        """Otherwise pauses, waits and lost roles would leave little to take back or to move."""
        self.act(None, "unpause")
        if badge_id not in self.model.badges:
            now = self.stage.now + 1
            day = (now + JST) // DAY
            self.act(None, "defineBadge", badge_id, day, 1, now - DAY, now + DAY, bytes(32))
        self.act(None, "award", badge_id, to)

    @rule(actor=anybody, badge_id=badges, data=st.data())
    def award(self, actor: int | None, badge_id: int, data: st.DataObject) -> None:
        to = data.draw(st.lists(st.sampled_from((*EVERYBODY, NOBODY)), min_size=1, max_size=6))
        self.act(actor, "award", badge_id, to)

    @rule(actor=anybody, badge_id=badges, person=people)
    def revoke(self, actor: int | None, badge_id: int, person: str) -> None:
        self.act(actor, "revoke", badge_id, person, 1)

    @rule(actor=anybody, page=st.sampled_from(PAGES), person=people)
    def erase(self, actor: int | None, page: int, person: str) -> None:
        self.act(actor, "eraseHolder", person, page)

    @rule(
        actor=anybody,
        page=st.sampled_from((0, 0, 0, *PAGES[:3])),
        person=st.sampled_from((*PEOPLE[:2], *PEOPLE[:2], *EVERYBODY)),
        number=st.sampled_from(WALLETS),
        signs=st.sampled_from(["well"] * 4 + ["for another", "too late", "not"]),
    )
    def rebind(self, actor: int | None, page: int, person: str, number: int, signs: str) -> None:
        wallet = account(number).address
        deadline = self.stage.now + (-5 if signs == "too late" else DAY)
        signature = b""
        if signs != "not":
            meant = PEOPLE[2] if signs == "for another" and person != PEOPLE[2] else person
            signature = binding_signature(
                self.stage,
                key=f"0x{number:064x}",
                message={
                    "holder": meant,
                    "wallet": wallet,
                    "nonce": self.model.nonces.get(wallet, 0),
                    "deadline": deadline,
                },
            )
        is_good = signs in ("well", "too late") or (signs == "for another" and person == PEOPLE[2])
        arguments = (person, wallet, page, deadline, signature)
        self.act(actor, "rebind", *arguments, instead=is_good)

    @rule(
        actor=anybody,
        badge_id=st.sampled_from((0, *BADGES, *BADGES, 2**64)),
        days=st.sampled_from([-40, -32, -31, -1, 0, 0, 1, 1, 5]),
        kind=st.sampled_from([1, 2, 255, 256]),
        opens=st.sampled_from([-45 * DAY, -45 * DAY, -2 * DAY, -1, 0, DAY]),
        closes=st.sampled_from([-DAY, 0, 9 * DAY, 9 * DAY, 9 * DAY, 370 * DAY]),
    )
    def define(self, actor: int | None, badge_id: int, days: int, **what: int) -> None:
        kind, opens, closes = what["kind"], what["opens"], what["closes"]
        now = self.stage.now + 1
        day = (now + JST) // DAY + days
        self.act(actor, "defineBadge", badge_id, day, kind, now + opens, now + closes, bytes(32))

    @rule(actor=anybody, badge_id=badges, later=spans)
    def extend(self, actor: int | None, badge_id: int, later: int) -> None:
        known = self.model.badges.get(badge_id)
        closes = (known.closes if known else self.stage.now) + later - 1
        self.act(actor, "extendBadge", badge_id, closes)

    @rule(actor=anybody, badge_id=badges)
    def withdraw(self, actor: int | None, badge_id: int) -> None:
        self.act(actor, "withdrawBadge", badge_id)

    @rule(actor=anybody, whose=actors, roles=st.integers(0, 8))
    def set_roles(self, actor: int | None, whose: Any, roles: int) -> None:
        self.act(actor, "setRoles", whose.address, roles)

    @rule(actor=anybody, heir=actors)
    def hand_over(self, actor: int | None, heir: Any) -> None:
        self.act(actor, "offerAdmin", heir.address)
        self.act(ACTORS.index(heir), "acceptAdmin")

    @rule(actor=anybody, goes_on=st.booleans())
    def pause(self, actor: int | None, goes_on: bool) -> None:  # noqa: FBT001  drawn
        self.act(actor, "pause")
        if goes_on:
            self.act(actor, "unpause")

    @rule(actor=anybody, cap=st.sampled_from([100_000, 100_000, 5, 0, 2**64]))
    def change_cap(self, actor: int | None, cap: int) -> None:
        self.act(actor, "setDailyCap", cap)

    @rule(actor=anybody, person=people, badge_id=badges)
    def try_to_transfer(self, actor: int | None, person: str, badge_id: int) -> None:
        self.act(actor, "safeTransferFrom", person, EVERYBODY[-1], badge_id, 1, b"")
        self.act(actor, "setApprovalForAll", person, True)  # noqa: FBT003

    @rule(later=spans)
    def wait(self, later: int) -> None:
        self.stage.now += later

    @invariant()
    def balances_are_the_model(self) -> None:
        pairs = [(person, badge_id) for person in EVERYBODY for badge_id in BADGES]
        balances = self._ask("balanceOfBatch", [one for one, _ in pairs], [two for _, two in pairs])
        expected = tuple(int(person in self.model.held.get(one, ())) for person, one in pairs)
        assert balances == expected

    @invariant()
    def now_and_then_everything_is_looked_at(self) -> None:
        self.steps += 1
        if self.steps % LOOK_EVERY == 0:
            self.check_what_is_stored()
            self.check_who_may_do_what()
            self.check_logs()

    def check_what_is_stored(self) -> None:
        ask, model = self._ask, self.model
        for person in EVERYBODY:
            assert ask("badgesOf", person, 0) == model.word(person, 0)
        for badge_id in BADGES:
            known = model.badges.get(badge_id)
            told = (known.opens, known.closes, known.day, known.kind) if known else (0, 0, 0, 0)
            assert ask("badge", badge_id) == (*told, model.supply(badge_id))
            assert ask("locked", badge_id) == (known is not None)

    def check_who_may_do_what(self) -> None:
        assert self._ask("admin") == self.model.admin
        assert self._ask("gateState")[:2] == (self.model.paused, self.model.cap)
        for actor in ACTORS:
            assert self._ask("rolesOf", actor.address) == self.model.roles.get(actor.address, 0)
        for number in WALLETS:
            wallet = account(number).address
            assert self._ask("nonces", wallet) == self.model.nonces.get(wallet, 0)

    def check_logs(self) -> None:
        """Also that a move keeps every pair of person and badge, and takes nothing back."""
        ledger = recount(self.runner.run(self.stage.logs()))
        counted = Counter((who, one) for who, held in ledger.held.items() for one in held)
        model = Counter((who, one) for one, held in self.model.held.items() for who in held)
        assert counted == model
        assert ledger.moved.items() <= self.model.wallets.items()
        assert set(ledger.days) == set(self.model.badges)

    def _ask(self, function: str, *arguments: object) -> Any:
        return self.runner.run(self.stage.ask(function, *arguments))

    def teardown(self) -> None:
        self.runner.run(self.chain.close())
        self.runner.close()


@pytest.fixture
def lonely_chain() -> Iterator[AnvilServer]:
    """A chain whose time only this test moves."""
    with anvil_running() as server:
        yield server


def test_contract_and_model_do_the_same(lonely_chain: AnvilServer) -> None:
    Contract.server = lonely_chain
    run_state_machine_as_test(
        Contract,
        settings=settings(
            max_examples=30,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
