"""Every refusal becomes an answer here: JSON for programs, a page for people, in their language.

A surprise becomes a 500 with a number a person can name to the operator, who finds it in the log;
nothing else of it leaves the process.
"""

import logging
import secrets

from aiohttp import web
from aiohttp.typedefs import Handler

from world_server.errors import (
    Malformed,
    NotAllowed,
    NotFound,
    TooLarge,
    TooMany,
    TownError,
    Unavailable,
)
from world_server.i18n import pick_language, translate
from world_server.web.answers import told
from world_server.web.pages import refusal_page
from world_server.web.shapes import Refusal, RefusalAnswer

log = logging.getLogger(__name__)

RETRY_SECONDS = 5


class WrongMethod(Malformed):
    """That address does not do that; the answer's Allow header says what it does."""

    status = 405


class Surprise(TownError):
    """A mistake of ours; `number` finds it in the log."""

    status = 500

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number

    @property
    def details(self) -> dict[str, str | int]:
        return {"number": self.number}


@web.middleware
async def refusals(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn what is raised below into an answer."""
    try:
        return await handler(request)
    except Unavailable as refused:
        log.warning("a part is away", extra={"why": refused.__cause__, "route": route(request)})
        return refusal(request, refused)
    except TownError as refused:
        return refusal(request, refused)
    except web.HTTPException as refused:
        return _of_aiohttp(request, refused)
    except ConnectionResetError:
        raise  # the visitor is gone: there is nobody to answer, and aiohttp knows
    except Exception:
        number = secrets.token_hex(4)
        log.exception("an answer failed", extra={"number": number, "route": route(request)})
        return refusal(request, Surprise(number))


def refusal(request: web.Request, refused: TownError) -> web.Response:
    """`refused` as an answer in the reader's language."""
    language = pick_language(request.headers.get("Accept-Language"), request.query.get("lang"))
    message = translate(language, f"error-{refused.code}", **refused.details)
    if wants_page(request):
        page = refusal_page(language=language, message=message, status=refused.status)
        return _with_wait(page, refused)
    shape = Refusal(
        code=refused.code,
        message=message,
        retryable=refused.retryable,
        details=refused.details,
    )
    return _with_wait(told(RefusalAnswer(error=shape), status=refused.status), refused)


def _with_wait(response: web.Response, refused: TownError) -> web.Response:
    if isinstance(refused, TooMany):
        response.headers["Retry-After"] = str(refused.seconds)
    elif isinstance(refused, Unavailable):
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def _of_aiohttp(request: web.Request, refused: web.HTTPException) -> web.StreamResponse:
    """The library's own refusals, and an extension's, in the town's words; redirects pass."""
    if refused.status < web.HTTPBadRequest.status_code:
        raise refused
    match refused:
        case web.HTTPForbidden():
            response = refusal(request, NotAllowed())
        case web.HTTPNotFound():
            response = refusal(request, NotFound("page"))
        case web.HTTPMethodNotAllowed():
            response = refusal(request, WrongMethod("method"))
            response.headers["Allow"] = refused.headers["Allow"]
        case web.HTTPRequestEntityTooLarge():
            response = refusal(request, TooLarge("body"))
        case web.HTTPServerError():
            response = refusal(request, Unavailable())
        case _:
            response = refusal(request, Malformed("request"))
    response.set_status(refused.status)
    return response


def wants_page(request: web.Request) -> bool:
    """True for a person's browser opening an address, false for programs and our own scripts."""
    return not request.path.startswith("/api/") and "text/html" in request.headers.get("Accept", "")


def route(request: web.BaseRequest) -> str:
    """The pattern that matched, never the address asked for: that may name a visitor."""
    resource = request.match_info.route.resource if isinstance(request, web.Request) else None
    return resource.canonical if resource is not None else "none"
