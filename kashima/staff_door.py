"""Where staff come in: a one-time link while nobody can sign in, the sign-in page afterwards."""

from kashima.settings import OperatorSettings
from world_server.store import staff
from world_server.store.database import Database
from world_server.store.tables.staff import StaffRole


async def invitation(settings: OperatorSettings, *, role: str) -> str:
    """A new one-time link for one member of staff in that role."""
    database = Database(settings.database_url.get_secret_value())
    try:
        async with database.transaction() as session:
            token = await staff.invite(session, StaffRole(role), now=settings.clock())
    finally:
        await database.close()
    return f"{settings.admin_url}/staff/invite/{token}"


async def first_owner(settings: OperatorSettings) -> tuple[str, str]:
    """The sentence's key and the link: `link-invite` while there is no owner, else `link-staff`."""
    database = Database(settings.database_url.get_secret_value())
    try:
        async with database.reading() as session:
            has_owner = await staff.has_owner(session)
    finally:
        await database.close()
    if has_owner:
        return "link-staff", f"{settings.admin_url}/staff"
    return "link-invite", await invitation(settings, role=StaffRole.OWNER)
