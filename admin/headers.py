"""Headers that tell browsers what the staff pages never do, on every answer there is."""

from aiohttp import web

from admin.settings import AdminSettings

STATIC_PATH = "/staff/static"
ONE_YEAR = 365 * 24 * 3600

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # An invitation's token stands in its address and must not travel on. With "no-referrer"
    # browsers would not say where a form comes from either, and the gate asks for that.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Instead of the library's own name and version, which only help who looks for holes.
    "Server": "kashima",
}


def add_headers(app: web.Application, settings: AdminSettings) -> None:
    """Put the headers on every answer of `app`; no cache keeps what only staff may see."""
    always = dict(HEADERS)
    if settings.secure:
        always["Strict-Transport-Security"] = f"max-age={ONE_YEAR}"

    async def put(request: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(always)
        is_file = request.path.startswith(f"{STATIC_PATH}/")
        response.headers.setdefault("Cache-Control", "no-cache" if is_file else "no-store")

    app.on_response_prepare.append(put)
