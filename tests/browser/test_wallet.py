"""A visitor and the wallet in their browser: found, refused, linked, moved, in plain words."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from anvil_server import AnvilServer, anvil_running
from client_people import PHONE, SLOW, Meet, Someone
from client_town import ClientTown, act, client_town, now
from playwright.sync_api import Route, expect
from wallet_people import (
    BROKEN,
    REFUSED,
    Wallet,
    give_badge,
    mines_by_itself,
    minting,
    put_into,
    rpc,
    share,
    wallet,
)

from nft_badges import contract
from nft_badges.wallet import signatures
from nft_badges.wallet.message import parse
from world_server.i18n import LANGUAGES
from world_server.store import chain_journal
from world_server.store.database import Database

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]


@pytest.fixture(scope="module")
def chain() -> Iterator[AnvilServer]:
    """A chain that others share, which wallets can reach."""
    with anvil_running() as server:
        share(server)
        yield server


@pytest.fixture(scope="module")
def town(
    redis_server: str, chain: AnvilServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ClientTown]:
    """A town whose badges are on that chain."""
    more = {
        "KASHIMA_RPC_URL": chain.url,
        "KASHIMA_PUBLIC_RPC_URL": chain.url,
        "KASHIMA_CHAIN_NAME": "Kashima Test",
    }
    folder = tmp_path_factory.mktemp("wallets")
    with (
        client_town(redis_url=f"{redis_server}/61", folder=folder, more=more) as running,
        minting(running, chain, own=False),
    ):
        yield running


def arrive(someone: Someone, nickname: str) -> None:
    """Come in, and stand before one's passport."""
    someone.enter(nickname)
    someone.open()
    expect(someone.at("returner")).to_be_visible(timeout=SLOW)


def open_page(someone: Someone) -> None:
    someone.at("wallet-open").click()
    expect(someone.at("wallet")).to_be_visible(timeout=SLOW)


def is_linked(someone: Someone, one: Wallet) -> None:
    expect(someone.at("wallet-address")).to_have_attribute(
        "title", one.account.address, timeout=SLOW
    )


def is_told(someone: Someone, place: str, key: str, **values: str) -> None:
    """The sentence is there, however busy the machine."""
    expect(someone.at(place)).to_have_text(someone.says(key, **values), timeout=SLOW)


def link(someone: Someone) -> None:
    """Choose the first wallet, which signs."""
    open_page(someone)
    someone.at("wallet-choice").first.click()
    expect(someone.at("wallet-move")).to_be_visible(timeout=SLOW)


def start_moving(someone: Someone) -> None:
    someone.at("wallet-move").click()
    someone.at("wallet-agree").check()
    someone.at("wallet-move-now").click()


def faults_in(someone: Someone) -> list[str]:
    return [*someone.faults, *someone.find_faults()]


def picture(someone: Someone, pictures: Path, name: str) -> None:
    someone.page.screenshot(path=pictures / f"wallet-{name}.png", animations="disabled")


def test_a_wallet_is_linked_privately_and_unlinked_by_keyboard_alone(
    meet: Meet, town: ClientTown, pictures: Path
) -> None:
    aiko, one = meet(), wallet(101)
    put_into(aiko, one, wallet(102, name="もうひとつ"))
    arrive(aiko, "あいこ")
    give_badge(town, "あいこ")
    aiko.at("wallet-open").focus()
    aiko.page.keyboard.press("Enter")
    expect(aiko.at("wallet-choice")).to_have_count(2, timeout=SLOW)
    assert faults_in(aiko) == []
    picture(aiko, pictures, "choose")
    aiko.page.keyboard.press("Tab")
    expect(aiko.at("wallet-choice").first).to_be_focused()
    aiko.page.keyboard.press("Enter")
    is_linked(aiko, one)
    expect(aiko.at("wallet")).to_contain_text(aiko.says("wallet-private"), timeout=SLOW)
    assert faults_in(aiko) == []
    picture(aiko, pictures, "private")
    assert one.asked == ["eth_requestAccounts", "personal_sign"]
    aiko.at("wallet-unlink").focus()
    aiko.page.keyboard.press("Enter")
    expect(aiko.at("wallet-choice")).to_have_count(2, timeout=SLOW)
    aiko.page.keyboard.press("Escape")
    expect(aiko.at("wallet")).to_have_count(0, timeout=SLOW)
    expect(aiko.at("wallet-open")).to_be_focused()


