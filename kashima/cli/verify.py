"""`kashima verify`: count badges and returns from the chain alone, compare with the database."""

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Takes none: the environment says which chain and which database."""
    del parser


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Print both counts; the exit code is 1 when they disagree or cannot be had."""
    import asyncio

    from kashima.chain_settings import chain_settings
    from kashima.words import say
    from nft_badges.recount import recount

    del arguments
    settings = chain_settings()
    language = "ja" if japanese else "en"
    counted = asyncio.run(recount(settings, language=language))
    for line in counted.lines:
        sys.stdout.write(line + "\n")
    verdict = "recount-agrees" if counted.agrees else "recount-differs"
    sys.stdout.write(say(verdict, japanese=japanese) + "\n")
    return 0 if counted.agrees else 1
