"""The minter as a process: its one task, its health and its metrics."""

from aiohttp import web

from nft_badges.settings import MinterSettings


def build_app(settings: MinterSettings) -> web.Application:
    """The minter's application: mints while it runs, tells its health at /healthz."""
    raise NotImplementedError


def run(settings: MinterSettings) -> None:
    """Run until told to stop; raise SystemExit(1) when the minting task died."""
    raise NotImplementedError