def test_badges_move_to_the_wallet_and_anybody_can_see_it(
    meet: Meet, town: ClientTown, chain: AnvilServer, pictures: Path
) -> None:
    ben, one = meet(size=PHONE, language="en"), wallet(201)
    put_into(ben, one)
    arrive(ben, "Ben")
    badge_id = give_badge(town, "Ben")
    until_issued(ben)
    link(ben)
    ben.at("wallet-move").click()
    ben.at("wallet-move-now").click()
    expect(ben.at("wallet")).to_contain_text(ben.says("wallet-agree-first"), timeout=SLOW)
    assert faults_in(ben) == []
    picture(ben, pictures, "consent-phone")
    assert "eth_signTypedData_v4" not in one.asked
    ben.at("wallet-agree").check()
    ben.at("wallet-move-now").click()
    is_told(ben, "wallet-status", "wallet-moved")
    assert faults_in(ben) == []
    picture(ben, pictures, "moved-phone")
    assert balance(town, chain, one.account.address, badge_id) == 1
    with ben.context.expect_page() as opened:
        ben.at("wallet-proof").click()
    expect(opened.value.locator("body")).to_contain_text("酒蔵通りの夕べ", timeout=SLOW)


def until_issued(someone: Someone) -> None:
    """Wait until the badge is on the chain, as its holder sees it."""
    for _ in range(60):
        someone.open()
        state = someone.at("badge-state").first
        expect(state).to_be_visible()
        if state.text_content() != someone.says("town-badge-preparing"):
            return
        someone.page.wait_for_timeout(500)
    pytest.fail("never issued")


def balance(town: ClientTown, chain: AnvilServer, address: str, badge_id: int) -> int:
    deployment = act(_contract(town))
    question = contract.balances([(address, badge_id)])
    told = {"to": deployment, "data": "0x" + question.hex()}
    return contract.read_numbers(bytes.fromhex(rpc(chain.url, "eth_call", told, "latest")[2:]))[0]


async def _contract(town: ClientTown) -> str:
    database = Database(town.database_url)
    async with database.reading() as session:
        found = await chain_journal.deployment(session)
    await database.close()
    assert found is not None
    return found.contract


def test_moving_is_told_while_the_chain_takes_its_time(
    meet: Meet, town: ClientTown, chain: AnvilServer, pictures: Path
) -> None:
    aiko, one = meet(), wallet(301)
    put_into(aiko, one)
    arrive(aiko, "ゆっくり")
    give_badge(town, "ゆっくり")
    until_issued(aiko)
    link(aiko)
    mines_by_itself(chain, yes=False)
    try:
        start_moving(aiko)
        is_told(aiko, "wallet-status", "wallet-moving")
        assert faults_in(aiko) == []
        picture(aiko, pictures, "moving")
        aiko.at("wallet-close").click()
        open_page(aiko)
        is_told(aiko, "wallet-status", "wallet-moving")
    finally:
        mines_by_itself(chain, yes=True)
        rpc(chain.url, "evm_mine")
    is_told(aiko, "wallet-status", "wallet-moved")


def test_without_a_wallet_one_is_told_so_and_that_none_is_needed(
    meet: Meet, pictures: Path
) -> None:
    aiko = meet(size=PHONE)
    arrive(aiko, "さいふなし")
    open_page(aiko)
    expect(aiko.at("wallet")).to_contain_text(aiko.says("wallet-none"), timeout=SLOW)
    assert faults_in(aiko) == []
    picture(aiko, pictures, "none-phone")
    aiko.at("wallet-again").click()
    expect(aiko.at("wallet")).to_contain_text(aiko.says("wallet-none"), timeout=SLOW)


