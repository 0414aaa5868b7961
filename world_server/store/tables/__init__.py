"""All tables, so that importing this package fills SQLModel's metadata."""

from world_server.store.tables import award, chain, event, staff, visit, visitor

__all__ = ["award", "chain", "event", "staff", "visit", "visitor"]
