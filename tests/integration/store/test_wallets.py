"""Words, links and moves of wallets in the database, on SQLite and on PostgreSQL."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest
from eth_utils.address import to_checksum_address
from fixed_time import MORNING
from sqlmodel import col, select
from store_people import a_visitor, count

from world_server.errors import WalletConflict
from world_server.store import awards, rebinds, visitors, wallets
from world_server.store.database import Database
from world_server.store.moves import Moves
from world_server.store.tables.award import Award, AwardState, Badge, BadgeKind, Source
from world_server.store.tables.visitor import Holder
from world_server.store.tables.wallet import Rebind, RebindState, WalletLink, WalletNonce

WALLET = to_checksum_address("0x" + "a1" * 20)
OTHER = to_checksum_address("0x" + "b2" * 20)
DEADLINE = 1_795_000_000


async def a_badge(database: Database, badge_id: int | None = None) -> Badge:
    async with database.transaction() as session:
        badge = Badge(
            id=badge_id,
            kind=BadgeKind.EVENT,
            title="酒蔵通りの夕べ",
            place="sakagura-dori",
            occurred_on=MORNING.date(),
            opens_at=MORNING,
            closes_at=MORNING + timedelta(days=1),
        )
        session.add(badge)
    return badge


async def promise(
    database: Database, visitor: str, badge: Badge, state: AwardState = AwardState.QUEUED
) -> Award:
    async with database.transaction() as session:
        award = await awards.promise(
            session,
            badge=badge,
            visitor_id=visitor,
            reason=f"presence:{badge.id}",
            source=Source.PRESENCE,
            now=MORNING,
        )
        award.state = state
        session.add(award)
    return award


async def link(
    database: Database, visitor: str, *, wallet: str = WALLET, merge: bool = False
) -> None:
    async with database.transaction() as session:
        await wallets.link_privately(
            session, visitor_id=visitor, wallet=wallet, merge=merge, now=MORNING
        )


async def move(database: Database, visitor: str, signature: bytes = b"signed") -> None:
    async with database.transaction() as session:
        await wallets.begin_move(
            session, visitor_id=visitor, deadline=DEADLINE, signature=signature, now=MORNING
        )


async def rows(database: Database) -> list[Rebind]:
    async with database.reading() as session:
        return list((await session.exec(select(Rebind).order_by(col(Rebind.id)))).all())


async def held(database: Database) -> Counter[tuple[str, AwardState]]:
    async with database.reading() as session:
        found = await session.exec(select(col(Award.holder), col(Award.state)))
        return Counter((holder, state) for holder, state in found.all())


async def test_a_word_is_good_once_for_its_visitor_and_for_five_minutes(database: Database) -> None:
    aiko, ben = await a_visitor(database), await a_visitor(database)
    async with database.transaction() as session:
        words = [await wallets.give_nonce(session, visitor_id=aiko, now=MORNING) for _ in range(3)]
    assert len(set(words)) == 3
    assert all(len(word) >= 16 and word.isalnum() and word.isascii() for word in words)

    async def spend(word: str, visitor: str, seconds: float) -> bool:
        async with database.transaction() as session:
            now = MORNING + timedelta(seconds=seconds)
            return await wallets.spend_nonce(session, word, visitor_id=visitor, now=now)

    assert not await spend(words[0], ben, 0)
    assert await spend(words[0], aiko, 0)
    assert not await spend(words[0], aiko, 0)
    assert await spend(words[1], aiko, 299)
    assert not await spend(words[2], aiko, 300)
    assert not await spend("", aiko, 0)


async def test_of_two_who_spend_a_word_at_once_one_succeeds(database: Database) -> None:
    aiko = await a_visitor(database)
    async with database.transaction() as session:
        word = await wallets.give_nonce(session, visitor_id=aiko, now=MORNING)

    async def spend() -> bool:
        async with database.transaction() as session:
            return await wallets.spend_nonce(session, word, visitor_id=aiko, now=MORNING)

    assert sorted(await asyncio.gather(*(spend() for _ in range(4)))) == [False] * 3 + [True]


async def test_a_visitor_hoards_no_words_and_old_ones_are_swept(database: Database) -> None:
    aiko = await a_visitor(database)
    async with database.transaction() as session:
        words = [
            await wallets.give_nonce(
                session, visitor_id=aiko, now=MORNING + timedelta(seconds=second)
            )
            for second in range(9)
        ]
    async with database.reading() as session:
        kept = (await session.exec(select(col(WalletNonce.nonce)))).all()
    assert set(kept) == set(words[-wallets.MOST_NONCES :])
    async with database.transaction() as session:
        late = MORNING + timedelta(minutes=20)
        await wallets.give_nonce(session, visitor_id=aiko, now=late)
    assert await count(database, WalletNonce) == 1


async def test_one_wallet_a_visitor_and_one_visitor_a_wallet_unless_they_are_one(
    database: Database,
) -> None:
    aiko, phone = await a_visitor(database), await a_visitor(database)
    await link(database, aiko)
    await link(database, aiko)
    with pytest.raises(WalletConflict, match="other-wallet"):
        await link(database, aiko, wallet=OTHER)
    with pytest.raises(WalletConflict, match="elsewhere"):
        await link(database, phone)
    assert await count(database, WalletLink) == 1
    await link(database, phone, merge=True)
    assert await count(database, WalletLink) == 2


async def test_a_private_link_moves_nothing_and_can_be_undone(database: Database) -> None:
    aiko, badge = await a_visitor(database), await a_badge(database)
    own = (await promise(database, aiko, badge)).holder
    await link(database, aiko)
    async with database.transaction() as session:
        assert await visitors.holder_address(session, aiko, now=MORNING) == own
    async with database.transaction() as session:
        await wallets.unlink(session, aiko)
    assert await count(database, WalletLink) == 0
    assert await rows(database) == []
    with pytest.raises(WalletConflict, match="none"):
        async with database.transaction() as session:
            await wallets.unlink(session, aiko)
    with pytest.raises(WalletConflict, match="none"):
        await move(database, aiko)


async def test_what_waits_is_readdressed_and_what_is_issued_is_moved_by_page(
    database: Database,
) -> None:
    aiko = await a_visitor(database)
    badges = [await a_badge(database, badge_id) for badge_id in (None, None, None, None, 700)]
    states = [
        AwardState.QUEUED,
        AwardState.PARKED,
        AwardState.BATCHED,
        AwardState.FINAL,
        AwardState.MINED,
    ]
    made = [
        await promise(database, aiko, badge, state)
        for badge, state in zip(badges, states, strict=True)
    ]
    own = made[0].holder
    await link(database, aiko)
    await move(database, aiko)
    assert await held(database) == {
        (WALLET, AwardState.QUEUED): 1,
        (WALLET, AwardState.PARKED): 1,
        (own, AwardState.BATCHED): 1,
        (own, AwardState.FINAL): 1,
        (own, AwardState.MINED): 1,
    }
    queued = await rows(database)
    assert [(one.holder, one.wallet, one.page) for one in queued] == [
        (own, WALLET, 0),
        (own, WALLET, 2),
    ]
    assert {(one.deadline, one.signature, one.state) for one in queued} == {
        (DEADLINE, b"signed", RebindState.QUEUED)
    }
    async with database.reading() as session:
        reasons = (
            await session.exec(select(col(Award.reason)).where(col(Award.holder) == WALLET))
        ).all()
    assert not any(own in reason for reason in reasons)
    async with database.transaction() as session:
        assert await visitors.holder_address(session, aiko, now=MORNING) == WALLET
    assert (await promise(database, aiko, badges[3])).id == made[3].id
    assert (await promise(database, aiko, await a_badge(database))).holder == WALLET


async def test_after_moving_nothing_can_be_linked_or_undone(database: Database) -> None:
    aiko = await a_visitor(database)
    await promise(database, aiko, await a_badge(database), AwardState.FINAL)
    await link(database, aiko)
    await move(database, aiko)
    for attempt in (link(database, aiko, wallet=OTHER), move(database, aiko)):
        with pytest.raises(WalletConflict, match="moved"):
            await attempt
    with pytest.raises(WalletConflict, match="moved"):
        async with database.transaction() as session:
            await wallets.unlink(session, aiko)
    assert len(await rows(database)) == 1


async def test_who_was_refused_may_sign_again(database: Database) -> None:
    aiko = await a_visitor(database)
    await promise(database, aiko, await a_badge(database), AwardState.FINAL)
    await link(database, aiko)
    await move(database, aiko, b"old")
    (queued,) = await rows(database)
    assert queued.id is not None
    async with database.transaction() as session:
        await rebinds.refuse(session, queued.id, reason="signature too old", now=MORNING)
    async with database.reading() as session:
        moving = await wallets.moving(session, aiko)
    assert moving.states == {RebindState.REFUSED: 1}
    assert moving.refused_reason == "signature too old"
    await move(database, aiko, b"new")
    (again,) = await rows(database)
    assert (again.state, again.signature, again.refused_reason) == (
        RebindState.QUEUED,
        b"new",
        None,
    )


async def test_two_devices_of_one_person_count_no_badge_twice(database: Database) -> None:
    desk, phone = await a_visitor(database), await a_visitor(database)
    both, late = await a_badge(database), await a_badge(database)
    for visitor in (desk, phone):
        await promise(database, visitor, both, AwardState.FINAL)
        await promise(database, visitor, late)
    await link(database, desk)
    await link(database, phone, merge=True)
    await move(database, desk)
    await move(database, phone)
    assert Counter(badge for holder, badge in await _holders(database) if holder == WALLET) == {
        late.id: 1
    }
    async with database.reading() as session:
        for visitor in (desk, phone):
            shown = [badge.id for _, badge in await awards.of_visitor(session, visitor)]
            assert sorted(shown, key=str) == sorted([both.id, late.id], key=str)
    third = await a_badge(database)
    first = await promise(database, desk, third)
    assert (await promise(database, phone, third)).id == first.id


async def _holders(database: Database) -> list[tuple[str, int]]:
    async with database.reading() as session:
        found = await session.exec(select(col(Award.holder), col(Award.badge_id)))
        return [(holder, badge) for holder, badge in found.all()]


async def test_two_devices_may_move_at_the_same_moment(database: Database) -> None:
    desk, phone = await a_visitor(database), await a_visitor(database)
    badges = [await a_badge(database) for _ in range(3)]
    for badge in badges:
        for visitor in (desk, phone):
            await promise(database, visitor, badge)
    await link(database, desk)
    await link(database, phone, merge=True)
    extra = await a_badge(database)
    await asyncio.gather(
        move(database, desk),
        move(database, phone),
        promise(database, desk, extra),
        promise(database, phone, extra),
    )
    assert Counter(await _holders(database)) == {
        (WALLET, badge.id): 1 for badge in (*badges, extra)
    }


async def test_whatever_is_promised_while_one_moves_ends_at_the_wallet_or_is_moved_there(
    database: Database,
) -> None:
    aiko = await a_visitor(database)
    badges = [await a_badge(database) for _ in range(6)]
    await link(database, aiko)
    await asyncio.gather(
        *(promise(database, aiko, badge) for badge in badges[:3]),
        move(database, aiko),
        *(promise(database, aiko, badge) for badge in badges[3:]),
    )
    assert await held(database) == {(WALLET, AwardState.QUEUED): 6}


async def test_erasure_leaves_addresses_and_no_tie(database: Database) -> None:
    aiko = await a_visitor(database)
    await promise(database, aiko, await a_badge(database), AwardState.FINAL)
    await link(database, aiko)
    await move(database, aiko)
    async with database.transaction() as session:
        await wallets.give_nonce(session, visitor_id=aiko, now=MORNING)
    async with database.transaction() as session:
        await visitors.forget(session, aiko)
    for table in (WalletLink, WalletNonce, Holder):
        assert await count(database, table) == 0
    assert len(await rows(database)) == 1
    assert aiko not in str([one.model_dump() for one in await rows(database)])
    async with database.reading() as session:
        (award,) = (await session.exec(select(Award))).all()
    assert award.visitor_id is None


def test_who_holds_an_award_now_depends_on_when_it_was_mined() -> None:
    moves = Moves(done={("0xh", 0): ("0xw", 10)}, under_way={("0xh", 1): "0xw"})
    assert moves.holder_now("0xH", 1, block=9) == "0xw"
    assert moves.holder_now("0xH", 255, block=10) == "0xw"
    assert moves.holder_now("0xH", 1, block=11) == "0xh"
    assert moves.holder_now("0xH", 1, block=None) == "0xh"
    assert moves.holder_now("0xH", 256, block=1) == "0xh"
    assert moves.holder_now("0xO", 1, block=1) == "0xo"
    assert moves.heading_for("0xH", 300) == "0xw"
    assert moves.heading_for("0xH", 3) is None
    assert moves.wallets == {"0xh": "0xw"}
