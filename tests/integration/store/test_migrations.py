"""The schema the migrations build is the schema the tables describe, on both databases."""

from world_server.store.migrate import check, upgrade


async def test_migrations_and_tables_agree(database_url: str) -> None:
    await check(database_url)


async def test_migrating_again_changes_nothing(database_url: str) -> None:
    await upgrade(database_url)
    await check(database_url)
