"""Alembic's door: it is handed an open connection by `world_server.store.migrate`."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import SQLModel

from world_server.store import tables as _tables  # noqa: F401  fills the metadata


def _plain(type_name: str, item: object, autogen: AutogenContext) -> str | Literal[False]:
    """Write our own column types into a migration as what they are in the database."""
    name = type(item).__name__
    if type_name == "type" and name == "UtcDateTime":
        return "UtcDateTime()"
    if type_name == "type" and name == "EnumText":
        return "sa.String(length=16)"
    if type_name == "type" and name == "AutoString":
        autogen.imports.discard("import sqlmodel")
        length = getattr(item, "length", None)
        return f"sa.String(length={length})" if length else "sa.String()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_item=_plain,
    render_as_batch=True,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
