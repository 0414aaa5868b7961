"""Counting and timing of answers, and an access log that says nothing about who asked."""

import logging

from aiohttp import web
from aiohttp.abc import AbstractAccessLogger
from aiohttp.typedefs import Handler

from world_server.keys import METRICS
from world_server.web.deadline import is_socket
from world_server.web.refusals import route

log = logging.getLogger(__name__)


@web.middleware
async def observed(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Count the answer and the seconds it took; outermost, so that refusals count as well."""
    metrics = request.app[METRICS]
    if is_socket(request):  # lasts as long as a stay, which is no answering time
        return await handler(request)
    with metrics.answer_seconds.labels(route(request)).time():
        response = await handler(request)
    metrics.answers.labels(request.method, route(request), response.status).inc()
    return response


class AccessLog(AbstractAccessLogger):
    """One DEBUG line an answer: method, pattern, status, milliseconds; no address, no name."""

    @property
    def enabled(self) -> bool:
        """False unless someone is looking for a fault."""
        return log.isEnabledFor(logging.DEBUG)

    def log(self, request: web.BaseRequest, response: web.StreamResponse, time: float) -> None:
        """Write the line."""
        log.debug(
            "answered",
            extra={
                "method": request.method,
                "route": route(request),
                "status": response.status,
                "ms": round(time * 1000),
            },
        )
