"""Linking a wallet over HTTP: proven by signature, private until one wants it public."""

import re
from pathlib import Path

import pytest
from minter_town import MinterTown
from openapi_witness import documented, routed
from sqlmodel import col, select
from wallet_site import Person, WalletSite, account, wallet_site

from nft_badges.wallet.own_operations import OWN_OPERATIONS
from world_server.store.tables.visitor import Consent
from world_server.store.tables.wallet import Rebind, WalletLink

NOBODY = "0x" + "00" * 65


@pytest.fixture
async def aiko(site: WalletSite) -> Person:
    return await site.person()


async def links(site: WalletSite) -> list[WalletLink]:
    async with site.town.database.reading() as session:
        return list((await session.exec(select(WalletLink))).all())


def test_every_operation_is_whole() -> None:
    for one in OWN_OPERATIONS:
        assert one.summary.endswith(".")
        assert one.passport


async def test_every_wallet_route_is_documented(site: WalletSite) -> None:
    there = {pair for pair in routed(site.server.app) if pair[1].startswith("/api/wallet")}
    assert there == {(one.method, one.path) for one in OWN_OPERATIONS}
    assert there <= documented(site.witness.document)


async def test_a_wallet_is_linked_privately_and_unlinked(site: WalletSite, aiko: Person) -> None:
    before = await aiko.state()
    assert before["link"] is None
    assert before["move"] is None
    assert before["chain"]["is_own"] is True
    linked = await aiko.link()
    assert linked.status == 200
    assert linked.body["link"]["wallet"] == aiko.wallet.address
    assert linked.body["link"]["moves"] is False
    assert (await aiko.state()) == linked.body
    assert (await aiko.ask("DELETE", "/api/wallet")).status == 204
    assert (await aiko.state())["link"] is None
    assert (await aiko.ask("DELETE", "/api/wallet")).code == "wallet-conflict"


async def test_the_message_says_who_asks_what_for_and_until_when(aiko: Person) -> None:
    text = await aiko.message()
    assert text.startswith("127.0.0.1:8700 wants you to sign in with your Ethereum account:\n")
    assert aiko.wallet.address in text
    for line in (
        "URI: http://127.0.0.1:8700",
        "Chain ID: 31337",
        "Request ID: kashima-wallet-link",
    ):
        assert line in text.splitlines()
    assert re.search(r"^Nonce: [A-Za-z0-9]{16,}$", text, re.MULTILINE)
    assert re.search(r"^Expiration Time: ", text, re.MULTILINE)


async def test_a_signed_message_is_good_once(site: WalletSite, aiko: Person) -> None:
    message = await aiko.message()
    signed = {"message": message, "signature": aiko.sign(message)}
    assert (await aiko.ask("POST", "/api/wallet/link", signed)).status == 200
    assert (await aiko.ask("DELETE", "/api/wallet")).status == 204
    again = await aiko.ask("POST", "/api/wallet/link", signed)
    assert (again.status, again.body["error"]["details"]) == (403, {"rule": "replayed"})
    assert await links(site) == []


async def test_nobody_can_use_what_another_visitor_signed(site: WalletSite, aiko: Person) -> None:
    thief = await site.person()
    message = await aiko.message()
    stolen = await thief.ask(
        "POST", "/api/wallet/link", {"message": message, "signature": aiko.sign(message)}
    )
    assert stolen.body["error"]["details"] == {"rule": "replayed"}
    assert await links(site) == []


async def test_a_message_is_good_for_five_minutes(site: WalletSite, aiko: Person) -> None:
    message = await aiko.message()
    site.town.clock.advance(minutes=5)
    late = await aiko.ask(
        "POST", "/api/wallet/link", {"message": message, "signature": aiko.sign(message)}
    )
    assert late.body["error"]["details"] == {"rule": "expired"}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (("127.0.0.1:8700 wants", "evil.example wants"), "other-town"),
        (("URI: http://127.0.0.1:8700", "URI: https://evil.example"), "other-town"),
        (("Chain ID: 31337", "Chain ID: 1"), "other-chain"),
        (("kashima-wallet-link", "something-else"), "other-purpose"),
        (("/proof", "/prove"), "other-purpose"),
        (("Version: 1", "Version: 2"), "message"),
        (("Nonce: ", "Nonce: x"), "replayed"),
    ],
)
async def test_a_message_that_was_changed_and_signed_is_refused(
    aiko: Person, change: tuple[str, str], rule: str
) -> None:
    message = (await aiko.message()).replace(*change, 1)
    refused = await aiko.ask(
        "POST", "/api/wallet/link", {"message": message, "signature": aiko.sign(message)}
    )
    assert refused.status == 403
    assert refused.body["error"]["details"] == {"rule": rule}


