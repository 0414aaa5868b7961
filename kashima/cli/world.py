"""`kashima world`: one world process, with the proof pages mounted into it."""

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Takes none: the environment says everything."""
    del parser


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Serve the town; the proof pages read the chain and hold no key."""
    from functools import partial

    from kashima.words import say
    from nft_badges.proof import add_proof_pages
    from nft_badges.settings import ChainReadSettings
    from world_server import app
    from world_server.settings import WorldSettings

    del arguments
    settings = WorldSettings.from_environment()
    proof = partial(add_proof_pages, settings=ChainReadSettings.from_environment())
    try:
        app.run(settings, [proof])
    except app.PortTaken as taken:
        text = say("port-taken", japanese=japanese, port=taken.port, setting="KASHIMA_PORT")
        sys.stderr.write(text + "\n")
        return 1
    return 0
