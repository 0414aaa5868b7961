"""`kashima verify`: count badges and returns from the chain alone, compare with the database."""

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Takes none: the environment says which chain and which database."""
    del parser


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Print both counts; the exit code is 1 when they disagree or cannot be had."""
    import asyncio

    from pydantic import SecretStr

    from kashima.parts import LOOPBACK
    from kashima.settings import UpSettings
    from kashima.words import say
    from nft_badges.recount import recount
    from nft_badges.settings import ChainReadSettings

    del arguments
    here = UpSettings.from_environment()
    settings = ChainReadSettings.from_environment()
    known: dict[str, object] = {"database_url": here.database_url}
    if "rpc_url" not in settings.model_fields_set and here.chain_port:
        # The chain `kashima up` started, wherever it was told to put it.
        known["rpc_url"] = SecretStr(f"http://{LOOPBACK}:{here.chain_port}")
    settings = settings.model_copy(update=known)
    language = "ja" if japanese else "en"
    counted = asyncio.run(recount(settings, language=language))
    for line in counted.lines:
        sys.stdout.write(line + "\n")
    verdict = "recount-agrees" if counted.agrees else "recount-differs"
    sys.stdout.write(say(verdict, japanese=japanese) + "\n")
    return 0 if counted.agrees else 1
