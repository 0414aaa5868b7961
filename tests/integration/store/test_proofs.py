"""What the proof pages read is found on both databases, and names no visitor."""

from dataclasses import fields
from datetime import date, timedelta

from fixed_time import MORNING

from world_server.store import proofs
from world_server.store.database import Database
from world_server.store.tables.award import Award, AwardState, Badge, BadgeKind, Source

ADA = "0x" + "aB" * 20


async def test_promises_are_found_by_any_spelling_in_the_order_they_were_made(
    database: Database,
) -> None:
    async with database.transaction() as session:
        made = [
            Badge(
                kind=BadgeKind.EVENT,
                title=title,
                place="torii",
                occurred_on=date(2026, 11, 22),
                opens_at=MORNING,
                closes_at=MORNING + timedelta(days=1),
            )
            for title in ("first", "second", "nobody's")
        ]
        session.add_all(made)
        await session.flush()
        for badge, holder, block in ((made[0], ADA, 7), (made[1], ADA.lower(), None)):
            session.add(
                Award(
                    badge_id=badge.id or 0,
                    visitor_id=None,
                    holder=holder,
                    reason=f"{badge.id}:{holder}",
                    source=Source.PRESENCE,
                    state=AwardState.QUEUED if block is None else AwardState.FINAL,
                    block_number=block,
                    created_at=MORNING,
                    updated_at=MORNING,
                )
            )
            await session.flush()
    ids = [badge.id or 0 for badge in made]
    async with database.reading() as session:
        found = await proofs.promises(session, [ADA, ADA.lower()])
        nobody = await proofs.promises(session, ["0x" + "00" * 20])
        badges = await proofs.badges(session, [ids[2], ids[0], 10**12])
    assert found == [
        proofs.Promise(badge_id=ids[0], state=AwardState.FINAL, block_number=7),
        proofs.Promise(badge_id=ids[1], state=AwardState.QUEUED, block_number=None),
    ]
    assert nobody == []
    assert {number: badge.title for number, badge in badges.items()} == {
        ids[0]: "first",
        ids[2]: "nobody's",
    }


def test_a_promise_tells_nothing_of_the_person() -> None:
    assert {field.name for field in fields(proofs.Promise)} == {
        "badge_id",
        "state",
        "block_number",
    }
