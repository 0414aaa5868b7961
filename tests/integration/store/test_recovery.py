"""Codes that bring a passport along work once, for one attempt, however many come at once."""

import asyncio
from datetime import timedelta

import pytest
from fixed_time import MORNING
from store_people import a_visitor

from world_server.errors import PassportRefused
from world_server.store import devices, recovery, visitors
from world_server.store.database import Database
from world_server.store.devices import MOST_DEVICES
from world_server.store.recovery import GOOD_FOR, SAME_ATTEMPT
from world_server.store.tables.passport import CodeKind, DeviceWay

TODAY = MORNING.date()
CODE = b"c" * 32


async def keep(
    database: Database, visitor: str, code: bytes = CODE, kind: CodeKind = CodeKind.PAPER
) -> None:
    async with database.transaction() as session:
        await recovery.keep(session, visitor, kind=kind, code_hash=code, now=MORNING)


async def use(
    database: Database, attempt: bytes, *, code: bytes = CODE, after: timedelta = timedelta()
) -> str:
    async with database.transaction() as session:
        used = await recovery.use(session, code, attempt_hash=attempt, now=MORNING + after)
    return used.visitor_id


async def test_of_twenty_attempts_at_once_one_has_it(database: Database) -> None:
    aiko = await a_visitor(database)
    await keep(database, aiko)
    told = await asyncio.gather(
        *(use(database, bytes([number]) * 32) for number in range(20)), return_exceptions=True
    )
    assert told.count(aiko) == 1
    assert {str(one) for one in told if one != aiko} == {"passport-refused (rule=used)"}


async def test_a_lost_answer_may_be_asked_for_again_by_the_same_attempt_only(
    database: Database,
) -> None:
    aiko = await a_visitor(database)
    await keep(database, aiko)
    for _ in range(3):
        assert await use(database, b"a" * 32) == aiko
    with pytest.raises(PassportRefused, match="used"):
        await use(database, b"b" * 32)
    almost = SAME_ATTEMPT - timedelta(seconds=1)
    assert await use(database, b"a" * 32, after=almost) == aiko
    with pytest.raises(PassportRefused, match="used"):
        await use(database, b"a" * 32, after=SAME_ATTEMPT)


@pytest.mark.parametrize("kind", CodeKind)
async def test_a_code_has_its_time(database: Database, kind: CodeKind) -> None:
    await keep(database, await a_visitor(database), kind=kind)
    with pytest.raises(PassportRefused, match="expired"):
        await use(database, b"a" * 32, after=GOOD_FOR[kind])
    await use(database, b"a" * 32, after=GOOD_FOR[kind] - timedelta(seconds=1))


async def test_a_new_code_makes_the_one_of_its_kind_worthless(database: Database) -> None:
    aiko = await a_visitor(database)
    await keep(database, aiko, b"1" * 32)
    await keep(database, aiko, b"2" * 32, CodeKind.PHONE)
    await keep(database, aiko, b"3" * 32)
    with pytest.raises(PassportRefused, match="unknown"):
        await use(database, b"a" * 32, code=b"1" * 32)
    assert await use(database, b"a" * 32, code=b"2" * 32) == aiko
    assert await use(database, b"a" * 32, code=b"3" * 32) == aiko


async def test_codes_end_with_their_visitor_and_when_taken_back(database: Database) -> None:
    aiko, ben = await a_visitor(database), await a_visitor(database)
    await keep(database, aiko, b"1" * 32)
    await keep(database, ben, b"2" * 32)
    async with database.transaction() as session:
        await visitors.forget(session, aiko)
        await recovery.withdraw(session, ben)
        assert await recovery.standing(session, ben, now=MORNING) is None
    for code in (b"1" * 32, b"2" * 32):
        with pytest.raises(PassportRefused, match="unknown"):
            await use(database, b"a" * 32, code=code)


async def test_an_eleventh_device_signs_out_the_one_unused_for_longest(database: Database) -> None:
    aiko = await a_visitor(database)
    for number in range(MOST_DEVICES + 1):
        async with database.transaction() as session:
            await devices.add(
                session,
                aiko,
                secret_hash=bytes([number]) * 32,
                way=DeviceWay.CODE,
                today=TODAY + timedelta(days=number),
            )
    async with database.reading() as session:
        kept = [one.secret_hash for one in await devices.of_visitor(session, aiko)]
    assert kept == [bytes([number]) * 32 for number in range(MOST_DEVICES, 0, -1)]


async def test_devices_are_known_by_visitor_and_secret_together(database: Database) -> None:
    aiko, ben = await a_visitor(database), await a_visitor(database)
    async with database.transaction() as session:
        await devices.add(session, aiko, secret_hash=b"d" * 32, way=DeviceWay.CODE, today=TODAY)
        asked = [(aiko, b"d" * 32), (ben, b"d" * 32), (aiko, b"e" * 32)]
        assert await devices.known(session, asked) >= {(aiko, b"d" * 32)}
        assert (ben, b"d" * 32) not in await devices.known(session, asked)
