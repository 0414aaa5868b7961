"""What the tables keep about one visitor, read by the one description of it (`store/kept.py`)."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store.kept import KEPT, Kept
from world_server.store.tables.visitor import Holder, Visitor


async def count(session: AsyncSession, visitor_id: str) -> dict[str, int]:
    """How many rows of each kind the tables keep about the visitor."""
    counted = {}
    for kept in KEPT:
        found = await session.exec(
            select(func.count()).select_from(kept.table).where(_theirs(kept, visitor_id))
        )
        counted[kept.name] = found.one()
    return counted


async def rows(session: AsyncSession, visitor_id: str) -> dict[str, list[dict[str, Any]]]:
    """What the tables keep about the visitor, by name; bytes are bytes, what is withheld is not."""
    told: dict[str, list[dict[str, Any]]] = {}
    for kept in KEPT:
        columns = [kept.sql.c[name] for name in kept.columns]
        found = await session.exec(
            select(*columns).where(_theirs(kept, visitor_id)).order_by(*kept.sql.primary_key)
        )
        told[kept.name] = [dict(row._mapping) for row in found]  # noqa: SLF001  SQLAlchemy's documented name
    return told


def undescribed(tables: Sequence[Table]) -> set[str]:
    """Columns of tables that refer to a visitor and are described nowhere, as `table.column`."""
    described = {
        f"{kept.sql.name}.{column}" for kept in KEPT for column in (*kept.columns, *kept.withheld)
    }
    return {
        f"{table.name}.{column.name}"
        for table in tables
        if _refers(table)
        for column in table.columns
    } - described


TELLING = ("visitor", "holder", "wallet")
"""A column so named, or whose name ends so, tells of a visitor."""


def _refers(table: Table) -> bool:
    return any(
        column.name.removesuffix("_id").endswith(TELLING)
        or any(key.column.table.name == Visitor.__tablename__ for key in column.foreign_keys)
        for column in table.columns
    )


def _theirs(kept: Kept, visitor_id: str) -> ColumnElement[bool]:
    if kept.by_holder:
        own = select(Holder.address).where(col(Holder.visitor_id) == visitor_id)
        return or_(*(kept.sql.c[tie].in_(own) for tie in kept.ties))
    return or_(*(kept.sql.c[tie] == visitor_id for tie in kept.ties))
