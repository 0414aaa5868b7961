"""`kashima chain`: the test chain alone, with exactly the rules that the journal's replay needs."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the chain listens; it holds no secret and takes no setting."""
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8545)


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Turn into anvil, so that a signal meant for the chain reaches it."""
    import os

    from nft_badges import anvil

    del japanese
    command = [*anvil.command(host=arguments.host, port=arguments.port)]
    os.execvp(command[0], command)  # noqa: S606  the whole point is to become the chain