async def test_a_stretched_expiry_does_not_outlive_the_word(site: WalletSite, aiko: Person) -> None:
    message = re.sub(r"(Expiration Time: )2026", r"\g<1>2036", await aiko.message())
    site.town.clock.advance(minutes=5, seconds=1)
    late = await aiko.ask(
        "POST", "/api/wallet/link", {"message": message, "signature": aiko.sign(message)}
    )
    assert late.status == 403


async def test_only_the_wallet_itself_can_sign(site: WalletSite, aiko: Person) -> None:
    message = await aiko.message()
    other = Person(aiko.client, account(77), aiko.witness)
    signatures = {
        "another key": other.sign(message),
        "another text": aiko.sign(message + " "),
        "cut short": aiko.sign(message)[:-2],
        "nothing": "0x00",
        "all zero": NOBODY,
        "very long": "0x" + "ab" * 1_024,
    }
    for what, signature in signatures.items():
        refused = await aiko.ask(
            "POST", "/api/wallet/link", {"message": message, "signature": signature}
        )
        assert refused.body["error"]["details"] == {"rule": "signature"}, what
    assert await links(site) == []
    honest = await aiko.ask(
        "POST", "/api/wallet/link", {"message": message, "signature": aiko.sign(message)}
    )
    assert honest.status == 200


NOT_UNDERSTOOD: list[tuple[str, object]] = [
    ("nonce", {}),
    ("nonce", {"wallet": "0x12"}),
    ("nonce", {"wallet": "0x" + "g" * 40}),
    ("nonce", {"wallet": "0x" + "a" * 40, "more": 1}),
    ("link", {"message": "x", "signature": "0x1"}),
    ("link", {"message": "x", "signature": "aa"}),
    ("link", {"message": "x", "signature": "0x" + "ab" * 1_025}),
    ("link", {"message": "x" * 5_000, "signature": "0xab"}),
    ("link", {"message": "x", "signature": "0xab", "merge": "yes"}),
    ("move", {"deadline": 1, "signature": "0xab"}),
    ("move", {"deadline": 1, "signature": "0xab", "public": False}),
    ("move", {"deadline": -1, "signature": "0xab", "public": True}),
    ("move", {"deadline": 2**53, "signature": "0xab", "public": True}),
    ("move", {"deadline": "1", "signature": "0xab", "public": True}),
]


async def test_what_is_not_understood_is_refused(site: WalletSite, aiko: Person) -> None:
    for path, body in NOT_UNDERSTOOD:
        await site.rest()
        refused = await aiko.ask("POST", f"/api/wallet/{path}", body)
        assert (refused.status, refused.code) == (400, "malformed"), body


