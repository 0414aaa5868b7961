"""`kashima invite`: a one-time link for a new member of staff."""

import argparse
import sys

ROLES = ("owner", "host", "moderator", "analyst")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which role the link gives; `--first-owner` is how `kashima up` asks."""
    parser.add_argument("--role", choices=ROLES, default="host")
    parser.add_argument("--first-owner", action="store_true", help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace, *, japanese: bool) -> int:
    """Print the link; only its hash is kept, so it can be read here and nowhere else."""
    import asyncio

    from kashima.settings import OperatorSettings
    from kashima.staff_door import first_owner, invitation

    settings = OperatorSettings.from_environment()
    if arguments.first_owner:
        sys.stdout.write(" ".join(asyncio.run(first_owner(settings))) + "\n")
        return 0
    from kashima.words import say

    link = asyncio.run(invitation(settings, role=arguments.role))
    sys.stdout.write(say("invited", japanese=japanese, role=arguments.role) + f"\n{link}\n")
    return 0
