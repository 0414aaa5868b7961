"""Everything the tables keep about a visitor is described, and what is described is there."""

import pytest
import sqlalchemy
from fixed_time import MORNING
from sqlmodel import SQLModel
from store_people import a_stay, a_visitor, an_open_event, stay_until

from world_server.i18n import LANGUAGES, words
from world_server.store import kept_rows, visitors
from world_server.store.database import Database
from world_server.store.kept import KEPT, Erasure

TABLES = list(SQLModel.metadata.tables.values())


def test_no_table_refers_to_a_visitor_without_being_described() -> None:
    assert kept_rows.undescribed(TABLES) == set()


def test_a_new_table_about_visitors_would_be_noticed() -> None:
    """By its foreign key, and by the name of a column that has none."""
    metadata = sqlalchemy.MetaData()
    sqlalchemy.Table("visitor", metadata, sqlalchemy.Column("id", sqlalchemy.String))
    pointing = sqlalchemy.Table(
        "grudge",
        metadata,
        sqlalchemy.Column("whom", sqlalchemy.ForeignKey("visitor.id")),
        sqlalchemy.Column("at", sqlalchemy.String),
    )
    named = sqlalchemy.Table("note", metadata, sqlalchemy.Column("visitor_id", sqlalchemy.String))
    asking = sqlalchemy.Table("ask", metadata, sqlalchemy.Column("to_wallet", sqlalchemy.String))
    other = sqlalchemy.Table("weather", metadata, sqlalchemy.Column("rain", sqlalchemy.Float))
    assert kept_rows.undescribed([pointing, named, asking, other]) == {
        "grudge.whom",
        "grudge.at",
        "note.visitor_id",
        "ask.to_wallet",
    }


def test_what_is_described_exists_and_is_said_in_a_sentence() -> None:
    assert len({kept.name for kept in KEPT}) == len(KEPT)
    for kept in KEPT:
        said = {**kept.columns, **kept.withheld}
        assert set(said) == {column.name for column in kept.sql.columns}, kept.name
        assert not set(kept.columns) & set(kept.withheld)
        assert set(kept.ties) <= set(said)
        assert all(about.endswith(".") for about in said.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_described_is_told_to_visitors_in_their_language(language: str) -> None:
    keys = [f"passport-kept-{one}" for one in (*(kept.name for kept in KEPT), *Erasure)]
    assert [key for key in keys if not words().has(language, key)] == []


def test_nothing_that_opens_a_passport_is_handed_out() -> None:
    told = {f"{kept.name}.{name}" for kept in KEPT for name in kept.columns}
    assert not {name for name in told if "hash" in name and name != "awards.tx_hash"}


def test_what_erasure_does_is_what_the_foreign_keys_do() -> None:
    does = {"CASCADE": Erasure.GONE, "SET NULL": Erasure.UNTIED}
    for kept in KEPT:
        for key in kept.sql.foreign_keys:
            if key.column.table.name == "visitor":
                assert kept.erasure is does[key.ondelete or ""], kept.name
    assert {kept.name for kept in KEPT if kept.erasure is Erasure.NUMBERED} == {"moderation"}


async def test_rows_are_one_visitor_s_only_and_are_counted(database: Database) -> None:
    aiko, ben = await a_visitor(database), await a_visitor(database)
    event = await an_open_event(database)
    for visitor in (aiko, ben):
        await stay_until(database, await a_stay(database, visitor, event), 3000)
    async with database.reading() as session:
        rows = await kept_rows.rows(session, aiko)
        counted = await kept_rows.count(session, aiko)
    assert {name: len(some) for name, some in rows.items()} == counted
    assert {name for name, some in rows.items() if some} == {
        "visitor",
        "consents",
        "visits",
        "attendances",
        "awards",
        "holder",
    }
    assert ben not in str(rows)
    assert rows["visits"][0]["active_seconds"] == 3000
    (holder,) = rows["holder"]
    assert rows["awards"][0]["holder"] == holder["address"]


async def test_after_erasure_nothing_is_a_visitor_s_any_more(database: Database) -> None:
    aiko = await a_visitor(database)
    event = await an_open_event(database)
    await stay_until(database, await a_stay(database, aiko, event), 3000)
    async with database.transaction() as session:
        await visitors.agree(session, aiko, remember=False, secret_hash=b"x" * 32, now=MORNING)
        await visitors.forget(session, aiko)
    async with database.reading() as session:
        assert set((await kept_rows.count(session, aiko)).values()) == {0}
