"""`kashima minter`: the process that turns awards into tokens."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Takes none: the environment says everything."""
    del parser


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Run the minter; several may run, one works and the others stand by."""
    from kashima.serving import serve
    from nft_badges.app import build_app
    from nft_badges.settings import MinterSettings

    del arguments, japanese
    settings = MinterSettings.from_environment()
    return serve(build_app(settings), settings)
