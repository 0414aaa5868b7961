"""`kashima verify`: count badges and returns from the chain alone, compare with the database."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Takes none: the environment says which chain and which database."""
    del parser


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Print both counts; the exit code is 1 when they disagree."""
    raise NotImplementedError
