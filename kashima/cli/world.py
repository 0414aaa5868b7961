"""`kashima world`: one world process, with the proof pages mounted into it."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Takes none: the environment says everything."""
    del parser


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Serve the town; the proof pages read the chain and hold no key."""
    from functools import partial

    from nft_badges.proof import add_proof_pages
    from nft_badges.settings import ChainReadSettings
    from world_server import app
    from world_server.settings import WorldSettings

    del arguments, japanese
    settings = WorldSettings.from_environment()
    proof = partial(add_proof_pages, settings=ChainReadSettings.from_environment())
    app.run(settings, [proof])
    return 0