@pytest.mark.parametrize(("method", "path"), [(one.method, one.path) for one in OWN_OPERATIONS])
async def test_strangers_and_other_sites_get_nothing(aiko: Person, method: str, path: str) -> None:
    foreign = await aiko.ask(method, path, headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status == (200 if method == "get" else 403)
    aiko.client.session.cookie_jar.clear()
    assert (await aiko.ask(method, path)).status == 401
    aiko.client.session.cookie_jar.update_cookies({"passport": f"{aiko.visitor_id}.guess"})
    assert (await aiko.ask(method, path)).status == 401


async def test_bodies_that_no_page_of_ours_sends_are_refused(aiko: Person) -> None:
    plain = {"data": b"{}", "headers": {"Content-Type": "text/plain"}}
    large = {"data": b"x" * 20_000, "headers": {"Content-Type": "application/json"}}
    for path in ("nonce", "link", "move"):
        assert (await aiko.ask("POST", f"/api/wallet/{path}", **plain)).status == 415
        assert (await aiko.ask("POST", f"/api/wallet/{path}", **large)).status == 413


@pytest.mark.parametrize("bucket", ["wallets", "visitor-wallets"])
async def test_writes_are_limited_by_visitor_and_by_address(
    site: WalletSite, aiko: Person, bucket: str
) -> None:
    await aiko.message()
    await site.exhaust(bucket)
    for one in OWN_OPERATIONS:
        refused = await aiko.ask(one.method, one.path)
        assert refused.status == (200 if one.method == "get" else 429)


@pytest.mark.parametrize("bucket", ["reads", "visitor-looks"])
async def test_looks_are_limited_by_visitor_and_by_address(
    site: WalletSite, aiko: Person, bucket: str
) -> None:
    await aiko.state()
    await site.exhaust(bucket)
    assert (await aiko.ask("GET", "/api/wallet")).status == 429


async def test_a_wallet_of_somebody_else_is_theirs_unless_both_are_one(
    site: WalletSite, aiko: Person
) -> None:
    phone = await site.person(aiko.wallet)
    assert (await aiko.link()).status == 200
    message = await phone.message()
    signed = {"message": message, "signature": phone.sign(message)}
    refused = await phone.ask("POST", "/api/wallet/link", signed)
    assert (refused.status, refused.body["error"]["details"]) == (409, {"rule": "elsewhere"})
    # Nothing was granted, so the same signature serves once the person has confirmed.
    merged = await phone.ask("POST", "/api/wallet/link", {**signed, "merge": True})
    assert merged.body["link"]["wallet"] == aiko.wallet.address
    replayed = await phone.ask("POST", "/api/wallet/link", {**signed, "merge": True})
    assert replayed.body["error"]["details"] == {"rule": "replayed"}
    other = Person(phone.client, account(78), phone.witness)
    assert (await other.link()).body["error"]["details"] == {"rule": "other-wallet"}


async def test_moving_needs_a_link_a_fresh_deadline_and_the_wallets_own_consent(
    site: WalletSite, aiko: Person
) -> None:
    for path, body in (("binding", None), ("move", {"deadline": 1, "signature": "0xab"})):
        asked = body and {**body, "public": True}
        refused = await aiko.ask("POST", f"/api/wallet/{path}", asked)
        assert refused.body["error"]["details"] == {"rule": "none"}
    await aiko.link()
    asked = await aiko.binding()
    good = aiko.consent(asked["typed_data"])
    now = int(site.town.clock().timestamp())
    assert now < asked["deadline"] <= now + 700
    refusals = {
        "too late": ({"deadline": now}, "expired"),
        "too far": ({"deadline": now + 3600}, "too-early"),
        "another deadline": ({"deadline": asked["deadline"] - 1}, "signature"),
        "another key": (
            {
                "signature": Person(aiko.client, account(5), aiko.witness).consent(
                    asked["typed_data"]
                )
            },
            "signature",
        ),
        "the sign-in once more": ({"signature": aiko.sign(await aiko.message())}, "signature"),
    }
    for what, (change, rule) in refusals.items():
        told = {"deadline": asked["deadline"], "signature": good, "public": True} | change
        refused = await aiko.ask("POST", "/api/wallet/move", told)
        assert refused.body["error"]["details"] == {"rule": rule}, what
    assert (await aiko.state())["link"]["moves"] is False
    moved = await aiko.ask(
        "POST",
        "/api/wallet/move",
        {"deadline": asked["deadline"], "signature": good, "public": True},
    )
    assert moved.body["link"]["moves"] is True
    assert moved.body["move"] == {"state": "moved", "why": None}
    async with site.town.database.reading() as session:
        consents = await session.exec(
            select(col(Consent.given)).where(col(Consent.purpose) == "wallet-public")
        )
        assert list(consents.all()) == [True]
        assert (await session.exec(select(Rebind))).all() == []
    await site.rest()
    for refused in (
        await aiko.ask("POST", "/api/wallet/binding"),
        await aiko.ask("DELETE", "/api/wallet"),
    ):
        assert refused.body["error"]["details"] == {"rule": "moved"}


async def test_while_the_chain_is_away_one_is_asked_to_wait(site: WalletSite, aiko: Person) -> None:
    await aiko.link()
    site.town.server.kill()
    answer = await aiko.ask("POST", "/api/wallet/binding")
    assert (answer.status, answer.body["error"]["retryable"]) == (503, True)
    assert (await aiko.state())["link"]["moves"] is False


async def test_before_there_is_a_contract_nothing_can_be_linked(
    sqlite_town: MinterTown, sqlite_url: str, redis_url: str, tmp_path: Path
) -> None:
    async with wallet_site(
        sqlite_town, database_url=sqlite_url, redis_url=redis_url, folder=tmp_path
    ) as early:
        person = await early.person()
        assert (await person.state())["chain"] is None
        refused = await person.ask("POST", "/api/wallet/nonce", {"wallet": person.wallet.address})
        assert refused.body["error"]["details"] == {"rule": "no-chain"}


async def test_erasure_takes_the_link_along(site: WalletSite, aiko: Person) -> None:
    await aiko.link()
    await aiko.message()
    assert (await aiko.ask("DELETE", "/api/passport")).status == 204
    assert await links(site) == []


PATHS = {one.path for one in OWN_OPERATIONS}
WITHOUT_REDIS = {
    ("get", "/api/wallet", 503),
    ("delete", "/api/wallet", 503),
    *(("post", f"/api/wallet/{name}", 503) for name in ("nonce", "link")),
}
"""Refused as every address of the town is when Redis is away, which tests/integration/web holds."""


async def test_every_documented_answer_is_really_given(site: WalletSite, aiko: Person) -> None:
    """Each was held to its shape by the browser that got it; here they are all had."""
    phone = await site.person(aiko.wallet)
    async with site.before_the_contract():
        refused = await aiko.ask("POST", "/api/wallet/nonce", {"wallet": aiko.wallet.address})
        assert refused.status == 409
    for path in ("binding", "move"):
        body = {"deadline": 1, "signature": "0xab", "public": True} if path == "move" else None
        assert (await aiko.ask("POST", f"/api/wallet/{path}", body)).status == 409
    assert (await aiko.ask("DELETE", "/api/wallet")).status == 409
    assert (await aiko.link()).status == 200
    assert (await phone.link()).status == 409
    assert (await aiko.ask("DELETE", "/api/wallet")).status == 204
    await site.rest()
    assert (await aiko.link()).status == 200
    assert (await aiko.move(deadline=2**52)).status == 403
    site.town.server.kill()
    told = {"deadline": 2**52, "signature": "0xab", "public": True}
    assert (await aiko.ask("POST", "/api/wallet/binding")).status == 503
    assert (await aiko.ask("POST", "/api/wallet/move", told)).status == 503
    site.town.server.start()
    await site.begin()
    await site.rest()
    message = await aiko.message()
    forged = {"message": message, "signature": "0x00"}
    assert (await aiko.ask("POST", "/api/wallet/link", forged)).status == 403
    assert (await aiko.move()).status == 200
    await site.rest()
    for name in ("nonce", "link", "move"):
        assert (await aiko.ask("POST", f"/api/wallet/{name}", {})).status == 400
        wrong = {"data": b"{}", "headers": {"Content-Type": "text/plain"}}
        assert (await aiko.ask("POST", f"/api/wallet/{name}", **wrong)).status == 415
        large = {"data": b"x" * 20_000, "headers": {"Content-Type": "application/json"}}
        assert (await aiko.ask("POST", f"/api/wallet/{name}", **large)).status == 413
    assert (await aiko.state())["link"]["moves"] is True
    for bucket in ("wallets", "reads"):
        await site.exhaust(bucket)
    for one in OWN_OPERATIONS:
        foreign = {"Sec-Fetch-Site": "cross-site"}
        await aiko.ask(one.method, one.path, headers=foreign)
        assert (await aiko.ask(one.method, one.path)).status == 429
    await site.rest()
    aiko.client.session.cookie_jar.clear()
    for one in OWN_OPERATIONS:
        assert (await aiko.ask(one.method, one.path)).status == 401
    assert site.witness.unseen(PATHS) == WITHOUT_REDIS
