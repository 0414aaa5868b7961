"""`kashima migrate`: bring the database to the newest schema, once."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Takes none: the environment says which database."""
    del parser


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Apply every migration that is missing; safe beside running servers."""
    import asyncio

    from kashima.settings import OperatorSettings
    from world_server import logs
    from world_server.store.migrate import upgrade

    del arguments, japanese
    settings = OperatorSettings.from_environment()
    logs.configure(level=settings.log_level, hidden=logs.secrets_in(settings))
    asyncio.run(upgrade(settings.database_url.get_secret_value()))
    return 0
