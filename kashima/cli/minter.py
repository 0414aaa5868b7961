"""`kashima minter`: the process that turns awards into tokens."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Takes none: the environment says everything."""
    del parser


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Run the minter; several may run, one works and the others stand by."""
    from nft_badges import app
    from nft_badges.settings import MinterSettings

    del arguments, japanese
    app.run(MinterSettings.from_environment())
    return 0
