"""The marketer's page: who came, who came back, after which event; and the same as CSV."""

import asyncio
import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from aiohttp import web

from admin import analytics, chart, pages
from admin.analytics import Held
from admin.guard import me
from admin.keys import CLOCK, DATABASE, SETTINGS
from admin.publication import EventRow, Publication, WeekRow, publish
from admin.settings import AdminSettings
from world_server.store import returns, staff
from world_server.store.clock import visit_day
from world_server.store.returns import ChainFigures, Stay

BOM = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
CHART_WEEKS = 26


async def show_figures(request: web.Request) -> web.Response:
    """All figures, each with its definition."""
    settings = request.app[SETTINGS]
    figures, chain, erased = await _look(request)
    recent = list(reversed(figures.weeks[:CHART_WEEKS]))
    return await pages.render(
        request,
        "figures.html",
        figures=figures,
        chain=chain,
        erased=erased,
        bars=chart.bars(recent),
        recent=recent,
        proof=f"{settings.public_url}/proof",
    )


async def send_weeks(request: web.Request) -> web.Response:
    """The weeks as CSV."""
    figures, _, _ = await _look(request)
    await _note_export(request, "weeks")
    columns = ("week", "monday", "visitors", "first", "again", "days")
    return _csv(request, "weeks", columns, map(_week_line, figures.weeks))


async def send_events(request: web.Request) -> web.Response:
    """The events and who came back after them as CSV."""
    figures, _, _ = await _look(request)
    await _note_export(request, "events")
    columns = ("event", "day", "attended", "followed", "returned", "share", "settled")
    return _csv(request, "events", columns, (_event_line(request, one) for one in figures.events))


async def _look(request: web.Request) -> tuple[Publication, ChainFigures, str]:
    settings = request.app[SETTINGS]
    async with request.app[DATABASE].reading() as store:
        stays = await returns.stays(store)
        ended = await returns.ended_events(store)
        chain = await returns.chain_figures(store)
        erased = await returns.erased_stays(store, qualifying_seconds=settings.qualifying_seconds)
    held = [Held(event.id or 0, event.title, visit_day(event.starts_at)) for event in ended]
    today = visit_day(request.app[CLOCK]())
    figures = await asyncio.to_thread(_figures, stays, held, settings=settings, today=today)
    small = settings.small_group
    return figures, chain, f"<{small}" if 0 < erased < small else f"{erased:,}"


def _figures(
    stays: Sequence[Stay], held: Sequence[Held], *, settings: AdminSettings, today: date
) -> Publication:
    qualifying = settings.qualifying_seconds
    days = analytics.visit_days(stays, qualifying_seconds=qualifying)
    return publish(
        analytics.totals(days),
        analytics.weeks(days, today=today),
        analytics.event_returns(
            stays,
            held,
            qualifying_seconds=qualifying,
            return_days=settings.return_days,
            today=today,
        ),
        small=settings.small_group,
    )


async def _note_export(request: web.Request, table: str) -> None:
    now = request.app[CLOCK]()
    async with request.app[DATABASE].transaction() as store:
        await staff.audit(store, staff_id=me(request).id, act="export", subject=table, now=now)


def _week_line(week: WeekRow) -> tuple[str, ...]:
    return (
        week.iso,
        week.monday.isoformat(),
        week.visitors.plain,
        week.first.plain,
        week.again.plain,
        week.visit_days.plain,
    )


def _event_line(request: web.Request, event: EventRow) -> tuple[str, ...]:
    return (
        event.title,
        event.day.isoformat(),
        event.attended.plain,
        event.followed.plain,
        event.returned.plain,
        "" if event.share is None else f"{event.share}%",
        pages.say(request, "staff-csv-yes" if event.settled else "staff-csv-no"),
    )


def _csv(
    request: web.Request, name: str, columns: Iterable[str], lines: Iterable[tuple[str, ...]]
) -> web.Response:
    """A table Excel opens as it is: UTF-8 with its mark, and no cell taken for a formula."""
    now = request.app[CLOCK]()
    file = f"kashima-{name}-{visit_day(now):%Y%m%d}.csv"
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(
        [
            *(pages.say(request, f"staff-csv-{column}") for column in columns),
            pages.say(request, "staff-csv-as-of"),
        ]
    )
    for line in lines:
        table.writerow([*map(_harmless, line), pages.clock_stamp(now)])
    return web.Response(
        body=(BOM + written.getvalue()).encode(),
        content_type="text/csv",
        charset="utf-8",
        headers={"Content-Disposition": f'attachment; filename="{file}"'},
    )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