def test_the_older_way_of_wallets_is_found_as_well(meet: Meet) -> None:
    aiko, one = meet(), wallet(401, older=True)
    put_into(aiko, one)
    arrive(aiko, "むかし")
    open_page(aiko)
    expect(aiko.at("wallet-choice")).to_have_text(aiko.says("wallet-unnamed"))
    aiko.at("wallet-choice").click()
    is_linked(aiko, one)


def test_what_the_person_refuses_in_the_wallet_changes_nothing(meet: Meet, pictures: Path) -> None:
    aiko, one = meet(), wallet(501)
    put_into(aiko, one)
    arrive(aiko, "やめたい")
    open_page(aiko)
    for method in ("eth_requestAccounts", "personal_sign"):
        one.refuses = {method: REFUSED}
        aiko.at("wallet-choice").click()
        is_told(aiko, "wallet-fault", "wallet-refused")
    picture(aiko, pictures, "refused")
    one.refuses = {"personal_sign": -32002}
    aiko.at("wallet-choice").click()
    is_told(aiko, "wallet-fault", "wallet-busy")
    one.refuses = {}
    aiko.at("wallet-choice").click()
    is_linked(aiko, one)
    one.refuses = {"eth_signTypedData_v4": REFUSED}
    start_moving(aiko)
    is_told(aiko, "wallet-fault", "wallet-refused")
    expect(aiko.at("wallet-move")).to_be_visible(timeout=SLOW)


def test_a_wallet_that_never_answers_can_be_left(meet: Meet, pictures: Path) -> None:
    aiko, one = meet(), wallet(601, hangs={"personal_sign"})
    put_into(aiko, one)
    arrive(aiko, "まちぼうけ")
    open_page(aiko)
    aiko.at("wallet-choice").click()
    is_told(aiko, "wallet-status", "wallet-sign-message")
    assert faults_in(aiko) == []
    picture(aiko, pictures, "signing")
    aiko.at("wallet-cancel").click()
    expect(aiko.at("wallet-choice")).to_be_visible(timeout=SLOW)
    one.hangs = set()
    aiko.at("wallet-choice").click()
    is_linked(aiko, one)
    one.hangs = {"eth_signTypedData_v4"}
    start_moving(aiko)
    is_told(aiko, "wallet-status", "wallet-sign-move")
    aiko.at("wallet-cancel").click()
    expect(aiko.at("wallet-move")).to_be_visible(timeout=SLOW)


@pytest.mark.parametrize("knows", [True, False])
def test_a_wallet_on_another_chain_is_helped_over(meet: Meet, knows: bool) -> None:  # noqa: FBT001
    aiko = meet()
    one = wallet(701 + knows, chain_id=1, knows={31_337} if knows else set())
    put_into(aiko, one)
    arrive(aiko, f"べつの{knows}")
    link(aiko)
    one.refuses = {"wallet_switchEthereumChain": REFUSED}
    start_moving(aiko)
    is_told(aiko, "wallet-fault", "wallet-refused")
    one.refuses = {}
    start_moving(aiko)
    is_told(aiko, "wallet-status", "wallet-moved")
    assert ("wallet_addEthereumChain" in one.asked) is not knows
    assert one.chain_id == 31_337


def test_a_wallet_that_cannot_change_its_chain_is_told_what_to_do(meet: Meet) -> None:
    aiko = meet()
    one = wallet(711, chain_id=1, refuses={"wallet_switchEthereumChain": BROKEN})
    put_into(aiko, one)
    arrive(aiko, "かえられない")
    link(aiko)
    start_moving(aiko)
    is_told(aiko, "wallet-fault", "wallet-wrong-chain")


