"""`kashima world`: one world process, with proof pages and wallet addresses mounted into it."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Takes none: the environment says everything."""
    del parser


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Serve the town; what is mounted into it reads the chain and holds no key."""
    from functools import partial

    from nft_badges.proof import add_proof_pages
    from nft_badges.settings import ChainReadSettings
    from nft_badges.wallet import add_wallet
    from world_server import app
    from world_server.settings import WorldSettings
    from world_server.web.visitor_door import wallet_door

    del arguments, japanese
    settings = WorldSettings.from_environment()
    chain = ChainReadSettings.from_environment()
    proof = partial(add_proof_pages, settings=chain)
    wallet = partial(add_wallet, settings=chain, door=wallet_door())
    app.run(settings, [proof, wallet])
    return 0
