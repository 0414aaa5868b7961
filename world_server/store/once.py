"""Writing a row that may be there already: two transactions at once make one row, and no error."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

INSERTS: dict[str, Callable[[Any], postgresql.Insert | sqlite.Insert]] = {
    "postgresql": postgresql.insert,
    "sqlite": sqlite.insert,
}


async def insert_once(session: AsyncSession, rows: Sequence[SQLModel]) -> list[Any]:
    """Insert those rows of one table that break none of its unique rules; give back their keys.

    Whoever comes second waits for the first to commit, writes nothing, and then sees the row.
    """
    if not rows:
        return []
    table = rows[0].__table__  # type: ignore[attr-defined]  # SQLModel adds it
    insert = INSERTS[session.get_bind().dialect.name]
    inserted = await session.exec(
        insert(table)
        .values([row.model_dump(exclude={"id"}) for row in rows])
        .on_conflict_do_nothing()
        .returning(*table.primary_key)
    )
    return [key[0] for key in inserted]
