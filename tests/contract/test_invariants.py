"""Whatever is done in whatever order: stored words, logs, supplies and a plain model agree."""

import asyncio
from collections import defaultdict

from anvil_server import DAY, AnvilServer, account, binding_signature, holder, stage_on
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
from nft_badges.verify_badges import recount

BADGES = (1, 2, 255, 256)
PEOPLE = tuple(holder(n) for n in range(4))
WALLETS = tuple(range(50, 53))
"""Numbers of accounts that have a key and can therefore be bound to."""

EVERYBODY = PEOPLE + tuple(account(number).address for number in WALLETS)

badges = st.sampled_from(BADGES)
people = st.sampled_from(EVERYBODY)


class Town(RuleBasedStateMachine):
    """Acts at random on a real contract and on a model of sets."""

    server: AnvilServer

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.chain = Web3Chain(self.server.url)
        self.stage = stage_on(self.chain)
        self.held: dict[str, set[int]] = defaultdict(set)
        self.bound: dict[str, str] = {}

    @initialize()
    def begin(self) -> None:
        self.runner.run(self.stage.deploy())
        for badge_id in BADGES:
            self.runner.run(self.stage.define(badge_id))

    def act(self, function: str, *arguments: object, allowed: bool) -> None:
        """The contract refuses exactly what the model does."""
        stage = self.stage
        actor = stage.issuer if function == "award" else stage.registrar
        refusal = self.runner.run(stage.refusal(actor, function, *arguments))
        assert (refusal is None) == allowed, refusal
        if allowed:
            self.runner.run(stage.do(actor, function, *arguments))

    @rule(badge_id=badges, to=st.lists(people, max_size=6))
    def award(self, badge_id: int, to: list[str]) -> None:
        self.act("award", badge_id, to, allowed=True)
        for person in to:
            self.held[person].add(badge_id)

    @rule(badge_id=badges, person=people)
    def revoke(self, badge_id: int, person: str) -> None:
        self.act("revoke", badge_id, person, 1, allowed=badge_id in self.held[person])
        self.held[person].discard(badge_id)

    @rule(page=st.sampled_from((0, 1)), person=people)
    def erase(self, page: int, person: str) -> None:
        gone = {badge_id for badge_id in self.held[person] if badge_id >> 8 == page}
        self.act("eraseHolder", person, page, allowed=bool(gone))
        self.held[person] -= gone

    @rule(page=st.sampled_from((0, 1)), person=people, number=st.sampled_from(WALLETS))
    def rebind(self, page: int, person: str, number: int) -> None:
        wallet = account(number).address
        going = {badge_id for badge_id in self.held[person] if badge_id >> 8 == page}
        deadline = self.stage.now + DAY
        signature = binding_signature(
            self.stage,
            key=f"0x{number:064x}",
            message={
                "holder": person,
                "wallet": wallet,
                "nonce": self.runner.run(self.stage.ask("nonces", wallet)),
                "deadline": deadline,
            },
        )
        allowed = bool(going) and wallet != person
        self.act("rebind", person, wallet, page, deadline, signature, allowed=allowed)
        if allowed:
            self.held[person] -= going
            self.held[wallet] |= going
            self.bound[person] = wallet

    @invariant()
    def balances_are_the_model(self) -> None:
        pairs = [(person, badge_id) for person in EVERYBODY for badge_id in BADGES]
        asked = self.stage.ask(
            "balanceOfBatch", [one for one, _ in pairs], [two for _, two in pairs]
        )
        expected = tuple(int(badge_id in self.held[person]) for person, badge_id in pairs)
        assert self.runner.run(asked) == expected

    @invariant()
    def supply_is_the_number_of_holders(self) -> None:
        for badge_id in BADGES:
            holders = sum(badge_id in one for one in self.held.values())
            assert self.runner.run(self.stage.ask("totalSupply", badge_id)) == holders

    @invariant()
    def logs_add_up_to_the_same(self) -> None:
        ledger = recount(self.runner.run(self.stage.logs()))
        counted = {person: one for person, one in ledger.held.items() if one}
        assert counted == {person: one for person, one in self.held.items() if one}

    def teardown(self) -> None:
        self.runner.run(self.chain.close())
        self.runner.close()


def test_words_logs_supplies_and_model_agree(contract_chain: AnvilServer) -> None:
    Town.server = contract_chain
    run_state_machine_as_test(
        Town,
        settings=settings(
            max_examples=12,
            stateful_step_count=10,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
