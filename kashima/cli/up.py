"""`kashima up`: the whole town on one machine, under one supervisor."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Takes none: the environment says everything."""
    del parser


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Run the town until Ctrl-C; the exit code is 1 when it cannot start or go on."""
    import asyncio

    from kashima.settings import UpSettings
    from kashima.town import run_town

    del arguments
    return asyncio.run(run_town(UpSettings.from_environment(), japanese=japanese))