def test_a_signature_is_good_once_and_for_a_short_while(meet: Meet) -> None:
    aiko, one = meet(), wallet(801)
    put_into(aiko, one)
    arrive(aiko, "にどめ")
    link(aiko)
    message, signature = one.signed[0]
    told = {"message": message, "signature": signature}
    replayed = aiko.context.request.post(f"{aiko.town.url}/api/wallet/link", data=told)
    assert replayed.status == 403
    assert replayed.json()["error"]["details"] == {"rule": "replayed"}
    aiko.at("wallet-unlink").click()

    def old(route: Route) -> None:
        """The same wallet's signature of a message as it was ten minutes ago."""
        sent = json.loads(route.request.post_data or "")
        ago = (now() - timedelta(minutes=10)).strftime("%Y-%m-%dT%H:%M:%SZ")
        text = replace(parse(sent["message"]), issued_at=ago).text
        signed = one.account.sign_message(signatures.of_text(text)).signature
        told = {"message": text, "signature": "0x" + bytes(signed).hex()}
        route.continue_(post_data=json.dumps(told))

    aiko.page.route("**/api/wallet/link", old)
    aiko.at("wallet-choice").click()
    is_told(aiko, "wallet-fault", "error-wallet-refused", rule="expired")
    aiko.page.unroute("**/api/wallet/link")
    aiko.at("wallet-choice").click()
    is_linked(aiko, one)


def test_two_devices_of_one_person_become_one(meet: Meet, town: ClientTown, pictures: Path) -> None:
    desk, phone = meet(), meet(size=PHONE)
    for someone, nickname in ((desk, "つくえ"), (phone, "けいたい")):
        put_into(someone, wallet(901))
        arrive(someone, nickname)
        give_badge(town, nickname, title=f"{nickname}の散歩")
        until_issued(someone)
    link(desk)
    start_moving(desk)
    is_told(desk, "wallet-status", "wallet-moved")
    open_page(phone)
    phone.at("wallet-choice").click()
    expect(phone.at("wallet-merge")).to_be_visible(timeout=SLOW)
    assert faults_in(phone) == []
    picture(phone, pictures, "merge-phone")
    phone.at("wallet-cancel").click()
    expect(phone.at("wallet-choice")).to_be_visible(timeout=SLOW)
    phone.at("wallet-choice").click()
    phone.at("wallet-merge").click()
    is_linked(phone, wallet(901))
    start_moving(phone)
    is_told(phone, "wallet-status", "wallet-moved")
    desk.open()
    expect(desk.at("badges")).to_contain_text("けいたいの散歩")
    expect(desk.at("badges")).to_contain_text("つくえの散歩")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_runs_out_of_a_narrow_phone_in_any_language(meet: Meet, language: str) -> None:
    someone = meet(language=language, size={"width": 320, "height": 640})
    put_into(someone, wallet(1_000 + len(language) + ord(language[0])))
    arrive(someone, f"n{language}")
    open_page(someone)
    expect(someone.at("wallet-choice")).to_be_visible(timeout=SLOW)
    someone.at("wallet-choice").click()
    expect(someone.at("wallet-move")).to_be_visible(timeout=SLOW)
    someone.at("wallet-move").click()
    wide = someone.page.evaluate(
        "[document.documentElement, document.querySelector('dialog.wallet')]"
        ".map((one) => one.scrollWidth - one.clientWidth)"
    )
    assert wide == [0, 0]


def test_on_the_towns_own_chain_it_is_explained_what_wallets_cannot_do(
    meet: Meet, redis_server: str, browser: object, tmp_path: Path, pictures: Path
) -> None:
    with (
        anvil_running() as server,
        client_town(
            redis_url=f"{redis_server}/60",
            folder=tmp_path,
            more={"KASHIMA_RPC_URL": server.url},
        ) as own,
        minting(own, server, own=True),
    ):
        aiko, one = meet(), wallet(1_101, chain_id=1)
        aiko.town = own
        put_into(aiko, one)
        arrive(aiko, "ちょう")
        link(aiko)
        aiko.at("wallet-move").click()
        expect(aiko.at("wallet")).to_contain_text(aiko.says("wallet-own-chain"), timeout=SLOW)
        assert faults_in(aiko) == []
        picture(aiko, pictures, "own-chain")
        aiko.at("wallet-agree").check()
        aiko.at("wallet-move-now").click()
        is_told(aiko, "wallet-fault", "wallet-own-chain-failed")
        one.chain_id = 31_337  # a wallet that does not insist
        start_moving(aiko)
        is_told(aiko, "wallet-status", "wallet-moved")
