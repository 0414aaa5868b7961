"""Headers that tell browsers what our pages never do, on every answer there is."""

from urllib.parse import urlsplit

from aiohttp import web

from world_server.settings import WorldSettings

SERVER = "kashima"
"""Instead of the library's own name and version, which only help who looks for holes."""

ONE_YEAR = 365 * 24 * 3600


def security_headers(settings: WorldSettings) -> dict[str, str]:
    """The headers by name; an answer that sets one itself keeps its own."""
    # Not every browser counts ws: as 'self', so the socket's address is named as well.
    socket = urlsplit(settings.public_url)._replace(
        scheme="wss" if settings.secure else "ws", path="", query="", fragment=""
    )
    policy = {
        "default-src": "'self'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data: blob:",
        "font-src": "'self'",
        "connect-src": f"'self' {socket.geturl()}",
        "worker-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    headers = {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if settings.secure:
        headers["Strict-Transport-Security"] = f"max-age={ONE_YEAR}"
    return headers


def add_security_headers(app: web.Application, settings: WorldSettings) -> None:
    """Put the headers on every answer of `app`, refusals and files included."""
    headers = security_headers(settings)

    async def put(_request: web.Request, response: web.StreamResponse) -> None:
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        response.headers["Server"] = SERVER

    app.on_response_prepare.append(put)
