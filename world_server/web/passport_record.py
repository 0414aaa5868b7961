"""A visitor's own record: what the town keeps of them, as a page, as a file, and on what terms."""

import json
from typing import Any

from aiohttp import web

from world_server.keys import CLOCK, DATABASE, SETTINGS
from world_server.passkey_site import site_of
from world_server.store import (
    awards,
    devices,
    kept_rows,
    passkeys,
    recovery,
    visit_record,
    visitors,
)
from world_server.store.clock import visit_day
from world_server.store.database import Session
from world_server.store.kept import KEPT
from world_server.store.tables.visitor import Visitor
from world_server.web.answers import asked, told
from world_server.web.limits import (
    ADDRESS_READS,
    ADDRESS_RECORDS,
    VISITOR_RECORDS,
    VISITOR_WAYS,
    limit_address,
    limit_visitor,
)
from world_server.web.passport import COOKIE, card_of, hand_out, secret_hash_of, visitor_of
from world_server.web.passport_shapes import (
    FORMAT,
    Agreement,
    DayCard,
    DeviceCard,
    Export,
    ExportedBadge,
    ExportedEvent,
    KeptCard,
    KeptRows,
    PasskeyCard,
    Record,
)
from world_server.web.shapes import PassportAnswer, badge_card


async def show(request: web.Request) -> web.Response:
    """Visits, what is stored, and the ways to the passport."""
    visitor_id = await _looker(request)
    now = request.app[CLOCK]()
    async with request.app[DATABASE].transaction() as session:
        visitor = await visitor_of(session, request)
        mine = secret_hash_of(request)
        if visitor.remembered:
            await devices.note(session, visitor, secret_hash=mine, today=visit_day(now))
        counted = await kept_rows.count(session, visitor_id)
        code = await recovery.standing(session, visitor_id, now=now)
        record = Record(
            visits=await _days(session, visitor_id),
            kept=[
                KeptCard(name=kept.name, rows=counted[kept.name], erasure=kept.erasure)
                for kept in KEPT
            ],
            devices=[
                DeviceCard(
                    id=one.id or 0,
                    is_here=one.secret_hash == mine,
                    way=one.way,
                    came_on=one.came_on,
                    used_on=one.used_on,
                )
                for one in await devices.of_visitor(session, visitor_id)
            ],
            code_until=None if code is None else code.expires_at,
            passkeys=[
                PasskeyCard(id=one.id or 0, made_on=one.made_on, used_on=one.used_on)
                for one in await passkeys.of_visitor(session, visitor_id)
            ],
            may_have_passkeys=site_of(request.app[SETTINGS].public_url) is not None,
        )
    return told(record)


async def export(request: web.Request) -> web.Response:
    """Everything that is kept about the visitor, as a file to take away."""
    visitor_id = await _looker(request)
    now = request.app[CLOCK]()
    town = request.app[SETTINGS].public_url
    async with request.app[DATABASE].reading() as session:
        rows = await kept_rows.rows(session, visitor_id)
        answer = Export(
            format=FORMAT,
            town=town,
            made_at=now,
            visits=await _days(session, visitor_id),
            badges=await _badges(session, visitor_id, town=town),
            events=[
                ExportedEvent.model_validate(one, from_attributes=True)
                for one in await visit_record.events(session, visitor_id)
            ],
            kept=KeptRows(
                **{
                    name.replace("-", "_"): [_legible(row) for row in some]
                    for name, some in rows.items()
                }
            ),
        )
    text = json.dumps(answer.model_dump(mode="json"), ensure_ascii=False, indent=2)
    return web.Response(
        text=text,
        content_type="application/json",
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": f'attachment; filename="kashima-passport-{visit_day(now)}.json"',
        },
    )


async def agree(request: web.Request) -> web.Response:
    """Be remembered from now on, or no longer than this stay: tables and cookie in one step."""
    await limit_address(request, ADDRESS_READS)
    wish = await asked(request, Agreement)
    async with request.app[DATABASE].reading() as session:
        visitor_id = (await visitor_of(session, request)).id
    await limit_visitor(request, VISITOR_WAYS, visitor_id)
    async with request.app[DATABASE].transaction() as session:
        await visitor_of(session, request)
        visitor = await visitors.agree(
            session,
            visitor_id,
            remember=wish.remember,
            secret_hash=secret_hash_of(request),
            now=request.app[CLOCK](),
        )
        card = await card_of(session, request, visitor)
    response = told(PassportAnswer(visitor=card))
    hand_out(request, response, request.cookies[COOKIE], remembered=wish.remember)
    return response


async def _looker(request: web.Request) -> str:
    await limit_address(request, ADDRESS_RECORDS)
    async with request.app[DATABASE].reading() as session:
        visitor: Visitor = await visitor_of(session, request)
    await limit_visitor(request, VISITOR_RECORDS, visitor.id)
    return visitor.id


async def _days(session: Session, visitor_id: str) -> list[DayCard]:
    return [
        DayCard(day=one.day, minutes=one.active_seconds // 60, events=list(one.events))
        for one in await visit_record.days(session, visitor_id)
    ]


async def _badges(session: Session, visitor_id: str, *, town: str) -> list[ExportedBadge]:
    return [
        ExportedBadge(
            **badge_card(award, badge).model_dump(),
            holder=award.holder,
            proof_link=f"{town}/proof/{award.holder}/{badge.id}",
        )
        for award, badge in await awards.of_visitor(session, visitor_id)
    ]


def _legible(row: dict[str, Any]) -> dict[str, Any]:
    """The row with bytes in hexadecimal, which JSON can hold."""
    return {name: value.hex() if isinstance(value, bytes) else value for name, value in row.items()}
