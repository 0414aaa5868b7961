"""Turns refusals and surprises into pages (or JSON for scripts) in the person's language."""

import logging

from aiohttp import web
from aiohttp.typedefs import Handler

from admin import pages
from world_server.errors import TownError
from world_server.i18n import translate

log = logging.getLogger(__name__)

NAMED = {404: "staff-refused-not-found", 405: "staff-refused-not-found", 413: "staff-refused-large"}


@web.middleware
async def explain(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer every refusal; a surprise is logged and told apart from what the person did."""
    try:
        return await handler(request)
    except TownError as refused:
        sentence = pages.say(request, f"error-{refused.code}", **refused.details)
        return _answer(request, refused.status, code=refused.code, sentence=sentence)
    except web.HTTPException as answer:
        key = NAMED.get(answer.status, "staff-refused-malformed")
        return _answer(request, answer.status, code=key, sentence=pages.say(request, key))
    except Exception:
        log.exception("a staff page failed", extra={"route": route_name(request)})
        sentence = translate(pages.language_of(request), "staff-refused-surprise")
        return _answer(request, 500, code="surprise", sentence=sentence)


def route_name(request: web.BaseRequest) -> str:
    """The route's pattern, which unlike the address holds no invitation's token."""
    if isinstance(request, web.Request) and request.match_info.route.resource is not None:
        return request.match_info.route.resource.canonical
    return "unknown"


def _answer(request: web.Request, status: int, *, code: str, sentence: str) -> web.Response:
    if pages.wants_json(request):
        return web.json_response({"error": {"code": code, "message": sentence}}, status=status)
    return pages.render_refusal(request, status=status, sentence=sentence)
